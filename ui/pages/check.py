"""Check: the card as it will be printed, and every answer with a way to change it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.devices import Frame
from kiosk.session.application import Address, AddressKind, Application
from kiosk.session.review import Confirmation
from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.leaves import Leaves
from ui.pages.parts import Bench, Foot, Room
from ui.translate import day_in_words
from ui.widgets import Button, CardView, Notice, Row, Text, vbox
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_STAGES = (
    "name",
    "latin_name",
    "birth_date",
    "gender",
    "address",
    "veteran",
    "emergency_contact",
)


class CheckPage(Page):
    """`submitted` carries the Confirmation that was shown; `change` the stage to go back to."""

    change = Signal(str)

    name = "check"
    step = 3

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.card = CardView()
        self.turn = Button("ghost", icon="rotate-ccw", name="turn")
        self.photo = Button("ghost", icon="camera", name="change:portrait")
        self.rows = {stage: Row(name=f"change:{stage}") for stage in _STAGES}
        self.unfit = Notice("warning")
        self.foot = Foot(icon="check")
        self._application = Application()
        self._confirmation: Confirmation | None = None
        self._sides: tuple[Frame, ...] = ()
        self._unfit: tuple[str, ...] = ()
        self._back_up = False
        self._lay_out()
        self._connect()
        self._show()

    def enter(self, journey: "Journey") -> None:
        self._application = journey.application
        asked = self.place.asked(self._application)
        self.leaves.set_rows([row for stage, row in self.rows.items() if stage in asked])
        self._forget()
        self._show()

    def show_preview(
        self, confirmation: Confirmation, front: Frame, back: Frame, unfit: tuple[str, ...]
    ) -> None:
        """Show the drawn card; `unfit` names the answers for which it has no room."""
        self._confirmation, self._sides, self._unfit = confirmation, (front, back), unfit
        self._application = confirmation.application
        self._show()

    def show_unfit(self, unfit: tuple[str, ...]) -> None:
        """Say which answers the card has no room for; there is nothing to confirm."""
        self._confirmation, self._sides, self._unfit = None, (), unfit
        self._show()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Is everything right?"))
        drawn = self.tr("This is exactly what will be printed.")
        waiting = "" if self._unfit else self.tr("Your card is being drawn.")
        self.lead.setText(drawn if self._sides else waiting)
        self.turn.setText(
            self.tr("Front of the card") if self._back_up else self.tr("Back of the card")
        )
        self.photo.setText(self.tr("Change the photo"))
        values = self._values()
        for stage, row in self.rows.items():
            row.set_texts(word(stage), values[stage], self.tr("Change"))
        self.unfit.set_texts(
            self.tr("This is too long for the card: {answers}").format(
                answers=", ".join(map(word, self._unfit))
            ),
            self.tr("Please make it shorter."),
        )
        self.foot.retranslate()
        self.foot.next.setText(self.tr("This is right"))

    def _lay_out(self) -> None:
        room = Room(self.card, least=72, wish=160)
        self.leaves = Leaves()
        self._body = Sides(
            (self.title, self.lead, room, Bench(self.turn, self.photo)),
            (self.unfit, self.leaves, 1, self.foot),
            spare=[self.lead],
            shares=(4, 5),
        )
        self.setLayout(vbox(self._body))

    def _connect(self) -> None:
        for stage, row in self.rows.items():
            row.change.clicked.connect(lambda _=False, stage=stage: self.change.emit(stage))
        self.photo.clicked.connect(lambda: self.change.emit("portrait"))
        self.turn.clicked.connect(self._turn_over)
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(lambda: self.submitted.emit(self._confirmation))

    def _forget(self) -> None:
        self._confirmation, self._sides, self._unfit, self._back_up = None, (), (), False

    def _turn_over(self) -> None:
        self._back_up = not self._back_up
        self._show()

    def _show(self) -> None:
        self.card.set_frame(self._sides[self._back_up] if self._sides else None)
        self.turn.setVisible(bool(self._sides))
        self.foot.next.setEnabled(self._confirmation is not None and not self._unfit)
        self.unfit.setVisible(bool(self._unfit))
        self.retranslate()

    def _values(self) -> dict[str, str]:
        answers = self._application
        name, born = answers.name, answers.birth_date
        return {
            "name": " ".join(filter(None, (name.given, name.family))) if name else "",
            "latin_name": answers.latin_name or self.tr("left out"),
            "birth_date": day_in_words(born) if born else "",
            "gender": answers.gender or self.tr("left out"),
            "address": self._address(answers.address),
            "veteran": self.tr("shown on the card") if answers.veteran else self.tr("left out"),
            "emergency_contact": ", ".join(answers.emergency_contact or ()) or self.tr("left out"),
        }

    def _address(self, address: Address | None) -> str:
        if address is None or address.kind is AddressKind.OMITTED:
            return self.tr("left out")
        return ", ".join(filter(None, (*address.lines, address.postcode)))
