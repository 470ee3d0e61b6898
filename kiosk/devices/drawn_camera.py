"""The camera's simulated twin: a drawn face that breathes. It is nobody's face."""

import math
from itertools import count

from PIL import Image, ImageDraw

from kiosk.devices import Frame

WIDTH, HEIGHT = 720, 960  # pixels, portrait
_FRAMES = 12  # in one breath

_WALL_TOP, _WALL_BOTTOM = (220, 231, 234), (185, 205, 211)
_SKIN, _SHADE, _HAIR, _SHIRT = (190, 142, 112), (166, 118, 92), (52, 40, 38), (40, 84, 96)
_EYE, _MOUTH = (34, 28, 28), (140, 78, 70)


class DrawnCamera:
    """A camera that shows a drawn face; every frame is drawn once and repeated."""

    def __init__(self) -> None:
        self._tick = count()
        self._drawn: dict[int, Frame] = {}

    def read(self) -> Frame | None:
        """Return the next frame of the breath."""
        tick = next(self._tick) % _FRAMES
        if tick not in self._drawn:
            self._drawn[tick] = draw(math.sin(2 * math.pi * tick / _FRAMES) * 4)
        return self._drawn[tick]

    def close(self) -> None:
        """Let go of the drawn frames."""
        self._drawn.clear()


def draw(rise: float = 0.0) -> Frame:
    """Draw the face, `rise` pixels above its place."""
    picture = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    wall = Image.composite(
        Image.new("RGB", (WIDTH, HEIGHT), _WALL_BOTTOM),
        Image.new("RGB", (WIDTH, HEIGHT), _WALL_TOP),
        picture,
    )
    pen = ImageDraw.Draw(wall)
    middle, top = WIDTH / 2, 190 - rise
    _oval(pen, (middle, top + 200, 205, 250), _HAIR)
    _oval(pen, (middle, HEIGHT + 60 - rise / 2, 330, 300), _SHIRT)
    pen.rounded_rectangle((middle - 78, top + 400, middle + 78, top + 590), 70, _SHADE)
    _oval(pen, (middle, top + 250, 172, 228), _SKIN)
    pen.chord((middle - 190, top - 40, middle + 190, top + 300), 190, 350, _HAIR)
    for side in (-1, 1):
        _oval(pen, (middle + side * 172, top + 262, 26, 44), _SKIN)
        _oval(pen, (middle + side * 66, top + 240, 24, 13), (245, 245, 242))
        _oval(pen, (middle + side * 66, top + 240, 12, 12), _EYE)
        pen.arc(_box(middle + side * 66, top + 216, 38, 18), 200, 340, _HAIR, 8)
    pen.arc(_box(middle, top + 300, 26, 24), 20, 160, _SHADE, 8)
    pen.arc(_box(middle, top + 356, 58, 30), 20, 160, _MOUTH, 10)
    return Frame(WIDTH, HEIGHT, wall.tobytes())


def _oval(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float, float, float],
    colour: tuple[int, int, int],
) -> None:
    pen.ellipse(_box(*place), colour)


def _box(x: float, y: float, across: float, down: float) -> tuple[float, float, float, float]:
    return x - across, y - down, x + across, y + down
