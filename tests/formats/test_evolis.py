"""A card in an Evolis printer's language, read back dot for dot by a reader of the tests' own."""

import random

import pytest

from kiosk.errors import RasterWrong
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.evolis import HEIGHT, WIDTH, Layers, encode
from tests.printer.evolis_reader import read, upright

NOISE = random.Random(7)
BLACK = tuple(Bitmap(WIDTH, HEIGHT, NOISE.randbytes(WIDTH // 8 * HEIGHT)) for _ in range(2))
COLOUR = NOISE.randbytes(3 * WIDTH * HEIGHT)
BLANK = Bitmap(WIDTH, HEIGHT, bytes(WIDTH // 8 * HEIGHT))


def bits(bitmap: Bitmap) -> list[int]:
    return [byte >> bit & 1 for byte in bitmap.rows for bit in range(7, -1, -1)]


def test_a_colour_card_has_every_panel_dot_for_dot() -> None:
    card = read(encode([Layers(BLACK[0], COLOUR), Layers(BLACK[1], None)], colored=True))

    assert upright(card.plates["Sr", "k"]) == bits(BLACK[0])
    assert upright(card.plates["Sv", "k"]) == bits(BLACK[1])
    for panel, band in (("c", 0), ("m", 1), ("y", 2)):
        wanted = [(255 - value) // 2 for value in COLOUR[band::3]]
        assert upright(card.plates["Sr", panel]) == wanted, panel
    assert set(card.plates["Sr", "o"]) == {1}


def test_commands_come_in_the_order_of_the_guide_and_what_is_kept_is_cleared() -> None:
    sides = [Layers(BLACK[0], None), Layers(BLACK[1], None)]
    assert read(encode(sides, colored=True)).words == [
        "Pem;2", "Pr;ymckok", "Ss", "Sr", "Db;y;128", "Db;m;128", "Db;c;128", "Db;k;2", "Db;o;2",
        "Sv", "Db;k;2", "Se", "Wcb;a",
    ]  # fmt: skip
    assert read(encode(sides, colored=False)).words == [
        "Pem;2", "Pr;kb", "Ss", "Sr", "Db;k;2", "Sv", "Db;k;2", "Se", "Wcb;a",
    ]  # fmt: skip


def test_white_takes_no_dye() -> None:
    card = read(encode([Layers(BLANK, None), Layers(BLANK, None)], colored=True))
    assert not any(any(card.plates["Sr", panel]) for panel in "ymck")


def test_black_alone_keeps_every_black_dot_and_draws_colour_in_dots() -> None:
    half = bytes(3 * WIDTH) * (HEIGHT // 2) + b"\xff" * (3 * WIDTH * HEIGHT // 2)
    card = read(encode([Layers(BLACK[0], half), Layers(BLACK[1], None)], colored=False))

    assert upright(card.plates["Sv", "k"]) == bits(BLACK[1])
    front, wanted = upright(card.plates["Sr", "k"]), bits(BLACK[0])
    middle = WIDTH * HEIGHT // 2
    assert all(front[:middle])  # black by colour
    assert front[middle:] == wanted[middle:]  # white by colour: only what was written


def test_a_grey_becomes_as_many_dots_as_it_is_dark() -> None:
    grey = bytes([192]) * (3 * WIDTH * HEIGHT)
    card = read(encode([Layers(BLANK, grey), Layers(BLANK, None)], colored=False))
    assert sum(card.plates["Sr", "k"]) / (WIDTH * HEIGHT) == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(
    "wrong",
    [
        Layers(Bitmap(1011, 638, bytes(127 * 638)), None),
        Layers(Bitmap(HEIGHT, WIDTH, bytes(81 * WIDTH)), None),
        Layers(BLANK, COLOUR[:-1]),
    ],
)
def test_a_side_of_another_size_is_not_printed(wrong: Layers) -> None:
    with pytest.raises(RasterWrong):
        encode([Layers(BLANK, None), wrong], colored=True)
