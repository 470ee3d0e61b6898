"""Evidence of identity: what the documents on the counter prove, and what is still missing.

Points work as in New York's and San Francisco's municipal ID rules: every kind of document gives
points towards requirements ("identity", "residence", "photo", "birth-date"), and the applicant is
done when each requirement has enough. The numbers are policy (assets/cities/NAME/documents.toml);
this module only adds them up. It keeps no document number, no image and no name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from kiosk.city import EvidencePolicy
from kiosk.errors import UnknownDocumentKind


@dataclass(frozen=True, slots=True)
class Document:
    """A document the clerk examined by hand. `expires` is None if it carries no date."""

    kind: str
    expires: date | None = None


class Verdict(StrEnum):
    """Why a document counts or does not; the screen shows it beside the document."""

    COUNTED = "counted"
    EXPIRED = "expired"
    REPEATED = "repeated"  # a second document of a kind proves nothing new


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verdict on each document, and the points each unmet requirement still lacks."""

    verdicts: tuple[tuple[Document, Verdict], ...]
    missing: Mapping[str, int]

    @property
    def sufficient(self) -> bool:
        return not self.missing


def weigh(documents: Sequence[Document], policy: EvidencePolicy, today: date) -> Evidence:
    """Weigh `documents` against `policy` as of `today`.

    Raises UnknownDocumentKind if the policy does not name a document's kind.
    """
    verdicts: list[tuple[Document, Verdict]] = []
    counted: set[str] = set()
    for document in documents:
        if document.kind not in policy.kinds:
            raise UnknownDocumentKind
        verdict = _judge(document, counted, policy, today)
        verdicts.append((document, verdict))
        if verdict is Verdict.COUNTED:
            counted.add(document.kind)
    lacking = {
        requirement: wanted - sum(policy.kinds[kind].points.get(requirement, 0) for kind in counted)
        for requirement, wanted in policy.required.items()
    }
    return Evidence(
        tuple(verdicts), {name: points for name, points in lacking.items() if points > 0}
    )


def first_combination(policy: EvidencePolicy, today: date) -> tuple[str, ...]:
    """Return the first of the shortest lists of kinds, in the pack's order, that suffices.

    Empty if no combination does.
    """
    for size in range(1, len(policy.kinds) + 1):
        for kinds in combinations(policy.kinds, size):
            if weigh([Document(kind) for kind in kinds], policy, today).sufficient:
                return kinds
    return ()


def _judge(document: Document, counted: set[str], policy: EvidencePolicy, today: date) -> Verdict:
    grace = timedelta(days=policy.kinds[document.kind].grace_days)
    if document.expires is not None and document.expires + grace < today:
        return Verdict.EXPIRED
    return Verdict.REPEATED if document.kind in counted else Verdict.COUNTED
