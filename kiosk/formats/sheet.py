"""A side of a card in dots: where millimetres fall on a printer's raster."""

from dataclasses import dataclass
from typing import Protocol

MM_PER_INCH = 25.4
_HAIR = 0.005  # mm; sums of decimals are not exact

Rectangle = tuple[int, int, int, int]
"""Left, top, right and bottom in dots; right and bottom are the first dots outside."""


class Millimetres(Protocol):
    """A rectangle as a design gives it."""

    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """A raster of `width` x `height` dots with a card of `card` mm in its middle.

    Printers that print to the edge want more dots than the card has. The background goes on into
    them and everything else keeps its size and its place on the card.
    """

    width: int
    height: int
    dpi: int
    card: tuple[float, float]

    @property
    def origin(self) -> tuple[float, float]:
        """The card's upper left corner in dots; negative if the raster is smaller than the card."""
        return (
            (self.width - self.dots(self.card[0])) / 2,
            (self.height - self.dots(self.card[1])) / 2,
        )

    def dots(self, millimetres: float) -> float:
        return millimetres * self.dpi / MM_PER_INCH

    def place(self, left: float, top: float) -> tuple[int, int]:
        return round(self.origin[0] + self.dots(left)), round(self.origin[1] + self.dots(top))

    def rectangle(self, box: Millimetres) -> Rectangle:
        left, top = self.place(box.left, box.top)
        return left, top, left + round(self.dots(box.width)), top + round(self.dots(box.height))

    def beyond_edges(self, box: Millimetres) -> Rectangle:
        """Return the box in dots; where it ends at the card's edge it goes on to the raster's."""
        left, top, right, bottom = self.rectangle(box)
        width, height = self.card
        return (
            left if box.left > 0 else 0,
            top if box.top > 0 else 0,
            right if box.left + box.width < width - _HAIR else self.width,
            bottom if box.top + box.height < height - _HAIR else self.height,
        )
