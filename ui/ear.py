"""Ear: hears a scanner that types while a face is shown, and lets a person's keys pass.

Keys are held back for the moment in which `wedge` tells who types; a person's then go on to where
they were meant.
"""

import time
from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.formats.wedge import Heard, Scanned, Typed, Wedge, pause, press

_KINDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_NO_SIGN = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key that is held back. A trace does not show it."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    text: str = field(repr=False)


class Ear(QObject):
    """`scanned` carries the bytes that a scanner typed."""

    scanned = Signal(bytes)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wedge = Wedge()
        self._held: deque[Pressed] = deque()
        self._passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pause)

    def listen(self) -> None:
        """Hear every key from now on."""
        self.stop()
        _application().installEventFilter(self)

    def stop(self) -> None:
        """Hear no more, and forget the keys that were held back."""
        _application().removeEventFilter(self)
        self._timer.stop()
        self._wedge = Wedge()
        self._held.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._passing or not isinstance(event, QKeyEvent) or not _types_a_sign(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self._press(Pressed(Qt.Key(event.key()), event.modifiers(), event.text()))
        return True

    def _press(self, pressed: "Pressed") -> None:
        self._wedge, heard = press(self._wedge, pressed.text, time.monotonic() * 1000)
        self._settle(heard)
        self._held.append(pressed)
        self._wait()

    def _pause(self) -> None:
        self._wedge, heard = pause(self._wedge)
        self._settle(heard)
        self._wait()

    def _wait(self) -> None:
        wait = self._wedge.waits_ms
        if wait is None:
            self._held.clear()
            self._timer.stop()
        else:
            self._timer.start(round(wait))

    def _settle(self, heard: Heard) -> None:
        match heard:
            case Scanned(payload):
                self._held.clear()
                self.scanned.emit(payload)
            case Typed(keys):
                self._pass_on(len(keys))
            case None:
                pass

    def _pass_on(self, keys: int) -> None:
        """Send a person's keys, pressed and let go, to what has the focus."""
        self._passing = True
        for pressed in [self._held.popleft() for _ in range(min(keys, len(self._held)))]:
            target = QApplication.focusWidget()
            if target is not None:
                for kind in _KINDS:
                    event = QKeyEvent(kind, pressed.key, pressed.modifiers, pressed.text)
                    QCoreApplication.sendEvent(target, event)
        self._passing = False


def _types_a_sign(event: QKeyEvent) -> bool:
    """Return whether a scanner can have sent it; chords are a person's."""
    return len(event.text()) == 1 and not event.modifiers() & _NO_SIGN


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101  # widgets need one
    return application
