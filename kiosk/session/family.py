"""Family: what the next child of one visit need not answer again, and nothing of the last child.

One session a family, at most four cards, each confirmed, approved, printed and taken alone. What
is shared is small and is taken out before the last child's answers are discarded, so that no name,
birth date, photo, paper or card of theirs has a place in it. A caretaker is the same person with
the same papers; a paper that ties them to one child proves nothing of another.
"""

from dataclasses import dataclass
from datetime import date

from kiosk.policy import EvidencePolicy, Holder
from kiosk.session.application import Address
from kiosk.session.evidence import Document, Evidence, Verdict
from kiosk.session.readiness import Readiness
from kiosk.session.term import age

OF_AGE = 18  # years
_RELATION = "relation"  # the list of papers that say whose caretaker somebody is


@dataclass(frozen=True, slots=True)
class Shared:
    """`papers` are the caretaker's own, as a clerk saw them; `cards` those this visit has had."""

    language: str | None
    address: Address | None
    caretaker: bool
    papers: tuple[Document, ...]
    cards: int

    @property
    def readiness(self) -> Readiness:
        """What is chosen already when the next child's papers are asked for."""
        return Readiness(caretaker=self.caretaker)


def comes_along(born: date | None, today: date, *, caretaker: bool) -> bool:
    """Return whether somebody is there for the holder, who may have another child with them."""
    return caretaker or (born is not None and age(born, today) < OF_AGE)


def lasting(caretakers: Evidence | None, policy: EvidencePolicy) -> tuple[Document, ...]:
    """Return the caretaker's papers that counted and say who they are, whoever the child is."""
    if caretakers is None:
        return ()
    return tuple(
        document
        for document, verdict in caretakers.verdicts
        if verdict is Verdict.COUNTED and not _is_about_a_child(document, policy)
    )


def _is_about_a_child(document: Document, policy: EvidencePolicy) -> bool:
    kind = policy.kinds[document.kind]
    return _RELATION in kind.lists or Holder.APPLICANT not in kind.holders
