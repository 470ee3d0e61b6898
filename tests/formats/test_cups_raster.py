"""A driver's raster as libcups reads it: every dot of both sides, turned as the printer wants."""

import random
import struct

import pytest
from PIL import Image

from kiosk.errors import RasterWrong
from kiosk.formats import cups_raster
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.cups_raster import Ink, Layers, Sheet
from kiosk.formats.pwg import SheetBack
from tests.printer.libcups import read_raster

WIDTH, HEIGHT = 37, 11
NOISE = random.Random(7)


def noise() -> Layers:
    dots = Image.frombytes("L", (WIDTH, HEIGHT), NOISE.randbytes(WIDTH * HEIGHT)).convert("1")
    return Layers(NOISE.randbytes(WIDTH * HEIGHT * 3), Bitmap(WIDTH, HEIGHT, dots.tobytes()))


FRONT, BACK = noise(), noise()


def test_libcups_reads_both_sides_pixel_by_pixel() -> None:
    front, back = read_raster(cups_raster.encode([FRONT, BACK], Sheet(WIDTH, HEIGHT, 300)))
    assert (front.pixels, back.pixels) == (FRONT.rgb, BACK.rgb)
    assert (front.width, front.height, front.dpi) == (WIDTH, HEIGHT, (300, 300))
    assert (front.bits_per_pixel, front.color_space, front.duplex) == (24, 1, 1)


@pytest.mark.parametrize(
    ("back", "turn"),
    [
        (SheetBack.FLIPPED, Image.Transpose.FLIP_TOP_BOTTOM),
        (SheetBack.ROTATED, Image.Transpose.ROTATE_180),
        (SheetBack.MANUAL_TUMBLE, None),
    ],
)
@pytest.mark.parametrize("ink", Ink)
def test_only_the_back_is_turned(back: SheetBack, turn: Image.Transpose | None, ink: Ink) -> None:
    plain = read_raster(cups_raster.encode([FRONT, BACK], Sheet(WIDTH, HEIGHT, 300, ink)))
    turned = read_raster(cups_raster.encode([FRONT, BACK], Sheet(WIDTH, HEIGHT, 300, ink, back)))
    mode = "RGB" if ink is Ink.RGB else "1"
    picture = Image.frombytes(mode, (WIDTH, HEIGHT), plain[1].pixels)
    wanted = picture if turn is None else picture.transpose(turn)
    assert turned[0] == plain[0]
    assert turned[1].pixels == wanted.tobytes()


def test_without_colour_a_set_bit_is_a_black_dot_and_white_paper_has_none() -> None:
    white = Layers(b"\xff" * WIDTH * HEIGHT * 3, FRONT.black)
    (page,) = read_raster(cups_raster.encode([white], Sheet(WIDTH, HEIGHT, 300, Ink.BLACK)))
    assert page.pixels == FRONT.black.rows
    assert (page.bits_per_pixel, page.color_space, page.duplex) == (1, 3, 0)


def test_what_is_dark_becomes_dense_dots_under_the_black() -> None:
    grey = Layers(b"\x40" * WIDTH * HEIGHT * 3, FRONT.black)
    (page,) = read_raster(cups_raster.encode([grey], Sheet(WIDTH, HEIGHT, 300, Ink.BLACK)))
    set_bits = int.from_bytes(page.pixels, "big").bit_count()
    assert 0.75 < set_bits / (WIDTH * HEIGHT) < 1
    black = int.from_bytes(FRONT.black.rows, "big")
    assert int.from_bytes(page.pixels, "big") & black == black


@pytest.mark.parametrize("ink", Ink)
def test_an_upended_card_begins_with_what_was_at_its_left(ink: Ink) -> None:
    plain = read_raster(cups_raster.encode([FRONT], Sheet(WIDTH, HEIGHT, 300, ink)))
    sheet = Sheet(WIDTH, HEIGHT, 300, ink, upended=True)
    (page,) = read_raster(cups_raster.encode([FRONT], sheet))
    picture = Image.frombytes("RGB" if ink is Ink.RGB else "1", (WIDTH, HEIGHT), plain[0].pixels)
    assert (page.width, page.height) == (HEIGHT, WIDTH)
    assert page.pixels == picture.transpose(Image.Transpose.ROTATE_270).tobytes()


def test_the_card_s_measures_are_given_in_points() -> None:
    document = cups_raster.encode([FRONT], Sheet(WIDTH, HEIGHT, 300))
    header = document[4:1800]
    assert struct.unpack_from("=2I", header, 352) == (9, 3)
    assert struct.unpack_from("=3f", header, 424) == pytest.approx((1.0, 8.88, 2.64))


def test_a_side_of_another_size_is_refused() -> None:
    with pytest.raises(RasterWrong):
        cups_raster.encode([FRONT, BACK], Sheet(WIDTH, HEIGHT + 1, 300))
