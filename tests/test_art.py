"""Vector art: compiled when a pack is built, drawn at any number of dots an inch."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assets import ASSETS
from kiosk.design.art import read_art
from kiosk.formats.artwork import paint

DRAWN = sorted(
    path for folder in ("cities", "designs") for path in (ASSETS / folder).glob("*/*.svg")
)
SQUARE = '<path d="M10 10 H90 V90 H10 Z" fill="#112233"/>'


def tool() -> Any:
    spec = spec_from_file_location("art", ASSETS.parent / "tools" / "art.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()


def compiled(*parts: str) -> Any:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{"".join(parts)}</svg>'
    art = read_art(TOOL.compiled(svg).encode())
    assert art is not None
    return art


def box(art: Any) -> Any:
    """Return the rectangle of the dots that are covered by half or more."""
    return alpha(art).point([255 * (level >= 128) for level in range(256)]).getbbox()


def alpha(art: Any, size: int = 100) -> Any:
    return paint(art, (size, size)).getchannel("A")


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.parent.name)
def test_compiling_art_again_gives_the_same_bytes(path: Path) -> None:
    again = TOOL.compiled(path.read_text(encoding="utf-8"))
    assert again == path.with_suffix(".art").read_text(encoding="utf-8")


def test_all_seals_are_compiled() -> None:
    packs = {path.parent for path in ASSETS.glob("*/*/card.toml")}
    assert {path.parent for path in DRAWN} == packs


def test_shape_covers_what_lies_in_it_and_nothing_else() -> None:
    covered = alpha(compiled(SQUARE))
    assert box(compiled(SQUARE)) == (10, 10, 90, 90)
    assert covered.getextrema() == (0, 255)
    assert paint(compiled(SQUARE), (100, 100)).getpixel((50, 50)) == (0x11, 0x22, 0x33, 255)


def test_hole_stays_a_hole_whatever_the_size() -> None:
    ring = compiled('<path d="M10 10 H90 V90 H10 Z M30 30 H70 V70 H30 Z" fill="#112233"/>')
    for size in (50, 100, 700):
        covered = alpha(ring, size)
        assert covered.getpixel((size // 2, size // 2)) == 0
        assert covered.getpixel((size // 5, size // 2)) == 255


def test_edge_is_as_sharp_on_a_large_raster_as_on_a_small_one() -> None:
    """A scaled picture would have an edge as many dots wide as it was scaled."""
    circle = compiled('<circle cx="50" cy="50" r="40" fill="#112233"/>')
    for size in (100, 1000):
        row = alpha(circle, size).crop((0, size // 2, size // 2, size // 2 + 1)).tobytes()
        assert sum(0 < level < 255 for level in row) <= 2


def test_stroke_is_as_wide_as_it_says_and_its_ends_are_round_if_it_says_so() -> None:
    line = '<path d="M20 50 H80" fill="none" stroke="#112233" stroke-width="10" {}/>'
    assert box(compiled(line.format(""))) == (20, 45, 80, 55)
    rounded = box(compiled(line.format('stroke-linecap="round"')))
    assert rounded == (15, 45, 85, 55)


def test_dashes_are_cut() -> None:
    line = '<path d="M10 50 H90" fill="none" stroke="#112233" stroke-dasharray="20 10"/>'
    row = alpha(compiled(line)).crop((0, 50, 100, 51)).tobytes()
    assert [row[place] > 0 for place in (20, 35, 50, 65, 80)] == [True, False, True, False, True]


def test_letters_along_an_arc_stand_around_their_middle() -> None:
    around = '<text x="50" y="50" font-size="12" data-radius="30" fill="#112233">ALDER</text>'
    left, top, right, bottom = alpha(compiled(around)).getbbox()
    assert left + right == pytest.approx(100, abs=3)
    assert 50 - 30 - 12 < top < 50 - 30
    assert bottom < 50


def test_group_hands_down_its_colour_and_its_turn() -> None:
    turned = compiled(
        '<g fill="#445566" transform="rotate(90 50 50)"><path d="M10 40 H90 V60 H10 Z"/></g>'
    )
    assert box(turned) == (40, 10, 60, 90)
    assert turned.shapes[0].colour == (0x44, 0x55, 0x66)


@pytest.mark.parametrize(
    "part",
    [
        '<image href="x.png"/>',
        '<path d="M0 0 H9" fill="url(#fade)"/>',
        '<path d="M0 0 H9" transform="skewX(3)"/>',
    ],
)
def test_what_cannot_be_compiled_is_refused(part: str) -> None:
    with pytest.raises(SystemExit):
        compiled(part)


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.floats() | st.text(max_size=4), lambda inner: st.lists(inner) |
    st.dictionaries(st.sampled_from(["width", "height", "shapes", "outlines", "colour"]), inner),
).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_what_is_no_art_is_none(raw: bytes) -> None:
    assert read_art(raw) is None
