"""Reading: a pack's `card.toml` as a design, each mistake with its line.

What breaks a limit of card printers is a mistake in the file like a key that is missing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.design.values import (
    Box,
    Braid,
    CardDesign,
    Colour,
    Column,
    Field,
    Guilloche,
    Rosette,
    Side,
    Text,
    Type,
)
from kiosk.errors import BadPack
from kiosk.packs.files import Mistake, open_file
from kiosk.packs.table import Table

SAFE = 2.0  # mm from the edge that a printer may not reach
LEAST_NAME, LEAST_DATA, LEAST_TEXT = 7.0, 6.0, 5.0  # points
LEAST_COLOURED = 8.0  # points; smaller letters blur when several ribbon panels make them
NAMES = frozenset({"name", "latin_name"})
FIELDS = NAMES | {"birth_date", "gender", "address", "valid_until", "serial"}

_COLOUR = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_BLACK: Colour = (0, 0, 0)
_PNG = b"\x89PNG\r\n\x1a\n"


def load(folder: Path) -> CardDesign:
    """Read `card.toml` in a city's folder.

    Raises BadPack if it is missing or incomplete, or breaks a limit of card printers.
    """
    design, mistakes = read(folder)
    if design is None or mistakes:
        raise BadPack
    return design


def read(folder: Path) -> tuple[CardDesign | None, tuple[Mistake, ...]]:
    """Read `card.toml` with every mistake in it; None if it cannot be read at all."""
    file = open_file(folder, "card.toml")
    if isinstance(file, Mistake):
        return None, (file,)
    return _design(file.table, folder), file.mistakes()


@dataclass(frozen=True, slots=True)
class _Card:
    """What a side depends on: the card's size, and the fields by name with their tables."""

    width: float
    height: float
    label: Type
    fields: Mapping[str, Field]
    tables: Mapping[str, Table]


def _design(top: Table, folder: Path) -> CardDesign:
    fields = _table(top, "fields")
    tables = {name: _table(fields, name) for name in fields.raw if name != "label"}
    card = _Card(
        width=top.decimal("width"),
        height=top.decimal("height"),
        label=_type(_table(fields, "label"), LEAST_TEXT, closed=True),
        fields={name: _field(name, table) for name, table in tables.items()},
        tables=tables,
    )
    front, back, colours = _table(top, "front"), _table(top, "back"), _table(top, "colours")
    design = CardDesign(
        width=card.width,
        height=card.height,
        front=_side(front, card),
        back=_side(back, card),
        paper=_colour(colours, "paper"),
        band_colour=_colour(colours, "band"),
        rule_colour=_colour(colours, "rule"),
        band=front.decimal("band"),
        rule=front.decimal("rule"),
        photo=_box(front, "photo", card),
        ghost=_box(front, "ghost", card),
        code=_box(back, "code", card),
        note=_type(_table(back, "note"), LEAST_TEXT, closed=True),
        guilloche=_guilloche(_table(top, "guilloche")),
        seal=_seal(top, folder),
        city_line=top.text("city_line"),
        repeat_latin=top.flag("repeat_latin"),
        specimen=top.text("specimen"),
        specimen_colour=_colour(colours, "specimen"),
        endless=top.text("endless", "No expiry"),
    )
    for table in (front, back, colours, top):
        table.close()
    return design


def _table(owner: Table, key: str) -> Table:
    """Return the table under `key`; an empty one, whose lack is noted, if there is none."""
    table = owner.table(key)
    if table is not None:
        return table
    if not owner.has(key):
        owner.blame(f"the table {key!r} is missing")
    return Table({}, [], (*owner.path, key))


def _side(table: Table, card: _Card) -> Side:
    return Side(
        seal=_box(table, "seal", card),
        specimen=_box(table, "specimen", card),
        texts=tuple(_text(entry, card) for entry in table.tables("texts")),
        column=_column(_table(table, "column"), card),
    )


def _column(table: Table, card: _Card) -> Column:
    box = _box(table, "box", card)
    rows = tuple(tuple(_known(names, table, card)) for names in table.lists("rows"))
    for field in (field for row in rows for field in row):
        if field.left + field.width > box.width:
            card.tables[field.name].blame("is wider than its column", "width")
    table.close()
    return Column(box, card.label, rows)


