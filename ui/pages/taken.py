"""Taken: the card is out. Its picture here is a drawing, because the person's data is gone.

Where a caretaker may have another child with them, the page says what is kept for it meanwhile.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.parts import Room
from ui.widgets import Button, CardView, Notice, Text, vbox

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class TakenPage(Page):
    """`submitted` carries True; `another` asks for a card for another child of the family."""

    another = Signal()

    name = "taken"
    step = 4

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("lead")
        self.erased = Notice("success", icon="eraser")
        self._family = False
        self.more = Button("secondary", icon="users", name="another-child")
        self.have = Button("primary", icon="check", icon_at_end=True, name="have-card")
        body = Sides(
            (Room(CardView(), least=50, wish=150),),
            (self.lead, self.erased, 1, self.more, self.have),
            head=self.title,
            spare=[self.lead],
        )
        self.setLayout(vbox(body))
        self.have.clicked.connect(lambda: self.submitted.emit(True))
        self.more.clicked.connect(self.another)
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        """Offer a card for another child, if the journey left anything for one."""
        self._family = journey.shared is not None
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Take your card"))
        self.lead.setText(self.tr("Take your papers too."))
        self.erased.set_texts(*self._erased())
        self.more.setText(self.tr("I have it. A card for another child"))
        self.more.setVisible(self._family)
        self.have.setText(self.tr("I have my card"))

    def _erased(self) -> tuple[str, str]:
        if not self._family:
            return (
                self.tr("Your photo and answers are already erased."),
                self.tr("This screen forgets the rest when you leave."),
            )
        return (
            self.tr("Photo, name and birth date are erased."),
            self.tr("Address and caretaker’s papers are known until you leave."),
        )
