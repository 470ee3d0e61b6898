"""Header and Rail: the top and the bottom of every page, the same everywhere.

The rail stands low, so that a seated person reaches it, and has words under its icons, because an
icon alone is a guess. These two own their words; all other components are told theirs.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.theme import METRICS, theme
from ui.widgets.art import seal
from ui.widgets.button import Button, Kind
from ui.widgets.icon import Glyph
from ui.widgets.layout import Box, hbox, vbox
from ui.widgets.paint import follow_theme, painter_on
from ui.widgets.panel import Panel
from ui.widgets.steps import Steps
from ui.widgets.text import Text

RAIL_ICONS: Final = {
    "language": "globe",
    "text": "a-large-small",
    "contrast": "contrast",
    "listen": "headphones",
    "hide": "eye-off",
    "erase": "eraser",
}


class Seal(QWidget):
    """The sample city's seal, `size` millimetres wide."""

    def __init__(self, size: float = 15) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(self._size), theme().mm(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        accent = theme().color("accent")
        seal(painter_on(self), QRectF(self.rect()), accent, accent, theme().color("hero"))


class Header(QWidget):
    """Seal and city, the steps, and the promise. In landscape the steps stand between the two."""

    def __init__(self) -> None:
        super().__init__()
        self.seal = Seal()
        self.city = Text("lead", bold=True)
        self.steps = Steps()
        self.steps.hide()
        self._shield = Glyph("shield-check", 10, ink="success", disc=None)
        self.badge = Text("caption", ink="success", bold=True)
        self._row = hbox(self.seal, self.city, 1, self._shield, self.badge, gap=3)
        self._below = hbox()
        self.setLayout(vbox(self._row, self._below, gap=3, margins=(METRICS.page, 4)))
        theme().changed.connect(self._turn)
        self._turn()
        self.retranslate()

    def set_city(self, name: str) -> None:
        self.city.setText(name)

    def set_steps(self, names: Sequence[str], at: int, sentence: str = "") -> None:
        """Show where the person is; no names hide the steps."""
        self.steps.set_steps(names, at, sentence)
        self.steps.setVisible(bool(names))
        self._turn()

    def retranslate(self) -> None:
        self.badge.setText(self.tr("Nothing is kept"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(self.rect(), theme().color("paper"))

    def _turn(self) -> None:
        between = theme().landscape and not self.steps.isHidden()
        home = self._row if between else self._below
        self._row.removeWidget(self.steps)
        self._below.removeWidget(self.steps)
        home.insertWidget(3 if between else 0, self.steps, 12)
        self.update()


class Rail(Panel):
    """Six buttons at the bottom of every page. `pressed` carries the key of RAIL_ICONS."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__("sunken", edge=None, square=True)
        self.buttons = {key: self._button(key, icon) for key, icon in RAIL_ICONS.items()}
        self._box: Box = Box(QBoxLayout.Direction.LeftToRight, METRICS.gap, (4, 2))
        for button in self.buttons.values():
            self._box.addWidget(button, 1)
        self.setLayout(self._box)
        self.retranslate()

    def set_checked(self, key: str, *, checked: bool) -> None:
        """Show that larger text or high contrast is on."""
        self.buttons[key].setChecked(checked)

    def retranslate(self) -> None:
        words = {
            "language": self.tr("Language"),
            "text": self.tr("Larger text"),
            "contrast": self.tr("High contrast"),
            "listen": self.tr("Listen"),
            "hide": self.tr("Hide screen"),
            "erase": self.tr("Erase and leave"),
        }
        for key, word in words.items():
            self.buttons[key].setText(word)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, key: str, icon: str) -> Button:
        kind: Kind = "rail-danger" if key == "erase" else "rail"
        button = Button(kind, icon=icon, name=f"rail:{key}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.pressed.emit(key))
        return button
