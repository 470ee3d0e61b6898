"""Language: chosen by its own name, before any other word has to be read."""

from typing import TYPE_CHECKING

from ui.pages import Page, Place
from ui.pages.column import Column, Spread
from ui.pages.parts import Grille, Point
from ui.theme import theme
from ui.translate import LANGUAGES, language
from ui.widgets import Button, Hero, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_FEW = 3  # so many languages stand below one another in portrait


class LanguagePage(Page):
    """`submitted` carries a language's code."""

    name = "language"
    step = 0

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.hero, self.title = Hero(), Text("heading")
        self.tiles = {code: _tile(code) for code in place.city.languages}
        self.promises = [Point(icon) for icon in ("eraser", "wifi-off", "user-round")]
        for code, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, code=code: self.submitted.emit(code))
        columns = 1 if len(self.tiles) <= _FEW else 2
        tiles = Grille(list(self.tiles.values()), columns, 3)
        promises = Grille([*self.promises], 1, 3)
        column = Column(1, self.title, tiles, 1, promises, 1, spare=[promises])
        self.setLayout(Spread(self.hero, column, shares=(1, 2), portrait=(2, 5)))
        theme().changed.connect(self._turn)
        self._turn()
        self.retranslate()

    def enter(self, _journey: "Journey") -> None:
        self._mark()

    def retranslate(self) -> None:
        self.hero.set_texts(
            self.tr("Get your City ID card"),
            self.tr("About 8 minutes. Your card is printed here, today."),
        )
        self.title.setText(self.tr("Choose your language"))
        texts = (
            (
                self.tr("Nothing is kept"),
                self.tr("Everything you enter is erased when you leave."),
            ),
            (self.tr("No internet"), self.tr("This machine is not connected to the internet.")),
            (self.tr("You decide"), self.tr("You see your card before it is printed.")),
        )
        for promise, (head, tail) in zip(self.promises, texts, strict=True):
            promise.set_texts(head, tail)
        self._mark()

    def _turn(self) -> None:
        """Leave out the hero's second line where large words need the narrow side's height."""
        self.hero.lead.setVisible(not (theme().landscape and theme().text_scale > 1))

    def _mark(self) -> None:
        for code, tile in self.tiles.items():
            tile.setChecked(code == language())


def _tile(code: str) -> Button:
    names = LANGUAGES[code]
    other = names.english if names.english != names.name else ""
    tile = Button("tile", names.name, sub=other, name=f"language:{code}")
    tile.setCheckable(True)
    return tile
