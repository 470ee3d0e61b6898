"""Small rules about papers for tests; the numbers are invented."""

from datetime import date
from typing import Any

from kiosk.policy import (
    Asked,
    Certain,
    Choice,
    DocumentKind,
    EvidencePolicy,
    Mark,
    Requirement,
    Way,
)
from kiosk.session.evidence import NOBODY, Applicant, completions

PHOTO, BIRTH_DATE, ADDRESS = Mark.PHOTO, Mark.BIRTH_DATE, Mark.ADDRESS


def asks(code: str, what: Asked, **more: Any) -> Requirement:
    """Return a requirement whose sentence says how many are missing."""
    return Requirement(code, {"en": code}, {"en": f"{code} {{missing}}"}, what, **more)


def paper(*shows: Mark, sometimes: tuple[Mark, ...] = (), **more: Any) -> DocumentKind:
    """Return a kind of paper that always shows some marks."""
    marks = dict.fromkeys(shows, Certain.ALWAYS) | dict.fromkeys(sometimes, Certain.SOMETIMES)
    return DocumentKind({"en": "a paper"}, shows=marks, **more)


def policy(*requirements: Requirement, **kinds: DocumentKind) -> EvidencePolicy:
    """Return a policy; underscores in the names of kinds become hyphens."""
    return EvidencePolicy(
        requirements, {name.replace("_", "-"): kind for name, kind in kinds.items()}
    )


def any_of(*ways: dict[str, int]) -> Choice:
    return Choice(tuple(Way(lists) for lists in ways))


def first_combination(
    policy: EvidencePolicy, today: date, applicant: Applicant = NOBODY
) -> tuple[str, ...]:
    """Return the first of the shortest lists of kinds, in the pack's order, that suffices.

    Empty if no combination does.
    """
    return next(iter(completions([], policy, today, applicant)), ())
