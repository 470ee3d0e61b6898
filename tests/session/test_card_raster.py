from dataclasses import replace

import pytest
from PIL import Image

from kiosk.design import SAFE, Box, Column
from kiosk.devices import CardSize
from kiosk.errors import Unprintable
from kiosk.formats import qr
from kiosk.session.card import draw, prepare, upright
from tests.session.cards import CODE, DESIGN, LETTERING, NOTE, SIZES, card, confirmation, picture

BLEEDING = CardSize(1011 + 24, 638 + 26)


def inner(image: Image.Image) -> Image.Image:
    """Cut the card out of the larger raster."""
    return image.crop((12, 13, 12 + 1011, 13 + 638))


def test_sides_have_the_size_the_printer_wants() -> None:
    for size in SIZES:
        made = card(press=prepare(DESIGN, size, LETTERING))
        for side in (made.front, made.back):
            assert (side.frame.width, side.frame.height) == (size.width, size.height)
            assert (side.black.width, side.black.height) == (size.width, size.height)
            assert len(side.frame.rgb) == 3 * size.width * size.height
        assert made.dpi == size.dpi
        assert qr.read(made.back.frame) == CODE


def test_larger_raster_moves_the_card_to_its_middle_and_scales_nothing() -> None:
    wide = card(press=prepare(DESIGN, BLEEDING, LETTERING))
    assert inner(picture(wide.back.frame)).tobytes() == card().back.frame.rgb
    whole = Image.new("RGB", (1011, 638))
    whole.paste(inner(picture(wide.front.frame)))
    assert whole.tobytes() == card().front.frame.rgb


def test_background_goes_on_beyond_the_edge() -> None:
    wide = picture(card(press=prepare(DESIGN, BLEEDING, LETTERING)).front.frame)
    assert wide.getpixel((0, 0)) == DESIGN.band_colour
    bleed = wide.crop((0, 300, 12, 651))
    assert len(bleed.getcolors(5000) or []) > 1  # the fine lines go on, too


def test_margin_that_a_printer_cannot_reach_is_white_and_nothing_else_changes() -> None:
    made = card(press=prepare(DESIGN, CardSize(margin=1.0), LETTERING))
    for side, plain in ((made.front, card().front), (made.back, card().back)):
        image, expected = picture(side.frame), Image.new("RGB", (1011, 638), "white")
        within = (12, 12, 999, 626)
        expected.paste(picture(plain.frame).crop(within), within)
        assert image.tobytes() == expected.tobytes()


def test_margin_wider_than_what_designs_keep_free_is_refused() -> None:
    prepare(DESIGN, CardSize(margin=SAFE), LETTERING)
    with pytest.raises(Unprintable):
        prepare(DESIGN, CardSize(margin=SAFE + 0.1), LETTERING)


# -- cards that are held upright -----------------------------------------------------------------

_COLUMN = Column(Box(3, 50, 49, 33), DESIGN.front.column.label, ())
_SPECIMEN = Box(4, 4, 46, 60)
STANDING = replace(
    DESIGN,
    width=53.98,
    height=85.6,
    front=replace(DESIGN.front, texts=(), specimen=_SPECIMEN, column=_COLUMN),
    back=replace(DESIGN.back, texts=(), specimen=_SPECIMEN, column=_COLUMN),
    photo=Box(3, 14, 25.2, 32.4),
    ghost=Box(35, 20, 9.8, 12.6),
    code=Box(5, 45, 36, 36),
)


def test_standing_card_lies_on_a_lying_raster_and_is_shown_upright() -> None:
    lying = card(press=prepare(STANDING, CardSize(), LETTERING))
    assert lying.turned
    assert (lying.front.frame.width, lying.back.black.width) == (1011, 1011)
    upright_raster = card(press=prepare(STANDING, CardSize(638, 1011), LETTERING))
    assert not upright_raster.turned
    assert upright(lying) == upright(upright_raster)
    assert upright(upright_raster)[0] == upright_raster.front.frame


def test_sides_of_a_standing_card_are_on_each_others_head() -> None:
    """Turned over the raster's long edge, both are then the right way up."""
    lying = card(press=prepare(STANDING, CardSize(), LETTERING))
    front, back = upright(lying)
    turn = Image.Transpose
    assert (
        picture(lying.front.frame).tobytes() == picture(front).transpose(turn.ROTATE_90).tobytes()
    )
    assert picture(lying.back.frame).tobytes() == picture(back).transpose(turn.ROTATE_270).tobytes()


def test_code_of_a_standing_card_is_read_however_it_lies() -> None:
    lying = card(press=prepare(STANDING, CardSize(1016, 648), LETTERING))
    assert qr.read(lying.back.frame) == qr.read(upright(lying)[1]) == CODE
    preview = draw(confirmation(), prepare(STANDING, CardSize(), LETTERING), None, NOTE)
    assert qr.read(preview.back.frame) is None
