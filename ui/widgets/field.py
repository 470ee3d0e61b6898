"""Field: a label, a hint, an error and a box to write in. What is written there stays there.

X11 hands any selection to every client, and a clipboard outlives a session, so that the edit never
selects, copies, pastes or drags. It listens to a short list of keys; it forbids no long one.
"""

from typing import Final
from unicodedata import category

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.theme import METRICS, theme
from ui.widgets.layout import vbox
from ui.widgets.paint import box_shape, focus_ring, follow_theme, is_rtl, painter_on
from ui.widgets.text import Text

_MOVES: Final = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    }
)  # fmt: skip
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Secret(QLineEdit):
    """A line edit that offers its content to nobody: clipboard, selection, drag, menu or undo."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
        )
        # Focus by Tab selects all, and a selection is what X11 calls PRIMARY.
        self.selectionChanged.connect(self.deselect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _wanted(event):
            super().keyPressEvent(event)
        else:
            event.ignore()  # for the page's own shortcuts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:  # the middle one pastes
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()


def _wanted(event: QKeyEvent) -> bool:
    if event.key() in _MOVES:
        return event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
    text = event.text()
    controls = any(category(letter) == "Cc" for letter in text)  # joiners (Cf) belong to names
    return bool(text) and not controls and not event.modifiers() & _COMMANDS


class _Box(QWidget):
    """The painted frame around the edit."""

    def __init__(self, edit: Secret, chars: int) -> None:
        super().__init__()
        self.wrong = False
        self._edit = edit
        self._chars = chars
        self._row = QHBoxLayout(self)
        self._row.addWidget(edit)
        # All the height there is: Arabic letters reach deeper than the line QLineEdit asks for.
        edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        across = QSizePolicy.Policy.Fixed if chars else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._measure)
        follow_theme(self)
        self._measure()

    def sizeHint(self) -> QSize:
        now = theme()
        em = now.mm(METRICS.lead * now.text_scale)
        width = round(em * 0.62 * self._chars) + 2 * now.mm(8) if self._chars else now.mm(120)
        return QSize(max(width, now.mm(METRICS.target)), max(now.mm(23), round(em * 2.2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().mm(40)), self.sizeHint().height())

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        thick = theme().palette.edge_mm * 2.4 if self.wrong else 0
        box_shape(painter, box, "surface", "danger" if self.wrong else "edge", thick)
        if self._edit.hasFocus():
            focus_ring(painter, box)

    def _measure(self) -> None:
        now = theme()
        self._row.setContentsMargins(now.mm(5), now.mm(1), now.mm(5), now.mm(1))
        self._edit.setFont(now.font(METRICS.lead))
        palette = self._edit.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, now.color("ink"))
        self._edit.setPalette(palette)


class Field(QWidget):
    """A question's box. `digits` wants the number pad, `masked` shows dots, `latin` is for A to Z.

    `chars` makes the box as narrow as so many characters. Signals: `entered` carries the field
    that got the focus, `changed` the text after each change, `returned` comes with the Return key.
    """

    entered = Signal(QObject)
    changed = Signal(str)
    returned = Signal()

    def __init__(
        self,
        name: str = "",
        *,
        digits: bool = False,
        masked: bool = False,
        latin: bool = False,
        chars: int = 0,
        max_length: int = 200,
    ) -> None:
        super().__init__()
        self.digits = digits
        self._latin = latin
        self.label, self.hint, self.error = Text("strong"), Text("caption"), Text("danger")
        self.edit = Secret()
        self.edit.setMaxLength(max_length)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal)
        self.box = _Box(self.edit, chars)
        self._name(name)
        self._stack()
        self._connect()
        across = QSizePolicy.Policy.Maximum if chars else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show `text`; also forgets the edit's undo history."""
        self.edit.setText(text)

    def set_texts(self, label: str, hint: str = "") -> None:
        """Set the label and, if there is one, the hint under it."""
        self.label.setText(label)
        self.label.setVisible(bool(label))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._describe()

    def set_error(self, text: str) -> None:
        """Say above the box what to do; "" takes it back."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.set_wrong(wrong=bool(text))
        self._describe()

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark the box alone, where one error stands above several fields (a date)."""
        self.box.wrong = wrong
        self.box.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Give the box the focus: a touch on the label means the box, too."""
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.box.update()
            if event.type() is QEvent.Type.FocusIn:
                self.entered.emit(self)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def _name(self, name: str) -> None:
        self.setObjectName(name)
        self.edit.setObjectName(f"{name}:edit" if name else "")
        self.setFocusProxy(self.edit)

    def _stack(self) -> None:
        self.setLayout(vbox(self.label, self.hint, self.error, self.box, gap=1.5))
        for text in (self.label, self.hint, self.error):
            text.hide()
        self._align()

    def _connect(self) -> None:
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.returned)

    def _describe(self) -> None:
        self.edit.setAccessibleName(self.label.text())
        self.edit.setAccessibleDescription(self.error.text() or self.hint.text())

    def _align(self) -> None:
        if not self._latin:
            return
        # Latin letters are read from the left, but the text stays at the page's own edge.
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if is_rtl(self) else Qt.AlignmentFlag.AlignLeft
        self.edit.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
