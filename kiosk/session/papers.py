"""Papers: what one paper is worth today and in whose hands, or why it counts for nothing.

Days carry no time, and a paper is good through its last day. No document number, no image and no
name has a place here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.errors import UnknownDocumentKind
from kiosk.policy import (
    Certain,
    Copy,
    DocumentKind,
    EvidencePolicy,
    Holder,
    Mark,
    Points,
)
from kiosk.session.worth import Worth

_COPIES = tuple(Copy)


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


def judge(document: Document, beside: Sequence[Document], rules: Rules) -> Worth | Verdict:
    """Return what `document` is worth `beside` others, or why it counts for nothing.

    Raises UnknownDocumentKind if the policy does not name its kind.
    """
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


def at_best(kind: DocumentKind) -> frozenset[Mark]:
    """Return the marks that some paper of a kind shows."""
    return frozenset(mark for mark, sure in kind.shows.items() if sure is not Certain.NEVER)


def _added(points: Points, more: Points) -> Points:
    return {side: points.get(side, 0) + more.get(side, 0) for side in (*points, *more)}
