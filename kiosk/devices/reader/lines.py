"""Lines: where in a picture there may be lines of small dark text, at any angle and size.

Dark strokes on a lighter ground (a black-hat) are smeared to bars about as thick as a sign, at
several sizes, because nobody knows how near a paper lies. What is long and thin enough may be a
line of a machine-readable zone; whether it is one, only reading it can tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import cv2
import numpy as np

from kiosk.devices.reader.fragments import grow, join
from kiosk.devices.reader.geometry import Grey, TextLine


class Threshold(Enum):
    """What counts as ink: the cheapest that works is tried first."""

    STRONG = "strong"
    DARK = "dark"  # for papers with strong patterns
    LOCAL = "local"  # for dim light, shade and busy grounds
    FAINT = "faint"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look for lines. `grows`: a short piece is followed to the end of its ink."""

    threshold: Threshold
    grows: bool = False


WAYS = (
    Way(Threshold.STRONG),
    Way(Threshold.DARK),
    Way(Threshold.LOCAL),
    Way(Threshold.STRONG, grows=True),
    Way(Threshold.LOCAL, grows=True),
    Way(Threshold.FAINT),
)


@dataclass(frozen=True, slots=True)
class _Size:
    """Signs of about `pitch` pixels in a picture that was halved `halvings` times."""

    kernel: int
    halvings: int

    @property
    def pitch(self) -> float:
        return self.kernel / 1.25


_SIZES = (_Size(7, 0), _Size(11, 0), _Size(8, 1), _Size(12, 1), _Size(12, 2))
# Ink is so many grey levels, and standard deviations above the mean, darker than what is around it.
_LEVELS = {Threshold.STRONG: (12, 1.0), Threshold.DARK: (12, 3.2), Threshold.FAINT: (6, 0.35)}
_LEAST_SIGNS = 20  # a line has 30; some are lost
_SLIMMEST, _STOUTEST = 75, 11  # length over height


def find_lines(picture: Grey, way: Way) -> list[TextLine]:
    """Return what may be lines of text, those of one size after those of another."""
    found: list[TextLine] = []
    pictures = halvings(picture, 3)
    for size in _SIZES:
        scale = 2**size.halvings
        for line in _lines_of(pictures[size.halvings], size, way):
            whole = line.scaled(scale)
            if not (way.grows and _known(whole, found)):
                found.append(whole)
    return found


def halvings(picture: Grey, count: int) -> list[Grey]:
    """Return the picture, half of it, and so on."""
    pictures = [picture]
    while len(pictures) < count:
        half = cv2.resize(pictures[-1], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        pictures.append(np.asarray(half, np.uint8))
    return pictures


def _lines_of(picture: Grey, size: _Size, way: Way) -> Iterator[TextLine]:
    bars = _bars(picture, size, way.threshold)
    for line in join(list(_fragments(bars, size.pitch)), size.pitch):
        if way.grows:
            piece = line.length >= 7 * size.pitch and line.length >= 4 * line.height
            grown = grow(picture, line, size.pitch) if piece else None
            if grown is None or grown.length < line.length:
                continue
            line = grown  # noqa: PLW2901 - the same line, whole
        slim = _STOUTEST <= line.length / line.height <= _SLIMMEST
        if slim and line.length >= _LEAST_SIGNS * size.pitch:
            yield line


def _bars(picture: Grey, size: _Size, threshold: Threshold) -> Grey:
    """Return the ink, with the gaps inside and between signs closed and specks removed."""
    hat = cv2.morphologyEx(picture, cv2.MORPH_BLACKHAT, _square(size.kernel | 1))
    ink = _ink(np.asarray(hat, np.uint8), size.pitch, threshold)
    gap, speck = max(3, round(0.82 * size.pitch) | 1), max(2, round(0.28 * size.pitch))
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, _square(gap))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, _square(speck)), np.uint8)


def _square(side: int) -> Grey:
    """Return a kernel; a square one is taken apart into rows and columns, and so is fast."""
    return np.ones((side, side), np.uint8)


def _ink(hat: Grey, pitch: float, threshold: Threshold) -> Grey:
    if threshold is Threshold.LOCAL:
        smooth = cv2.GaussianBlur(hat, (0, 0), max(0.8, pitch * 0.09))
        side = int(pitch * 7) | 1
        around = cv2.boxFilter(smooth, cv2.CV_32F, (side, side))
        return ((smooth > around * 1.35) & (smooth > 5)).astype(np.uint8)  # noqa: PLR2004
    least, spreads = _LEVELS[threshold]
    mean, deviation = cv2.meanStdDev(hat)
    level = max(least, float(mean[0, 0] + spreads * deviation[0, 0]))
    return (hat > level).astype(np.uint8)


def _fragments(bars: Grey, pitch: float) -> Iterator[TextLine]:
    """Return the bars that are as thick as a line of signs."""
    outlines, _ = cv2.findContours(bars, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for outline in outlines:
        if len(outline) < 5 * pitch or max(cv2.boundingRect(outline)[2:]) < 1.8 * pitch:
            continue
        (x, y), (width, height), angle = cv2.minAreaRect(outline)
        if width < height:
            width, height, angle = height, width, angle + 90
        thick = 0.4 * pitch <= height <= 2.6 * pitch
        long = width >= 1.6 * height or width >= 2 * pitch
        if thick and long and cv2.contourArea(outline) >= 0.3 * width * height:
            yield TextLine(x, y, width, height, (angle + 90) % 180 - 90)


def _known(line: TextLine, lines: Sequence[TextLine]) -> bool:
    return any(
        abs(line.x - other.x) < 0.05 * line.length
        and abs(line.y - other.y) < 0.5 * line.height + 2
        and abs(line.length - other.length) < 0.08 * line.length
        for other in lines
    )
