"""Evidence: first the resident calls a clerk, then the clerk ticks the papers that lie there.

A tick is all that is noted of a paper. What is still missing is said in words while the clerk
ticks, because nobody should be sent away without knowing what to bring.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.city import DocumentKind
from kiosk.session.evidence import Document, Evidence, weigh
from ui.pages import Page, Place
from ui.pages.column import Column, Sides, Title
from ui.pages.leaves import Leaves
from ui.pages.parts import Bench, Foot, Point
from ui.theme import theme
from ui.translate import language
from ui.widgets import Button, CheckRow, Notice, Text
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_AROUND = (6.0, 5.0)  # mm around a point on the panel


class EvidencePage(Page):
    """`submitted` carries an Evidence that is sufficient.

    `give_back` returns the session to the resident; `not_today` ends it without a card.
    """

    give_back = Signal()
    not_today = Signal()

    name = "evidence"
    step = 3

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.resident = _Resident()
        self.clerk = _Clerk(place)
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self.resident)
        self._faces.addWidget(self.clerk)
        self.resident.foot.back.clicked.connect(self.back)
        self.resident.foot.next.clicked.connect(lambda: self._faces.setCurrentIndex(1))
        self.clerk.give_back.clicked.connect(self.give_back)
        self.clerk.not_today.clicked.connect(self.not_today)
        self.clerk.next.clicked.connect(lambda: self.submitted.emit(self.clerk.evidence))
        self.retranslate()

    def enter(self, _journey: "Journey") -> None:
        self.clerk.untick()
        self._faces.setCurrentIndex(0)

    def retranslate(self) -> None:
        self.resident.retranslate()
        self.clerk.retranslate()


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


class _Clerk(QWidget):
    """Rows to tick, and what the ticked papers prove. `evidence` is the last that was weighed."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self.title, self.lead = Title(), Text("body")
        kinds = place.city.evidence.kinds
        self.rows = {kind: CheckRow(name=f"document:{kind}") for kind in kinds}
        self.missing, self.enough = Notice("warning"), Notice("success", icon="badge-check")
        self.give_back = Button("secondary", icon="hand-helping", name="give-back")
        self.not_today = Button("danger", name="not-today")
        self.next = Button("primary", icon="arrow-right", icon_at_end=True, name="next")
        self._leaves = Leaves(list(self.rows.values()))
        for row in self.rows.values():
            row.toggled.connect(self._weigh)
        self._lay_out()

    def untick(self) -> None:
        """Begin anew: papers are looked at again whenever a clerk is called."""
        for row in self.rows.values():
            row.setChecked(False)
        self._weigh()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Clerk: which papers do you see?"))
        self.lead.setText(self.tr("Tick only papers that are valid. Nothing about them is kept."))
        for kind, row in self.rows.items():
            entry = self._place.city.evidence.kinds[kind]
            row.set_texts(entry.name[language()], self._note(entry))
        self.give_back.setText(self.tr("Back to the resident"))
        self.not_today.setText(self.tr("Not today"))
        self.next.setText(self.tr("Continue"))
        self._weigh()

    def _lay_out(self) -> None:
        others = Bench(self.give_back, self.not_today)
        sides = Sides(
            (self.title, self.lead, self._leaves),
            (self.missing, self.enough, 1, others, self.next),
            spare=[self.lead],
            shares=(3, 2),
        )
        layout = QStackedLayout(self)
        layout.addWidget(sides)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        crowded = theme().landscape or theme().text_scale > 1
        self._leaves.set_columns(2 if crowded else 1)

    def _note(self, entry: DocumentKind) -> str:
        """Return what a paper proves and which rule goes with it."""
        parts = [word(name) for name in entry.points]
        if entry.note:
            parts.append(entry.note[language()])
        if entry.grace_days:
            parts.append(self.tr("may be expired for up to %n day(s)", "", entry.grace_days))
        return " · ".join(parts)

    def _weigh(self) -> None:
        ticked = [Document(kind) for kind, row in self.rows.items() if row.isChecked()]
        self.evidence: Evidence = weigh(ticked, self._place.city.evidence, self._place.today)
        self.next.setEnabled(self.evidence.sufficient)
        self.enough.set_texts(self.tr("These papers do."), self.tr("Hand them back now."))
        self.missing.set_texts(self.tr("Still missing, a paper for:"), self._lacking())
        self.enough.setVisible(self.evidence.sufficient)
        self.missing.setVisible(not self.evidence.sufficient)

    def _lacking(self) -> str:
        """Return what is lacking; points are only worth a word where there are several."""
        lines = []
        for name, points in self.evidence.missing.items():
            worth = self.tr("(%n point(s))", "", points) if points > 1 else ""
            lines.append(f"{word(name)} {worth}".strip())
        return ", ".join(lines)
