"""Evidence of identity: what the papers on the counter prove, and what is still missing.

The rules are a city's (`kiosk.policy`); this module weighs by them: what each paper is worth today
and in whose hands, which of them count (`kiosk.session.progress`), and which shortest lists of
further papers would complete them. No document number, no image and no name has a place here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiosk.errors import UnknownDocumentKind
from kiosk.policy import (
    TOTAL,
    CardAddress,
    Certain,
    Choice,
    Copy,
    DocumentKind,
    EvidencePolicy,
    Holder,
    Mark,
    Points,
    Requirement,
    Sum,
)
from kiosk.session.completion import Lists, possible, shortest
from kiosk.session.progress import Board, Worth, outdone

_COPIES = tuple(Copy)
# The address line that most protects its holder comes first.
_ADDRESSES = (CardAddress.OMITTED, CardAddress.ALTERNATIVE, CardAddress.CARE_OF)


@dataclass(frozen=True, slots=True)
class Document:
    """A document the clerk examined by hand, or that a resident says they have.

    `expires` None: it is in date. `dated` None: it is fresh. `shows` None: what its kind always
    shows.
    """

    kind: str
    expires: date | None = None
    dated: date | None = None
    shows: frozenset[Mark] | None = None
    copy: Copy = Copy.ORIGINAL
    holder: Holder = Holder.APPLICANT
    machine_readable: bool = False


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the rules have to know of the person: age in whole years, and who came with them."""

    age: int | None = None
    caretaker: bool = False


NOBODY = Applicant()  # of whom nothing is known yet


@dataclass(frozen=True, slots=True)
class Rules:
    """By what papers are judged: the city's policy, the day, and whose papers they are."""

    policy: EvidencePolicy
    today: date
    applicant: Applicant


class Verdict(StrEnum):
    """Why a document counts or does not; the screen shows it beside the document."""

    COUNTED = "counted"
    ALONE = "alone"  # it counts only beside others that prove more
    REPEATED = "repeated"  # another one like it proves as much, or no more of them may count
    EXPIRED = "expired"
    TOO_OLD = "too-old"
    COPY = "copy"  # the city wants an original, or a better copy
    LACKS_MARK = "lacks-mark"  # it does not show what papers of its kind must show
    NOT_THEIRS = "not-theirs"  # in a name that does not count here
    NOT_AT_THIS_AGE = "not-at-this-age"
    UNKNOWN = "worth-unknown"  # what such a paper proves has not been found yet


@dataclass(frozen=True, slots=True)
class Unmet:
    """A requirement that is not met; `missing` is how many points or papers it lacks."""

    requirement: Requirement
    missing: int

    def words(self, language: str) -> str:
        """Return the city's sentence about it."""
        return self.requirement.unmet[language].replace("{missing}", str(self.missing))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verdict on each document, what is unmet, the points by side, and the address line.

    `excepted` are the codes of requirements that two members of staff did without, and `reason` is
    the code of why. `caretaker` is what the papers of whoever came along prove of themself.
    """

    verdicts: tuple[tuple[Document, Verdict], ...]
    unmet: tuple[Unmet, ...]
    points: Mapping[str, int]
    address: CardAddress | None = None
    caretaker: "Evidence | None" = None
    excepted: tuple[str, ...] = ()
    reason: str = ""

    @property
    def sufficient(self) -> bool:
        return not self.unmet


def weigh(
    documents: Sequence[Document],
    policy: EvidencePolicy,
    today: date,
    applicant: Applicant = NOBODY,
    excepted: frozenset[str] = frozenset(),
) -> Evidence:
    """Weigh `documents` as of `today`; requirements with an `excepted` code are not asked for.

    Raises UnknownDocumentKind if the policy does not name a document's kind.
    """
    found = [_judge(document, documents, Rules(policy, today, applicant)) for document in documents]
    worths = [worth for worth in found if isinstance(worth, Worth)]
    board = Board(_asked(policy, applicant, excepted), policy, worths)
    state, chosen = board.best(worths)
    counted = [worths[number] for number in chosen]
    return Evidence(
        tuple(zip(documents, _verdicts(found, chosen, policy), strict=True)),
        tuple(Unmet(asked, lack) for asked, lack in board.lacking(state)),
        _sums(counted, board.requirements),
        _address([policy.kinds[worth.kind] for worth in counted]),
        excepted=tuple(sorted(excepted)),
    )


def completions(
    documents: Sequence[Document],
    policy: EvidencePolicy,
    today: date,
    applicant: Applicant = NOBODY,
    excepted: frozenset[str] = frozenset(),
) -> Lists:
    """Return the shortest lists of kinds that would complete `documents`, in the pack's order.

    Empty if nothing is missing, or if nothing helps. A further paper is taken as its kind always
    is; only if no such papers help, as its kind is at best.
    """
    rules = Rules(policy, today, applicant)
    judged = [_judge(document, documents, rules) for document in documents]
    worths = [worth for worth in judged if isinstance(worth, Worth)]
    asked = _asked(policy, applicant, excepted)
    board = Board(asked, policy, worths)
    if board.met(board.best(worths)[0]):
        return ()
    tried: Sequence[Worth] | None = None
    for at_best in (False, True):
        some = _further(documents, rules, at_best=at_best)
        further = [worth for worth in some if not outdone(worth, worths, policy)]
        if further == tried:
            break
        tried = further
        board = Board(asked, policy, worths, further)
        lists = shortest(board, worths, further)
        if lists:
            return lists
    return ()


def can_be_met(
    policy: EvidencePolicy,
    today: date,
    applicant: Applicant = NOBODY,
    excepted: frozenset[str] = frozenset(),
) -> bool:
    """Return False only if it is certain that no papers, at their best, would do."""
    further = list(_further([], Rules(policy, today, applicant), at_best=True))
    board = Board(_asked(policy, applicant, excepted), policy, (), further)
    return possible(board, further)


def first_combination(
    policy: EvidencePolicy, today: date, applicant: Applicant = NOBODY
) -> tuple[str, ...]:
    """Return the first of the shortest lists of kinds, in the pack's order, that suffices.

    Empty if no combination does.
    """
    return next(iter(completions([], policy, today, applicant)), ())


def _asked(
    policy: EvidencePolicy, applicant: Applicant, excepted: frozenset[str]
) -> tuple[Requirement, ...]:
    """Return what this person has to prove; nobody is spared anything before their age is known."""
    return tuple(
        _ways_open(asked, applicant)
        for asked in policy.requirements
        if asked.code not in excepted
        and (applicant.age is None or asked.ages.hold(applicant.age))
        and not any(
            waiver.ages.hold(applicant.age) and (applicant.caretaker or not waiver.caretaker)
            for waiver in asked.waivers
        )
    )


def _ways_open(asked: Requirement, applicant: Applicant) -> Requirement:
    if not isinstance(asked.asks, Choice):
        return asked
    ways = tuple(way for way in asked.asks.ways if way.ages.hold(applicant.age))
    return replace(asked, asks=Choice(ways))


def _judge(document: Document, beside: Sequence[Document], rules: Rules) -> Worth | Verdict:
    """Return what `document` is worth, or why it counts for nothing."""
    kind = rules.policy.kinds.get(document.kind)
    if kind is None:
        raise UnknownDocumentKind
    shows = document.shows if document.shows is not None else always_shown(kind)
    points = _points_today(document, kind, rules.today)
    against = {
        Verdict.UNKNOWN: kind.unknown,
        Verdict.NOT_AT_THIS_AGE: not kind.ages.hold(rules.applicant.age),
        Verdict.NOT_THEIRS: not _is_theirs(document, kind, beside),
        Verdict.COPY: _COPIES.index(document.copy) > _COPIES.index(kind.copies),
        Verdict.TOO_OLD: _is_too_old(document, kind, rules.today),
        Verdict.EXPIRED: points is None,
        Verdict.LACKS_MARK: not shows.issuperset(kind.needs),
    }
    refusal = next((verdict for verdict, holds in against.items() if holds), None)
    if refusal is not None or points is None:
        return refusal or Verdict.EXPIRED
    if Mark.ADDRESS in shows:
        points = _added(points, kind.with_address)
    return Worth(document.kind, points, kind.lists, shows)


def _is_too_old(document: Document, kind: DocumentKind, today: date) -> bool:
    if kind.dated is None or document.dated is None:
        return False
    return kind.dated.last_day(document.dated) < today


def _is_theirs(document: Document, kind: DocumentKind, beside: Sequence[Document]) -> bool:
    """Return whether the name on it counts; a spouse's may need the proof of marriage beside it."""
    if document.holder not in kind.holders:
        return False
    if document.holder is not Holder.SPOUSE or not kind.spouse_with:
        return True
    return any(other.kind == kind.spouse_with for other in beside)


