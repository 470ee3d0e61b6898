"""Touch: what every button-like component does alike, whatever it looks like.

A touch counts only if it begins and ends inside (VVSG 2.0, 7.2-H); QAbstractButton sees to that. A
focus ring is painted only while keys drive the screen, as browsers do with "focus visible".
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme import theme
from ui.widgets.paint import follow_theme

_BY_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class Touch(QAbstractButton):
    """A control with a text, an object name and a height that depends on its width."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_horizontal(QSizePolicy.Policy.Preferred)
        follow_theme(self)
        self.setText(text)

    def set_horizontal(self, policy: QSizePolicy.Policy) -> None:
        """Set how the width behaves; the height always follows from the width."""
        size = QSizePolicy(policy, QSizePolicy.Policy.Preferred)
        size.setHeightForWidth(True)
        self.setSizePolicy(size)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()
        self.update()

    @property
    def ring(self) -> bool:
        """Whether a focus ring is to be painted."""
        return self.hasFocus() and theme().keys_drive

    @property
    def lit(self) -> bool:
        """Whether it looks pressed or chosen."""
        return self.isDown() or self.isChecked()

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS:
            theme().keys_drive = True
        super().focusInEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        theme().keys_drive = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        theme().keys_drive = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
