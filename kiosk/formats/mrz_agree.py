"""Agreement: which fields of a zone several frames read alike, and which somebody must compare.

One frame can be wrong with every check digit right, so nothing is believed that only one said. A
field is agreed if two frames vouch for the same signs and none vouches for others; everything else
is to be compared, by a person. Nothing is put together from halves, and nothing is corrected.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.formats.mrz import Checks, Mrz, checks, parse, text
from kiosk.formats.mrz_layout import Field, Layout, layout_of

MOST_FRAMES = 5  # after so many, what is not agreed is left to be compared
SHOWN = (
    Field.ISSUING_STATE,
    Field.NAME,
    Field.GIVEN_NAMES,
    Field.BIRTH_DATE,
    Field.SEX,
    Field.EXPIRY,
    Field.NATIONALITY,
)

_VOUCHERS = 2

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the best frame said, and which fields of it are agreed; the others must be compared."""

    mrz: Mrz
    agreed: frozenset[Field]
    settled: bool  # all fields are agreed: no further frame is needed


def agree(frames: Sequence[Lines], today: date) -> Agreement | None:
    """Return what some frames of one paper say together; None if none of them says anything.

    Each frame is the lines that were read in it.
    """
    found = []
    for lines in frames:
        layout, mrz = layout_of(lines), parse(lines, today)
        if layout and mrz:
            agreed = frozenset(_agreed(layout, lines, frames))
            settled = agreed.issuperset(field for field in SHOWN if field in layout.fields)
            found.append(Agreement(mrz, agreed, settled))
    return max(found, key=_worth, default=None)


def _worth(agreement: Agreement) -> tuple[int, bool]:
    return len(agreement.agreed), agreement.mrz.checks.all_right


def _agreed(layout: Layout, lines: Lines, frames: Sequence[Lines]) -> Sequence[Field]:
    """Return the fields of one frame for which another vouches too, and none contradicts."""
    return [
        field
        for field in SHOWN
        if field in layout.fields
        and _vouched(layout, field, frames) == {text(layout, field, lines)}
    ]


def _vouched(layout: Layout, field: Field, frames: Sequence[Lines]) -> set[str]:
    """Return what any frame vouches for in a field, empty if nothing is vouched for twice."""
    votes = Counter(
        text(layout, field, lines)
        for lines in frames
        if layout_of(lines) is layout and _checked(field, checks(layout, lines))
    )
    return set(votes) if max(votes.values(), default=0) >= _VOUCHERS else set()


def _checked(field: Field, found: Checks) -> bool:
    """Say whether the check digits over a field are right; a field without asks all of them."""
    own = {Field.BIRTH_DATE: found.birth_date, Field.EXPIRY: found.expiry}
    if field in own:
        return own[field] is True and found.composite is not False
    return found.all_right
