"""The drawn face in frames of several sizes, at several places. It is nobody's."""

from functools import lru_cache

from PIL import Image

from kiosk.devices import Box, Frame
from kiosk.devices.drawn_camera import draw
from kiosk.session.framing import Head

# What the face finder says of the drawn face, and where the head really is.
FOUND = Box(170, 276, 376, 376)
CROWN, CHIN = 140, 668
WALL = (205, 218, 223)


@lru_cache
def drawn() -> Image.Image:
    return picture(draw())


def picture(frame: Frame) -> Image.Image:
    return Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)


def frame(shown: Image.Image) -> Frame:
    return Frame(shown.width, shown.height, shown.tobytes())


def placed(
    size: tuple[int, int], at: tuple[int, int], scale: float = 1.0
) -> tuple[Frame, Box, Head]:
    """Return the drawn face in a wider frame, what a finder says of it, and its real head."""
    face = drawn()
    whole = Image.new("RGB", size, WALL)
    whole.paste(face.resize((round(face.width * scale), round(face.height * scale))), at)
    left, top = at
    side = round(FOUND.width * scale)
    found = Box(left + round(FOUND.left * scale), top + round(FOUND.top * scale), side, side)
    real = Head(left + face.width * scale / 2, top + CROWN * scale, top + CHIN * scale)
    return frame(whole), found, real