def _points_today(document: Document, kind: DocumentKind, today: date) -> Points | None:
    """Return the points, None if it expired too long ago. A paper is good through its last day."""
    current = kind.points
    if kind.unreadable is not None and not document.machine_readable:
        current = kind.unreadable
    if document.expires is None or today <= document.expires:
        return current
    for late in kind.late:
        if today <= late.within.last_day(document.expires):
            return current if late.points is None else late.points
    return None


def always_shown(kind: DocumentKind) -> frozenset[Mark]:
    """Return the marks that every paper of a kind shows."""
    return frozenset(mark for mark, sure in kind.shows.items() if sure is Certain.ALWAYS)


def _at_best(kind: DocumentKind) -> frozenset[Mark]:
    return frozenset(mark for mark, sure in kind.shows.items() if sure is not Certain.NEVER)


def _further(documents: Sequence[Document], rules: Rules, *, at_best: bool) -> Iterator[Worth]:
    """Yield what each kind of paper that may still be brought would be worth."""
    for code, kind in rules.policy.kinds.items():
        paper = Document(
            code,
            shows=_at_best(kind) if at_best else always_shown(kind),
            holder=rules.policy.holder,
            machine_readable=at_best,
        )
        worth = _judge(paper, documents, rules)
        if isinstance(worth, Worth):
            yield worth


def _verdicts(
    found: Sequence[Worth | Verdict], chosen: Sequence[int], policy: EvidencePolicy
) -> Iterator[Verdict]:
    number = -1
    for worth in found:
        if isinstance(worth, Verdict):
            yield worth
            continue
        number += 1
        if number in chosen:
            yield Verdict.COUNTED
        else:
            yield Verdict.ALONE if policy.kinds[worth.kind].beside else Verdict.REPEATED


def _sums(counted: Sequence[Worth], requirements: Sequence[Requirement]) -> Points:
    """Return the points counted on each side that a requirement names."""
    sides = [asked.asks.side for asked in requirements if isinstance(asked.asks, Sum)]
    return {
        side: sum(worth.points.get(side, 0) for worth in counted) for side in sides if side != TOTAL
    }


def _address(counted: Sequence[DocumentKind]) -> CardAddress | None:
    """Return what the address line must be; a paper with a home address leaves it free."""
    effects = {kind.address for kind in counted}
    if CardAddress.HOME in effects:
        return CardAddress.HOME
    return next((effect for effect in _ADDRESSES if effect in effects), None)


def _added(points: Points, more: Points) -> Points:
    return {side: points.get(side, 0) + more.get(side, 0) for side in (*points, *more)}
