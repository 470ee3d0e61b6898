"""Strip: one line of a picture cut out, levelled, and laid at a fixed number of pixels a sign."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.devices.reader.geometry import Grey, TextLine
from kiosk.devices.reader.glyphs import PITCH, Pixels

MARGIN = 1.6  # signs of paper left and right
HEIGHT = 3.2  # signs
LAST_SIGN = 0.25  # of a pitch, by which the ink of a line is shorter than its signs' places
_SEGMENT = 5  # signs; the course of a line is found from one centre of ink in each
_LEAST_CENTRES, _LEAST_FOR_CURVE = 4, 6
_WIDE, _CLOSE = 0.75 * PITCH, 0.55 * PITCH  # how far from the middle ink counts, at first and then

Numbers = NDArray[np.float64]


def pitch_of(line: TextLine, count: int) -> float:
    """Return how far apart `count` signs are on a line, in pixels of the picture."""
    return line.length / (count - LAST_SIGN)


def cut(halves: Sequence[Grey], line: TextLine, count: int, *, upside_down: bool) -> Pixels:
    """Return the strip of a line of `count` signs, its middle in the middle, reading to the right.

    `halves` are the picture, half of it, and so on: from a picture far too fine, single pixels
    would be picked, and their noise with them.
    """
    pitch = pitch_of(line, count)
    halved = min(len(halves) - 1, max(0, int(np.log2(pitch / PITCH / 0.9))))
    scale = 2**halved
    step = pitch / PITCH / scale * (-1 if upside_down else 1)
    width, height = int((count + 2 * MARGIN) * PITCH), int(HEIGHT * PITCH)
    matrix = np.column_stack([line.along * step, line.across * step, (0.0, 0.0)])
    matrix[:, 2] = line.centre / scale - matrix[:, :2] @ (width / 2, height / 2)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    strip = cv2.warpAffine(
        halves[halved], matrix, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    return _straight(strip.astype(np.float32))


def _straight(strip: Pixels) -> Pixels:
    """Return the strip with what is left of skew and curvature taken out."""
    for reach, curved in ((_WIDE, False), (_CLOSE, True)):
        x, y = _ink_centres(strip, reach)
        if len(x) < _LEAST_CENTRES:
            return strip
        strip = _shifted(strip, _course(x, y, strip.shape[1], curved=curved))
    return strip


def _ink_centres(strip: Pixels, reach: float) -> tuple[Numbers, Numbers]:
    """Return the centre of ink in each segment that has some, by its distance from the middle."""
    height, width = strip.shape
    paper, ink = np.percentile(strip[::2, ::2], (85, 4))
    inked = strip < paper - (paper - ink) * 0.45
    off_middle = np.arange(height) - height / 2
    nearness = np.exp(-((off_middle / reach) ** 2))
    edges = np.linspace(0, width, max(6, width // int(_SEGMENT * PITCH)) + 1).astype(int)
    rows = np.add.reduceat(inked, edges[:-1], axis=1) / np.diff(edges)
    rows = np.maximum(rows - np.percentile(rows, 30, axis=0), 0) * nearness[:, None]
    weight = rows.sum(axis=0)
    some = weight > 0.6  # noqa: PLR2004 - rows full of ink; less is a filler's or a speck's
    centres = (rows * off_middle[:, None]).sum(axis=0)[some] / weight[some]
    return (edges[:-1] + np.diff(edges) / 2)[some], centres


def _course(x: Numbers, y: Numbers, width: int, *, curved: bool) -> Numbers:
    """Return how far off the middle a line runs in each column: Theil and Sen's fit, or a curve."""
    one, other = np.triu_indices(len(x), 1)
    slope = np.median((y[one] - y[other]) / (x[one] - x[other]))
    offset = np.median(y - slope * x)
    columns = np.arange(width)
    level: Numbers = slope * columns + offset
    wrong = np.abs(y - slope * x - offset)
    fits = wrong < max(1.2, 2 * float(np.median(wrong)))
    if not curved or fits.sum() < _LEAST_FOR_CURVE:
        return level
    curve = np.asarray(np.polyval(np.polyfit(x[fits], y[fits], 2), columns), np.float64)
    return curve if np.abs(curve - level).max() <= 0.45 * PITCH else level


def _shifted(strip: Pixels, course: Numbers) -> Pixels:
    """Return the strip with each column moved so that `course` becomes its middle."""
    height, width = strip.shape
    columns = np.tile(np.arange(width, dtype=np.float32), (height, 1))
    rows = np.add.outer(np.arange(height), course).astype(np.float32)
    moved = cv2.remap(strip, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return moved.astype(np.float32)
