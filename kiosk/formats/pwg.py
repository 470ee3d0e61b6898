"""PWG raster: sides of a card or pages of a slip as a document, and back (PWG 5102.4-2012).

The encoder writes literal pixels and repeats equal lines: four times the bytes of the best one, but
a few milliseconds with the standard library alone. The decoder shares nothing with it but the
header's offsets and reads every form of run, so that it can tell whether a document says what was
meant before its first byte leaves.
"""

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from struct import pack_into

from kiosk.errors import RasterWrong
from kiosk.formats import raster_header as field

_SYNC = b"RaS2"
_NORMAL_QUALITY = 4
_LONGEST_RUN = 128
_MOST_REPEATS = 256
_CLEAR_TO_END = 128
_LARGEST_SIDE = 10_000

# Offsets of what CUPS raster has no use for; each number is big-endian (PWG 5102.4 section 4.3).
_PAGES, _ACROSS, _ALONG = 452, 456, 460
_PRIMARY, _QUALITY, _SIZE_NAME = 480, 484, 1732

# The blank is ID-1 whatever the printer adds to a side for bleed.
_ID_1 = b"iso_id-1_53.98x85.6mm"


class Color(IntEnum):
    """What a pixel is (PWG 5102.4 section 4.3.3.4), eight bits a component."""

    GREY = 18
    RGB = 19

    @property
    def bytes(self) -> int:
        """Bytes of a pixel."""
        return 3 if self is Color.RGB else 1


class SheetBack(StrEnum):
    """How a printer wants the back side (PWG 5102.4 section 4.4.1), long-edge binding."""

    NORMAL = "normal"
    FLIPPED = "flipped"  # upside down, not turned: the last line first
    ROTATED = "rotated"  # turned by half a circle
    MANUAL_TUMBLE = "manual-tumble"  # concerns short-edge binding only


@dataclass(frozen=True, slots=True)
class Sheet:
    """Both sides of a card, or pages: rows from the top without padding, `dpi` each way."""

    width: int
    height: int
    dpi: int
    sides: tuple[bytes, ...]
    color: Color = Color.RGB

    @property
    def line(self) -> int:
        """Bytes of a row."""
        return self.width * self.color.bytes


@dataclass(frozen=True, slots=True)
class Medium:
    """What a document asks to be printed on; the name may be left out (PWG 5102.4, table 2)."""

    size_name: bytes = b""
    two_sided: bool = False


CARD = Medium(_ID_1, two_sided=True)


def encode(sheet: Sheet, back: SheetBack = SheetBack.NORMAL, medium: Medium = CARD) -> bytes:
    """Return `sheet` as one document, a card's second side turned as the printer wants it.

    Raises RasterWrong if a side is not as long as its measures say.
    """
    if any(len(side) != sheet.height * sheet.line for side in sheet.sides):
        raise RasterWrong
    pieces = [_SYNC]
    for place, side in enumerate(sheet.sides):
        turn = back if place % 2 else SheetBack.NORMAL
        pieces.append(_header(sheet, turn, medium))
        pieces += _lines(_turned(side, sheet, turn), sheet)
    return b"".join(pieces)


def decode(document: bytes) -> Sheet:
    """Return what a printer would make of `document`, each side as it will look.

    Raises RasterWrong if it is cut, followed by other bytes, not RGB, or its pages differ in size.
    """
    if not document.startswith(_SYNC):
        raise RasterWrong
    reader = _Reader(document)
    pages = [_read_page(reader)]
    while reader.left:
        pages.append(_read_page(reader))
    first = pages[0]
    if any(replace(page, sides=first.sides) != first for page in pages):
        raise RasterWrong
    return replace(first, sides=tuple(side for page in pages for side in page.sides))


def _header(sheet: Sheet, turn: SheetBack, medium: Medium) -> bytes:
    header = bytearray(field.LENGTH)
    across, along = _TRANSFORMS[turn]
    header[: len(b"PwgRaster")] = b"PwgRaster"
    header[_SIZE_NAME : _SIZE_NAME + len(medium.size_name)] = medium.size_name
    numbers = {
        field.DUPLEX: int(medium.two_sided and len(sheet.sides) > 1),
        field.DPI_ACROSS: sheet.dpi,
        field.DPI_ALONG: sheet.dpi,
        field.COPIES: 1,
        field.POINTS_ACROSS: round(sheet.width * 72 / sheet.dpi),
        field.POINTS_ALONG: round(sheet.height * 72 / sheet.dpi),
        field.WIDTH: sheet.width,
        field.HEIGHT: sheet.height,
        field.BITS_PER_COLOR: 8,
        field.BITS_PER_PIXEL: 8 * sheet.color.bytes,
        field.BYTES_PER_LINE: sheet.line,
        field.COLOR_SPACE: sheet.color,
        field.COLORS: sheet.color.bytes,
        _PAGES: len(sheet.sides),
        _ACROSS: across,
        _ALONG: along,
        _PRIMARY: 0xFFFFFF,
        _QUALITY: _NORMAL_QUALITY,
    }
    for offset, number in numbers.items():
        pack_into(">i", header, offset, number)
    return bytes(header)


