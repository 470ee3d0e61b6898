"""Where each field of a machine-readable zone stands (ICAO 9303 parts 4 to 7, and one older card).

A table and no more, because two readers use it: `mrz` for text, and the reader of pictures, which
must know where only a digit can stand. The number of a document has a place here, for its check
digit, and nowhere a value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A form of machine-readable zone."""

    TD1 = "td1"  # cards: 3 lines of 30
    TD2 = "td2"  # larger cards: 2 lines of 36
    TD3 = "td3"  # passports: 2 lines of 44
    MRV_A = "mrv-a"  # visas: 2 lines of 44
    MRV_B = "mrv-b"  # smaller visas: 2 lines of 36
    FRENCH_ID = "french-id"  # France's cards from 1988 to 2021, older than the standard


class Field(StrEnum):
    DOCUMENT_CODE = "document-code"
    ISSUING_STATE = "issuing-state"
    NAME = "name"  # family names, two fillers, given names
    GIVEN_NAMES = "given-names"  # on the French card alone, where NAME is the family name
    NUMBER = "number"
    NUMBER_CHECK = "number-check"
    NATIONALITY = "nationality"
    BIRTH_DATE = "birth-date"
    BIRTH_DATE_CHECK = "birth-date-check"
    SEX = "sex"
    EXPIRY = "expiry"
    EXPIRY_CHECK = "expiry-check"
    OPTIONAL = "optional"
    OPTIONAL_CHECK = "optional-check"
    OPTIONAL_2 = "optional-2"
    COMPOSITE_CHECK = "composite-check"


@dataclass(frozen=True, slots=True)
class Span:
    """The signs `start` to `end` (not included) of a line."""

    line: int
    start: int
    end: int

    def of(self, lines: Sequence[str]) -> str:
        return lines[self.line][self.start : self.end]


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of zone. `composite` is empty where it has no composite check digit."""

    kind: Kind
    lines: int
    width: int
    fields: Mapping[Field, Span]
    composite: tuple[Span, ...] = ()


_HEAD = {Field.DOCUMENT_CODE: Span(0, 0, 2), Field.ISSUING_STATE: Span(0, 2, 5)}
_SECOND_LINE = {  # of every zone with two lines, but for the French card's
    Field.NUMBER: Span(1, 0, 9),
    Field.NUMBER_CHECK: Span(1, 9, 10),
    Field.NATIONALITY: Span(1, 10, 13),
    Field.BIRTH_DATE: Span(1, 13, 19),
    Field.BIRTH_DATE_CHECK: Span(1, 19, 20),
    Field.SEX: Span(1, 20, 21),
    Field.EXPIRY: Span(1, 21, 27),
    Field.EXPIRY_CHECK: Span(1, 27, 28),
}


def _two_lines(kind: Kind, width: int, rest: Mapping[Field, Span], end: int | None) -> Layout:
    """Return a layout of two lines; `end` is where the composite check's last part ends."""
    name = {Field.NAME: Span(0, 5, width)}
    composite = () if end is None else (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, end))
    return Layout(kind, 2, width, {**_HEAD, **name, **_SECOND_LINE, **rest}, composite)


_PASSPORT_REST = {
    Field.OPTIONAL: Span(1, 28, 42),
    Field.OPTIONAL_CHECK: Span(1, 42, 43),
    Field.COMPOSITE_CHECK: Span(1, 43, 44),
}
_TD2_REST = {Field.OPTIONAL: Span(1, 28, 35), Field.COMPOSITE_CHECK: Span(1, 35, 36)}

TD3 = _two_lines(Kind.TD3, 44, _PASSPORT_REST, 43)
TD2 = _two_lines(Kind.TD2, 36, _TD2_REST, 35)
MRV_A = _two_lines(Kind.MRV_A, 44, {Field.OPTIONAL: Span(1, 28, 44)}, None)
MRV_B = _two_lines(Kind.MRV_B, 36, {Field.OPTIONAL: Span(1, 28, 36)}, None)
TD1 = Layout(
    Kind.TD1,
    3,
    30,
    {
        **_HEAD,
        Field.NUMBER: Span(0, 5, 14),
        Field.NUMBER_CHECK: Span(0, 14, 15),
        Field.OPTIONAL: Span(0, 15, 30),
        Field.BIRTH_DATE: Span(1, 0, 6),
        Field.BIRTH_DATE_CHECK: Span(1, 6, 7),
        Field.SEX: Span(1, 7, 8),
        Field.EXPIRY: Span(1, 8, 14),
        Field.EXPIRY_CHECK: Span(1, 14, 15),
        Field.NATIONALITY: Span(1, 15, 18),
        Field.OPTIONAL_2: Span(1, 18, 29),
        Field.COMPOSITE_CHECK: Span(1, 29, 30),
        Field.NAME: Span(2, 0, 30),
    },
    (Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)),
)
FRENCH_ID = Layout(
    Kind.FRENCH_ID,
    2,
    36,
    {
        **_HEAD,
        Field.NAME: Span(0, 5, 30),
        Field.OPTIONAL: Span(0, 30, 36),  # the office that issued it
        Field.NUMBER: Span(1, 0, 12),
        Field.NUMBER_CHECK: Span(1, 12, 13),
        Field.GIVEN_NAMES: Span(1, 13, 27),
        Field.BIRTH_DATE: Span(1, 27, 33),
        Field.BIRTH_DATE_CHECK: Span(1, 33, 34),
        Field.SEX: Span(1, 34, 35),
        Field.COMPOSITE_CHECK: Span(1, 35, 36),
    },
    (Span(0, 0, 36), Span(1, 0, 35)),
)

LAYOUTS = (TD1, TD2, TD3, MRV_A, MRV_B, FRENCH_ID)
_VISAS = {MRV_A.width: MRV_A, MRV_B.width: MRV_B}
_DOCUMENTS = {TD2.width: TD2, TD3.width: TD3}


def layout_of(lines: Sequence[str]) -> Layout | None:
    """Return the layout of these lines by their number, their width and how the first begins."""
    widths = {len(line) for line in lines}
    if len(widths) != 1:
        return None
    width = widths.pop()
    if (len(lines), width) == (TD1.lines, TD1.width):
        return TD1
    if len(lines) != TD3.lines:
        return None
    if width == FRENCH_ID.width and lines[0].startswith("IDFRA"):
        return FRENCH_ID
    return (_VISAS if lines[0].startswith("V") else _DOCUMENTS).get(width)
