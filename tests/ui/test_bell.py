"""The bell, as somebody else on a real display hears it."""

import ctypes
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.isolation.children import ROOT
from tests.station.runs import x_server

RING = """
from PySide6.QtWidgets import QApplication
from ui import bell
application = QApplication([])
bell.ring()
application.sync()
"""
_CORE_KEYBOARD, _BELLS = 0x100, 1 << 8  # XkbUseCoreKbd, XkbBellNotifyMask (XKBlib)


@dataclass
class Listener:
    """A connection to a display on which bells are heard."""

    x11: ctypes.CDLL
    end: ctypes.c_void_p

    @property
    def heard(self) -> int:
        return int(self.x11.XPending(self.end))

    def wait(self) -> None:
        assert select.select([self.x11.XConnectionNumber(self.end)], [], [], 30)[0]


@contextmanager
def listening(display: str) -> Iterator[Listener]:
    """Hear the bells of `display`."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    end = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    numbers = [ctypes.c_int(number) for number in (0, 0, 0, 1, 0)]
    assert x11.XkbQueryExtension(end, *map(ctypes.byref, numbers))
    x11.XkbSelectEvents(end, _CORE_KEYBOARD, _BELLS, _BELLS)
    x11.XSync(end, 0)
    try:
        yield Listener(x11, end)
    finally:
        x11.XCloseDisplay(end)


def test_the_bell_of_the_display_is_rung_once() -> None:
    with x_server() as display, listening(display) as listener:
        assert listener.heard == 0
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run([sys.executable, "-c", RING], env=environment, cwd=ROOT, check=True)
        listener.wait()
        assert listener.heard == 1