# CrossFeedTransform and FeedTransform of a back side that is bound at the long edge.
_TRANSFORMS = {
    SheetBack.NORMAL: (1, 1),
    SheetBack.FLIPPED: (1, -1),
    SheetBack.ROTATED: (-1, -1),
    SheetBack.MANUAL_TUMBLE: (1, 1),
}


def _turned(side: bytes, sheet: Sheet, turn: SheetBack) -> bytes:
    across, along = _TRANSFORMS[turn]
    if along < 0:
        line = sheet.line
        side = b"".join(side[at : at + line] for at in range(len(side) - line, -1, -line))
    return _mirrored(side, sheet) if across < 0 else side


def _mirrored(side: bytes, sheet: Sheet) -> bytes:
    mirrored = bytearray(len(side))
    line, step = sheet.line, sheet.color.bytes
    for at in range(0, len(side), line):
        for color in range(step):
            plane = side[at + color : at + line : step]
            mirrored[at + color : at + line : step] = plane[::-1]
    return bytes(mirrored)


def _lines(side: bytes, sheet: Sheet) -> list[bytes]:
    """Return `side` as groups of equal lines: how often more, then the line's pixels."""
    line = sheet.line
    pieces: list[bytes] = []
    at = 0
    while at < len(side):
        row = side[at : at + line]
        repeats = 1
        while repeats < _MOST_REPEATS and side.startswith(row, at + repeats * line):
            repeats += 1
        pieces.append(bytes([repeats - 1]))
        pieces += _pixels(row, sheet.color.bytes)
        at += repeats * line
    return pieces


def _pixels(row: bytes, step: int) -> list[bytes]:
    pieces: list[bytes] = []
    for at in range(0, len(row), _LONGEST_RUN * step):
        run = row[at : at + _LONGEST_RUN * step]
        count = len(run) // step
        # A single pixel has no literal form: it is a run of one (PWG 5102.4 section 4.5).
        pieces.append(bytes([257 - count if count > 1 else 0]))
        pieces.append(run)
    return pieces


class _Reader:
    """The bytes of a document that are still to be read."""

    def __init__(self, document: bytes) -> None:
        self._document = document
        self._at = len(_SYNC)

    @property
    def left(self) -> int:
        return len(self._document) - self._at

    def take(self, length: int) -> bytes:
        if length > self.left:
            raise RasterWrong
        self._at += length
        return self._document[self._at - length : self._at]

    def byte(self) -> int:
        return self.take(1)[0]


def _read_page(reader: _Reader) -> Sheet:
    header = reader.take(field.LENGTH)

    def number(offset: int) -> int:
        return int.from_bytes(header[offset : offset + 4], "big", signed=True)

    width, height, dpi = (
        number(field.WIDTH),
        number(field.HEIGHT),
        number(field.DPI_ACROSS),
    )
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise RasterWrong
    color = next((color for color in Color if color == number(field.COLOR_SPACE)), None)
    if color is None or number(field.DPI_ALONG) != dpi:
        raise RasterWrong
    blank = Sheet(width, height, dpi, (), color)
    if (number(field.BITS_PER_PIXEL), number(field.BYTES_PER_LINE)) != (
        8 * color.bytes,
        blank.line,
    ):
        raise RasterWrong
    seen = (number(_ACROSS), number(_ALONG))
    turn = next((turn for turn, signs in _TRANSFORMS.items() if signs == seen), None)
    if turn is None:
        raise RasterWrong
    return replace(blank, sides=(_turned(_read_lines(reader, blank), blank, turn),))


def _read_lines(reader: _Reader, sheet: Sheet) -> bytes:
    lines: list[bytes] = []
    while len(lines) < sheet.height:
        repeats = reader.byte() + 1
        if len(lines) + repeats > sheet.height:
            raise RasterWrong
        lines += [_read_line(reader, sheet)] * repeats
    return b"".join(lines)


def _read_line(reader: _Reader, sheet: Sheet) -> bytes:
    line, step = b"", sheet.color.bytes
    while len(line) < sheet.line:
        code = reader.byte()
        if code < _CLEAR_TO_END:
            line += reader.take(step) * (code + 1)
        elif code == _CLEAR_TO_END:
            line = line.ljust(sheet.line, b"\xff")
        else:
            line += reader.take((257 - code) * step)
    if len(line) != sheet.line:
        raise RasterWrong
    return line
