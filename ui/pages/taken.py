"""Taken: the card is out. Its picture here is a drawing, because the person's data is gone."""

from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.parts import Room
from ui.widgets import Button, CardView, Notice, Text, vbox


class TakenPage(Page):
    """`submitted` carries True."""

    name = "taken"
    step = 4

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("lead")
        self.erased = Notice("success", icon="eraser")
        self.have = Button("primary", icon="check", icon_at_end=True, name="have-card")
        body = Sides(
            (Room(CardView(), least=50, wish=150),),
            (self.lead, self.erased, 1, self.have),
            head=self.title,
        )
        self.setLayout(vbox(body))
        self.have.clicked.connect(lambda: self.submitted.emit(True))
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Take your card"))
        self.lead.setText(self.tr("Take your papers too."))
        self.erased.set_texts(
            self.tr("Your photo and answers are already erased."),
            self.tr("This screen forgets the rest when you leave."),
        )
        self.have.setText(self.tr("I have my card"))
