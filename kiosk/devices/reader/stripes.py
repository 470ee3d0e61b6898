"""Stripes: where in a picture bars lie side by side, and that place turned level and enlarged.

zxing-cpp finds a PDF417 code only if it is nearly level (measured: 9 of 10 frames turned by up to
two degrees, 1 of 10 by up to eight). Bars give themselves away: brightness changes in one direction
only. So such places are cut out, turned level and cleaned for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Field = NDArray[np.float32]
Field64 = NDArray[np.float64]

_SEARCHED = 640  # pixels of the longer side of what is searched
_MOST = 3  # places
_SMALLEST = 250  # pixels of the searched picture
_ONE_WAY = 0.45  # of all change of brightness, what must be in one direction
_FAINTEST = 400.0  # squared gradient: what paper and print do not reach
_MARGIN = 22  # pixels around a place, for the quiet zone and a bent edge
_STEPS = 24  # along a place, at which its upper and lower edge are looked for
_ENLARGED = (1.5, 2.5)
_WIDEST = 6000  # pixels of a view


@dataclass(frozen=True, slots=True)
class Stripes:
    """A place full of bars: its corners (clockwise, the bars upright) and its size, in pixels."""

    corners: Field
    across: float
    along: float


def level_views(grey: Grey) -> Iterator[Grey]:
    """Yield every striped place of a picture, level, in two sizes and four states of sharpness."""
    for stripes in _find(grey):
        widest = _WIDEST / max(stripes.across, stripes.along)
        for scale in [min(enlarged, widest) for enlarged in _ENLARGED]:
            yield from _cleaned(_levelled(grey, stripes, scale), scale)


def _find(grey: Grey) -> list[Stripes]:
    """Return the largest striped places, largest first, each by its edges and by its box."""
    scale = min(1.0, _SEARCHED / max(grey.shape))
    one_way, twist, strength = _directions(grey, scale)
    clear = np.hypot(one_way, twist) > _ONE_WAY * (strength + 1)
    strong = strength > max(_FAINTEST, 2 * float(strength.mean()))
    mask = _filled((clear & strong).astype(np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = sorted(outlines, key=cv2.contourArea, reverse=True)[:_MOST]
    return [
        stripes
        for outline in largest
        if cv2.contourArea(outline) >= _SMALLEST
        for stripes in _measure(outline, one_way, twist, scale)
    ]


def _directions(grey: Grey, scale: float) -> tuple[Field, Field, Field]:
    """Return the structure tensor, pooled: two parts of its direction, and its strength.

    Squares are taken at full size and pooled after, so that bars finer than a pooled pixel count.
    """
    across = cv2.Sobel(grey, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return (
        _pooled(across * across - down * down, scale),
        _pooled(2 * across * down, scale),
        _pooled(across * across + down * down, scale),
    )


def _pooled(field: NDArray[np.generic], scale: float) -> Field:
    small = cv2.resize(np.asarray(field), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.blur(small, (13, 13)), np.float32)


def _filled(mask: Grey) -> Grey:
    """Return the mask without gaps between bars and without specks."""
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    return np.asarray(opened, np.uint8)


def _measure(
    outline: NDArray[np.generic], one_way: Field, twist: Field, scale: float
) -> Iterator[Stripes]:
    """Measure a place by its edges, which suits a tilted card, and by its box, a small one."""
    inside = np.zeros(one_way.shape, np.uint8)
    cv2.drawContours(inside, [np.asarray(outline)], -1, 255, -1)
    angle = 0.5 * np.arctan2(cv2.mean(twist, inside)[0], cv2.mean(one_way, inside)[0])
    axes = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned = np.asarray(outline).reshape(-1, 2) @ axes.T
    for corners in (_by_edges(turned), _by_box(turned)):
        across = corners[1, 0] - corners[0, 0]
        along = (corners[2:, 1] - corners[:2, 1]).mean()
        place = (corners @ axes / scale).astype(np.float32)
        yield Stripes(place, float(across / scale), max(1.0, float(along / scale)))


def _by_box(points: Field64) -> Field64:
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float64)


def _by_edges(points: Field64) -> Field64:
    """Return the corners of a place whose bars are upright, clockwise from the top left.

    A tilted card's rows are not at right angles to its bars. So the upper and the lower edge are
    lines through the outline, away from its round corners, and the sides are upright.
    """
    left, right = points[:, 0].min(), points[:, 0].max()
    steps = np.linspace(left, right, _STEPS + 1)
    columns = [points[np.abs(points[:, 0] - x) <= (right - left) / _STEPS] for x in steps[2:-2]]
    columns = [column for column in columns if len(column)]
    middles = [float(column[:, 0].mean()) for column in columns]
    upper = np.polyfit(middles, [float(column[:, 1].min()) for column in columns], 1)
    lower = np.polyfit(middles, [float(column[:, 1].max()) for column in columns], 1)
    edges = [(left, upper), (right, upper), (right, lower), (left, lower)]
    return np.array([(x, np.polyval(edge, x)) for x, edge in edges], np.float64)


def _levelled(grey: Grey, stripes: Stripes, scale: float) -> Grey:
    """Cut the place out, bars upright and rows level, `scale` times as large."""
    left, top = _MARGIN, _MARGIN
    right, bottom = left + stripes.across, top + stripes.along
    level = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    lens = cv2.getPerspectiveTransform(stripes.corners, level * np.float32(scale))
    size = (int((right + _MARGIN) * scale), int((bottom + _MARGIN) * scale))
    view = cv2.warpPerspective(
        grey, lens, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(view, np.uint8)


def _cleaned(view: Grey, scale: float) -> Iterator[Grey]:
    """Yield the view as it is, sharpened, averaged along the bars, and both.

    A row of PDF417 is three modules high at least, so averaging along the bars removes noise alone.
    """
    yield view
    yield sharpened(view, scale, 2.0)
    yield _smoothed(view, 0.35 * scale, 1.1 * scale)
    yield sharpened(_smoothed(view, 0.3 * scale, 1.2 * scale), 1.3 * scale, 2.4)


def sharpened(picture: Grey, radius: float, amount: float) -> Grey:
    """Return the picture with what a blur of `radius` takes away put on top (unsharp mask)."""
    blurred = cv2.GaussianBlur(picture, (0, 0), radius)
    return np.asarray(cv2.addWeighted(picture, amount, blurred, 1 - amount, 0), np.uint8)


def _smoothed(view: Grey, across: float, along: float) -> Grey:
    return np.asarray(cv2.GaussianBlur(view, (0, 0), sigmaX=across, sigmaY=along), np.uint8)