def _known(names: tuple[str, ...], table: Table, card: _Card) -> Iterator[Field]:
    for name in names:
        if name in card.fields:
            yield card.fields[name]
        else:
            table.blame(f"there is no field {name!r} in [fields]", "rows")


def _field(name: str, table: Table) -> Field:
    if name not in FIELDS:
        table.blame(f"no card has this field; there are {', '.join(sorted(FIELDS))}")
    field = Field(
        name=name,
        label=table.text("label", ""),
        type=_type(table, LEAST_NAME if name in NAMES else LEAST_DATA),
        left=table.decimal("left", 0),
        width=table.decimal("width"),
        above=table.decimal("above", 0),
    )
    table.close()
    return field


def _text(table: Table, card: _Card) -> Text:
    colour = _colour(table, "colour") if table.has("colour") else None
    text = Text(
        words=table.text("words"),
        box=_box(table, "box", card),
        type=_type(table, LEAST_COLOURED if colour else LEAST_TEXT),
        colour=colour,
        centred=table.flag("centred"),
    )
    table.close()
    return text


def _type(table: Table, limit: float, *, closed: bool = False) -> Type:
    """Read letters that may become no smaller than `limit`, in a table of their own or not."""
    size = table.decimal("size")
    least = table.decimal("least", size)
    if least < limit and table.has("size"):
        key = "least" if table.has("least") else "size"
        table.blame(f"a card printer blurs letters here below {limit:g} points", key)
    if least > size:
        table.blame("is above 'size'", "least")
    letters = Type(
        size=size,
        least=least,
        lines=table.number("lines", 1, least=1),
        bold=table.flag("bold"),
        leading=table.decimal("leading", 0),
    )
    if closed:
        table.close()
    return letters


def _guilloche(table: Table) -> Guilloche:
    guilloche = Guilloche(
        start=_colour(table, "start"),
        end=_colour(table, "end"),
        strength=table.decimal("strength"),
        thread=table.decimal("thread"),
        braids=tuple(map(_braid, table.tables("braids"))),
        rosettes=tuple(map(_rosette, table.tables("rosettes"))),
    )
    table.close()
    return guilloche


def _braid(table: Table) -> Braid:
    braid = Braid(
        middle=table.decimal("middle"),
        swing=table.decimal("swing"),
        lines=table.number("lines", least=1),
        waves=table.decimal("waves"),
        knots=table.decimal("knots"),
        drift=table.decimal("drift"),
    )
    table.close()
    return braid


def _rosette(table: Table) -> Rosette:
    rosette = Rosette(
        left=table.decimal("left"),
        top=table.decimal("top"),
        radius=table.decimal("radius"),
        rings=table.number("rings", least=1),
        petals=table.number("petals", least=1),
    )
    table.close()
    return rosette


def _box(table: Table, key: str, card: _Card) -> Box:
    box = Box(*table.decimals(key, ("left", "top", "width", "height")))
    right, bottom = box.left + box.width, box.top + box.height
    inside = right <= card.width - SAFE and bottom <= card.height - SAFE
    if table.has(key) and not (inside and min(box.left, box.top) >= SAFE):
        table.blame(f"reaches nearer than {SAFE:g} mm to the edge of the card", key)
    return box


def _colour(table: Table, key: str) -> Colour:
    text = table.text(key)
    found = _COLOUR.fullmatch(text)
    if found is None:
        if text:
            table.blame('must be a colour, as "#0B4250"', key)
        return _BLACK
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def _seal(table: Table, folder: Path) -> bytes:
    """Return the art, which lies in the pack's own folder."""
    name = table.text("seal")
    path = folder / name
    if not name:
        return b""
    if Path(name).name != name or not path.is_file():
        table.blame(f"the city's seal is missing: there is no file {name!r} in the folder", "seal")
        return b""
    art = path.read_bytes()
    if not art.startswith(_PNG):
        table.blame("the city's seal must be a PNG file", "seal")
    return art
