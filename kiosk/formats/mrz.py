"""MRZ: what the machine-readable zone of a passport, an ID card or a visa says (ICAO Doc 9303).

Lines of text in, values out, and nothing is mended: a check digit says that a field was read right
or that it was not, and never what it should have been, because a repair by check digit was wrong
in every second case that was measured. The number of the document gets no field: it is looked at
for its check digit alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.formats.mrz_dates import PartialDate, birth_date, expiry
from kiosk.formats.mrz_layout import LAYOUTS, Field, Kind, Layout, layout_of

FILLER = "<"
SIGNS = frozenset("<ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_VALUES = {FILLER: 0} | {sign: int(sign, 36) for sign in SIGNS - {FILLER}}
_WEIGHTS = (7, 3, 1)  # ICAO 9303-3 section 4.9
_LEAST_REST = 2  # a number that runs on has one more sign and its check digit at least


class Sex(StrEnum):
    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = "<"


@dataclass(frozen=True, slots=True)
class Checks:
    """Which check digits are right; None where a zone of this kind has none."""

    number: bool
    birth_date: bool
    expiry: bool | None
    optional: bool | None
    composite: bool | None

    @property
    def all_right(self) -> bool:
        return False not in self.every

    @property
    def any_right(self) -> bool:
        return True in self.every

    @property
    def every(self) -> tuple[bool | None, ...]:
        return (self.number, self.birth_date, self.expiry, self.optional, self.composite)


@dataclass(frozen=True, slots=True)
class Mrz:
    """What a zone says, as printed. A date is None if it is no date, a sex if it is none."""

    kind: Kind
    document_code: str
    issuing_state: str
    family_name: str
    given_names: str  # empty for a person with one name
    name_may_be_cut: bool  # its field is full to the last sign, and a name may go on
    birth_date: PartialDate | None
    sex: Sex | None
    expiry: PartialDate | None
    nationality: str
    checks: Checks


def parse(lines: Sequence[str], today: date) -> Mrz | None:
    """Return what these lines say, or None if they are not a machine-readable zone.

    `today` settles the century of the dates. Case, spaces and empty lines do not count, and all
    lines may come as one, as some scanners type them. Lines of the right form without any right
    check digit are something else: a driving licence, or noise.
    """
    rows = _rows(lines)
    layout = layout_of(rows)
    if layout is None or not rows[0][0].isalpha() or not SIGNS.issuperset("".join(rows)):
        return None
    checked = checks(layout, rows)
    return _read(layout, rows, checked, today) if checked.any_right else None


def _read(layout: Layout, rows: Sequence[str], checked: Checks, today: date) -> Mrz:
    family, given = _names(layout, rows)
    raw_sex = text(layout, Field.SEX, rows).replace("X", FILLER)
    return Mrz(
        kind=layout.kind,
        document_code=_plain(text(layout, Field.DOCUMENT_CODE, rows)),
        issuing_state=_plain(text(layout, Field.ISSUING_STATE, rows)),
        family_name=family,
        given_names=given,
        name_may_be_cut=not text(layout, _last_name(layout), rows).endswith(FILLER),
        birth_date=birth_date(text(layout, Field.BIRTH_DATE, rows), today),
        sex=Sex(raw_sex) if raw_sex in set(Sex) else None,
        expiry=expiry(text(layout, Field.EXPIRY, rows), today),
        nationality=_nationality(layout, rows),
        checks=checked,
    )


def text(layout: Layout, field: Field, lines: Sequence[str]) -> str:
    """Return the signs of a field, "" if this kind of zone has no such field."""
    span = layout.fields.get(field)
    return span.of(lines) if span else ""


def checks(layout: Layout, lines: Sequence[str]) -> Checks:
    """Say which check digits of these lines are right."""
    return Checks(
        number=_number_is_right(layout, lines),
        birth_date=_is_right(layout, lines, Field.BIRTH_DATE, Field.BIRTH_DATE_CHECK) is True,
        expiry=_is_right(layout, lines, Field.EXPIRY, Field.EXPIRY_CHECK),
        optional=_is_right(layout, lines, Field.OPTIONAL, Field.OPTIONAL_CHECK),
        composite=_composite_is_right(layout, lines),
    )


def check_digit(signs: str) -> str:
    """Return the check digit of some signs (ICAO 9303-3 section 4.9)."""
    weighted = (_VALUES[sign] * _WEIGHTS[place % 3] for place, sign in enumerate(signs))
    return str(sum(weighted) % 10)


def _rows(lines: Sequence[str]) -> list[str]:
    rows = ["".join(line.split()) for line in lines]
    rows = [row.upper() if row.isascii() else row for row in rows if row]
    if len(rows) == 1:
        (row,) = rows
        width = {layout.lines * layout.width: layout.width for layout in LAYOUTS}.get(len(row))
        if width:
            return [row[start : start + width] for start in range(0, len(row), width)]
    return rows


def _names(layout: Layout, rows: Sequence[str]) -> tuple[str, str]:
    """Return family and given names, split at the first two fillers (ICAO 9303-3 section 4.6)."""
    family, _, given = text(layout, Field.NAME, rows).partition(FILLER * 2)
    if Field.GIVEN_NAMES in layout.fields:
        given = text(layout, Field.GIVEN_NAMES, rows)
    return _plain(family), _plain(given)


def _last_name(layout: Layout) -> Field:
    return Field.GIVEN_NAMES if Field.GIVEN_NAMES in layout.fields else Field.NAME


def _nationality(layout: Layout, rows: Sequence[str]) -> str:
    """Return the nationality; France's old card has no place for it, and only citizens got one."""
    has_one = Field.NATIONALITY in layout.fields
    return _plain(text(layout, Field.NATIONALITY if has_one else Field.ISSUING_STATE, rows))


def _plain(signs: str) -> str:
    return " ".join(part for part in signs.split(FILLER) if part)


def _is_right(layout: Layout, lines: Sequence[str], field: Field, digit: Field) -> bool | None:
    if digit not in layout.fields:
        return None
    signs, printed = text(layout, field, lines), text(layout, digit, lines)
    # The check digit of an empty field may be left empty too (ICAO 9303-4 section 4.2.2).
    return printed == check_digit(signs) or set(signs + printed) == {FILLER}


def _number_is_right(layout: Layout, lines: Sequence[str]) -> bool:
    """Check the number; on cards, one of more than nine signs runs on (9303-5 and -6, 4.2.2).

    The standard leaves out the filler that says so; Belgium's cards up to 2020 count it in.
    """
    number, printed = text(layout, Field.NUMBER, lines), text(layout, Field.NUMBER_CHECK, lines)
    if printed == FILLER and layout.kind in {Kind.TD1, Kind.TD2}:
        rest = text(layout, Field.OPTIONAL, lines).partition(FILLER)[0]
        ways = [check_digit(number + between + rest[:-1]) for between in ("", FILLER)]
        return len(rest) >= _LEAST_REST and rest[-1] in ways
    return printed == check_digit(number)


def _composite_is_right(layout: Layout, lines: Sequence[str]) -> bool | None:
    if not layout.composite:
        return None
    signs = "".join(span.of(lines) for span in layout.composite)
    return text(layout, Field.COMPOSITE_CHECK, lines) == check_digit(signs)
