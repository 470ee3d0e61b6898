"""Pango with Cairo. It takes fonts from fontconfig: another machine, another card."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import cairocffi
import numpy as np
import pangocairocffi
import pangocffi

from tests.bench.render import scene
from tests.bench.render.scene import Draw

_UNITS = 1024  # of Pango to a dot
_ITS_DPI = 96


def engine(dpi: int) -> Draw:
    """Return what draws a card at `dpi` dots an inch."""
    mm = scene.dots(dpi)

    def card(name: str, family: str, given: str) -> list[bytes]:
        size = mm(scene.CARD[0]), mm(scene.CARD[1])
        surface = cairocffi.ImageSurface(cairocffi.FORMAT_RGB24, *size)
        front(surface, dpi, name, (family, given))
        return [bytes(surface.get_data()), back(dpi)]

    return card


def front(surface: Any, dpi: int, name: str, names: tuple[str, str]) -> None:
    """Draw a front on a surface of `dpi` dots an inch."""
    mm, pen = scene.dots(dpi), cairocffi.Context(surface)
    pen.set_source_rgb(*(level / 255 for level in scene.PAPER))
    pen.paint()
    _paste_photo(pen, mm)
    pen.set_source_rgb(0, 0, 0)
    family = "Noto Nastaliq Urdu" if "Nastaliq" in name else "Noto Sans"
    for text, points, top in _lines(names):
        layout = pangocairocffi.create_layout(pen)
        layout.text = text
        ink = _fit(layout, family, points * dpi / _ITS_DPI, (mm(scene.NAME[0]), mm(scene.NAME[1])))
        pen.move_to(mm(scene.NAMES_AT[0]) - ink.x / _UNITS, mm(top) - ink.y / _UNITS)
        pangocairocffi.show_layout(pen, layout)


def back(dpi: int) -> bytes:
    """Return the back, a code on white, four bytes a dot."""
    mm, modules = scene.dots(dpi), np.array(scene.matrix())
    dots = mm(36) // len(modules)
    side = np.full((mm(scene.CARD[1]), mm(scene.CARD[0]), 4), 255, np.uint8)
    large = np.kron(modules, np.ones((dots, dots), np.bool_))
    left, top = mm(scene.CODE_AT[0]), mm(scene.CODE_AT[1])
    side[top : top + len(large), left : left + len(large)][large] = 0
    return side.tobytes()


def _lines(names: tuple[str, str]) -> Iterator[tuple[str, float, float]]:
    for line, text in enumerate(names):
        yield text, scene.LARGEST, scene.NAMES_AT[1] + 9 * line
    for line, text in enumerate(scene.DATA):
        yield text, scene.SMALL, scene.DATA_AT[1] + 5 * line


def _fit(layout: Any, family: str, points: float, box: tuple[int, int]) -> Any:
    ink = _set(layout, family, points)
    shrink = min(box[0] / (ink.width / _UNITS), box[1] / (ink.height / _UNITS), 1.0)
    return ink if shrink == 1 else _set(layout, family, points * shrink)


def _set(layout: Any, family: str, points: float) -> Any:
    font = pangocffi.FontDescription()
    font.family, font.weight = family, pangocffi.Weight.BOLD
    font.size = int(points * _UNITS)
    layout.font_description = font
    return layout.get_extents()[0]


@lru_cache(1)
def _photo() -> tuple[Any, bytearray]:
    """Return a photo of the size that ours and Qt's have, and the memory that it lies in."""
    width, height = scene.SOURCE
    data = bytearray(np.random.default_rng(1).integers(0, 255, height * width * 4, np.uint8))
    place = cairocffi.FORMAT_RGB24, width, height, width * 4
    return cairocffi.ImageSurface.create_for_data(data, *place), data


def _paste_photo(pen: Any, mm: Callable[[float], int]) -> None:
    pen.save()
    pen.translate(mm(scene.PHOTO_AT[0]), mm(scene.PHOTO_AT[1]))
    pen.scale(mm(scene.PHOTO[0]) / scene.SOURCE[0], mm(scene.PHOTO[1]) / scene.SOURCE[1])
    pattern = cairocffi.SurfacePattern(_photo()[0])
    pattern.set_filter(cairocffi.FILTER_GOOD)
    pen.set_source(pattern)
    pen.paint()
    pen.restore()
