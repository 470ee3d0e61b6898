from functools import lru_cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.devices import CardSize, Side
from kiosk.formats import qr
from kiosk.formats.bitmap import grey
from kiosk.formats.layers import letters
from kiosk.session.application import Application, Name
from kiosk.session.card import Press, draw, prepare
from tests.session.cards import (
    CODE,
    DESIGN,
    LETTERING,
    NOTE,
    PRESS,
    SIZES,
    applications,
    card,
    confirmation,
    picture,
)


@lru_cache
def press(size: CardSize, *, specimen: bool) -> Press:
    return prepare(DESIGN, size, LETTERING, specimen=specimen)


def put_together(side: Side) -> bytes:
    """Put a side together by hand: black where there is a dot, else what lies under it."""
    size = side.black.width, side.black.height
    under = picture(side.colour) if side.colour else Image.new("RGB", size, "white")
    mask = Image.frombytes("L", size, grey(side.black))
    return Image.composite(under, Image.new("RGB", size), mask).tobytes()


@settings(max_examples=25, deadline=None, phases=set(Phase) - {Phase.shrink})
@given(applications, st.sampled_from(SIZES[:3]), st.sets(st.sampled_from(["code", "specimen"])))
def test_what_is_seen_is_colour_with_black_on_top_dot_for_dot(
    application: Application, size: CardSize, has: set[str]
) -> None:
    code = CODE if "code" in has else None
    made = draw(confirmation(application), press(size, specimen="specimen" in has), code, NOTE)
    for side in (made.front, made.back):
        assert (side.frame.rgb == put_together(side)) is True


def test_colour_holds_no_word_of_the_applicant_and_black_all_of_them() -> None:
    made, other = card(), card(Application("en", Name("Bo", "Li")))
    assert made.front.colour == other.front.colour
    assert made.front.black != other.front.black


def test_back_has_no_colour_under_its_black() -> None:
    made = card()
    assert made.back.colour is None
    assert made.front.colour is not None


@pytest.mark.parametrize("size", SIZES)
def test_code_is_read_from_the_black_layer_alone(size: CardSize) -> None:
    made = draw(confirmation(), press(size, specimen=True), CODE)
    black = Image.frombytes("L", (size.width, size.height), grey(made.back.black)).convert("RGB")
    frame = type(made.back.frame)(size.width, size.height, black.tobytes())
    assert qr.read(frame) == CODE


def test_letters_without_a_bold_face_have_no_smooth_edge_either() -> None:
    """FreeType strokes around them in levels of grey, whatever it is asked for."""
    block = PRESS.setter("zh").fit(["欧阳小明"], (50, 10), DESIGN.fields()[0].type)
    assert {level for _, level in letters(block).getcolors() or []} == {0, 255}


def test_bits_beyond_the_edge_are_not_set() -> None:
    for side in (card().front, card().back):
        spare = side.black.stride * 8 - side.black.width
        last = [side.black.row(row)[-1] for row in range(side.black.height)]
        assert spare
        assert not any(byte & ((1 << spare) - 1) for byte in last)
