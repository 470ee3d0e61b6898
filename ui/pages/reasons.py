"""Reasons: why two members of staff do without a paper. A code, never a text about anybody."""

from typing import Final

from PySide6.QtCore import Signal

from ui.pages.column import Column, Title
from ui.widgets import Button, ChoiceTile, Text
from ui.words import word

CODES: Final = (
    "exception-lost",
    "exception-withheld",
    "exception-never",
    "exception-danger",
)


class Reasons(Column):
    """`chosen` carries the code that was touched, or "" if there is none after all."""

    chosen = Signal(str)

    def __init__(self) -> None:
        self.title, self.lead = Title(), Text("lead")
        self.tiles = {code: ChoiceTile(name=code) for code in CODES}
        self.back = Button("secondary", icon="arrow-left", name="no-exception")
        super().__init__(
            self.title, self.lead, *self.tiles.values(), 1, self.back, spare=[self.lead]
        )
        for code, tile in self.tiles.items():
            tile.setCheckable(False)
            tile.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
        self.back.clicked.connect(lambda: self.chosen.emit(""))
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Why is there no such paper?"))
        self.lead.setText(self.tr("Two members of staff approve the card with their PINs."))
        self.back.setText(self.tr("Back to the papers"))
        for code, tile in self.tiles.items():
            tile.set_texts(word(code))
