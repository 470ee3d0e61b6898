"""Agreement: which fields of a zone several frames read alike, and which somebody must compare.

One frame can be wrong with every check digit right, so nothing is believed that only one said. A
field is agreed if two frames vouch for the same signs and none vouches for others; everything else
is to be compared, by a person. Nothing is put together from halves, and nothing is corrected.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.devices.reader.mrz_reader import MrzReading
from kiosk.formats.mrz import Checks, Mrz, parse, text
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
_SURE = 0.7  # of each sign; the network is trained to be 0.95 sure at most


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the best frame said, and which fields of it are agreed; the others must be compared."""

    mrz: Mrz
    agreed: frozenset[Field]
    settled: bool  # all fields are agreed: no further frame is needed


def agree(readings: Sequence[MrzReading], today: date) -> Agreement | None:
    """Return what some frames of one paper say together; None if none of them says anything."""
    found = []
    for reading in readings:
        layout, mrz = layout_of(reading.lines), parse(reading.lines, today)
        if layout and mrz:
            agreed = frozenset(_agreed(layout, reading, readings))
            settled = agreed.issuperset(field for field in SHOWN if field in layout.fields)
            found.append((len(agreed), reading.score, Agreement(mrz, agreed, settled)))
    return max(found, key=lambda each: each[:2])[2] if found else None


def _agreed(layout: Layout, reading: MrzReading, readings: Sequence[MrzReading]) -> Sequence[Field]:
    """Return the fields of one reading for which others vouch too, and none contradicts."""
    return [
        field
        for field in SHOWN
        if field in layout.fields
        and _vouched(layout, field, readings) == {text(layout, field, reading.lines)}
    ]


def _vouched(layout: Layout, field: Field, readings: Sequence[MrzReading]) -> set[str]:
    """Return what any frame vouches for in a field, empty if it is not vouched for twice."""
    votes = Counter(
        text(layout, field, reading.lines)
        for reading in readings
        if reading.kind is layout.kind and _vouches(layout, field, reading)
    )
    return set(votes) if max(votes.values(), default=0) >= _VOUCHERS else set()


def _vouches(layout: Layout, field: Field, reading: MrzReading) -> bool:
    """Say whether a frame read a field without doubt, as far as its check digits tell."""
    span = layout.fields[field]
    signs = reading.sure[span.line][span.start : span.end]
    return min(signs) >= _SURE and _checked(field, reading.checks)


def _checked(field: Field, checks: Checks) -> bool:
    """Say whether the check digits over a field are right; a field without asks all of them."""
    own = {Field.BIRTH_DATE: checks.birth_date, Field.EXPIRY: checks.expiry}
    if field in own:
        return own[field] is True and checks.composite is not False
    return checks.all_right
