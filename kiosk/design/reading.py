"""Reading: a pack's `card.toml` as a design, each mistake with its line."""

from collections.abc import Mapping
from pathlib import Path

from kiosk.design.lines import read_guilloche
from kiosk.design.measures import (
    LEAST_TEXT,
    Page,
    read_box,
    read_colour,
    read_notch,
    read_type,
)
from kiosk.design.shared import whole
from kiosk.design.sides import placeholders, read_field, read_seal, read_side
from kiosk.design.values import CardDesign, Colour, Side
from kiosk.errors import BadPack
from kiosk.packs.files import Mistake, open_file
from kiosk.packs.table import Table

COLOURS = ("paper", "band", "rule", "specimen")


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
    file, folders = whole(file, folder)
    return _design(file.table, folders), file.mistakes()


def _design(top: Table, folders: tuple[Path, ...]) -> CardDesign:
    front, back, colours = _table(top, "front"), _table(top, "back"), _table(top, "colours")
    named = {name: read_colour(colours, name) for name in COLOURS}
    page, disclaimer = _page(top, named)
    guilloche = top.table("guilloche")
    design = CardDesign(
        width=page.width,
        height=page.height,
        front=_side(front, page, folders),
        back=_side(back, page, folders, back=True),
        paper=named["paper"],
        band_colour=named["band"],
        rule_colour=named["rule"],
        band=front.decimal("band", 0),
        rule=front.decimal("rule", 0),
        photo=read_box(front, "photo", page),
        ghost=read_box(front, "ghost", page) if front.has("ghost") else None,
        code=read_box(back, "code", page, back=True),
        note=read_type(_table(back, "note"), LEAST_TEXT, closed=True),
        guilloche=read_guilloche(guilloche) if guilloche else None,
        seal=read_seal(top, folders),
        city_line=top.text("city_line"),
        repeat_latin=top.flag("repeat_latin"),
        specimen=top.text("specimen"),
        specimen_colour=named["specimen"],
        endless=top.text("endless", "No expiry"),
        from_right=page.from_right,
        notch=page.notch,
        disclaimer=disclaimer,
    )
    _check_disclaimer(top, design)
    for table in (front, back, colours, top):
        table.close()
    return design


def _page(top: Table, colours: Mapping[str, Colour]) -> tuple[Page, str]:
    """Return what both sides depend on, and what the card says that it is not."""
    width, height = top.decimal("width"), top.decimal("height")
    disclaimer = top.text("disclaimer", "")
    fields = _table(top, "fields")
    tables = {name: _table(fields, name) for name in fields.raw if name != "label"}
    words = _words(top)
    page = Page(
        width=width,
        height=height,
        from_right=_from_right(top),
        notch=read_notch(top, width, height),
        label=read_type(_table(fields, "label"), LEAST_TEXT, closed=True),
        fields={name: read_field(name, table) for name, table in tables.items()},
        tables=tables,
        colours=colours,
        said=words | ({"disclaimer": disclaimer} if disclaimer else {}),
    )
    return page, disclaimer


def _words(top: Table) -> dict[str, str]:
    """Return what the pack says in the places that the design has for words."""
    table = top.table("words")
    if table is None:
        return {}
    sides = [side for key in ("front", "back") if isinstance(side := top.raw.get(key), dict)]
    lists = [side.get(key, []) for side in sides for key in ("texts", "microtext")]
    texts = [text for texts in lists if isinstance(texts, list) for text in texts]
    wanted = {
        place
        for text in texts
        if isinstance(text, dict)
        for place in placeholders(str(text.get("words")))
    }
    for key in table.raw:
        if key not in wanted:
            table.blame("no text of the design has a place for this", key)
    return {key: table.text(key) for key in table.raw}


def _from_right(top: Table) -> bool:
    reads = top.text("reads", "ltr")
    if reads not in ("ltr", "rtl"):
        top.blame("must be 'ltr' or 'rtl'", "reads")
    return reads == "rtl"


def _side(table: Table, page: Page, folders: tuple[Path, ...], *, back: bool = False) -> Side:
    if table.raw and not table.has("column"):
        table.blame("the table 'column' is missing")
    return read_side(table, page, folders, back=back)


def _check_disclaimer(top: Table, design: CardDesign) -> None:
    """Note a card that could be taken for a driver's licence and says neither no nor why."""
    reason = top.text("no_disclaimer", "")
    if bool(reason) == bool(design.disclaimer):
        top.blame("needs either 'disclaimer', or 'no_disclaimer' with the reason")
    elif design.disclaimer:
        said = " ".join(text.words for text in design.front.texts).replace("\n", " ")
        if design.disclaimer not in said:
            top.blame("no text on the front says this", "disclaimer")


def _table(owner: Table, key: str) -> Table:
    """Return the table under `key`; an empty one, whose lack is noted, if there is none."""
    table = owner.table(key)
    if table is not None:
        return table
    if not owner.has(key):
        owner.blame(f"the table {key!r} is missing")
    return Table({}, [], (*owner.path, key))
