"""Search: which lines of a picture are read as a machine-readable zone, and in which order.

Two or three lines that lie like those of a zone come first; then the longest lines alone, with what
must be above and below them. A line read upside down scores so much worse that its direction needs
no other sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from kiosk.devices.reader import mrz_grammar, strip
from kiosk.devices.reader.geometry import TextLine
from kiosk.devices.reader.line_reading import LineReader, LineReading
from kiosk.devices.reader.mrz_reading import MrzReading
from kiosk.devices.reader.stacks import Stack, spacing, stacks
from kiosk.formats.mrz import checks
from kiosk.formats.mrz_layout import TD1, TD2, TD3

MOST_READS = 60  # of lines; a frame that takes more is left for the next one
LINE_SPACING = 2.5  # signs: lines are 1/4 inch apart, signs 1/10 inch (ICAO 9303-3 section 4.1)
WIDTHS = {2: (TD3.width, TD2.width), 3: (TD1.width,)}

_MOST_STACKS, _MOST_ALONE = 10, 3  # for each way of looking
_HOPELESS, _HOPEFUL = -0.9, -0.3  # scores
_UPRIGHT = -0.12  # the score of a line that was certainly not read upside down
_MOST_ASKEW = 0.75  # of a pitch: more, and one line was read a sign too far on


@dataclass(frozen=True, slots=True)
class _Place:
    """Lines of a picture that may be a zone of lines of `width` signs."""

    stack: Stack
    width: int


def readings(reader: LineReader, lines: Sequence[TextLine]) -> Iterator[MrzReading]:
    """Read the stacks among some lines, then the longest lines with what should be beside them."""
    hopeful = False
    for place in _places(lines):
        reading = _read_stack(reader, place) if reader.reads <= MOST_READS else None
        if reading:
            hopeful = hopeful or reading.score > _HOPEFUL
            yield reading
    longest = sorted(lines, key=lambda line: -line.length)[:_MOST_ALONE]
    for line, width in product(longest, (TD3.width, TD2.width, TD1.width)):
        if hopeful or reader.reads > MOST_READS:
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
