"""Name: as the person writes it, in any script; many people have a single name."""

from typing import TYPE_CHECKING

from kiosk.session.application import Name, Question, Refusal, read_name
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Complaint, Foot
from ui.pages.tray import Tray
from ui.pages.writing import hand_in
from ui.widgets import Field, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class NamePage(Page):
    """`submitted` carries a Name."""

    name = "name"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.given, self.family = Field("given"), Field("family")
        self.complaint = Complaint(place.missing, self.given, self.family)
        self.foot, self.tray = Foot(), Tray(self.given, self.family)
        parts = (self.title, self.lead, self.given, self.family, 1, self.foot)
        self.setLayout(Spread(Column(*parts, spare=[self.lead]), self.tray))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        name = journey.application.name or Name("", "")
        self.given.set_text(name.given)
        self.family.set_text(name.family)
        self.complaint.clear()
        self.tray.start()

    def retranslate(self) -> None:
        self.title.setText(self.tr("What is your name?"))
        self.lead.setText(
            self.tr(
                "Write it as you want it on the card, in any alphabet. "
                "If you have only one name, leave the other box empty."
            )
        )
        self.given.set_texts(self.tr("Given names"))
        self.family.set_texts(self.tr("Family name"))
        self.foot.retranslate()
        self.complaint.retranslate()

    def _submit(self) -> None:
        hand_in(self, self._read(self.given.text(), self.family.text()), self._at_fault)

    def _at_fault(self, refusal: Refusal) -> Field:
        if refusal is Refusal.NAME_EMPTY:
            return self.given
        return self.given if self._read(self.given.text(), "") is refusal else self.family

    def _read(self, given: str, family: str) -> Name | Refusal:
        name = read_name(given, family, self.place.printable)
        return self.place.fitting(Question.NAME, name)
