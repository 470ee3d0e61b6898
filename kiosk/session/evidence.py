"""Evidence of identity: what the papers on the counter prove, and what is still missing.

The rules are a city's (`kiosk.policy`); this module weighs by them: what each paper is worth
(`kiosk.session.papers`), which of them count (`kiosk.session.progress`), and which shortest lists
of further papers would complete them (`kiosk.session.completion`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.policy import (
    TOTAL,
    CardAddress,
    Choice,
    DocumentKind,
    EvidencePolicy,
    OldEnough,
    Points,
    Requirement,
    Sum,
)
from kiosk.session.completion import Lists, possible, shortest
from kiosk.session.papers import (
    NOBODY,
    Applicant,
    Document,
    Rules,
    Verdict,
    always_shown,
    at_best,
    judge,
)
from kiosk.session.progress import Board
from kiosk.session.worth import Worth, outdone

__all__ = [
    "NOBODY",
    "Applicant",
    "Document",
    "Evidence",
    "Unmet",
    "Verdict",
    "always_shown",
    "can_be_met",
    "completions",
    "weigh",
]

# The address line that most protects its holder comes first.
_ADDRESSES = (CardAddress.OMITTED, CardAddress.ALTERNATIVE, CardAddress.CARE_OF)


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
    found = [judge(document, documents, Rules(policy, today, applicant)) for document in documents]
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
    judged = [judge(document, documents, rules) for document in documents]
    worths = [worth for worth in judged if isinstance(worth, Worth)]
    asked = _asked(policy, applicant, excepted)
    board = Board(asked, policy, worths)
    if board.met(board.best(worths)[0]):
        return ()
    tried: Sequence[Worth] | None = None
    for best in (False, True):
        some = _further(documents, rules, best=best)
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
    further = list(_further([], Rules(policy, today, applicant), best=True))
    board = Board(_asked(policy, applicant, excepted), policy, (), further)
    return possible(board, further)


def _asked(
    policy: EvidencePolicy, applicant: Applicant, excepted: frozenset[str]
) -> tuple[Requirement, ...]:
    """Return what this person has to prove; nobody is spared anything before their age is known."""
    return tuple(
        _ways_open(asked, applicant)
        for asked in policy.requirements
        if asked.code not in excepted
        and not _old_enough(asked, applicant)
        and (applicant.age is None or asked.ages.hold(applicant.age))
        and not any(
            waiver.ages.hold(applicant.age) and (applicant.caretaker or not waiver.caretaker)
            for waiver in asked.waivers
        )
    )


def _old_enough(asked: Requirement, applicant: Applicant) -> bool:
    """Return whether this asks for an age that is reached, or that nobody knows yet."""
    if not isinstance(asked.asks, OldEnough):
        return False
    return applicant.age is None or asked.asks.least <= applicant.age


def _ways_open(asked: Requirement, applicant: Applicant) -> Requirement:
    if not isinstance(asked.asks, Choice):
        return asked
    ways = tuple(way for way in asked.asks.ways if way.ages.hold(applicant.age))
    return replace(asked, asks=Choice(ways))


def _further(documents: Sequence[Document], rules: Rules, *, best: bool) -> Iterator[Worth]:
    """Yield what each kind of paper that may still be brought would be worth."""
    for code, kind in rules.policy.kinds.items():
        paper = Document(
            code,
            shows=at_best(kind) if best else always_shown(kind),
            holder=rules.policy.holder,
            machine_readable=best,
        )
        worth = judge(paper, documents, rules)
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
