"""Emergency contact: whom to call, printed on the back of the card and kept nowhere."""

from typing import TYPE_CHECKING

from kiosk.session.application import Question, Refusal, read_emergency_contact
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Complaint, Foot
from ui.pages.tray import Tray
from ui.pages.writing import hand_in
from ui.widgets import Button, Field, Notice, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class EmergencyContactPage(Page):
    """`submitted` carries the lines to be printed; none of them means that it was left out."""

    name = "emergency_contact"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.who, self.reach = Field("who"), Field("reach")
        self.kept = Notice("info", icon="id-card")
        self.complaint = Complaint(place.missing, self.who, self.reach)
        self.leave_out = Button("primary", name="leave-out")  # as good an answer as any
        self.foot, self.tray = Foot(self.leave_out), Tray(self.who, self.reach)
        parts = (self.title, self.lead, self.who, self.reach, self.kept, 1, self.foot)
        # The fields say what is asked, where large words leave no room for the question.
        column = Column(*parts, spare=[self.kept, self.lead, self.title])
        self.setLayout(Spread(column, self.tray))
        self._connect()
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        *who, reach = journey.application.emergency_contact or ("",)
        self.who.set_text(" ".join(who))
        self.reach.set_text(reach)
        self.complaint.clear()
        self.tray.start()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Whom to call in an emergency?"))
        self.lead.setText(self.tr("It is printed on the back of the card and kept nowhere else."))
        self.who.set_texts(self.tr("Whom should we call?"))
        self.reach.set_texts(self.tr("Phone number, or another way"))
        self.kept.set_texts(
            self.tr("Anybody who holds the card can read it."),
            self.tr("You can leave it out. The card is as good without it."),
        )
        self.leave_out.setText(self.tr("Leave it out"))
        self.foot.retranslate()
        self.complaint.retranslate()

    def _connect(self) -> None:
        self.leave_out.clicked.connect(lambda: self.submitted.emit(()))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)

    def _submit(self) -> None:
        hand_in(self, self._read(self.who.text(), self.reach.text()), self._at_fault)

    def _at_fault(self, refusal: Refusal) -> Field:
        if refusal is Refusal.CONTACT_EMPTY:
            return self.reach
        return self.reach if self._read("", self.reach.text()) is refusal else self.who

    def _read(self, who: str, reach: str) -> tuple[str, ...] | Refusal:
        lines = read_emergency_contact(who, reach, self.place.printable)
        return self.place.fitting(Question.EMERGENCY_CONTACT, lines)
