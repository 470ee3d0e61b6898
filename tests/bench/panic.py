"""Panic: print the milliseconds from the panic keys to a screen that is painted dark.

`python -m tests.bench.panic PLATFORM`; one session of its own, without a supervisor.
"""

import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = sys.argv[1]

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.assets import FONTS
from kiosk.isolation.channel import SessionEnd, Tell, pair
from tests.ui.sessions import ARGUMENTS
from ui.start import Session
from ui.theme import Theme, install, load_all_fonts, load_first_fonts


def main() -> None:
    application = QApplication(["city-id"])
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    install(application, Theme())
    ours, theirs = pair()
    session = Session(application, ARGUMENTS, SessionEnd(theirs.detach()), [])
    window = session.app.parts.window
    window.resize(1080, 1920)
    session.app.come_up(Tell.SHOW)
    QTest.qWaitForWindowExposed(window)
    application.processEvents()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    started = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_Backspace, both)
    QApplication.sync()
    took = (time.perf_counter() - started) * 1000
    assert window.covered
    print(took, flush=True)
    ours.close()
    os._exit(0)


if __name__ == "__main__":
    main()
