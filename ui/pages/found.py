"""Found: what a clerk finds in the printer, as large buttons; the same on every page that asks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets import Button, vbox

_ICONS = {"good": "circle-check", "bad": "triangle-alert", "none": "x", "empty": "circle-check"}


class Found(QWidget):
    """A button "look:…" for each of `looks`; `chosen` carries the one that was touched."""

    chosen = Signal(str)

    def __init__(self, *looks: str) -> None:
        super().__init__()
        self.buttons = {
            look: Button("secondary", icon=_ICONS[look], name=f"look:{look}") for look in looks
        }
        self.setLayout(vbox(*self.buttons.values()))
        for look, button in self.buttons.items():
            button.clicked.connect(lambda _=False, look=look: self.chosen.emit(look))

    def offer(self, looks: tuple[str, ...]) -> None:
        """Show only the buttons of `looks`."""
        for look, button in self.buttons.items():
            button.setVisible(look in looks)

    def retranslate(self) -> None:
        words = {
            "good": self.tr("A good card"),
            "bad": self.tr("A bad card"),
            "none": self.tr("No card"),
            "empty": self.tr("The printer is empty"),
        }
        for look, button in self.buttons.items():
            button.setText(words[look])
