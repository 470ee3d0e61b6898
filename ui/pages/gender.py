"""Gender: the person's own words, or nothing. The tiles only save typing."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.session.application import Question, read_gender
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Bench, Complaint, Foot
from ui.pages.tray import Tray
from ui.pages.writing import hand_in
from ui.widgets import Button, ChoiceTile, Field, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class GenderPage(Page):
    """`submitted` carries a text; an empty one means that it was left out."""

    name = "gender"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.tiles = {
            key: ChoiceTile(name=f"gender:{key}") for key in ("female", "male", "nonbinary")
        }
        self.field = Field("gender")
        self.complaint = Complaint(place.missing, self.field)
        self.leave_out = Button("secondary", name="leave-out")
        self.foot, self.tray = Foot(self.leave_out), Tray(self.field)
        self.setLayout(Spread(self._column(), self.tray))
        self._connect()
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        self.field.set_text(journey.application.gender or "")
        self.complaint.clear()
        self.tray.start()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Which gender goes on your card?"))
        self.lead.setText(self.tr("Touch one, write your own words, or leave it out."))
        for key, text in self._words().items():
            self.tiles[key].set_texts(text)
        self.field.set_texts(self.tr("In your words"))
        self.leave_out.setText(self.tr("Leave it out"))
        self.foot.retranslate()
        self.complaint.retranslate()
        self._mark(self.field.text())

    def _words(self) -> dict[str, str]:
        return {
            "female": self.tr("Female"),
            "male": self.tr("Male"),
            "nonbinary": self.tr("Non-binary"),
        }

    def _column(self) -> QWidget:
        tiles = Bench(*self.tiles.values())
        parts = (self.title, self.lead, tiles, self.field, 1, self.foot)
        return Column(*parts, spare=[self.lead])

    def _connect(self) -> None:
        for key in self.tiles:
            self.tiles[key].clicked.connect(lambda _=False, key=key: self._fill(key))
        self.field.changed.connect(self._mark)
        self.leave_out.clicked.connect(lambda: self.submitted.emit(""))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)

    def _fill(self, key: str) -> None:
        self.field.set_text(self._words()[key])
        self.tray.start()

    def _mark(self, text: str) -> None:
        for key, words in self._words().items():
            self.tiles[key].setChecked(text.strip() == words)

    def _submit(self) -> None:
        read = read_gender(self.field.text(), self.place.printable)
        gender = self.place.fitting(Question.GENDER, read)
        hand_in(self, gender, lambda _: self.field)
