"""Hand: touches and keys as they come from outside, through the window system's own way in."""

import time
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_MOST_LEAVES = 60
_LETTER_MARKS = frozenset({"Mn", "Mc", "Me", "Cf"})


class NotThere(LookupError):
    """A control that was to be touched is not on the screen, or cannot be touched."""


class Hand:
    """Touches controls of `window` by name. `touched` is when the last touch began."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.touched = time.perf_counter()

    def begin(self) -> None:
        """Count from now: the page that comes up was not touched for."""
        self.touched = time.perf_counter()

    def find(self, name: str) -> QWidget | None:
        """Return the visible, enabled control called `name`, or None."""
        found = self._window.findChildren(QWidget, name)
        usable = (control for control in found if control.isVisible() and control.isEnabled())
        return next(usable, None)

    def touch(self, name: str) -> None:
        """Touch a control in its middle. Raises NotThere."""
        control = self.find(name)
        if control is None:
            raise NotThere
        self._touch(control)

    def leaf_to(self, name: str) -> Iterator[None]:
        """Turn over rows that are shown in turns until `name` is among them."""
        for _ in range(_MOST_LEAVES):
            if self.find(name) is not None or self.find("more") is None:
                return
            self.touch("more")
            yield

    def type(self, field: str, text: str) -> Iterator[None]:
        """Type `text` into an empty field, key by key; yields between keys."""
        edit = self._edit(field)
        self._touch(edit)
        yield
        while edit.text():
            self._press(Qt.Key.Key_Backspace, "")
        for sign in _graphemes(text):
            self._type_sign(sign)
            yield

    def chord(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press keys together."""
        self.touched = time.perf_counter()
        QTest.keyClick(self._window.windowHandle(), key, modifiers)

    def _edit(self, field: str) -> QLineEdit:
        control = self.find(field)
        edit = control if isinstance(control, QLineEdit) else None
        if edit is None and control is not None:
            edit = control.findChild(QLineEdit)
        if edit is None:
            raise NotThere
        return edit

    def _type_sign(self, sign: str) -> None:
        """Use the key on the screen where there is one, else a key event with the sign's text."""
        key = self.find("key:space" if sign == " " else f"key:{sign}")
        if key is None and sign.isalpha() and self.find(f"key:{sign.swapcase()}"):
            self.touch("key:shift")
            key = self.find(f"key:{sign}")
        if key is None:
            self._press(Qt.Key.Key_unknown, sign)
        else:
            self._touch(key)

    def _touch(self, control: QWidget) -> None:
        place = control.mapTo(self._window, QPoint(control.width() // 2, control.height() // 2))
        self.touched = time.perf_counter()
        QTest.mouseClick(
            self._window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place,
        )

    def _press(self, key: Qt.Key, text: str) -> None:
        target = QApplication.focusWidget()
        if target is None:
            raise NotThere
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)


def _graphemes(text: str) -> Iterator[str]:
    """Split into letters with their marks, so that no key is a mark alone where it has a letter."""
    cluster = ""
    for sign in text:
        if cluster and unicodedata.category(sign) not in _LETTER_MARKS:
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster
