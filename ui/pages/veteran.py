"""Veteran: whether the card shows that its holder served. Showing it and not are equal choices."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup

from ui.pages import Page, Place
from ui.pages.column import Column, Title
from ui.pages.parts import Foot, Grille
from ui.widgets import ChoiceTile, Text, vbox

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_LEAST = 84.0  # mm of a tile


class VeteranPage(Page):
    """`submitted` carries True or False. Nothing is chosen before somebody has chosen it."""

    name = "veteran"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("lead")
        self.tiles = {
            True: ChoiceTile(picture="medal", name="veteran:yes", least=_LEAST),
            False: ChoiceTile(picture="id-card", name="veteran:no", least=_LEAST),
        }
        self._group = QButtonGroup(self)
        self.foot = Foot()
        tiles = Grille(list(self.tiles.values()), portrait=1, landscape=2, gap=6)
        parts = (self.title, self.lead, 1, tiles, 2, self.foot)
        self.setLayout(vbox(Column(*parts, spare=[self.lead])))
        self._connect()
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        self._group.setExclusive(False)  # or nothing could be unchosen
        for value, tile in self.tiles.items():
            tile.setChecked(journey.application.veteran is value)
        self._group.setExclusive(True)
        self._allow()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Did you serve in the armed forces?"))
        self.lead.setText(
            self.tr("Your card can show it, if you like. It changes nothing else about your card.")
        )
        self.tiles[True].set_texts(self.tr("Show that I served"))
        self.tiles[False].set_texts(self.tr("Show nothing about it"))
        self.foot.retranslate()

    def _connect(self) -> None:
        for tile in self.tiles.values():
            self._group.addButton(tile)
            tile.toggled.connect(self._allow)
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(lambda: self.submitted.emit(self.tiles[True].isChecked()))

    def _allow(self) -> None:
        self.foot.next.setEnabled(any(tile.isChecked() for tile in self.tiles.values()))
