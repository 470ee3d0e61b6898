"""Reasons: why two members of staff do without a paper. A code, never a text about anybody."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets import Chip, Chips, Panel, Text, vbox
from ui.words import word

CODES: Final = (
    "exception-lost",
    "exception-withheld",
    "exception-never",
    "exception-danger",
)


class Reasons(QWidget):
    """`chosen` carries the code that was touched. Hidden until it is asked for."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("strong")
        self.chips = {code: Chip(code) for code in CODES}
        ground, row = Panel(), Chips()
        row.show_chips([*self.chips.values()])
        ground.setLayout(vbox(self.title, row, gap=2, margins=(5, 4)))
        self.setLayout(vbox(ground))
        for code, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Why? Two members of staff approve it with their PINs."))
        for code, chip in self.chips.items():
            chip.setChecked(False)
            chip.setText(word(code))
