"""Paper face: what one paper on the desk itself shows, ticked by the clerk.

Days are never typed: the pack's limits are worked out, and the clerk says on which side of a limit
the date on the paper lies. So no date of anybody's paper is ever in the program.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Signal

from kiosk.policy import Certain, Copy, DocumentKind, Holder, Mark, Span, Until
from kiosk.session.evidence import Document, Verdict, always_shown
from ui.pages import Place
from ui.pages.column import Column, Title
from ui.pages.parts import Bench
from ui.translate import day_in_words, language
from ui.widgets import Button, Chip, Chips, Notice, Text
from ui.words import word

_LONG_AGO = timedelta(days=36_525)

Change = Callable[[Document], Document]
Holds = Callable[[Document], bool]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that can be said of a paper: its words, whether it holds now, what a touch does."""

    name: str
    words: str
    holds: Holds
    change: Change


class PaperFace(Column):
    """`changed` carries the Document with what was touched; `done` and `taken_away` are said too.

    `reading`: the clerk wants this paper to be read.

    `show_paper` shows what is said of another paper, and what it therefore is worth.
    """

    changed = Signal(object)
    done = Signal()
    reading = Signal()
    taken_away = Signal()

    def __init__(self, place: Place) -> None:
        self._place = place
        self._said: list[Saying] = []
        self._document: Document | None = None
        self.title, self.guide, self.lead = Title(), Text("body"), Text("lead")
        self.counts = Notice("success", icon="badge-check")
        self.against = Notice("warning")
        self.remove = Button("secondary", icon="x", name="remove")
        self.finish = Button("primary", icon="check", name="paper-done")
        self.read = Button("secondary", icon="scan-line", name="read-this")
        self._row = Chips()
        self._chips = [Chip() for _ in range(_most_chips(place))]
        notices = (self.counts, self.against)
        buttons = Bench(self.remove, self.finish, shares=(1, 2))
        others = [self.read] if place.reading else []
        super().__init__(
            self.title, self.lead, self.guide, self._row, *notices, 1, *others, buttons,
            spare=[self.lead],
        )  # fmt: skip
        for chip in self._chips:
            chip.setParent(self._row)
            chip.hide()
            chip.clicked.connect(lambda _=False, chip=chip: self._touched(chip))
        self.read.clicked.connect(self.reading)
        self.finish.clicked.connect(self.done)
        self.remove.clicked.connect(self.taken_away)

    def show_paper(self, document: Document, verdict: Verdict) -> None:
        """Show what is said of `document`, and whether it counts."""
        self._document = document
        self.counts.setVisible(verdict is Verdict.COUNTED)
        self.against.setVisible(verdict is not Verdict.COUNTED)
        self.counts.set_texts(self.tr("This paper counts."))
        against = self.tr("This paper does not count: %1.").replace("%1", word(verdict))
        self.against.set_texts(against)
        self.retranslate()

    def retranslate(self) -> None:
        self.lead.setText(self.tr("What does the paper itself show?"))
        self.remove.setText(self.tr("Not this paper"))
        self.finish.setText(self.tr("That is right"))
        self.read.setText(self.tr("Read this paper"))
        document = self._document
        if document is None:
            return
        kind = self._place.city.evidence.kinds[document.kind]
        self.title.setText(kind.name[language()])
        self.guide.setText(kind.guide.get(language(), ""))
        self.guide.setVisible(bool(kind.guide))
        self._said = [*self._sayings(kind)]
        for chip, saying in zip(self._chips, self._said, strict=False):
            chip.setObjectName(f"shows:{saying.name}")
            chip.setText(saying.words)
            chip.setChecked(saying.holds(document))
        self._row.show_chips(self._chips[: len(self._said)])

    def _touched(self, chip: Chip) -> None:
        document = self._document
        if document is not None:
            self.changed.emit(self._said[self._chips.index(chip)].change(document))

    # -- what can be said ------------------------------------------------------------------------

    def _sayings(self, kind: DocumentKind) -> Iterator[Saying]:
        yield from self._marks(kind)
        yield from self._expiry(kind)
        yield from self._age(kind)
        yield from self._copies()
        yield from self._holders(kind)
        if kind.unreadable is not None:
            yield Saying(
                "readable",
                self.tr("Lines for a machine to read"),
                lambda document: document.machine_readable,
                lambda document: replace(document, machine_readable=not document.machine_readable),
            )

    def _marks(self, kind: DocumentKind) -> Iterator[Saying]:
        for mark, certain in kind.shows.items():
            if certain is not Certain.NEVER:
                yield Saying(
                    mark,
                    word(f"mark-{mark}"),
                    lambda document, mark=mark: mark in _shown(document, kind),  # type: ignore[misc]
                    lambda document, mark=mark: _toggled(document, kind, mark),  # type: ignore[misc]
                )

    def _expiry(self, kind: DocumentKind) -> Iterator[Saying]:
        """Yield "in date", then each limit after its last day, then "longer ago"."""
        if not (kind.late or kind.shows.get(Mark.PHOTO)):
            return
        today = self._place.today
        firsts = [_first_day(step.within, today) for step in kind.late]
        said = self.tr("Expired, but not before %1")
        yield _one_of("in-date", self.tr("Not expired"), "expires", None)
        for place, first in enumerate(firsts):
            words = said.replace("%1", day_in_words(first))
            yield _one_of(f"expired-{place}", words, "expires", first)
        words = self.tr("Expired before that") if firsts else self.tr("Expired")
        yield _one_of("expired", words, "expires", min([today, *firsts]) - _LONG_AGO)

    def _age(self, kind: DocumentKind) -> Iterator[Saying]:
        if kind.dated is None:
            return
        first = _first_day(kind.dated, self._place.today)
        words = self.tr("Dated %1 or later").replace("%1", day_in_words(first))
        yield _one_of("fresh", words, "dated", None)
        yield _one_of("old", self.tr("Older than that"), "dated", first - timedelta(days=1))

    def _copies(self) -> Iterator[Saying]:
        for copy in Copy:
            yield _one_of(f"copy-{copy}", word(f"copy-{copy}"), "copy", copy)

    def _holders(self, kind: DocumentKind) -> Iterator[Saying]:
        holders = [holder for holder in kind.holders if holder is not Holder.CARETAKER]
        if len(holders) > 1:
            for holder in holders:
                yield _one_of(f"of-{holder}", word(f"of-{holder}"), "holder", holder)


def _most_chips(place: Place) -> int:
    """Return how many chips the paper of which most can be said needs."""
    late = max((len(kind.late) for kind in place.city.evidence.kinds.values()), default=0)
    dates, holders, readable = late + 4, 2, 1
    return len(Mark) + dates + len(Copy) + holders + readable


def _one_of(name: str, words: str, field: str, value: object) -> Saying:
    """Return a saying that excludes others: a value of a field of the document."""
    return Saying(
        name,
        words,
        lambda document: getattr(document, field) == value,
        lambda document: replace(document, **{field: value}),  # type: ignore[arg-type]
    )


def _shown(document: Document, kind: DocumentKind) -> frozenset[Mark]:
    return document.shows if document.shows is not None else always_shown(kind)


def _toggled(document: Document, kind: DocumentKind, mark: Mark) -> Document:
    return replace(document, shows=_shown(document, kind) ^ {mark})


def _first_day(limit: Span | Until, today: date) -> date:
    """Return the first day from which the limit reaches to today."""

    def is_over(days: int) -> bool:
        return limit.last_day(today - timedelta(days=days)) < today

    return today - timedelta(days=bisect_left(range(1, _LONG_AGO.days), True, key=is_over))
