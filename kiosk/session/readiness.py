"""Readiness: which papers a resident says they have with them, before they type a letter.

Nobody has looked at the papers yet, so nothing rests on this: it tells the resident whether it is
worth going on, and the clerk which papers to look for first.
"""

from dataclasses import dataclass

from kiosk.policy import ANY_AGE, Ages, Choice, EvidencePolicy, Holder, OldEnough
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
    spans = [asked.ages for asked in policy.requirements]
    spans += [waiver.ages for asked in policy.requirements for waiver in asked.waivers]
    spans += [kind.ages for kind in policy.kinds.values()]
    for asked in policy.requirements:
        if isinstance(asked.asks, Choice):
            spans += [way.ages for way in asked.asks.ways]
        if isinstance(asked.asks, OldEnough):
            spans.append(Ages(asked.asks.least))
    firsts = {span.least for span in spans if span.least}
    firsts |= {span.most + 1 for span in spans if span.most is not None}
    bounds = [0, *sorted(firsts)]
    lasts = [bound - 1 for bound in bounds[1:]]
    return tuple(map(Ages, bounds, [*lasts, None])) if firsts else ()


def caretaker_matters(policy: EvidencePolicy, ages: Ages) -> bool:
    """Return whether a caretaker who comes along could spare somebody of these ages a paper."""
    age = Readiness(ages=ages).applicant.age
    return any(
        waiver.caretaker and waiver.ages.hold(age)
        for asked in policy.requirements
        for waiver in asked.waivers
    )


def own_kinds(policy: EvidencePolicy) -> tuple[str, ...]:
    """Return the kinds that count in the applicant's own name."""
    return tuple(code for code, kind in policy.kinds.items() if Holder.APPLICANT in kind.holders)
