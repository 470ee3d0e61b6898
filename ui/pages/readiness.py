"""Readiness: which papers do you have with you? The answer comes before a letter is typed.

A quarter of those who come to such a counter are sent away for their papers. Here they know at
once, and if it will not do, which papers would; nothing of it has a name on it. Nobody is held up:
what a person says they have is not yet evidence, and a clerk may know better.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout

from kiosk.policy import ANY_AGE
from kiosk.session.evidence import completions, weigh
from kiosk.session.readiness import Readiness, ages_asked, caretaker_matters, own_kinds
from ui.pages import Page, Place, papers
from ui.pages.column import Sides, Title
from ui.pages.parts import Bench
from ui.pages.shelves import Shelf, Shelves
from ui.pages.slip_face import SlipFace
from ui.theme import theme
from ui.widgets import Button, ChoiceTile, Notice, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_GAP = 4.0  # mm between tiles
_TILE = 46.0  # mm


class ReadinessPage(Page):
    """`submitted` carries a Readiness. `slip` shows the list to take home."""

    name = "readiness"
    step = 0

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        policy = place.city.evidence
        self._policy = policy
        self.title, self.lead = Title(), Text("lead")
        self.tiles = {
            code: ChoiceTile(
                picture=papers.picture(policy, code), name=f"paper:{code}", least=_TILE
            )
            for code in own_kinds(policy)
        }
        self.ages = {
            ages: ChoiceTile(name=f"ages:{ages.least or 0}", least=_TILE)
            for ages in ages_asked(policy)
        }
        self.caretaker = ChoiceTile(picture="hand-helping", name="caretaker", least=_TILE)
        self.shelves = Shelves(_GAP)
        self.ask, self.short = Notice("info", icon="hand"), Notice("warning")
        self.enough = Notice("success", icon="badge-check")
        self.would = Text("body")
        self.back_button = Button("secondary", icon="arrow-left", name="back")
        self.list_button = Button("secondary", icon="printer", name="list")
        self.next = Button("primary", icon="arrow-right", icon_at_end=True, name="next")
        self.slip = SlipFace()
        self._faces = QStackedLayout(self)
        self._lay_out()
        self._connect()
        self._fill()
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        self._choose_again()
        shared = journey.shared.readiness if journey.shared else Readiness()
        said = journey.readiness or shared
        for code, tile in self.tiles.items():
            tile.setChecked(code in said.kinds)
        for ages, tile in self.ages.items():
            tile.setChecked(ages == said.ages)
        self.caretaker.setChecked(said.caretaker)
        self._fill()
        self._weigh()

    def said(self) -> Readiness:
        """Return what is touched now."""
        kinds = tuple(code for code, tile in self.tiles.items() if tile.isChecked())
        ages = next((ages for ages, tile in self.ages.items() if tile.isChecked()), ANY_AGE)
        caretaker = self.caretaker.isChecked() and caretaker_matters(self._policy, ages)
        return Readiness(kinds, ages, caretaker)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Which papers do you have with you?"))
        self.lead.setText(self.tr("Touch them. Nobody copies them, and you keep them."))
        self._name_tiles()
        for ages, tile in self.ages.items():
            tile.set_texts(papers.ages_in_words(ages), self.tr("years old"))
        self.caretaker.set_texts(self.tr("A parent or caretaker is here too"))
        self.shelves.rename([shelf.title for shelf in self._shelves()])
        self.back_button.setText(self.tr("Back"))
        self.list_button.setText(self.tr("My list"))
        self.next.setText(self.tr("Go on"))
        self.ask.set_texts(self.tr("You see at once whether your papers do."))
        later = self.tr("A clerk looks at them later.")
        self.enough.set_texts(self.tr("These papers will do."), later)
        self.slip.retranslate(self.tr("Your list to take home"), self.tr("Back"))
        self._weigh()

    def _name_tiles(self) -> None:
        """Name the papers, with what there is to say of them where the text leaves room."""
        for code, tile in self.tiles.items():
            note = "" if theme().text_scale > 1 else papers.note(self._policy.kinds[code])
            tile.set_texts(papers.name(self._policy, code), note)

    def leave(self) -> None:
        self.slip.clear()

    def _connect(self) -> None:
        for tile in (*self.tiles.values(), self.caretaker):
            tile.clicked.connect(self._weigh)
        for tile in self.ages.values():
            tile.clicked.connect(lambda _=False, tile=tile: self._choose_age(tile))
        self.back_button.clicked.connect(self.back)
        self.list_button.clicked.connect(self._show_list)
        self.slip.back.clicked.connect(self._choose_again)
        self.next.clicked.connect(lambda: self.submitted.emit(self.said()))

    def _lay_out(self) -> None:
        notices = (self.ask, self.short, self.enough, self.would)
        buttons = Bench(self.back_button, self.list_button, self.next, shares=(2, 2, 3))
        shelves = (self.shelves.title, self.shelves.leaves, self.shelves.turn)
        sides = Sides(
            (self.title, self.lead, *shelves),
            (*notices, 1, buttons),
            spare=[self.lead, self.would],
            shares=(3, 2),
        )
        self._sides = sides
        self._faces.addWidget(sides)
        self._faces.addWidget(self.slip)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        crowded = theme().text_scale > 1
        self.shelves.leaves.set_columns((3 if crowded else 4) if theme().landscape else 3 - crowded)
        self._name_tiles()

    def _fill(self) -> None:
        self.shelves.fill(self._shelves())

    def _shelves(self) -> list[Shelf]:
        """Return the groups of the pack, and what may spare somebody young a paper."""
        groups = papers.groups(self._policy, self.tiles)
        shelves = [
            Shelf(papers.group_name(self._policy, group), [self.tiles[code] for code in codes])
            for group, codes in groups.items()
        ]
        if self.ages:
            title = self.tr("How old is the person who gets the card?")
            shelves.append(Shelf(title, [*self.ages.values(), self.caretaker]))
        return shelves

    def _show_list(self) -> None:
        place, said = self.place, self.said()
        self.slip.show_slip(lambda: papers.take_home(place.city, said, place.today))
        self._faces.setCurrentWidget(self.slip)

    def _choose_again(self) -> None:
        self.slip.clear()
        self._faces.setCurrentIndex(0)

    def _choose_age(self, chosen: ChoiceTile) -> None:
        for tile in self.ages.values():
            tile.setChecked(tile is chosen and tile.isChecked())
        self._weigh()

    def _weigh(self) -> None:
        said = self.said()
        rules = (said.documents, self._policy, self.place.today, said.applicant)
        evidence = weigh(*rules)
        nothing = not said.kinds
        self.caretaker.setEnabled(caretaker_matters(self._policy, said.ages))
        lists = () if nothing or evidence.sufficient else completions(*rules)
        self.short.set_texts(self.tr("Not yet. Still missing:"), papers.lacking(evidence))
        self.would.setText(papers.completing(self._policy, lists))
        self._sides.want(self.would, wanted=bool(lists))
        self.ask.setVisible(nothing)
        self.short.setVisible(not nothing and not evidence.sufficient)
        self.enough.setVisible(not nothing and evidence.sufficient)
        self.list_button.setVisible(not evidence.sufficient)
