"""A real session that shows itself in every way that it can, then ends as erased.

Run as `python -m tests.station.wanderer` with the arguments of `ui`. Every page in every language,
text size and contrast, with names in every script, and every key of every keyboard.
"""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.assets import FONTS
from kiosk.formats import faces
from kiosk.isolation.channel import Say
from tests.station import staged

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.start import Session

NAME = "Lumi Examplova"
_CONTROL, _SHIFT = 0x04000000, 0x02000000
_COPYING = [(ord(key), _CONTROL) for key in "ACXVZ"] + [
    (0x01000006, _CONTROL), (0x01000006, _SHIFT), (0x01000007, _SHIFT), (0x01000055, 0),
]  # fmt: skip
"""Qt's numbers, since Qt is imported late: Insert, Insert, Delete, and the key for the menu."""


def main() -> None:
    texts = samples()
    staged.run(lambda self: wander(self, texts))


def wander(self: "Session", texts: Sequence[str]) -> None:
    from ui.book import NAMES  # noqa: PLC0415
    from ui.window import SCALES  # noqa: PLC0415

    app = self.app
    languages = self._city.languages
    for language, _, contrast in itertools.product(languages, SCALES, (False, True)):
        app.parts.translator.use(language)
        for name in NAMES:
            app.parts.window.show_page(app.build(name))
            app.parts.window.grab()
        app.parts.window._pressed("contrast")
        if contrast:
            app.parts.window._pressed("text")
    write_in_every_script(self, texts)
    for name in NAMES:
        touch_every_key(self, name)
    for name in NAMES:
        try_to_copy(self, name)
    self._warm_late()
    app.end(Say.ERASED)


def write_in_every_script(self: "Session", texts: Sequence[str]) -> None:
    from ui.widgets import Field  # noqa: PLC0415

    page = self.app.build("name")
    self.app.parts.window.show_page(page)
    fields = page.findChildren(Field)
    for text in texts:
        for field in fields:
            field.set_text(text)
        page.grab()
        self._studio.missing(text)


def samples() -> list[str]:
    """Return the first letters of every font."""
    return [
        "".join([letter for letter in _letters(face) if letter.isalpha()][:3])
        for face in faces.load(FONTS)
    ]


def _letters(face: faces.Face) -> list[str]:
    middle = len(face.first) // 2  # the first ranges are of letters that other fonts have too
    ranges = zip(face.first[middle:], face.last[middle:], strict=True)
    return [chr(sign) for first, last in ranges for sign in range(first, last + 1)]


def touch_every_key(self: "Session", name: str) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.keyboard.keyboard import Keyboard  # noqa: PLC0415
    from ui.keyboard.keys import Key  # noqa: PLC0415

    page = self.app.build(name)
    self.app.parts.window.show_page(page)
    QApplication.processEvents()
    for keyboard in page.findChildren(Keyboard):
        for _ in range(4):  # a key may turn to another plane, which has keys of its own
            for key in keyboard.findChildren(Key):
                if key.isVisible():
                    key.clicked.emit()
            page.grab()


def try_to_copy(self: "Session", name: str) -> None:
    """Select, copy, cut, paste, drag and ask for a menu on everything that shows words."""
    from PySide6.QtCore import QEvent, QPoint, Qt  # noqa: PLC0415
    from PySide6.QtGui import QContextMenuEvent  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    from ui.widgets.field import Secret  # noqa: PLC0415
    from ui.widgets.text import Text  # noqa: PLC0415

    page = self.app.build(name)
    self.app.parts.window.show_page(page)
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, Secret | Text) or not widget.isVisible():
            continue
        text = ""
        if isinstance(widget, Secret):
            widget.setText(NAME)
            text = widget.text()  # which may be shorter
            widget.selectAll()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        for key, held in _COPYING:
            QTest.keyClick(widget, Qt.Key(key), Qt.KeyboardModifier(held))
        start, end = QPoint(4, widget.height() // 2), QPoint(widget.width() - 4, 4)
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=start)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
        for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            QTest.mouseClick(widget, button, pos=start)
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, start, widget.mapToGlobal(start))
        QApplication.sendEvent(widget, menu)
        QApplication.processEvents()
        assert QApplication.activePopupWidget() is None
        assert not isinstance(widget, Secret) or widget.text() == text
        assert page.findChild(QWidget, "qt_edit_menu") is None
    QApplication.sendEvent(page, QEvent(QEvent.Type.Clipboard))


if __name__ == "__main__":
    main()
