"""A card in the language of Evolis printers: a plate for each panel of the ribbon, side by side.

Source: Evolis, "Card Printers Programming Guide", A5013 rev. E (2004): commands begin with ESC and
end with CR, plates are 1016 lines of 648 dots. In which order the dots of a card lie that is seen
upright is taken from two open drivers (Printer::EVOLIS on metacpan.org, a CUPS filter by Evolis):
column by column from the left, and in each from the bottom. Not tried on a printer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

from kiosk.errors import RasterWrong
from kiosk.formats.bitmap import Bitmap

WIDTH, HEIGHT = 1016, 648
_PLATE = WIDTH * HEIGHT // 8
_QUARTER = Image.Transpose.ROTATE_270  # clockwise: what was at the left is first
_LEVELS = bytes((255 - value) >> 1 for value in range(256))  # of light into 7 bits of dye
_NO_DYE = bytes(_PLATE * 7)


@dataclass(frozen=True, slots=True)
class Layers:
    """A side: the dots of pure black, and the RGB rows that lie under them, None for white."""

    black: Bitmap
    colour: bytes | None


def encode(sides: Sequence[Layers], *, colored: bool) -> bytes:
    """Return the commands that print one card.

    With a colour ribbon the front gets all its panels and the back a second black one, else there
    is black alone, and colour becomes dots of it. Raises RasterWrong if a side is of another size.
    """
    if any((side.black.width, side.black.height) != (WIDTH, HEIGHT) for side in sides):
        raise RasterWrong
    if any(side.colour is not None and len(side.colour) != 3 * WIDTH * HEIGHT for side in sides):
        raise RasterWrong
    return b"".join(_commands(sides, colored=colored))


def _commands(sides: Sequence[Layers], *, colored: bool) -> Iterator[bytes]:
    # By default a printer prints a card again by itself when a person has cleared a fault, and
    # there is a card that nobody counted. Without "s" this lasts until it is switched off.
    yield _command(b"Pem;2")
    yield _command(b"Pr;ymckok" if colored else b"Pr;kb")
    yield _command(b"Ss")
    for side, turn in zip(sides, (b"Sr", b"Sv"), strict=True):
        yield _command(turn)
        if colored and turn == b"Sr":
            yield from _front(side)
        else:
            yield _command(b"Db;k;2;" + _dots(side))
    yield _command(b"Se")
    # The plates stay in the printer, and "Sc" would print them once more; cleared, all are white.
    yield _command(b"Wcb;a")


def _front(side: Layers) -> Iterator[bytes]:
    for panel, plate in zip(b"ymc", _dyes(side.colour), strict=True):
        yield _command(b"Db;" + bytes([panel]) + b";128;" + plate)
    yield _command(b"Db;k;2;" + _turned(_image(side.black)))
    yield _command(b"Db;o;2;" + b"\xff" * _PLATE)  # varnish all over


def _command(words: bytes) -> bytes:
    return b"\x1b" + words + b"\r"


def _dyes(colour: bytes | None) -> tuple[bytes, bytes, bytes]:
    """Return the plates of yellow, magenta and cyan: what keeps blue, green and red away."""
    if colour is None:
        return (_NO_DYE, _NO_DYE, _NO_DYE)
    turned = Image.frombytes("RGB", (WIDTH, HEIGHT), colour).transpose(_QUARTER)
    red, green, blue = (_seven_bits(band.tobytes().translate(_LEVELS)) for band in turned.split())
    return (blue, green, red)


def _dots(side: Layers) -> bytes:
    """Return the plate of a side that is all black: what is colour becomes dots, denser if dark."""
    black = _image(side.black)
    if side.colour is None:
        return _turned(black)
    grey = Image.frombytes("RGB", (WIDTH, HEIGHT), side.colour).convert("L")
    return _turned(ImageChops.logical_or(black, ImageChops.invert(grey.convert("1"))))


def _image(black: Bitmap) -> Image.Image:
    return Image.frombytes("1", (WIDTH, HEIGHT), black.rows)


def _turned(dots: Image.Image) -> bytes:
    return dots.transpose(_QUARTER).tobytes()


def _seven_bits(levels: bytes) -> bytes:
    """Return values of 7 bits without the eighth: eight of them in seven bytes, all at once.

    Neighbours are pushed together in lanes of 16, 32 and 64 bits; the first byte of each of the
    last is then empty.
    """
    number = int.from_bytes(levels, "big")
    for lane in (8, 16, 32):
        used = lane * 7 // 8
        low = _everywhere((1 << used) - 1, 2 * lane, len(levels))
        high = low << lane
        number = (number & high) >> (lane - used) | number & low
    packed = bytearray(number.to_bytes(len(levels), "big"))
    del packed[::8]
    return bytes(packed)


def _everywhere(bits: int, lane: int, length: int) -> int:
    """Return `bits` in every lane of `lane` bits of a number that is `length` bytes long."""
    return int.from_bytes(bits.to_bytes(lane // 8, "big") * (length * 8 // lane), "big")
