"""Art: pictures as outlines, which are sharp at any number of dots an inch.

A pack brings an SVG file and beside it the same picture compiled (`tools/art.py`): curves broken
into short straight lines, letters made outlines, everything in the order in which it is painted. So
nothing that a session runs has to understand SVG, and the same dots come out everywhere.
"""

import json
from dataclasses import dataclass
from typing import Any

Outline = tuple[tuple[float, float], ...]
_SHAPES, _POINTS = 2_000, 200_000  # more is no seal


@dataclass(frozen=True, slots=True)
class Shape:
    """Outlines filled with one colour, or if `width` is more than nothing, drawn so wide.

    What lies within an even number of outlines is not filled.
    """

    colour: tuple[int, int, int]
    outlines: tuple[Outline, ...]
    width: float = 0
    round_ends: bool = False


@dataclass(frozen=True, slots=True)
class Art:
    """Shapes from the lowest to the topmost, in units of which the picture has so many."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def read_art(raw: bytes) -> Art | None:
    """Return the art of a compiled file, None if it is none."""
    try:
        whole = json.loads(raw)
        shapes = tuple(_shape(shape) for shape in whole["shapes"][: _SHAPES + 1])
        art = Art(float(whole["width"]), float(whole["height"]), shapes)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    points = sum(len(outline) for shape in shapes for outline in shape.outlines)
    fine = 0 < art.width < _POINTS and 0 < art.height < _POINTS
    return art if fine and len(shapes) <= _SHAPES and points <= _POINTS else None


def _shape(entry: dict[str, Any]) -> Shape:
    red, green, blue = (int(entry["colour"][place : place + 2], 16) for place in (1, 3, 5))
    outlines = tuple(_outline(numbers) for numbers in entry["outlines"])
    return Shape((red, green, blue), outlines, float(entry["width"]), bool(entry["round_ends"]))


def _outline(numbers: list[float]) -> Outline:
    points = [float(number) for number in numbers]
    if not all(-_POINTS < point < _POINTS for point in points):
        raise ValueError
    return tuple(zip(points[::2], points[1::2], strict=True))
