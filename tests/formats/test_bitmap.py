from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.formats.bitmap import Bitmap, cut, grey


@st.composite
def bitmaps(draw: st.DrawFn) -> Bitmap:
    """Draw pictures of inked and of white rows."""
    width = draw(st.integers(1, 20))
    inked = draw(st.lists(st.booleans(), min_size=1, max_size=40))
    stride = (width + 7) // 8
    row = b"\x80" + bytes(stride - 1)
    return Bitmap(width, len(inked), b"".join(row if ink else bytes(stride) for ink in inked))


def picture(lines: str) -> Bitmap:
    """Return a picture 8 dots wide with a row a sign: # is inked, . is white."""
    return Bitmap(8, len(lines), bytes(0xFF if line == "#" else 0 for line in lines))


def heights(lines: str, tallest: int) -> list[int]:
    return [piece.height for piece in cut(picture(lines), tallest)]


@given(bitmap=bitmaps(), tallest=st.integers(1, 50))
def test_the_pieces_are_the_whole_and_none_is_too_tall(bitmap: Bitmap, tallest: int) -> None:
    pieces = cut(bitmap, tallest)
    assert b"".join(piece.rows for piece in pieces) == bitmap.rows
    assert sum(piece.height for piece in pieces) == bitmap.height
    assert all(0 < piece.height <= tallest for piece in pieces)


def test_what_fits_is_not_cut() -> None:
    assert heights("##.#", 4) == [4]


def test_a_cut_falls_in_the_middle_of_the_widest_white() -> None:
    assert heights("#####.##...#####", 12) == [9, 7]


def test_of_two_gaps_of_a_kind_the_lower_one_is_cut() -> None:
    assert heights("#######.#.######", 12) == [9, 7]


def test_ink_without_a_gap_is_cut_all_the_same() -> None:
    assert heights("#" * 10, 4) == [4, 4, 2]


@given(bitmap=bitmaps())
def test_pillow_finds_the_same_dots(bitmap: Bitmap) -> None:
    image = Image.frombytes("1", (bitmap.width, bitmap.height), bitmap.rows, "raw", "1;I")
    assert grey(bitmap) == image.convert("L").tobytes()
