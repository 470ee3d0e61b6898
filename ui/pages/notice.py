"""Notice: what will be asked, who looks at it, and what becomes of it, before it is asked."""

from typing import TYPE_CHECKING

from ui.pages import Page, Place
from ui.pages.column import Column, Title
from ui.pages.leaves import Leaves
from ui.pages.parts import Foot, Point
from ui.theme import theme
from ui.widgets import Text, vbox

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_AROUND = (6.0, 5.0)  # mm around a point on the panel


class NoticePage(Page):
    """`submitted` carries True."""

    name = "notice"
    step = 0

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("lead")
        self.points = [
            Point(icon, 22, _AROUND)
            for icon in ("user-round", "camera", "users", "printer", "eraser")
        ]
        self.foot = Foot()
        self._leaves = Leaves(self.points)
        parts = (self.title, self.lead, self._leaves, 1, self.foot)
        self.setLayout(vbox(Column(*parts, spare=[self.lead])))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(lambda: self.submitted.emit(True))
        theme().changed.connect(self._turn)
        self._turn()
        self.retranslate()

    def enter(self, _journey: "Journey") -> None:
        self.foot.next.setFocus()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Do you want a card?"))
        self.lead.setText(self.tr("This is what happens if you go on."))
        for point, (head, tail) in zip(self.points, self._texts(), strict=True):
            point.set_texts(head, tail)
        self.foot.retranslate()
        self.foot.next.setText(self.tr("Yes, go on"))

    def _turn(self) -> None:
        self._leaves.set_columns(2 if theme().landscape else 1)

    def _texts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("We ask what the card shows"),
                self.tr(
                    "Your name and birth date. Gender and address only if you want. "
                    "We never ask about immigration."
                ),
            ),
            (
                self.tr("We take a photo"),
                self.tr("It is for your card only. You can take it again."),
            ),
            (
                self.tr("A clerk looks at your papers"),
                self.tr("You get them back at once. Nobody copies them."),
            ),
            (
                self.tr("Your card is printed"),
                self.tr("Only after you have seen it and said that it is right."),
            ),
            (
                self.tr("Everything is erased"),
                self.tr("Your answers and your photo. Also if you stop, at any time."),
            ),
        )
