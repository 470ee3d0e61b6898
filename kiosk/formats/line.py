"""Lines of a block: runs of one font and one direction, and where their ink is.

Pillow's Raqm shapes a run; what is measured here is what it will draw, in the one-bit mode of a
card printer's resin panel, whose letters are hinted otherwise than smooth ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TypedDict

from PIL import ImageFont

Ink = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels from where a line starts on its base line."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one font and one direction, `left` pixels from the start of its line."""

    text: str
    font: ImageFont.FreeTypeFont
    right_to_left: bool
    stroke: float
    left: int


@dataclass(frozen=True, slots=True)
class Line:
    """Runs from left to right, where their ink is, and how far the pen moves."""

    runs: tuple[Run, ...]
    ink: Ink
    advance: int
    right_to_left: bool

    @property
    def width(self) -> int:
        return self.ink[2] - self.ink[0]


class Shaping(TypedDict):
    """What Pillow wants to know of a run besides its font."""

    direction: str
    language: str


def shaping(run: Run, language: str) -> Shaping:
    return {"direction": "rtl" if run.right_to_left else "ltr", "language": language}


def join(runs: Sequence[Run], language: str, *, right_to_left: bool) -> Line:
    """Return the line that `runs` make, which stand from left to right."""
    left = 0
    placed: list[Run] = []
    for run in runs:
        placed.append(replace(run, left=left))
        left += _advance(run, language)
    ink = _around([_ink(run, language) for run in placed])
    return Line(tuple(placed), ink, left, right_to_left)


def _advance(run: Run, language: str) -> int:
    return round(run.font.getlength(run.text, mode="1", **shaping(run, language)))


def _ink(run: Run, language: str) -> Ink:
    left, top, right, bottom = run.font.getbbox(
        run.text, mode="1", anchor="ls", stroke_width=run.stroke, **shaping(run, language)
    )
    return floor(left) + run.left, floor(top), ceil(right) + run.left, ceil(bottom)


def _around(boxes: Sequence[Ink]) -> Ink:
    if not boxes:
        return 0, 0, 0, 0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
