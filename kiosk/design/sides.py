"""Sides: what stands on the front and on the back, read from a design."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.design.art import Art, read_art
from kiosk.design.measures import (
    BLACK,
    HAIR,
    LEAST_COLOURED,
    LEAST_DATA,
    LEAST_MICROTEXT,
    LEAST_NAME,
    LEAST_TEXT,
    WHITE,
    Page,
    read_box,
    read_colour,
    read_type,
)
from kiosk.design.values import Area, Column, Field, Microtext, Picture, Side, Text
from kiosk.packs.table import Table

NAMES = frozenset({"name", "latin_name"})
FLAGS = frozenset({"veteran"})  # answered by yes or no: the design has the words
FIELDS = NAMES | FLAGS | {"birth_date", "gender", "address", "valid_until", "serial"}
FIELDS |= {"emergency_contact"}

_PNG = b"\x89PNG\r\n\x1a\n"
_PLACE = re.compile(r"\{(\w+)\}")


def read_side(table: Table, page: Page, folders: tuple[Path, ...], *, back: bool) -> Side:
    """Read one side. On the back nothing has a colour but black and white."""
    texts = (_text(entry, page, back=back) for entry in table.tables("texts"))
    microtext = (_microtext(entry, page, back=back) for entry in table.tables("microtext"))
    return Side(
        seal=read_box(table, "seal", page, back=back) if table.has("seal") else None,
        specimen=read_box(table, "specimen", page, bleeds=True),
        texts=tuple(text for text in texts if text),
        column=_column(table.table("column") or Table({}, []), page, back=back),
        areas=tuple(_area(entry, page, back=back) for entry in table.tables("areas")),
        pictures=()
        if back
        else tuple(_picture(entry, page, folders) for entry in table.tables("pictures")),
        microtext=tuple(text for text in microtext if text),
    )


def read_field(name: str, table: Table) -> Field:
    """Read what one answer looks like."""
    if name not in FIELDS:
        table.blame(f"no card has this field; there are {', '.join(sorted(FIELDS))}")
    field = Field(
        name=name,
        label=table.text("label", ""),
        type=read_type(table, LEAST_NAME if name in NAMES else LEAST_DATA),
        left=table.decimal("left", 0),
        width=table.decimal("width"),
        above=table.decimal("above", 0),
        ages=table.ages(),
        words=table.text("words") if name in FLAGS else "",
    )
    table.close()
    return field


def read_seal(top: Table, folders: tuple[Path, ...]) -> Art | bytes:
    """Return the city's seal: compiled art, or a whole PNG file."""
    raw = _file(top, "seal", folders, "the city's seal")
    art = read_art(raw)
    if raw and art is None and not raw.startswith(_PNG):
        top.blame("the city's seal must be compiled art or a PNG file", "seal")
    return art or raw


def placeholders(words: str) -> frozenset[str]:
    """Return what `{…}` in the words of a text stands for."""
    return frozenset(_PLACE.findall(words))


def _filled(words: str, said: Mapping[str, str]) -> str:
    """Return the words with what the pack says; nothing if it does not say something of it."""
    if not placeholders(words) <= set(said):
        return ""
    return _PLACE.sub(lambda place: said[place[1]], words)


def _column(table: Table, page: Page, *, back: bool) -> Column:
    box = read_box(table, "box", page, back=back)
    rows = tuple(tuple(_known(names, table, page)) for names in table.lists("rows"))
    for field in (field for row in rows for field in row):
        if field.left + field.width > box.width + HAIR:
            page.tables[field.name].blame("is wider than its column", "width")
    table.close()
    return Column(box, page.label, rows, page.from_right)


def _known(names: tuple[str, ...], table: Table, page: Page) -> Iterator[Field]:
    for name in names:
        if name in page.fields:
            yield page.fields[name]
        else:
            table.blame(f"there is no field {name!r} in [fields]", "rows")


def _text(table: Table, page: Page, *, back: bool) -> Text | None:
    colour = read_colour(table, "colour", page.colours) if table.has("colour") else None
    if back and colour not in (None, WHITE):
        table.blame("the back is black and white only", "colour")
    text = Text(
        words=_filled(table.text("words"), page.said),
        box=read_box(table, "box", page, back=back),
        type=read_type(table, LEAST_COLOURED if colour else LEAST_TEXT),
        colour=colour,
        centred=table.flag("centred"),
    )
    table.close()
    return text if text.words else None


def _microtext(table: Table, page: Page, *, back: bool) -> Microtext | None:
    size = table.decimal("size")
    if size < LEAST_MICROTEXT and table.has("size"):
        table.blame(f"no card printer makes letters below {LEAST_MICROTEXT:g} points", "size")
    words = _filled(table.text("words"), page.said)
    text = Microtext(words, read_box(table, "box", page, back=back), size)
    table.close()
    return text if words else None


def _area(table: Table, page: Page, *, back: bool) -> Area:
    area = Area(
        read_box(table, "box", page, bleeds=True), read_colour(table, "colour", page.colours)
    )
    if back and area.colour not in (BLACK, WHITE):
        table.blame("the back is black and white only", "colour")
    table.close()
    return area


def _picture(table: Table, page: Page, folders: tuple[Path, ...]) -> Picture:
    raw = _file(table, "file", folders, "the art")
    art = read_art(raw)
    if raw and art is None:
        table.blame("is no compiled art", "file")
    box = read_box(table, "box", page, bleeds=True)
    picture = Picture(art or Art(1, 1, ()), box, table.decimal("strength", 1))
    table.close()
    return picture


def _file(table: Table, key: str, folders: tuple[Path, ...], what: str) -> bytes:
    """Return a file of art, which lies in the pack's own folder or in that of its design."""
    name = table.text(key)
    paths = [folder / name for folder in folders if name and Path(name).name == name]
    found = next((path for path in paths if path.is_file()), None)
    if found is None and name:
        table.blame(f"{what} is missing: there is no file {name!r} in the folder", key)
    return found.read_bytes() if found else b""
