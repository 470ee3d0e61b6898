"""The reader of machine-readable zones: one grey frame in, its lines and how sure they are out.

Places where a zone may be are read one after another until one has all its check digits right; the
cheap ways to find such places come first, so that a frame that shows a zone well takes least time.
Nothing is corrected: what does not check is handed on as read, for somebody to compare.

It runs sealed: `load` first, then no file and no new thread. Call `cv2.setNumThreads(1)`
and set OPENBLAS_NUM_THREADS=1 before the process starts, or both start threads of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np

from kiosk.devices.reader import glyphs, mrz_grammar, strip
from kiosk.devices.reader.geometry import Grey, TextLine
from kiosk.devices.reader.glyphs import Glyphs
from kiosk.devices.reader.line_reading import LineReader, LineReading
from kiosk.devices.reader.lines import WAYS, find_lines, halvings
from kiosk.devices.reader.stacks import Stack, spacing, stacks
from kiosk.formats.mrz import Checks, checks
from kiosk.formats.mrz_layout import TD1, TD2, TD3, Kind

SEARCHED = 1400  # pixels of the longer side of the picture that lines are looked for in
SMALLEST = 900  # a smaller picture is a cut-out, and is enlarged
LINE_SPACING = 2.5  # signs: lines are 1/4 inch apart, signs 1/10 inch (ICAO 9303-3 section 4.1)
WIDTHS = {2: (TD3.width, TD2.width), 3: (TD1.width,)}

_MOST_STACKS, _MOST_ALONE = 10, 3  # for each way of looking
_MOST_READS = 60  # of lines; a frame that takes more is left for the next one
_HOPELESS, _POOR, _CLEAR = -0.9, -0.4, -0.3  # scores
_PAPER, _INK = 220, 40  # grey levels
_UPRIGHT = -0.12  # the score of a line that was certainly not read upside down
_MOST_ASKEW = 0.75  # of a pitch: more, and one line was read a sign too far on


@dataclass(frozen=True, slots=True)
class MrzReading:
    """What one frame showed. `sure` has for each sign how probable it is, 0 to 1."""

    kind: Kind
    lines: tuple[str, ...]
    sure: tuple[tuple[float, ...], ...]
    score: float  # 0 if every sign is sure
    pitch: float  # pixels from sign to sign
    checks: Checks

    @property
    def clean(self) -> bool:
        return self.checks.all_right and self.score > _CLEAR


@dataclass(frozen=True, slots=True)
class _Place:
    """Lines of a picture that may be a zone of lines of `width` signs."""

    stack: Stack
    width: int


def load() -> Glyphs:
    """Read the weights, and some drawn text once: libraries load parts of themselves when used."""
    network = glyphs.load()
    page = np.full((SMALLEST * 9 // 16, SMALLEST), _PAPER, np.uint8)
    for y in (300, 340):
        cv2.putText(page, "<" * TD3.width, (50, y), cv2.FONT_HERSHEY_PLAIN, 1.4, (_INK,))
    read_mrz(page, network)
    return network


def read_mrz(grey: Grey, network: Glyphs) -> MrzReading | None:
    """Return the zone that a frame shows, or None if there is none that can be read."""
    grey = _enlarged(grey)
    reader = LineReader(network, halvings(grey, 3))
    scale = min(1.0, SEARCHED / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    found: list[MrzReading] = []
    for way in WAYS:
        seen = find_lines(np.asarray(small, np.uint8), way)
        for reading in _readings(reader, [line.scaled(1 / scale) for line in seen]):
            if reading.clean:
                return reading
            found.append(reading)
        if reader.reads > _MOST_READS or any(_good(reading) for reading in found):
            break
    best = max(found, key=_worth, default=None)
    return best if best is not None and _readable(best) else None


def _enlarged(grey: Grey) -> Grey:
    scale = SMALLEST / max(grey.shape)
    if scale <= 1:
        return grey
    larger = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.asarray(larger, np.uint8)


def _good(reading: MrzReading) -> bool:
    return reading.score > _CLEAR and _share_right(reading.checks) > 0.7  # noqa: PLR2004


def _readable(reading: MrzReading) -> bool:
    """Say whether a reading is worth comparing, and no other text that was taken for a zone."""
    return reading.score > _POOR and _share_right(reading.checks) >= 0.5  # noqa: PLR2004


def _worth(reading: MrzReading) -> tuple[bool, float]:
    return _readable(reading), 0.6 * _share_right(reading.checks) + reading.score


def _share_right(checked: Checks) -> float:
    known = [right for right in checked.every if right is not None]
    return sum(known) / len(known)


def _readings(reader: LineReader, lines: Sequence[TextLine]) -> Iterator[MrzReading]:
    """Read the stacks among some lines, then the longest lines with what should be beside them."""
    hopeful = False
    for place in _places(lines):
        reading = _read_stack(reader, place) if reader.reads <= _MOST_READS else None
        if reading:
            hopeful = hopeful or reading.score > _CLEAR
            yield reading
    longest = sorted(lines, key=lambda line: -line.length)[:_MOST_ALONE]
    for line, width in product(longest, (TD3.width, TD2.width, TD1.width)):
        if hopeful or reader.reads > _MOST_READS:
            return
        reading = _read_around(reader, line, width)
        if reading:
            yield reading


def _places(lines: Sequence[TextLine]) -> Iterator[_Place]:
    seen = set()
    for stack in stacks(lines)[:_MOST_STACKS]:
        rough = tuple((round(line.x / 12), round(line.y / 12)) for line in stack)
        if rough in seen:
            continue
        seen.add(rough)
        for width in WIDTHS[len(stack)]:
            expected = LINE_SPACING / (width - strip.LAST_SIGN)
            if 0.62 * expected < spacing(stack) < 1.5 * expected:
                yield _Place(stack, width)


def _read_stack(reader: LineReader, place: _Place) -> MrzReading | None:
    """Read a stack the right way up, which its last line tells."""
    last = _glanced(reader, place.stack[-1], place.width)
    if last is None:
        return None
    upside_down = last.upside_down
    others = [
        reader.glance(line, place.width, upside_down=upside_down) for line in place.stack[:-1]
    ]
    glanced = [*others, last]
    return _spelled(reader, glanced[::-1] if upside_down else glanced)


def _glanced(reader: LineReader, line: TextLine, width: int) -> LineReading | None:
    """Read a line in the direction in which it reads better; None if it reads in neither."""
    upright = reader.glance(line, width, upside_down=False)
    if upright.score > _UPRIGHT:
        return upright
    turned = reader.glance(line, width, upside_down=True)
    better = max(upright, turned, key=lambda reading: reading.score)
    return better if better.score > _HOPELESS else None


def _read_around(reader: LineReader, line: TextLine, width: int) -> MrzReading | None:
    """Read a line that was found alone, and the lines that must be above or below it."""
    pitch = strip.pitch_of(line, width)
    if not 0.4 < line.height / pitch < 2.2:  # noqa: PLR2004 - signs; nothing like a line of them
        return None
    alone = _glanced(reader, line, width)
    if alone is None:
        return None
    count = TD1.lines if width == TD1.width else TD3.lines
    upside_down = alone.upside_down
    step = LINE_SPACING * pitch * (-1 if upside_down else 1)
    glanced = [
        reader.glance(line.moved(step * place), width, upside_down=upside_down)
        for place in range(1 - count, count)
    ]
    windows = [glanced[first : first + count] for first in range(count)]
    return _spelled(reader, max(windows, key=_score))


def _spelled(reader: LineReader, glanced: Sequence[LineReading]) -> MrzReading | None:
    """Return what lines say, the uppermost first; None if they do not belong together."""
    if _score(glanced) < _HOPELESS:
        return None
    readings = [reader.improve(reading) for reading in glanced]
    first = readings[0]
    pitch = strip.pitch_of(first.line, len(first.log_probabilities))
    starts = [reading.start @ first.line.along for reading in readings]
    if max(starts) - min(starts) > _MOST_ASKEW * pitch:
        return None
    spelling = mrz_grammar.spell([reading.log_probabilities for reading in readings])
    checked = checks(spelling.layout, spelling.lines)
    score = _score(readings)
    return MrzReading(spelling.layout.kind, spelling.lines, spelling.sure, score, pitch, checked)


def _score(readings: Sequence[LineReading]) -> float:
    return float(np.mean([reading.score for reading in readings]))
