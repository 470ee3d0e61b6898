"""A picture in black and white, as a receipt printer burns it: one bit a dot."""

from dataclasses import dataclass

_EIGHT_DOTS = tuple(
    bytes(0 if byte >> bit & 1 else 255 for bit in range(7, -1, -1)) for byte in range(256)
)
_SEARCHED = 3  # a cut may leave the last third of a piece empty, to fall between two lines


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Rows from the top, eight dots a byte, the left one in the highest bit; a set bit is black."""

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes in a row."""
        return (self.width + 7) // 8

    def row(self, number: int) -> bytes:
        return self.rows[number * self.stride : (number + 1) * self.stride]

    def piece(self, top: int, bottom: int) -> "Bitmap":
        """Return the rows from `top` to before `bottom`."""
        rows = self.rows[top * self.stride : bottom * self.stride]
        return Bitmap(self.width, bottom - top, rows)


def grey(bitmap: Bitmap) -> bytes:
    """Return the picture with a byte a dot: 0 is black, 255 is white."""
    rows = (bitmap.row(number) for number in range(bitmap.height))
    return b"".join(b"".join(map(_EIGHT_DOTS.__getitem__, row))[: bitmap.width] for row in rows)


def cut(bitmap: Bitmap, tallest: int) -> tuple[Bitmap, ...]:
    """Return the picture in pieces of at most `tallest` rows, cut between lines where it can be."""
    pieces: list[Bitmap] = []
    top = 0
    while bitmap.height - top > tallest:
        bottom = _gap(bitmap, top + tallest - tallest // _SEARCHED, top + tallest)
        pieces.append(bitmap.piece(top, bottom))
        top = bottom
    return (*pieces, bitmap.piece(top, bitmap.height))


def _gap(bitmap: Bitmap, highest: int, lowest: int) -> int:
    """Return the row to cut at: in the middle of the widest white between these rows."""
    white = [not any(bitmap.row(row)) for row in range(highest, lowest)]
    start = best_start = best_length = 0
    for row, blank in enumerate([*white, False]):
        if blank:
            continue
        if row - start >= best_length:
            best_start, best_length = start, row - start
        start = row + 1
    return highest + best_start + best_length // 2 if best_length else lowest
