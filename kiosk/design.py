"""A city's card design as frozen values: what stands where on both sides, in millimetres.

A design is read from `card.toml` in the city's pack. Its limits are those of a card printer, not of
taste: a design that would print a name too small to read, or a coloured text that the ribbon blurs,
is refused when it is loaded and not when the first card comes out.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.errors import BadPack

SAFE = 2.0  # mm from the edge that a printer may not reach
LEAST_NAME, LEAST_DATA, LEAST_TEXT = 7.0, 6.0, 5.0  # points
LEAST_COLOURED = 8.0  # points; smaller letters blur when several ribbon panels make them
NAMES = frozenset({"name", "latin_name"})
FIELDS = NAMES | {"birth_date", "gender", "address", "valid_until", "serial"}

_PNG = b"\x89PNG\r\n\x1a\n"

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
    """Words that are the same on every card, in paragraphs. Without a colour they are black."""

    words: str
    box: Box
    type: Type
    colour: Colour | None = None
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What one answer looks like. `left` and `width` are inside the column, `above` is white."""

    name: str
    label: str
    type: Type
    left: float
    width: float
    above: float


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of fields from the top. A field that was left out takes no room and has no label."""

    box: Box
    label: Type
    rows: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on one side. A specimen's word runs from corner to corner of its box."""

    seal: Box
    specimen: Box
    texts: tuple[Text, ...]
    column: Column


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

    `seal` is a whole PNG file. `city_line` ends an address and may hold {postcode}. The back is
    black and white only, because then a printer needs one ribbon panel for it.
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
    ghost: Box
    code: Box
    note: Type
    guilloche: Guilloche
    seal: bytes
    city_line: str
    repeat_latin: bool  # show the Latin name even where it repeats the name
    specimen: str
    specimen_colour: Colour
    endless: str  # instead of a last day


def load(folder: Path) -> CardDesign:
    """Read `card.toml` in a city's folder.

    Raises BadPack if it is missing or incomplete, or breaks a limit of card printers.
    """
    try:
        raw = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
        design = _design(raw, folder)
    except (OSError, KeyError, TypeError, ValueError, AttributeError):
        raise BadPack from None
    if not all(_checks(design)):
        raise BadPack
    return design


def _checks(design: CardDesign) -> Iterator[bool]:
    """Yield whether each limit of section 5 of the printing notes is kept."""
    for side in (design.front, design.back):
        fields = [field for row in side.column.rows for field in row]
        boxes = [side.seal, side.specimen, side.column.box, *(text.box for text in side.texts)]
        yield all(_inside(box, design) for box in boxes)
        yield side.column.label.least >= LEAST_TEXT
        yield all(field.type.least >= _least(field.name) for field in fields)
        yield all(field.left + field.width <= side.column.box.width for field in fields)
        yield all(_legible(text) for text in side.texts)
    yield all(_inside(box, design) for box in (design.photo, design.ghost, design.code))
    yield design.note.least >= LEAST_TEXT
    yield design.seal.startswith(_PNG)


def _inside(box: Box, design: CardDesign) -> bool:
    right, bottom = box.left + box.width, box.top + box.height
    far = right <= design.width - SAFE and bottom <= design.height - SAFE
    return far and min(box.left, box.top) >= SAFE


def _least(name: str) -> float:
    return LEAST_NAME if name in NAMES else LEAST_DATA


def _legible(text: Text) -> bool:
    return text.type.least >= (LEAST_COLOURED if text.colour else LEAST_TEXT)


def _design(raw: dict[str, Any], folder: Path) -> CardDesign:
    front, back, colours = raw["front"], raw["back"], raw["colours"]
    return CardDesign(
        width=float(raw["width"]),
        height=float(raw["height"]),
        front=_side(front, raw),
        back=_side(back, raw),
        paper=_colour(colours["paper"]),
        band_colour=_colour(colours["band"]),
        rule_colour=_colour(colours["rule"]),
        band=float(front["band"]),
        rule=float(front["rule"]),
        photo=_box(front["photo"]),
        ghost=_box(front["ghost"]),
        code=_box(back["code"]),
        note=_type(back["note"]),
        guilloche=_guilloche(raw["guilloche"]),
        seal=(folder / str(raw["seal"])).read_bytes(),
        city_line=str(raw["city_line"]),
        repeat_latin=bool(raw["repeat_latin"]),
        specimen=str(raw["specimen"]),
        specimen_colour=_colour(colours["specimen"]),
        endless=str(raw.get("endless", "No expiry")),
    )


def _side(entry: dict[str, Any], raw: dict[str, Any]) -> Side:
    column = entry["column"]
    rows = [tuple(_field(name, raw["fields"][name]) for name in row) for row in column["rows"]]
    return Side(
        seal=_box(entry["seal"]),
        specimen=_box(entry["specimen"]),
        texts=tuple(_text(text) for text in entry["texts"]),
        column=Column(_box(column["box"]), _type(raw["fields"]["label"]), tuple(rows)),
    )


def _field(name: str, entry: dict[str, Any]) -> Field:
    if name not in FIELDS:
        raise KeyError
    return Field(
        name=name,
        label=str(entry.get("label", "")),
        type=_type(entry),
        left=float(entry.get("left", 0)),
        width=float(entry["width"]),
        above=float(entry.get("above", 0)),
    )


def _text(entry: dict[str, Any]) -> Text:
    colour = _colour(entry["colour"]) if "colour" in entry else None
    centred = bool(entry.get("centred", False))
    return Text(str(entry["words"]), _box(entry["box"]), _type(entry), colour, centred)


def _type(entry: dict[str, Any]) -> Type:
    size = float(entry["size"])
    return Type(
        size=size,
        least=float(entry.get("least", size)),
        lines=int(entry.get("lines", 1)),
        bold=bool(entry.get("bold", False)),
        leading=float(entry.get("leading", 0)),
    )


def _guilloche(entry: dict[str, Any]) -> Guilloche:
    return Guilloche(
        start=_colour(entry["start"]),
        end=_colour(entry["end"]),
        strength=float(entry["strength"]),
        thread=float(entry["thread"]),
        braids=tuple(Braid(**braid) for braid in entry.get("braids", ())),
        rosettes=tuple(Rosette(**rosette) for rosette in entry.get("rosettes", ())),
    )


def _box(entry: list[float]) -> Box:
    return Box(*map(float, entry))


def _colour(text: str) -> Colour:
    if not text.startswith("#"):
        raise ValueError
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue
