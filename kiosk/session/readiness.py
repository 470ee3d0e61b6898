"""Readiness: which papers a resident says they have with them, before they type a letter.

Nobody has looked at the papers yet, so nothing rests on this: it tells the resident whether it is
worth going on, and the clerk which papers to look for first.
"""

from dataclasses import dataclass

from kiosk.policy import ANY_AGE, Ages, EvidencePolicy, Holder
from kiosk.session.evidence import Applicant, Document


@dataclass(frozen=True, slots=True)
class Readiness:
    """Kinds of papers, in the pack's order; `ages` is the span that the holder's age lies in."""

    kinds: tuple[str, ...] = ()
    ages: Ages = ANY_AGE
    caretaker: bool = False

    @property
    def documents(self) -> tuple[Document, ...]:
        """The papers as they are best judged before anybody has seen them."""
        return tuple(Document(kind) for kind in self.kinds)

    @property
    def applicant(self) -> Applicant:
        """Somebody of the age, as far as it is known."""
        return Applicant(self.ages.least or self.ages.most, caretaker=self.caretaker)


def ages_asked(policy: EvidencePolicy) -> tuple[Ages, ...]:
    """Return the spans of age between which the rules about papers change; empty if they do not."""
    firsts = policy.turning_points
    lasts = [first - 1 for first in firsts[1:]]
    return tuple(map(Ages, firsts, [*lasts, None])) if lasts else ()


def caretaker_matters(policy: EvidencePolicy, ages: Ages) -> bool:
    """Return whether a caretaker who comes along could spare somebody of these ages a paper."""
    return policy.caretaker_spares(Readiness(ages=ages).applicant.age)


def own_kinds(policy: EvidencePolicy) -> tuple[str, ...]:
    """Return the kinds that count in the applicant's own name."""
    return tuple(code for code, kind in policy.kinds.items() if Holder.APPLICANT in kind.holders)
