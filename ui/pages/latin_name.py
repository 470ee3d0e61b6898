"""Latin name: the spelling that the rest of the world can read, as the person's papers have it.

Only where a rule is safe there is a suggestion (see `kiosk.formats.latin`), and it can be changed.
"""

from typing import TYPE_CHECKING

from kiosk.formats import latin
from kiosk.session.application import Name, Question, read_latin_name
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Complaint, Foot
from ui.pages.tray import Tray
from ui.pages.writing import hand_in
from ui.widgets import Field, Notice, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class LatinNamePage(Page):
    """`submitted` carries a text; an empty one leaves the line out."""

    name = "latin_name"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.field = Field("latin", latin=True)
        self.notice = Notice("info", icon="lightbulb")
        self._suggested = False
        self.complaint = Complaint(place.missing, self.field)
        self.foot, self.tray = Foot(), Tray(self.field, latin=True)
        parts = (self.title, self.lead, self.field, self.notice, 1, self.foot)
        self._column = Column(*parts, spare=[self.notice, self.lead])
        self.setLayout(Spread(self._column, self.tray))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        given = journey.application.latin_name
        suggestion = _suggest(journey.application.name) if given is None else ""
        self._suggested = bool(suggestion)
        self.field.set_text(suggestion if given is None else given)
        self.complaint.clear()
        self.retranslate()
        self.tray.start()

    def retranslate(self) -> None:
        self.title.setText(self.tr("How is your name written in letters A to Z?"))
        self.lead.setText(
            self.tr("So that everybody can read your card. You may also leave it empty.")
        )
        self.field.set_texts(self.tr("Name in letters A to Z"))
        head = self.tr("This is only our suggestion.") if self._suggested else ""
        self.notice.set_texts(head, self.tr("Do your papers spell it another way? Write it so."))
        self.foot.retranslate()
        self.complaint.retranslate()

    def _submit(self) -> None:
        read = read_latin_name(self.field.text(), self.place.printable)
        name = self.place.fitting(Question.LATIN_NAME, read)
        hand_in(self, name, lambda _: self.field)


def _suggest(name: Name | None) -> str:
    return (latin.full(name.given, name.family) or "") if name else ""
