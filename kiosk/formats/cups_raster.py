"""CUPS raster, version 3: both sides of a card as a maker's driver for CUPS reads them.

The header is PWG raster's with other fields in use, and its numbers are in the order of this
machine's bytes; behind each header come the bare rows. Source: cups/raster.h (cups_page_header2_t)
and its specification, https://www.cups.org/doc/spec-raster.html.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from struct import pack_into

from PIL import Image, ImageChops

from kiosk.errors import RasterWrong
from kiosk.formats import raster_header as field
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.pwg import SheetBack

_SYNC = 0x52615333  # "RaS3", a number too: a reader learns from it the order of the bytes
_POINTS = 72  # an inch

# Offsets in the page header of what PWG raster has no use for; these are floating.
_SCALING, _EXACT_POINTS, _EXACT_BOX = 424, 428, 436

_QUARTER = Image.Transpose.ROTATE_270  # clockwise: what was at the left is the first line
_TURNS = {
    SheetBack.FLIPPED: Image.Transpose.FLIP_TOP_BOTTOM,
    SheetBack.ROTATED: Image.Transpose.ROTATE_180,
}


class Ink(IntEnum):
    """What a pixel is (cups_cspace_t): three bytes of light, or one bit that is set for black."""

    RGB = 1
    BLACK = 3

    @property
    def bits(self) -> int:
        """Bits of a pixel."""
        return 24 if self is Ink.RGB else 1

    @property
    def components(self) -> int:
        return 3 if self is Ink.RGB else 1


@dataclass(frozen=True, slots=True)
class Layers:
    """A side: all that is seen of it as RGB rows, and the dots of it that are pure black."""

    rgb: bytes
    black: Bitmap


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the sides measure, how they are inked, and how the printer wants the back turned.

    `upended`: the driver takes a card for a page that is taller than wide.
    """

    width: int
    height: int
    dpi: int
    ink: Ink = Ink.RGB
    back: SheetBack = SheetBack.NORMAL
    upended: bool = False

    @property
    def page(self) -> tuple[int, int]:
        """Dots across and along, as the driver reads them."""
        size = (self.width, self.height)
        return size[::-1] if self.upended else size


def encode(sides: Sequence[Layers], sheet: Sheet) -> bytes:
    """Return the sides as one document. Raises RasterWrong if one is of another size."""
    pieces = [_SYNC.to_bytes(4, sys.byteorder)]
    for place, side in enumerate(sides):
        turn = _TURNS.get(sheet.back) if place % 2 else None
        picture = _picture(side, sheet)
        if turn is not None:
            picture = picture.transpose(turn)
        if sheet.upended:
            picture = picture.transpose(_QUARTER)
        pieces += [_header(sheet, two_sided=len(sides) > 1), picture.tobytes()]
    return b"".join(pieces)


def _picture(side: Layers, sheet: Sheet) -> Image.Image:
    """Return the side in the sheet's ink; without colour it becomes dots, denser where dark."""
    size = (sheet.width, sheet.height)
    black = side.black
    if (black.width, black.height) != size or len(side.rgb) != 3 * sheet.width * sheet.height:
        raise RasterWrong
    seen = Image.frombytes("RGB", size, side.rgb)
    if sheet.ink is Ink.RGB:
        return seen
    dots = ImageChops.invert(seen.convert("L").convert("1"))
    return ImageChops.logical_or(Image.frombytes("1", size, black.rows), dots)


def _header(sheet: Sheet, *, two_sided: bool) -> bytes:
    header = bytearray(field.LENGTH)
    width, height = sheet.page
    across, along = (length * _POINTS / sheet.dpi for length in sheet.page)
    whole = (round(across), round(along))
    numbers = {
        field.DUPLEX: (int(two_sided),),
        field.DPI_ACROSS: (sheet.dpi, sheet.dpi),
        field.BOX: (0, 0, *whole),
        field.COPIES: (1,),
        field.POINTS_ACROSS: whole,
        field.WIDTH: (width,),
        field.HEIGHT: (height,),
        field.BITS_PER_COLOR: (sheet.ink.bits // sheet.ink.components,),
        field.BITS_PER_PIXEL: (sheet.ink.bits,),
        field.BYTES_PER_LINE: ((width * sheet.ink.bits + 7) // 8,),
        field.COLOR_SPACE: (sheet.ink,),
        field.COLORS: (sheet.ink.components,),
    }
    for offset, values in numbers.items():
        pack_into(f"={len(values)}I", header, offset, *values)
    pack_into("=f", header, _SCALING, 1.0)
    pack_into("=2f", header, _EXACT_POINTS, across, along)
    pack_into("=4f", header, _EXACT_BOX, 0.0, 0.0, across, along)
    return bytes(header)
