"""Keys: what a key means anywhere, before any page hears of it.

The panic chord erases everything at once. Tab makes focus rings visible and a touch hides them; Qt
also moves the focus "by Tab" when a focused button goes away, and that is no sign of a keyboard.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

_CTRL_ALT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CTRL_SHIFT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CHORDS: Final = frozenset({(Qt.Key.Key_Backspace, _CTRL_ALT), (Qt.Key.Key_Escape, _CTRL_SHIFT)})
"""The keys that erase everything from anywhere, at once and without a question."""

_TABS: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_TAB_REASONS: Final = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})


class Keys(QObject):
    """Listens to the whole application. `panic` comes once a chord, however long it is held."""

    panic = Signal()

    def __init__(self, app: QCoreApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._tabbed = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._tabbed = False
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        elif event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            return self._focus(watched, event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _TABS:
            self._tabbed = True
        if (event.key(), event.modifiers()) not in CHORDS:
            return False
        if not event.isAutoRepeat():
            self.panic.emit()
        return True

    def _focus(self, watched: QObject, event: QFocusEvent) -> bool:
        """Replace a "Tab" that nobody has pressed by a focus without a reason."""
        if self._tabbed or event.reason() not in _TAB_REASONS:
            return False
        other = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
        QCoreApplication.sendEvent(watched, other)
        return True
