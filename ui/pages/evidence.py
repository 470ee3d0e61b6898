"""Evidence: first the resident calls a clerk, then the clerk ticks the papers that lie there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout

from ui.pages import Page, Place, papers
from ui.pages.clerk_papers import ClerkPapers
from ui.pages.column import Column, Title
from ui.pages.leaves import Leaves
from ui.pages.parts import Foot, Point
from ui.pages.slip_face import SlipFace
from ui.widgets import Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_AROUND = (6.0, 5.0)  # mm around a point on the panel


class EvidencePage(Page):
    """`submitted` carries an Evidence that is sufficient.

    `give_back` returns the session to the resident; `not_today` ends it without a card, after a
    slip that says why has been offered.
    """

    give_back = Signal()
    not_today = Signal()

    name = "evidence"
    step = 3

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.resident = _Resident()
        self.clerk = ClerkPapers(place)
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self.resident)
        self.slip = SlipFace(ends=True)
        self._faces.addWidget(self.clerk)
        self._faces.addWidget(self.slip)
        self.resident.foot.back.clicked.connect(self.back)
        self.resident.foot.next.clicked.connect(lambda: self._faces.setCurrentIndex(1))
        self.clerk.give_back.clicked.connect(self.give_back)
        self.clerk.not_today.clicked.connect(self._say_why)
        self.slip.back.clicked.connect(self._look_again)
        self.slip.end.clicked.connect(self.not_today)
        self.clerk.next.clicked.connect(lambda: self.submitted.emit(self.clerk.evidence))
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        self.clerk.enter(journey)
        self._faces.setCurrentIndex(0)

    def leave(self) -> None:
        self.slip.clear()
        self.clerk.leave()

    def retranslate(self) -> None:
        self.resident.retranslate()
        self.clerk.retranslate()
        self.slip.retranslate(
            self.tr("No card today: why, and what to do"),
            self.tr("Back to the papers"),
            self.tr("Erase and end"),
        )

    def _say_why(self) -> None:
        place, evidence = self.place, self.clerk.evidence
        self.slip.show_slip(lambda: papers.appeal(place.city, evidence, place.today))
        self._faces.setCurrentWidget(self.slip)

    def _look_again(self) -> None:
        self.slip.clear()
        self._faces.setCurrentWidget(self.clerk)


class _Resident(Column):
    """Ask for a clerk; the clerk takes over with the one button."""

    def __init__(self) -> None:
        self.title, self.lead = Title(), Text("lead")
        self.points = [
            Point(icon, 22, _AROUND) for icon in ("bell-ring", "file-text", "hand-helping")
        ]
        self.foot = Foot(icon="user-round-check")
        self.foot.next.setObjectName("clerk-here")
        self._leaves = Leaves(self.points)
        super().__init__(self.title, self.lead, self._leaves, 1, self.foot, spare=[self.lead])

    def retranslate(self) -> None:
        self.title.setText(self.tr("Call a clerk"))
        self.lead.setText(self.tr("Your answers are ready. Now a clerk looks at your papers."))
        texts = (
            (self.tr("Call a clerk"), self.tr("Raise your hand. Somebody comes to you.")),
            (self.tr("Get your papers ready"), self.tr("The clerk looks at them here, with you.")),
            (self.tr("You get them back"), self.tr("At once. Nobody copies or keeps them.")),
        )
        for point, (head, tail) in zip(self.points, texts, strict=True):
            point.set_texts(head, tail)
        self.foot.retranslate()
        self.foot.next.setText(self.tr("I am the clerk"))
