import ctypes
from ctypes.util import find_library

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.bidi import base_level, levels, visual

LIBRARY = ctypes.CDLL(find_library("fribidi") or "libfribidi.so.0")
SIGNS = "aLẞ אבכ بتسی ١٢ 0123 ,.:-+/%#$ '&\u0301\u064b"


def reference(text: str, base: int) -> list[int]:
    """Return the levels that the FriBidi library finds."""
    count = len(text)
    signs = (ctypes.c_uint32 * count)(*map(ord, text))
    kinds = (ctypes.c_uint32 * count)()
    found = (ctypes.c_int8 * count)()
    LIBRARY.fribidi_get_bidi_types(signs, count, kinds)
    direction = ctypes.c_uint32(0x111 if base else 0x110)  # FRIBIDI_PAR_RTL, FRIBIDI_PAR_LTR
    LIBRARY.fribidi_get_par_embedding_levels(kinds, count, ctypes.byref(direction), found)
    return list(found)


def on_paper(text: str) -> str:
    return "".join(visual(list(zip(levels(text, base_level(text)), text, strict=True))))


@given(text=st.text(SIGNS, min_size=1, max_size=24), base=st.sampled_from([0, 1]))
def test_levels_are_those_of_fribidi(text: str, base: int) -> None:
    inner = len(text.rstrip())  # FriBidi leaves spaces at the end to the line breaker
    assert levels(text, base)[:inner] == reference(text, base)[:inner]


@pytest.mark.parametrize(
    ("logical", "visual_order"),
    [
        ("Ana Diaz", "Ana Diaz"),
        ("אבג 12", "12 גבא"),
        ("אבג abc 12", "abc 12 גבא"),
        ("abc אבג def", "abc גבא def"),
        ("ابت 418, 3B", "3B ,418 تبا"),
        ("418 ابت", "تبا 418"),
        ("ابت ١٢/٣", "١٢/٣ تبا"),
    ],
)
def test_order_on_paper(logical: str, visual_order: str) -> None:
    assert on_paper(logical) == visual_order


def test_direction_is_that_of_the_first_letter() -> None:
    assert base_level("12 אב cd") == 1
    assert base_level("12 ab גד") == 0
    assert base_level("12-34") == 0


def test_nothing_is_lost_in_reordering() -> None:
    text = "a אב 12 cd (הו) ابت"
    assert sorted(on_paper(text)) == sorted(text)
