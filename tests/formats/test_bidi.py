import ctypes
import sys
from ctypes.util import find_library
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.formats import brackets
from kiosk.formats.bidi import base_level, levels, visual

LIBRARY = ctypes.CDLL(find_library("fribidi") or "libfribidi.so.0")
SIGNS = "aLẞ אבכ بتسی ١٢ 0123 ,.:-+/%#$ '&\u0301\u064b"
TURNED = str.maketrans("()", ")(")
BRACKETS = "aאب1١ ()[]«.\u2329\u3009"


def reference(text: str, base: int) -> list[int]:
    """Return the levels that the FriBidi library finds."""
    count = len(text)
    signs = (ctypes.c_uint32 * count)(*map(ord, text))
    kinds, brackets = (ctypes.c_uint32 * count)(), (ctypes.c_uint32 * count)()
    found = (ctypes.c_int8 * count)()
    LIBRARY.fribidi_get_bidi_types(signs, count, kinds)
    LIBRARY.fribidi_get_bracket_types(signs, count, kinds, brackets)
    direction = ctypes.c_uint32(0x111 if base else 0x110)  # FRIBIDI_PAR_RTL, FRIBIDI_PAR_LTR
    LIBRARY.fribidi_get_par_embedding_levels_ex(
        kinds, brackets, count, ctypes.byref(direction), found
    )
    return list(found)


def on_paper(text: str) -> str:
    """Return the signs from the left; a bracket that is read from the right is turned round."""
    found = levels(text, base_level(text))
    turned = [
        sign.translate(TURNED) if level % 2 else sign
        for level, sign in zip(found, text, strict=True)
    ]
    return "".join(visual(list(zip(found, turned, strict=True))))


@given(text=st.text(SIGNS, min_size=1, max_size=24), base=st.sampled_from([0, 1]))
def test_levels_are_those_of_fribidi(text: str, base: int) -> None:
    inner = len(text.rstrip())  # FriBidi leaves spaces at the end to the line breaker
    assert levels(text, base)[:inner] == reference(text, base)[:inner]


@settings(max_examples=1000, deadline=None)
@given(text=st.text(BRACKETS, min_size=2, max_size=16), base=st.sampled_from([0, 1]))
def test_brackets_stand_as_fribidi_has_them(text: str, base: int) -> None:
    inner = len(text.rstrip())
    assert levels(text, base)[:inner] == reference(text, base)[:inner]


def test_a_mark_on_a_bracket_goes_with_it() -> None:
    # FriBidi says otherwise here; ICU says the same.
    assert levels("a\u23291[\u0301\u3009", 1) == [2, 2, 2, 2, 2, 2]
    assert levels("א(ב)\u0301a", 0) == [1, 1, 1, 1, 1, 0]


def test_every_pair_of_brackets_is_known() -> None:
    for sign in map(chr, range(sys.maxunicode + 1)):
        code = (ctypes.c_uint32 * 1)(ord(sign))
        kind, found = (ctypes.c_uint32 * 1)(), (ctypes.c_uint32 * 1)()
        LIBRARY.fribidi_get_bidi_types(code, 1, kind)
        LIBRARY.fribidi_get_bracket_types(code, 1, kind, found)
        if found[0]:
            assert normalize("NFC", sign) in brackets.PAIRS


def test_no_more_open_brackets_are_remembered_than_the_rule_says() -> None:
    for depth in (62, 63, 64):
        text = "א" + "(" * depth + "b" + ")" * depth
        assert levels(text, 1) == reference(text, 1)


@pytest.mark.parametrize(
    ("logical", "visual_order"),
    [
        ("אבג (abc) דה", "הד (abc) גבא"),
        ("אבג abc (דה)", "(הד) abc גבא"),
        ("abc (אבג) def", "abc (גבא) def"),
        ("ab (אב) 3", "ab (בא) 3"),
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
