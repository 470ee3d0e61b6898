"""What HarfBuzz says of a run: another binding of it, another rasteriser, nothing of Pillow's.

Outlines are filled here from HarfBuzz's own curves, without hinting, so that every glyph stands
where HarfBuzz puts it, to a sixty-fourth of a pixel.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

from kiosk.assets import FONTS
from kiosk.formats.line import Run

_UNITS = 64  # a pixel, as FreeType counts
_LARGER = 4  # times, while a glyph is filled
_CURVE = 8  # straight pieces of a curve

Point = tuple[float, float]
Numbers = Any  # NumPy's arrays


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font, and where its origin is, in pixels from the start of the run; y is up."""

    number: int
    left: float
    up: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """The glyphs of a run from left to right, and how far the pen moves."""

    font: Any
    glyphs: tuple[Glyph, ...]
    advance: float


def shape(run: Run, language: str) -> Shaped:
    """Shape `run` as HarfBuzz does it, with the same file."""
    font = hb.Font(_face(run.font.getname()))
    font.scale = (run.font.size * _UNITS,) * 2
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.right_to_left else "ltr"
    buffer.language = language
    hb.shape(font, buffer)
    glyphs: list[Glyph] = []
    pen = 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        left, up = (pen + place.x_offset) / _UNITS, place.y_offset / _UNITS
        glyphs.append(Glyph(info.codepoint, left, up))
        pen += place.x_advance
    return Shaped(font, tuple(glyphs), pen / _UNITS)


def picture(shaped: Shaped, size: tuple[int, int], origin: tuple[int, int]) -> Numbers:
    """Return the run in grey, 0 for no ink, with its base line's start at a pixel."""
    wide, high = size[0] * _LARGER, size[1] * _LARGER
    ink = np.zeros((high, wide), bool)
    for glyph in shaped.glyphs:
        winding = np.zeros((high, wide), np.int8)
        for contour in _contours(shaped.font, glyph.number):
            dots = [
                (
                    (origin[0] + glyph.left + x / _UNITS) * _LARGER - 0.5,
                    (origin[1] - glyph.up - y / _UNITS) * _LARGER - 0.5,
                )
                for x, y in contour
            ]
            mask = Image.new("1", (wide, high))
            ImageDraw.Draw(mask).polygon(dots, fill=1)
            winding += np.asarray(mask, np.int8) * (1 if _area(contour) > 0 else -1)
        ink |= winding != 0
    blocks = ink.reshape(size[1], _LARGER, size[0], _LARGER)
    return blocks.mean(axis=(1, 3)) * 255


def has_ink(shaped: Shaped, glyph: Glyph) -> bool:
    return bool(_contours(shaped.font, glyph.number))


@cache
def _files() -> dict[tuple[str | None, str | None], str]:
    """Return each font's file by the name that Pillow has for it."""
    listed = tomllib.loads((FONTS / "manifest.toml").read_text(encoding="utf-8"))["font"]
    names = {}
    for entry in listed:
        with TTFont(FONTS / entry["file"], lazy=True) as font:
            name: Any = font["name"]  # it has no types
            names[name.getBestFamilyName(), name.getBestSubFamilyName()] = entry["file"]
    return names


@cache
def _face(name: tuple[str | None, str | None]) -> Any:
    return hb.Face(hb.Blob.from_file_path(FONTS / _files()[name]))


@dataclass(slots=True)
class _Pen:
    """Collects the contours of a glyph as corners."""

    contours: list[list[Point]] = field(default_factory=list)

    def move_to(self, x: float, y: float, _: object) -> None:
        self.contours.append([(x, y)])

    def line_to(self, x: float, y: float, _: object) -> None:
        self.contours[-1].append((x, y))

    def curve_to(self, *numbers: Any) -> None:
        *coordinates, _ = numbers
        points = list(zip(coordinates[::2], coordinates[1::2], strict=True))
        self.contours[-1] += _curve([self.contours[-1][-1], *points])

    def close(self, _: object) -> None:
        pass


def _contours(font: Any, number: int) -> list[list[Point]]:
    pen = _Pen()
    draw = hb.DrawFuncs()
    draw.set_move_to_func(pen.move_to)
    draw.set_line_to_func(pen.line_to)
    draw.set_quadratic_to_func(pen.curve_to)
    draw.set_cubic_to_func(pen.curve_to)
    draw.set_close_path_func(pen.close)
    font.draw_glyph(number, draw, None)
    return [contour for contour in pen.contours if len(contour) > 2]


def _curve(points: list[Point]) -> Iterator[Point]:
    """Yield points on a curve of any degree (de Casteljau)."""
    for step in range(1, _CURVE + 1):
        share, level = step / _CURVE, points
        while len(level) > 1:
            level = [
                (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                for a, b in pairwise(level)
            ]
        yield level[0]


def _area(contour: list[Point]) -> float:
    """Return twice the area, negative if the contour goes round clockwise."""
    following = [*contour[1:], contour[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(contour, following, strict=True))
