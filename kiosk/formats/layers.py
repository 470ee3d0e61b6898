"""Layers: the two that a side of a card is made of, colour and pure black on top of it.

A card printer makes pure black with a panel of resin, sharp and for years, and every other colour
with three panels of dye, which blur at edges. So what is to be read is one bit, in a layer of its
own. While they are drawn a black layer is white where it has nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from kiosk.formats.lettering import BLACK, Block, Colour, draw
from kiosk.formats.sheet import Rectangle

_STRIP = 64  # rows made into bytes at a time: a whole side twice would be 20 MB at 600 dpi
WHITE = (255, 255, 255)
_HALF = 128
_MASK = [255 * (level < _HALF) for level in range(256)]
_NOTHING, _INK = 255, 0  # in the black layer; what is neither makes inverting go wrong


@dataclass(frozen=True, slots=True)
class Layers:
    """A side that is being drawn. `colour` is in RGB, None on a side that is only black."""

    colour: Image.Image | None
    black: Image.Image

    @classmethod
    def blank(cls, size: tuple[int, int]) -> "Layers":
        """Return a side without a dot and without a layer of colour."""
        return cls(None, Image.new("1", size, _NOTHING))

    @classmethod
    def over(cls, colour: Image.Image) -> "Layers":
        """Return a side with this layer of colour and nothing black yet."""
        return cls(colour, Image.new("1", colour.size, _NOTHING))

    def kept(self) -> "Kept":
        """Return the side as it lies ready for the next card, in half the room."""
        return Kept(self.black.size, self.pixels(), dots(self.black))

    def fill(self, box: Rectangle, colour: Colour = BLACK) -> None:
        """Fill a rectangle. What is not pure black takes the black under it away."""
        left, top, right, bottom = box
        if right <= left or bottom <= top:
            return
        edges = (left, top, right - 1, bottom - 1)
        ImageDraw.Draw(self.black).rectangle(edges, _INK if colour == BLACK else _NOTHING)
        if self.colour is not None and colour != BLACK:
            ImageDraw.Draw(self.colour).rectangle(edges, colour)

    def paste(self, art: Image.Image, at: tuple[int, int]) -> None:
        """Lay a picture in RGBA on the colour."""
        if self.colour is not None:
            self.colour.paste(art, at, art)

    def write(
        self,
        block: Block,
        at: tuple[int, int],
        colour: Colour | None = None,
        *,
        centred: bool = False,
    ) -> None:
        """Write `block`; coloured letters take the black under them away."""
        self.black.paste(_NOTHING if colour else _INK, at, letters(block, centred=centred))
        if colour and self.colour is not None:
            draw(block, self.colour, at, colour, centred=centred)

    def frame(self, box: Rectangle) -> None:
        """Leave nothing outside `box` but white."""
        left, top, right, bottom = box
        width, height = self.black.size
        for outside in (
            (0, 0, width, top),
            (0, bottom, width, height),
            (0, top, left, bottom),
            (right, top, width, bottom),
        ):
            self.fill(outside, WHITE)

    def turned(self, turn: Image.Transpose) -> "Layers":
        return Layers(self.colour and self.colour.transpose(turn), self.black.transpose(turn))

    def pixels(self) -> bytes | None:
        """Return the rows of the layer of colour in RGB."""
        if self.colour is None:
            return None
        return _joined(self.colour.crop(strip) for strip in _strips(self.colour))


@dataclass(frozen=True, slots=True)
class Kept:
    """A side as bytes: three a dot of colour, eight dots of black a byte."""

    size: tuple[int, int]
    pixels: bytes | None
    dots: bytes

    def copy(self) -> Layers:
        """Return the side, to be drawn on."""
        colour = None if self.pixels is None else Image.frombytes("RGB", self.size, self.pixels)
        return Layers(colour, Image.frombytes("1", self.size, self.dots, "raw", "1;I"))

    def together(self) -> bytes:
        """Return the rows of both layers in RGB, black on top."""
        return together(self.pixels, self.copy().black)


def together(pixels: bytes | None, black: Image.Image) -> bytes:
    """Return rows in RGB, of colour or else white, with a black layer on top."""
    if pixels is None:
        return _joined(black.crop(strip).convert("RGB") for strip in _strips(black))
    rows, stride = memoryview(pixels), 3 * black.width
    return _joined(
        _over(rows[top * stride : bottom * stride], black.crop((left, top, right, bottom)))
        for left, top, right, bottom in _strips(black)
    )


def dots(black: Image.Image) -> bytes:
    """Return the rows of a black layer, eight dots a byte; a set bit is black."""
    return black.tobytes("raw", "1;I")


def letters(block: Block, *, centred: bool = False) -> Image.Image:
    """Return a block's letters as a mask of one bit, of the block's size."""
    black = Image.new("1", (block.width, block.height), _NOTHING)
    draw(block, black, (0, 0), centred=centred)
    # FreeType's stroke around letters without a bold face is smooth whatever it is asked for.
    return black.point(_MASK)


def _over(rows: memoryview, black: Image.Image) -> Image.Image:
    colour = Image.frombytes("RGB", black.size, rows)
    colour.paste(BLACK, (0, 0), ImageChops.invert(black))
    return colour


def _strips(image: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    for top in range(0, image.height, _STRIP):
        yield 0, top, image.width, min(top + _STRIP, image.height)


def _joined(strips: Iterator[Image.Image]) -> bytes:
    whole = BytesIO()
    for strip in strips:
        whole.write(strip.tobytes())
    return whole.getvalue()
