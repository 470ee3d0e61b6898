"""Stacks: two or three lines of text that lie as those of a machine-readable zone do.

Equally long, parallel, one below the other, at a quarter of an inch (ICAO 9303-3 section 4.1).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from kiosk.devices.reader.geometry import TextLine, turn_between

Stack = tuple[TextLine, ...]

_CLOSEST, _FARTHEST = 0.035, 0.13  # distance of two lines over their length
_NEIGHBOURS = 2  # how many next lines are tried for each


def stacks(lines: Sequence[TextLine]) -> list[Stack]:
    """Return all stacks: long lines first, and three lines before two."""
    below = {index: _below(index, lines) for index in range(len(lines))}
    found = [
        tuple(lines[index] for index in chosen) for first in below for chosen in _from(first, below)
    ]
    return sorted(found, key=_promise, reverse=True)


def spacing(stack: Stack) -> float:
    """Return the distance of the first two lines, over the length of the longer."""
    first, second = stack[:2]
    apart = float((second.centre - first.centre) @ first.across)
    return apart / max(first.length, second.length)


def _promise(stack: Stack) -> float:
    bonus = 1.25 if len(stack) > 2 else 1.0  # noqa: PLR2004 - a third line is no chance
    return bonus * float(np.mean([line.length for line in stack]))


def _from(first: int, below: dict[int, list[tuple[float, int]]]) -> Iterator[tuple[int, ...]]:
    for distance, second in below[first]:
        yield first, second
        for next_distance, third in below[second]:
            if third != first and abs(next_distance - distance) < 0.35 * distance:
                yield first, second, third


def _below(index: int, lines: Sequence[TextLine]) -> list[tuple[float, int]]:
    """Return the nearest lines below one, each with its distance over the length."""
    upper = lines[index]
    near = [
        (spacing((upper, lower)), place)
        for place, lower in enumerate(lines)
        if place != index and _stacked(upper, lower)
    ]
    return sorted(near)[:_NEIGHBOURS]


def _stacked(upper: TextLine, lower: TextLine) -> bool:
    longer, shorter = max(upper.length, lower.length), min(upper.length, lower.length)
    if shorter < 0.86 * longer or turn_between(upper.angle, lower.angle) > 4:  # noqa: PLR2004
        return False
    aside = abs(float((lower.centre - upper.centre) @ upper.along))
    return aside <= 0.09 * longer and _CLOSEST < spacing((upper, lower)) < _FARTHEST
