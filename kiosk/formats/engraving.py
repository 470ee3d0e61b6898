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
_BAND = 64  # rows drawn at a time
_BEYOND = 8.0  # mm that are drawn on both sides of the card
_STEP = 0.35  # mm between the points of a wave
_TURN = 360  # points around a rosette

Point = tuple[float, float]


def engrave(image: Image.Image, sheet: Sheet, guilloche: Guilloche) -> None:
    """Draw `guilloche` on `image`, which is a whole side in RGB, out to its edges.

    It is drawn band by band, because a whole side drawn large takes 70 MB at 600 dpi; and wherever
    on the raster the card lies in the same bands, because Pillow rounds by where a line is.
    """
    left, top = map(round, sheet.origin)
    beyond = round(sheet.dots(_BEYOND))
    thread = max(1, round(sheet.dots(guilloche.thread) * _LARGER))
    paths = [[_enlarged(point, sheet) for point in path] for path in _paths(sheet, guilloche)]
    ink, fade = round(255 * guilloche.strength), _fade(sheet, guilloche, beyond)
    for start in range(-_BAND * -(-top // _BAND), sheet.height - top, _BAND):
        lines = Image.new("L", (fade.width * _LARGER, _BAND * _LARGER), 0)
        pen = ImageDraw.Draw(lines)
        for path in paths:
            band = [(x + beyond * _LARGER, y - start * _LARGER) for x, y in path]
            pen.line(band, fill=ink, width=thread)
        colours = fade.resize((fade.width, _BAND), Image.Resampling.NEAREST)
        image.paste(colours, (left - beyond, top + start), lines.reduce(_LARGER))


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


def _enlarged(point: Point, sheet: Sheet) -> tuple[int, int]:
    """Return whole dots from the corner of the card."""
    x, y = (round(sheet.dots(along) * _LARGER) for along in point)
    return x, y


def _fade(sheet: Sheet, guilloche: Guilloche, beyond: int) -> Image.Image:
    """Return a row of dots in which one colour flows into the other from edge to edge of the card.

    Beyond the card it goes on in the colours of its edges.
    """
    length = sheet.dots(sheet.card[0])
    row = bytearray()
    for dot in range(-beyond, round(length) + beyond):
        share = min(1.0, max(0.0, dot / length))
        ends = zip(guilloche.start, guilloche.end, strict=True)
        row += bytes(round(start + (end - start) * share) for start, end in ends)
    return Image.frombytes("RGB", (len(row) // 3, 1), bytes(row))
