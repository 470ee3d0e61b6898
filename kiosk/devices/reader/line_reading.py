"""Reading one line: how `count` signs lie best on a strip, and which sign each place may be.

The network looks at every column of the strip; then the best row of places, about a pitch apart,
is found by dynamic programming. Nothing is said about which sign may follow which.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.devices.reader import strip
from kiosk.devices.reader.geometry import Grey, TextLine, Vector
from kiosk.devices.reader.glyphs import (
    CELL_HEIGHT,
    CELL_WIDTH,
    PITCH,
    SIGNS,
    Glyphs,
    Pixels,
    normalise,
)

_STEPS = np.arange(round(PITCH) - 2, round(PITCH) + 3)  # columns from one sign to the next
_STEP_COSTS = 0.042 * (_STEPS - PITCH) ** 2
_SURE_ENOUGH = -0.10
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class LineReading:
    """`score` is 0 if every sign is sure, and below -1 if this is no line of so many signs."""

    score: float
    log_probabilities: Pixels  # a row for each place, a column for each of `SIGNS`
    line: TextLine  # from the first sign to the last, where they were found
    start: Vector  # the middle of the first sign, in the picture
    upside_down: bool


class LineReader:
    """The network, the picture that lines are read from, with its halvings, and the reads so far.

    `reads` is what time goes by: each takes some milliseconds, and little else does.
    """

    def __init__(self, glyphs: Glyphs, halves: Sequence[Grey]) -> None:
        self._glyphs = glyphs
        self._halves = halves
        self.reads = 0

    def glance(self, line: TextLine, count: int, *, upside_down: bool) -> LineReading:
        """Read a line of `count` signs once."""
        return self._read(line, count, (0,), upside_down=upside_down)

    def improve(self, glanced: LineReading) -> LineReading:
        """Read a line again from where its signs were found to be, if unsure at other heights."""
        heights = (0,) if glanced.score > _SURE_ENOUGH else (0, -2, 2)
        count, upside_down = len(glanced.log_probabilities), glanced.upside_down
        again = self._read(glanced.line, count, heights, upside_down=upside_down)
        return max(glanced, again, key=lambda reading: reading.score)

    def _read(
        self, line: TextLine, count: int, heights: Sequence[int], *, upside_down: bool
    ) -> LineReading:
        pixels = strip.cut(self._halves, line, count, upside_down=upside_down)
        fits = [_fit(self._glyphs, pixels, count, rows) for rows in heights]
        self.reads += len(heights)
        fit = max(fits, key=lambda fit: fit.score)
        step = strip.pitch_of(line, count) / PITCH * (-1 if upside_down else 1)
        first, last = (
            line.centre + line.along * step * (column - pixels.shape[1] / 2)
            for column in (fit.first, fit.last)
        )
        x, y = (first + last) / 2
        length = (fit.last - fit.first) / (count - 1) * (count - strip.LAST_SIGN) * abs(step)
        found = TextLine(float(x), float(y), length, line.height, line.angle)
        return LineReading(fit.score, fit.log_probabilities, found, first, upside_down)


@dataclass(frozen=True, slots=True)
class _Fit:
    """`first` and `last` are the columns of the strip where the middle of those signs is."""

    score: float
    log_probabilities: Pixels
    first: float
    last: float


def _fit(glyphs: Glyphs, pixels: Pixels, count: int, rows: int) -> _Fit:
    """Find `count` signs on a strip, `rows` below its middle."""
    everywhere = glyphs.log_probabilities(normalise(_cells(pixels, rows)))[:, : len(SIGNS)]
    places, score = _best_places(everywhere.max(axis=1), count)
    columns = places[[0, -1]] - CELL_WIDTH / 2
    return _Fit(score, everywhere[places], float(columns[0]), float(columns[1]))


def _cells(pixels: Pixels, rows: int) -> Pixels:
    """Return the cell around every column of a strip, and of half a cell to both sides."""
    top = pixels.shape[0] // 2 - CELL_HEIGHT // 2 + rows
    band = pixels[top : top + CELL_HEIGHT]
    wide = cv2.copyMakeBorder(band, 0, 0, CELL_WIDTH, CELL_WIDTH, cv2.BORDER_REPLICATE)
    view = np.lib.stride_tricks.sliding_window_view(wide, CELL_WIDTH, axis=1)
    cells = np.ascontiguousarray(view.transpose(1, 0, 2), np.float32)
    return cells.reshape(-1, CELL_HEIGHT * CELL_WIDTH)


def _best_places(best: Pixels, count: int) -> tuple[NDArray[np.intp], float]:
    """Return the columns of `count` signs with the greatest sum, and its mean."""
    columns = np.arange(len(best))
    total, choices = best.copy(), []
    for _ in range(count - 1):
        reached = np.full((len(_STEPS), len(best)), _NEVER, np.float32)
        for row, (step, cost) in enumerate(zip(_STEPS, _STEP_COSTS, strict=True)):
            reached[row, step:] = total[:-step] - cost
        choice = reached.argmax(axis=0)
        choices.append(choice)
        total = reached[choice, columns] + best
    places = [int(total.argmax())]
    for choice in reversed(choices):
        places.append(places[-1] - int(_STEPS[choice[places[-1]]]))
    return np.array(places[::-1]), float(total.max()) / count
