"""The camera's simulated twin once a card is printed: somebody holds its back to the camera.

It shows the very pixels that were printed, a little askew as hands hold it, so that in training and
in rehearsals a card is read back as at a counter, and one that cannot be read is found.
"""

from itertools import count

from PIL import Image

from kiosk.devices import Frame

WIDTH, HEIGHT = 1280, 960  # pixels
_CARD = 1000  # of them a card is wide
_ASKEW = 2.5  # degrees
_TABLE = (92, 84, 76)
_WAY = (1.0, 0.45, 0.15, 0.0)  # of the picture's height that the card is still below its place


class DrawnCard:
    """A camera before which somebody holds `side`."""

    def __init__(self, side: Frame) -> None:
        self._frame = count()
        self._card = _lying(side)

    def read(self) -> Frame | None:
        """Return the next frame: the card comes up from below and stays."""
        table = Image.new("RGB", (WIDTH, HEIGHT), _TABLE)
        below = _WAY[min(next(self._frame), len(_WAY) - 1)]
        left = (WIDTH - self._card.width) // 2
        top = (HEIGHT - self._card.height) // 2 + round(below * HEIGHT)
        table.paste(self._card, (left, top), self._card)
        return Frame(WIDTH, HEIGHT, table.tobytes())

    def close(self) -> None:
        """Let go of the card."""
        self._card = Image.new("RGBA", (1, 1))


def _lying(side: Frame) -> Image.Image:
    picture = Image.frombytes("RGB", (side.width, side.height), side.rgb)
    size = (_CARD, round(_CARD * side.height / side.width))
    flat = picture.resize(size, Image.Resampling.BILINEAR).convert("RGBA")
    return flat.rotate(_ASKEW, Image.Resampling.BICUBIC, expand=True)
