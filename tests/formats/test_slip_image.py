from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import pytest
from PIL import Image

from kiosk.assets import ASSETS
from kiosk.errors import Unprintable
from kiosk.formats.bitmap import Bitmap, grey
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import USUAL, Paper, Roll
from kiosk.formats.slip import Slip
from kiosk.formats.slip_image import draw_slip
from tests.formats.slips import APPEAL, TAKE_HOME

LETTERING = Lettering(ASSETS / "fonts")
NARROW = Paper(Roll.MM_58)
EDGE = 16  # dots: 2 mm


@lru_cache
def drawn(slip: Slip, paper: Paper = USUAL) -> Bitmap:
    return draw_slip(slip, paper, LETTERING)


def ink(bitmap: Bitmap, rows: slice = slice(None)) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is black."""
    image = Image.frombytes("L", (bitmap.width, bitmap.height), grey(bitmap))
    top, bottom, _ = rows.indices(bitmap.height)
    box = image.crop((0, top, bitmap.width, bottom)).point(lambda level: 255 - level).getbbox()
    assert box is not None
    return box


def heading(slip: Slip) -> tuple[int, int]:
    """Return left and right of the heading: what is between the rule and the frame of the code."""
    alone = drawn(replace(slip, sections=()))
    across = [row for row, dots in enumerate(_as_rows(alone)) if dots.count(0) > alone.width * 0.85]
    frame = next(row for last, row in pairwise(across) if row > last + 1)
    rule = max(row for row in across if row < frame)
    left, _, right, _ = ink(alone, slice(rule + 1, frame - EDGE // 2))
    return left, right


@pytest.mark.parametrize("slip", [*TAKE_HOME.values(), *APPEAL.values()])
@pytest.mark.parametrize("paper", [USUAL, NARROW], ids=["80", "58"])
def test_nothing_stands_outside_the_edges(slip: Slip, paper: Paper) -> None:
    bitmap = drawn(slip, paper)
    left, top, right, bottom = ink(bitmap)
    assert bitmap.width == paper.width
    assert left >= EDGE
    assert right <= paper.width - EDGE
    assert 0 < top < bottom < bitmap.height


@pytest.mark.parametrize("slip", [TAKE_HOME["en"], TAKE_HOME["zh"]])
def test_a_heading_starts_at_the_left(slip: Slip) -> None:
    left, right = heading(slip)
    assert left < EDGE + 8
    assert right < USUAL.width - 100


def test_an_arabic_heading_starts_at_the_right() -> None:
    left, right = heading(TAKE_HOME["ar"])
    assert left > 100
    assert right > USUAL.width - EDGE - 8


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_boxes_to_tick_stand_on_the_side_where_a_line_starts(language: str) -> None:
    slip = TAKE_HOME[language]
    ticked = drawn(slip)
    sections = tuple(replace(section, boxes=False) for section in slip.sections)
    plain = drawn(replace(slip, sections=sections))
    from_right = language == "ar"
    side = slice(-EDGE - 27, -EDGE) if from_right else slice(EDGE, EDGE + 27)
    lines = _as_rows(ticked)
    frames = [row for row in lines if row[side] == b"\0" * 27]
    assert len(frames) >= 3 * 3  # three boxes, whose upper edges are three dots thick or so
    assert not any(row[side] == b"\0" * 27 for row in _as_rows(plain)[200:-300])


def test_the_code_is_on_the_slip() -> None:
    slip = TAKE_HOME["en"]
    other = replace(slip, code="TD2KE")
    assert drawn(slip) != drawn(other)
    assert drawn(slip).height == drawn(other).height


def test_paragraphs_stand_between_the_heading_and_the_lists() -> None:
    slip = TAKE_HOME["en"]
    without = drawn(slip)
    longer = drawn(replace(slip, paragraphs=("The office is open on weekdays.",)))
    added = longer.height - without.height
    same_above = next(row for row in range(without.height) if without.row(row) != longer.row(row))
    assert added > 30
    assert same_above < without.height // 2
    assert longer.rows.endswith(without.rows[without.stride * (same_above + 1) :])


def test_a_finer_printer_gets_a_finer_picture_of_the_same_size() -> None:
    coarse, fine = drawn(TAKE_HOME["en"]), drawn(TAKE_HOME["en"], Paper(850, 300))
    ratio = 300 / 203
    assert abs(fine.height / coarse.height - ratio) < 0.05


def test_a_word_wider_than_the_paper_is_made_smaller() -> None:
    long = replace(TAKE_HOME["en"], heading="Aufenthaltsbescheinigung")
    left, _, right, _ = ink(drawn(long, NARROW))
    assert EDGE <= left < right <= NARROW.width - EDGE


def test_a_word_that_fits_at_no_size_is_refused() -> None:
    with pytest.raises(Unprintable):
        draw_slip(replace(TAKE_HOME["en"], heading="W" * 60), NARROW, LETTERING)


def test_a_sign_that_no_font_has_is_refused() -> None:
    with pytest.raises(Unprintable):
        draw_slip(replace(TAKE_HOME["en"], heading="\U0010fffd"), USUAL, LETTERING)


def _as_rows(bitmap: Bitmap) -> list[bytes]:
    dots = grey(bitmap)
    return [dots[start : start + bitmap.width] for start in range(0, len(dots), bitmap.width)]
