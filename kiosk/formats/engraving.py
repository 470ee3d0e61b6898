"""Guilloche: bundles of fine waves and rosettes, as on banknotes, drawn from a few numbers.

Fine lines in a changing colour are what an office copier gets wrong. They are drawn large and
reduced, because Pillow has no smooth lines; the same numbers give the same dots everywhere.
"""

from collections.abc import Iterator
from math import cos, pi, sin, tau

from PIL import Image, ImageDraw

from kiosk.design import Braid, Guilloche, Rosette
from kiosk.formats.sheet import Sheet

_LARGER = 3  # times, while drawing
_STEP = 0.35  # mm between the points of a wave
_TURN = 360  # points around a rosette

Point = tuple[float, float]


def engrave(image: Image.Image, sheet: Sheet, guilloche: Guilloche) -> None:
    """Draw `guilloche` on `image`, which is a whole side in RGB, out to its edges."""
    size = (sheet.width * _LARGER, sheet.height * _LARGER)
    lines = Image.new("L", size, 0)
    pen = ImageDraw.Draw(lines)
    thread = max(1, round(sheet.dots(guilloche.thread) * _LARGER))
    for path in _paths(sheet, guilloche):
        dots = [_enlarged(point, sheet) for point in path]
        pen.line(dots, fill=round(255 * guilloche.strength), width=thread)
    image.paste(_fade(sheet, guilloche), (0, 0), lines.reduce(_LARGER))


def _paths(sheet: Sheet, guilloche: Guilloche) -> Iterator[list[Point]]:
    for braid in guilloche.braids:
        for line in range(braid.lines):
            yield list(_wave(braid, line / braid.lines, sheet.card[0]))
    for rosette in guilloche.rosettes:
        for ring in range(rosette.rings):
            yield list(_petals(rosette, ring / rosette.rings))


def _wave(braid: Braid, phase: float, width: float) -> Iterator[Point]:
    """Yield one wave of a bundle, in mm, from beyond the left edge to beyond the right one."""
    for step in range(round(-width * 0.1 / _STEP), round(width * 1.1 / _STEP) + 1):
        along = step * _STEP / width
        swing = braid.swing * (0.25 + 0.75 * sin(pi * (braid.knots * along + 0.2)) ** 2)
        middle = braid.middle + braid.drift * sin(tau * 0.75 * along)
        yield step * _STEP, middle + swing * sin(tau * (braid.waves * along + phase))


def _petals(rosette: Rosette, phase: float) -> Iterator[Point]:
    for step in range(_TURN + 1):
        turn = tau * step / _TURN
        wave = 0.30 * (1 - 0.35 * phase) * sin(rosette.petals * turn + pi * phase)
        reach = rosette.radius * (0.62 + wave + 0.08 * cos(2 * rosette.petals * turn))
        yield rosette.left + reach * cos(turn), rosette.top + reach * sin(turn)


def _enlarged(point: Point, sheet: Sheet) -> Point:
    left, top = sheet.origin
    return (
        (left + sheet.dots(point[0])) * _LARGER,
        (top + sheet.dots(point[1])) * _LARGER,
    )


def _fade(sheet: Sheet, guilloche: Guilloche) -> Image.Image:
    """Return the two colours of the lines, one flowing into the other from left to right."""
    blend = Image.linear_gradient("L").rotate(90).resize((sheet.width, sheet.height))
    start = Image.new("RGB", blend.size, guilloche.start)
    end = Image.new("RGB", blend.size, guilloche.end)
    return Image.composite(end, start, blend)
