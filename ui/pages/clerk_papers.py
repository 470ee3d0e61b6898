"""Clerk's papers: which papers lie there, what each shows, and what they prove together.

A tick is all that is noted of a paper. The papers that the resident named before stand first.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.session.application import Application
from kiosk.session.evidence import Applicant, Document, Evidence, weigh
from kiosk.session.term import age
from ui.pages import Place, papers
from ui.pages.column import Sides, Title
from ui.pages.findings import Findings, Found
from ui.pages.heap import heap
from ui.pages.paper_face import PaperFace
from ui.pages.parts import Bench
from ui.pages.reasons import Reasons
from ui.pages.shelves import Shelf, Shelves
from ui.theme import theme
from ui.widgets import Button, Text

if TYPE_CHECKING:
    from kiosk.session.journey import Journey
    from ui.pages.read_face import ReadFace


class ClerkPapers(QWidget):
    """`evidence` is the last that was weighed. `give_back`, `not_today` and `next` are buttons."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        policy = place.city.evidence
        self.title, self.lead = Title(), Text("body")
        self.own, self.caretakers = heap(policy), heap(policy.of_caretaker())
        self._heap = self.own
        self.shelves, self.paper, self.reasons = Shelves(), PaperFace(place), Reasons()
        self.reading = _reading(place)
        self.findings = Findings(place)
        self.whose = Button("secondary", icon="users", name="whose")
        self.read = Button("secondary", icon="scan-line", name="read-paper")
        self.exception = Button("secondary", icon="user-round-check", name="exception")
        self.give_back = Button("secondary", icon="hand-helping", name="give-back")
        self.not_today = Button("danger", name="not-today")
        self.next = Button("primary", icon="arrow-right", icon_at_end=True, name="next")
        self._current = ""
        self._faces = QStackedLayout(self)
        self._journey: Journey | None = None
        self._lay_out()
        self._connect()
        self._fill()
        self._weigh_without("")

    def enter(self, journey: "Journey") -> None:
        """Begin anew: papers are looked at again whenever a clerk is called."""
        self._journey = journey
        self.own.begin()
        self.caretakers.begin(self._carried())
        self._heap = self.own
        if self.reading is not None:
            self.reading.forget()
        self._show_list()
        self._fill()
        self._weigh_without("")
        self.retranslate()

    def leave(self) -> None:
        """Forget what a paper said."""
        self._stop_reading()

    def retranslate(self) -> None:
        of_caretaker = self._heap is self.caretakers
        self.title.setText(
            self.tr("Clerk: which papers of the caretaker do you see?")
            if of_caretaker
            else self.tr("Clerk: which papers do you see?")
        )
        self.lead.setText(self._lead())
        self.whose.setText(self._whose())
        self.read.setText(self.tr("Read a paper"))
        self.exception.setText(self.tr("Exception by two"))
        self.give_back.setText(self.tr("Back to the resident"))
        self.not_today.setText(self.tr("Not today"))
        self.next.setText(self.tr("Continue"))
        self.shelves.rename([shelf.title for shelf in self._shelves()])
        self.paper.retranslate()
        self.reasons.retranslate()
        if self.reading is not None:
            self.reading.retranslate()
        self._say()

    def _lead(self) -> str:
        if self._heap is self.caretakers and self._carried():
            return self.tr("Ticked: seen for the child before. Look again at what you doubt.")
        return self.tr("Tick what you see. Nothing about the papers is kept.")

    def _whose(self) -> str:
        if self._heap is self.caretakers:
            return self.tr("Papers of the resident")
        if self._carried():
            return self.tr("Caretaker’s papers, seen before")
        return self.tr("Papers of a caretaker")

    # -- laying out ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        findings, others = self.findings, (self.give_back, self.not_today)
        reading = [self.read] if self._place.reading else []
        shelves = (self.shelves.title, self.shelves.leaves, self.shelves.turn)
        self._list = Sides(
            (self.title, self.lead, *shelves),
            (
                findings.missing,
                findings.enough,
                findings.would,
                1,
                Bench(self.whose, *reading, self.exception),
                Bench(*others),
                self.next,
            ),
            spare=[findings.would, self.lead],
            shares=(5, 4),
        )
        for face in filter(None, (self._list, self.paper, self.reasons, self.reading)):
            self._faces.addWidget(face)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        self.shelves.leaves.set_columns(1 if theme().landscape else 2)

    def _connect(self) -> None:
        for papers_of_one in (self.own, self.caretakers):
            for code, row in papers_of_one.rows.items():
                row.clicked.connect(lambda _=False, code=code: self._touched(code))
        self.paper.changed.connect(self._described)
        self.paper.done.connect(self._show_list)
        self.paper.taken_away.connect(self._take_away)
        self.paper.reading.connect(self._read)
        self.read.clicked.connect(self._read)
        if self.reading is not None:
            self.reading.done.connect(self._stop_reading)
            self.reading.zone_read.connect(self._settle_readable)
        self.whose.clicked.connect(self._change_heap)
        self.exception.clicked.connect(lambda: self._faces.setCurrentWidget(self.reasons))
        self.reasons.chosen.connect(self._take_exception)

    def _fill(self) -> None:
        self.shelves.fill(self._shelves())

    def _shelves(self) -> list[Shelf]:
        rows, policy = self._heap.rows, self._heap.policy
        named = self._named() if self._heap is self.own else []
        rest = [code for code in rows if code not in named]
        shelves = [Shelf(self.tr("What the resident has"), [rows[code] for code in named])]
        shelves += [
            Shelf(papers.group_name(policy, group), [rows[code] for code in codes])
            for group, codes in papers.groups(policy, rest).items()
        ]
        return [shelf for shelf in shelves if shelf.things]

    def _carried(self) -> tuple[Document, ...]:
        """Return the caretaker's papers that were seen for the child before, in the same visit."""
        shared = self._journey.shared if self._journey else None
        return shared.papers if shared else ()

    def _named(self) -> list[str]:
        """Return the kinds that the resident named before anybody looked."""
        readiness = self._journey.readiness if self._journey else None
        kinds = readiness.kinds if readiness else ()
        return [code for code in kinds if code in self.own.rows]

    # -- what the clerk does ---------------------------------------------------------------------

    def _touched(self, code: str) -> None:
        """Tick a paper and ask what it shows; a paper that is ticked is asked about again."""
        self._heap.tick(code)
        self._current = code
        self._change()
        self._faces.setCurrentWidget(self.paper)

    def _take_away(self) -> None:
        self._heap.take_away(self._current)
        self._show_list()
        self._change()

    def _show_list(self) -> None:
        self._current = ""
        self._faces.setCurrentWidget(self._list)

    def _described(self, document: Document) -> None:
        self._heap.there[document.kind] = document
        self._change()

    def _read(self) -> None:
        """Read a paper: the current one, or any."""
        if self._journey is not None and self.reading is not None:
            self._faces.setCurrentWidget(self.reading)
            self.reading.open(self._journey.application)

    def _stop_reading(self) -> None:
        if self.reading is not None and self._faces.currentWidget() is self.reading:
            self.reading.shut()
            self._faces.setCurrentWidget(self.paper if self._current else self._list)

    def _settle_readable(self) -> None:
        """Tick that the current paper can be read by a machine, where that counts; as by hand."""
        document = self._heap.there.get(self._current)
        if document and self._heap.policy.kinds[document.kind].unreadable is not None:
            self._described(replace(document, machine_readable=True))

    def _change_heap(self) -> None:
        self._heap = self.own if self._heap is self.caretakers else self.caretakers
        self._current = ""
        self._fill()
        self.retranslate()

    def _take_exception(self, reason: str) -> None:
        self._change(reason)
        self._show_list()

    def _change(self, reason: str = "") -> None:
        """Do without what is unmet for this reason; any change of the papers takes that back."""
        self._weigh_without(reason)
        self._say()

    # -- what it proves --------------------------------------------------------------------------

    def _weigh_without(self, reason: str) -> None:
        """Weigh the papers; with a `reason` do without what was unmet before."""
        policy, today = self._place.city.evidence, self._place.today
        unmet = self.evidence.unmet if reason else ()
        theirs = self.caretakers.documents
        caretaker = weigh(theirs, self.caretakers.policy, today) if theirs else None
        self._applicant = Applicant(
            self._age(), caretaker=caretaker is not None and caretaker.sufficient
        )
        excepted = frozenset(one.requirement.code for one in unmet)
        found = weigh(self.own.documents, policy, today, self._applicant, excepted)
        self.evidence: Evidence = replace(found, caretaker=caretaker, reason=reason)

    @property
    def _application(self) -> Application:
        return self._journey.application if self._journey else Application()

    def _age(self) -> int | None:
        born = self._application.birth_date
        return None if born is None else age(born, self._place.today)

    def _say(self) -> None:
        of_caretaker, policy = self._heap is self.caretakers, self._heap.policy
        shown = self.evidence
        if of_caretaker:
            shown = shown.caretaker or weigh([], policy, self._place.today)
        found = Found(self.evidence, shown, policy, self._applicant, self._application)
        verdicts = {document.kind: verdict for document, verdict in shown.verdicts}
        self._heap.say(verdicts)
        if self._current:
            self.paper.show_paper(self._heap.there[self._current], verdicts[self._current])
        self.findings.say(found)
        self._list.want(self.findings.would, wanted=bool(self.findings.would.text()))
        self.next.setEnabled(found.enough)
        may_come = of_caretaker or self._place.city.evidence.caretaker_spares(self._age())
        self.whose.setVisible(bool(self.caretakers.policy.requirements) and may_come)
        self.exception.setVisible(found.may_be_excepted)


def _reading(place: Place) -> "ReadFace | None":
    """Return the face that reads papers, where the station wants it."""
    if not place.reading:
        return None
    from ui.pages.read_face import ReadFace  # noqa: PLC0415  # a megabyte that no other needs

    return ReadFace(place)
