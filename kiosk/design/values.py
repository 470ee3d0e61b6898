"""Values: a card's design, frozen. Sizes are in millimetres, type is in points."""

from dataclasses import dataclass

from kiosk.design.art import Art
from kiosk.policy import ANY_AGE, Ages

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the upper left corner of the card."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Type:
    """Letters from `size` down to `least` points, in at most so many lines.

    `leading` is more white between lines, as a share of the size.
    """

    size: float
    least: float
    lines: int = 1
    bold: bool = False
    leading: float = 0


@dataclass(frozen=True, slots=True)
class Text:
    """Words that are the same on every card, in paragraphs. Without a colour they are black.

    They begin at the side from which the card is read, unless they are centred.
    """

    words: str
    box: Box
    type: Type
    colour: Colour | None = None
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What one answer looks like. `left` and `width` are inside the column, `above` is white.

    It is on the card of a holder of these `ages` only. `words` are what it says if it is true.
    """

    name: str
    label: str
    type: Type
    left: float
    width: float
    above: float
    ages: Ages = ANY_AGE
    words: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of fields from the top. A field that was left out takes no room and has no label.

    `from_right`: it is read from the right, and `left` counts from there.
    """

    box: Box
    label: Type
    rows: tuple[tuple[Field, ...], ...]
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle. Where it ends at the card's edge it goes on beyond it."""

    box: Box
    colour: Colour


@dataclass(frozen=True, slots=True)
class Microtext:
    """Words as small as a printer's resin can make them, repeated along a line."""

    words: str
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Art in a box; `strength` from 0 to 1 is how much of it is seen."""

    art: Art
    box: Box
    strength: float


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side. A specimen's word runs from corner to corner of its box."""

    seal: Box | None
    specimen: Box
    texts: tuple[Text, ...]
    column: Column
    areas: tuple[Area, ...] = ()
    pictures: tuple[Picture, ...] = ()
    microtext: tuple[Microtext, ...] = ()


@dataclass(frozen=True, slots=True)
class Braid:
    """A bundle of waves around a line `middle` mm from the top, swinging `swing` mm."""

    middle: float
    swing: float
    lines: int
    waves: float
    knots: float  # how often the bundle narrows
    drift: float  # mm that the middle itself swings


@dataclass(frozen=True, slots=True)
class Rosette:
    """Rings of petals around a point, in mm."""

    left: float
    top: float
    radius: float
    rings: int
    petals: int


@dataclass(frozen=True, slots=True)
class Guilloche:
    """Fine lines that a copier cannot follow; their colour changes from left to right."""

    start: Colour
    end: Colour
    strength: float  # 0 to 1
    thread: float  # mm
    braids: tuple[Braid, ...]
    rosettes: tuple[Rosette, ...]


@dataclass(frozen=True, slots=True)
class CardDesign:
    """One design. `band` is the coloured head of the front and `rule` the line under it, in mm.

    `seal` is vector art, or a whole PNG file. `city_line` ends an address and may hold {postcode}.
    The back is black and white only, because then a printer needs one ribbon panel for it. `notch`
    is where the stock has one, seen from the front: nothing is printed there, on neither side.
    """

    width: float
    height: float
    front: Side
    back: Side
    paper: Colour
    band_colour: Colour
    rule_colour: Colour
    band: float
    rule: float
    photo: Box
    ghost: Box | None
    code: Box
    note: Type
    guilloche: Guilloche | None
    seal: Art | bytes
    city_line: str
    repeat_latin: bool  # show the Latin name even where it repeats the name
    specimen: str
    specimen_colour: Colour
    endless: str  # instead of a last day
    from_right: bool = False  # read from right to left
    notch: Box | None = None
    disclaimer: str = ""  # what the card is not, as its front says it

    def fields(self) -> tuple[Field, ...]:
        """Return all fields that are on the card."""
        rows = (*self.front.column.rows, *self.back.column.rows)
        return tuple(field for row in rows for field in row)
