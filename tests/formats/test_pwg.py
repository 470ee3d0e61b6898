import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import RasterWrong
from kiosk.formats.pwg import Sheet, SheetBack, decode, encode
from tests.printer.libcups import Page, read_raster

RED, GREEN, BLUE, WHITE = b"\xff\0\0", b"\0\xff\0", b"\0\0\xff", b"\xff\xff\xff"
TINY = Sheet(2, 2, 300, (RED + GREEN + BLUE + WHITE, WHITE + BLUE + GREEN + RED))
NOISE = random.Random(1)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw sheets with runs, repeated lines and widths about the longest run."""
    width = draw(st.sampled_from([1, 2, 127, 128, 129, 130, 257]))
    lines = st.lists(st.integers(0, 3), min_size=1, max_size=6)
    repeats = draw(st.sampled_from([1, 2, 300]))
    kinds = draw(lines)
    line = {kind: bytes(NOISE.randbytes(width * 3)) for kind in range(3)} | {3: RED * width}
    side = b"".join(line[kind] * repeats for kind in kinds)
    return Sheet(width, len(kinds) * repeats, 300, (side, side[::-1]))


@given(sheet=sheets(), back=st.sampled_from(SheetBack))
def test_what_is_encoded_is_decoded_whatever_way_the_back_is_wanted(
    sheet: Sheet, back: SheetBack
) -> None:
    assert decode(encode(sheet, back)) == sheet


@given(sheet=sheets())
def test_cups_finds_the_same_pixels(sheet: Sheet) -> None:
    pages = read_raster(encode(sheet))
    assert tuple(page.pixels for page in pages) == sheet.sides
    assert {(page.width, page.height) for page in pages} == {(sheet.width, sheet.height)}


def test_cups_reads_the_header() -> None:
    front, back = read_raster(encode(TINY))
    assert front == Page(
        *(2, 2, (300, 300), 24, 19, 1, (1, 1), "iso_id-1_53.98x85.6mm", TINY.sides[0])
    )
    assert back.pixels == TINY.sides[1]


@pytest.mark.parametrize(
    ("back", "transforms", "pixels"),
    [
        (SheetBack.NORMAL, (1, 1), WHITE + BLUE + GREEN + RED),
        (SheetBack.MANUAL_TUMBLE, (1, 1), WHITE + BLUE + GREEN + RED),
        (SheetBack.FLIPPED, (1, -1), GREEN + RED + WHITE + BLUE),
        (SheetBack.ROTATED, (-1, -1), RED + GREEN + BLUE + WHITE),
    ],
)
def test_only_the_back_is_turned_as_the_printer_wants_it(
    back: SheetBack, transforms: tuple[int, int], pixels: bytes
) -> None:
    first, second = read_raster(encode(TINY, back))
    assert (first.transforms, first.pixels) == ((1, 1), TINY.sides[0])
    assert (second.transforms, second.pixels) == (transforms, pixels)


def test_runs_and_clear_lines_of_other_encoders_are_read() -> None:
    document = bytearray(encode(Sheet(3, 2, 300, (RED * 6,))))
    body = 4 + 1796
    document[body:] = b"\x00" + b"\x02" + GREEN + b"\x00" + b"\x00" + BLUE + b"\x80"
    assert decode(bytes(document)).sides == (GREEN * 3 + BLUE + WHITE * 2,)
    (page,) = read_raster(bytes(document))
    assert page.pixels == GREEN * 3 + BLUE + WHITE * 2


@pytest.mark.parametrize("lost", [1, 5, 1796, 1800])
def test_a_cut_document_is_wrong(lost: int) -> None:
    with pytest.raises(RasterWrong):
        decode(encode(TINY)[:-lost])


def test_a_document_with_more_behind_it_is_wrong() -> None:
    with pytest.raises(RasterWrong):
        decode(encode(TINY) + b"\0")


def test_a_run_beyond_the_end_of_its_line_is_wrong() -> None:
    document = encode(Sheet(1, 1, 300, (RED,)))
    with pytest.raises(RasterWrong):
        decode(document[:-5] + b"\x00\x01" + RED)


def test_pages_of_two_sizes_are_wrong() -> None:
    with pytest.raises(RasterWrong):
        decode(encode(TINY) + encode(Sheet(1, 1, 300, (RED,)))[4:])


def test_a_side_that_is_too_short_is_wrong() -> None:
    with pytest.raises(RasterWrong):
        encode(Sheet(2, 2, 300, (RED * 3,)))


@pytest.mark.parametrize(
    ("offset", "number"),
    [
        *((280, 600), (372, 0), (372, 2_000_000), (376, 0), (376, -1)),
        *((388, 8), (392, 7), (400, 1), (456, 2), (460, 0)),
    ],
)
def test_a_header_that_says_something_else_is_wrong(offset: int, number: int) -> None:
    document = bytearray(encode(TINY))
    document[4 + offset : 8 + offset] = number.to_bytes(4, "big", signed=True)
    with pytest.raises(RasterWrong):
        decode(bytes(document))


@given(place=st.integers(4 + 1796, len(encode(TINY)) - 1), bit=st.integers(0, 7))
def test_no_flipped_bit_behind_the_first_header_reads_as_the_same_card(
    place: int, bit: int
) -> None:
    # Of the second header only what is read can tell; the rest are zeros that nobody uses.
    document = bytearray(encode(TINY))
    document[place] ^= 1 << bit
    second = range(4 + 1796 + 16, 4 + 1796 + 16 + 1796)
    try:
        changed = decode(bytes(document))
    except RasterWrong:
        return
    assert changed != TINY or place in second


@given(raw=st.binary() | st.builds(lambda tail: encode(TINY)[:-20] + tail, st.binary()))
def test_any_bytes_are_a_sheet_or_wrong(raw: bytes) -> None:
    with contextlib.suppress(RasterWrong):
        assert isinstance(decode(raw), Sheet)
