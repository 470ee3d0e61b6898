"""Measures: boxes, letters and colours of a design, and the limits of card printers on them.

What breaks a limit is a mistake in the file like a key that is missing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.design.values import Box, Colour, Field, Type
from kiosk.packs.table import Table

SAFE = 2.0  # mm from the edge that a printer may not reach
LEAST_NAME, LEAST_DATA, LEAST_TEXT = 7.0, 6.0, 5.0  # points
LEAST_COLOURED = 8.0  # points; smaller letters blur when several ribbon panels make them
LEAST_MICROTEXT = 2.0  # points; to be found under a magnifying glass and not to be read

HAIR = 0.001  # mm; sums of decimals are not exact
_COLOUR = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
NO_NAMES: Mapping[str, Colour] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """What a side depends on: the card's size, how it is read, the fields, and the pack's words."""

    width: float
    height: float
    from_right: bool
    notch: Box | None
    label: Type
    fields: Mapping[str, Field]
    tables: Mapping[str, Table]
    colours: Mapping[str, Colour]
    said: Mapping[str, str]


def read_box(
    table: Table, key: str, page: Page, *, bleeds: bool = False, back: bool = False
) -> Box:
    """Read a box, which keeps clear of the edge and of a notch unless it `bleeds`.

    On a card that is read from the right everything stands the other way round.
    """
    box = _raw(table, key)
    if not table.has(key):
        return box
    right, bottom = box.left + box.width, box.top + box.height
    room = 0 if bleeds else SAFE
    inside = right <= page.width - room + HAIR and bottom <= page.height - room + HAIR
    if not (inside and min(box.left, box.top) >= room):
        where = f"nearer than {SAFE:g} mm to the edge of" if room else "beyond"
        table.blame(f"reaches {where} the card", key)
    if page.from_right:
        box = _mirrored(box, page.width)
    notch = page.notch and (_mirrored(page.notch, page.width) if back else page.notch)
    if notch and not bleeds and _meet(box, notch):
        table.blame("reaches into the notch", key)
    return box


def read_notch(table: Table, width: float, height: float) -> Box | None:
    """Read where the stock has a notch: at an edge, seen from the front."""
    if not table.has("notch"):
        return None
    notch = _raw(table, "notch")
    right, bottom = notch.left + notch.width, notch.top + notch.height
    within = notch.left >= 0 and notch.top >= 0 and right <= width and bottom <= height
    if not within or (notch.left > 0 and notch.top > 0 and right < width and bottom < height):
        table.blame("must lie at an edge of the card", "notch")
    return notch


def read_type(table: Table, limit: float, *, closed: bool = False) -> Type:
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


def read_colour(table: Table, key: str, named: Mapping[str, Colour] = NO_NAMES) -> Colour:
    """Read a colour, or the name that the design has for one."""
    text = table.text(key)
    if text in named:
        return named[text]
    found = _COLOUR.fullmatch(text)
    if found is None:
        if text:
            table.blame('must be a colour, as "#0B4250"', key)
        return BLACK
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def _raw(table: Table, key: str) -> Box:
    return Box(*table.decimals(key, ("left", "top", "width", "height")))


def _mirrored(box: Box, width: float) -> Box:
    return Box(width - box.left - box.width, box.top, box.width, box.height)


def _meet(one: Box, other: Box) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.top + other.height and other.top < one.top + one.height
