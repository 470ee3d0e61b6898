"""Lines are drawn as bars of strokes: the finder must not know what text is."""

import cv2
import numpy as np
import pytest

from kiosk.devices.reader.geometry import Grey, TextLine
from kiosk.devices.reader.lines import WAYS, Threshold, Way, find_lines
from kiosk.devices.reader.stacks import spacing, stacks

STRONG = WAYS[0]
PITCH, SIGNS = 12, 40


def page(*tops: int, angle: float = 0, gap: int = 0) -> Grey:
    """Return a page with lines of strokes at some heights, without `gap` signs in their middle."""
    picture = np.full((800, 1200), 220, np.uint8)
    for top in tops:
        for sign in range(SIGNS):
            if abs(sign - SIGNS // 2) >= gap / 2:
                left = 300 + sign * PITCH
                cv2.rectangle(picture, (left, top), (left + 7, top + 11), (50,), 2)
    turned = cv2.getRotationMatrix2D((600, 400), -angle, 1)
    return np.asarray(cv2.warpAffine(picture, turned, (1200, 800), borderValue=(220,)), np.uint8)


def longest(lines: list[TextLine]) -> TextLine:
    return max(lines, key=lambda line: line.length)


@pytest.mark.parametrize("angle", [0, 7, -30, 60])
def test_a_line_is_found_at_its_place_and_angle(angle: float) -> None:
    line = longest(find_lines(page(394, angle=angle), STRONG))
    turn = np.deg2rad(angle)
    middle = (600 - 62 * np.cos(turn), 400 - 62 * np.sin(turn))  # 62 pixels left of the page's
    assert (line.x, line.y) == pytest.approx(middle, abs=3)
    assert line.length == pytest.approx(SIGNS * PITCH, rel=0.04)
    assert line.angle == pytest.approx(angle, abs=0.6)


def test_a_small_gap_is_bridged_and_a_wide_one_is_not() -> None:
    assert longest(find_lines(page(394, gap=2), STRONG)).length > 0.95 * SIGNS * PITCH
    wide = find_lines(page(394, gap=14), STRONG)
    assert all(line.length < 0.5 * SIGNS * PITCH for line in wide)


def test_an_empty_page_has_no_lines() -> None:
    empty = np.full((800, 1200), 220, np.uint8)
    assert all(find_lines(empty, way) == [] for way in WAYS)


def test_dim_lines_are_found_locally() -> None:
    dim = (page(394) // 8).astype(np.uint8)
    line = longest(find_lines(dim, Way(Threshold.LOCAL)))
    assert line.length == pytest.approx(SIGNS * PITCH, rel=0.04)


def test_two_lines_a_zone_apart_are_a_stack_and_two_far_apart_are_none() -> None:
    near, far = page(380, 380 + round(2.5 * PITCH)), page(300, 480)
    stack = stacks(find_lines(near, STRONG))[0]
    assert [round(line.y / 10) for line in stack] == [39, 42]
    assert spacing(stack) == pytest.approx(2.5 / SIGNS, rel=0.1)
    assert stacks(find_lines(far, STRONG)) == []


def test_three_lines_come_before_two_of_them() -> None:
    lines = find_lines(page(360, 390, 420), STRONG)
    assert len(stacks(lines)[0]) == 3
