"""Clerk's papers: which papers lie there, what each shows, and what they prove together.

A tick is all that is noted of a paper. While the clerk ticks, what is still missing and which
papers would complete it is said in words, because nobody should be sent away without knowing what
to bring. The papers that the resident named before stand first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.policy import EvidencePolicy, Holder
from kiosk.session.evidence import (
    Applicant,
    Document,
    Evidence,
    Verdict,
    completions,
    weigh,
)
from kiosk.session.review import address_fits
from kiosk.session.term import age, term
from ui.pages import Place, papers
from ui.pages.column import Sides, Title
from ui.pages.paper_face import PaperFace
from ui.pages.parts import Bench
from ui.pages.reasons import Reasons
from ui.pages.shelves import Shelf, Shelves
from ui.theme import theme
from ui.translate import language
from ui.widgets import Button, CheckRow, Notice, Text
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey
    from ui.pages.read_face import ReadFace


@dataclass(slots=True)
class Heap:
    """The papers of one person: what may lie there, and what does, with what each shows."""

    rows: Mapping[str, CheckRow]
    policy: EvidencePolicy
    there: dict[str, Document] = field(default_factory=dict)


class ClerkPapers(QWidget):
    """`evidence` is the last that was weighed. `give_back`, `not_today` and `next` are buttons."""

    weighed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        policy = place.city.evidence
        self.title, self.lead = Title(), Text("body")
        self.own = _heap(policy, Holder.APPLICANT)
        self.caretakers = _heap(policy.of_caretaker(), Holder.CARETAKER)
        self._heap = self.own
        self.shelves, self.paper, self.reasons = Shelves(), PaperFace(place), Reasons()
        self.reading = _reading(place)
        self.missing, self.enough = Notice("warning"), Notice("success", icon="badge-check")
        self.would = Text("body")
        self.whose = Button("secondary", icon="users", name="whose")
        self.read = Button("secondary", icon="scan-line", name="read-paper")
        self.exception = Button("secondary", icon="user-round-check", name="exception")
        self.give_back = Button("secondary", icon="hand-helping", name="give-back")
        self.not_today = Button("danger", name="not-today")
        self.next = Button("primary", icon="arrow-right", icon_at_end=True, name="next")
        self._current = self._reason = ""
        self._faces = QStackedLayout(self)
        self._excepted: frozenset[str] = frozenset()
        self._journey: Journey | None = None
        self._lay_out()
        self._connect()
        self._fill()
        self._weigh()

    def enter(self, journey: "Journey") -> None:
        """Begin anew: papers are looked at again whenever a clerk is called."""
        self._journey = journey
        for heap in (self.own, self.caretakers):
            heap.there.clear()
            for row in heap.rows.values():
                row.setChecked(False)
        for document in self._carried():
            self.caretakers.there[document.kind] = document
            self.caretakers.rows[document.kind].setChecked(True)
        self._heap, self._current = self.own, ""
        if self.reading is not None:
            self.reading.forget()
        self._take_exception("")
        self._fill()
        self._weigh()
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
        notices, others = (self.missing, self.enough, self.would), (self.give_back, self.not_today)
        reading = [self.read] if self._place.reading else []
        shelves = (self.shelves.title, self.shelves.leaves, self.shelves.turn)
        self._list = Sides(
            (self.title, self.lead, *shelves),
            (*notices, 1, Bench(self.whose, *reading, self.exception), Bench(*others), self.next),
            spare=[self.would, self.lead],
            shares=(5, 4),
        )
        for face in filter(None, (self._list, self.paper, self.reasons, self.reading)):
            self._faces.addWidget(face)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        self.shelves.leaves.set_columns(1 if theme().landscape else 2)

    def _connect(self) -> None:
        for heap in (self.own, self.caretakers):
            for code, row in heap.rows.items():
                row.clicked.connect(lambda _=False, h=heap, c=code: self._touched(h, c))
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
        heap, policy = self._heap, self._heap.policy
        named = self._named() if heap is self.own else []
        rest = [code for code in heap.rows if code not in named]
        shelves = [Shelf(self.tr("What the resident has"), [heap.rows[code] for code in named])]
        shelves += [
            Shelf(papers.group_name(policy, group), [heap.rows[code] for code in codes])
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

    def _touched(self, heap: Heap, code: str) -> None:
        """Tick a paper and ask what it shows; a paper that is ticked is asked about again."""
        holder = Holder.CARETAKER if heap is self.caretakers else Holder.APPLICANT
        heap.there.setdefault(code, Document(code, holder=holder))
        heap.rows[code].setChecked(True)
        self._current = code
        self._except("")
        self._faces.setCurrentWidget(self.paper)

    def _take_away(self) -> None:
        self._heap.there.pop(self._current, None)
        self._heap.rows[self._current].setChecked(False)
        self._show_list()
        self._except("")

    def _show_list(self) -> None:
        self._current = ""
        self._faces.setCurrentWidget(self._list)

    def _described(self, document: Document) -> None:
        self._heap.there[document.kind] = document
        self._except("")

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
        self._except(reason)
        self._show_list()

    def _except(self, reason: str) -> None:
        """Do without what is unmet for this reason; any change of the papers takes that back."""
        self._reason = reason
        unmet = self.evidence.unmet if reason else ()
        self._excepted = frozenset(unmet.requirement.code for unmet in unmet)
        self._weigh()

    # -- what it proves --------------------------------------------------------------------------

    def _weigh(self) -> None:
        policy, today = self._place.city.evidence, self._place.today
        theirs = list(self.caretakers.there.values())
        caretaker = weigh(theirs, self.caretakers.policy, today) if theirs else None
        self._applicant = Applicant(
            self._age(), caretaker=caretaker is not None and caretaker.sufficient
        )
        documents = list(self.own.there.values())
        found = weigh(documents, policy, today, self._applicant, self._excepted)
        self.evidence: Evidence = replace(found, caretaker=caretaker, reason=self._reason)
        self._say()
        self.weighed.emit()

    def _age(self) -> int | None:
        born = self._journey.application.birth_date if self._journey else None
        return None if born is None else age(born, self._place.today)

    def _say(self) -> None:
        heap, evidence = self._heap, self.evidence
        shown = (
            evidence if heap is self.own else (evidence.caretaker or _nothing(heap, self._place))
        )
        verdicts = {document.kind: verdict for document, verdict in shown.verdicts}
        for code, row in heap.rows.items():
            kind = heap.policy.kinds[code]
            row.set_texts(kind.name[language()], papers.note(kind), self._tag(verdicts.get(code)))
        if self._current:
            self.paper.show_paper(heap.there[self._current], verdicts[self._current])
        fits = self._address_fits()
        self.next.setEnabled(evidence.sufficient and fits)
        self.enough.setVisible(evidence.sufficient and fits)
        self.missing.setVisible(not self.enough.isVisibleTo(self))
        self.enough.set_texts(self._enough(), self._fee())
        self.missing.set_texts(*self._missing(shown, fits=fits))
        self.would.setText("" if evidence.sufficient else self._completing(shown))
        self._list.want(self.would, wanted=bool(self.would.text()))
        self.whose.setVisible(bool(self.caretakers.policy.requirements) and self._may_come_along())
        self.exception.setVisible(self._may_be_excepted())

    def _tag(self, verdict: Verdict | None) -> str:
        return "" if verdict is None or verdict is Verdict.COUNTED else word(verdict)

    def _missing(self, shown: Evidence, *, fits: bool) -> tuple[str, str]:
        if shown.sufficient and not fits:
            return (
                self.tr("The card must show another address, or none."),
                self.tr("With this paper the home address is not printed. Go back to change it."),
            )
        return "", papers.lacking(shown)

    def _completing(self, shown: Evidence) -> str:
        policy = self._heap.policy
        documents = [document for document, _ in shown.verdicts]
        lists = completions(documents, policy, self._place.today, self._applicant)
        return papers.completing(policy, lists)

    def _enough(self) -> str:
        if self._excepted:
            return self.tr("With an exception by two members of staff.")
        return self.tr("These papers do. Hand them back now.")

    def _fee(self) -> str:
        born = self._journey.application.birth_date if self._journey else None
        city = self._place.city
        fee = term(born, self._place.today, city.terms).fee if born else 0
        if not fee:
            return ""
        text = self.tr("Fee: %1").replace("%1", f"${fee / 100:.2f}")
        spared = ", ".join(waiver[language()] for waiver in city.fee_waivers)
        more = self.tr("Nothing to pay: %1").replace("%1", spared)
        return f"{text}. {more}" if spared else text

    def _address_fits(self) -> bool:
        address = self._journey.application.address if self._journey else None
        return address is None or address_fits(self.evidence, address)

    def _may_come_along(self) -> bool:
        return self._heap is self.caretakers or any(
            waiver.caretaker and waiver.ages.hold(self._age())
            for asked in self._place.city.evidence.requirements
            for waiver in asked.waivers
        )

    def _may_be_excepted(self) -> bool:
        unmet = self.evidence.unmet
        return bool(unmet) and all(one.requirement.exception for one in unmet)


def _heap(policy: EvidencePolicy, holder: Holder) -> Heap:
    """Return the papers that may lie there in this person's name."""
    prefix = "caretaker:" if holder is Holder.CARETAKER else ""
    rows = {
        code: CheckRow(name=f"{prefix}document:{code}")
        for code, kind in policy.kinds.items()
        if holder in kind.holders
    }
    return Heap(rows, policy)


def _nothing(heap: Heap, place: Place) -> Evidence:
    return weigh([], heap.policy, place.today)


def _reading(place: Place) -> "ReadFace | None":
    """Return the face that reads papers, where the station wants it."""
    if not place.reading:
        return None
    from ui.pages.read_face import ReadFace  # noqa: PLC0415  # a megabyte that no other needs

    return ReadFace(place)
