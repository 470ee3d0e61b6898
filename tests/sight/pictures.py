"""Pictures to be looked at: a drawn face, and noise that nobody else has."""

import os

from PIL import Image

from kiosk.devices.drawn_camera import draw

WIDTH, HEIGHT = 360, 480


def face(width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """Return the drawn camera's face as grey pixels."""
    frame = draw()
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb).convert("L")
    return picture.resize((width, height), Image.Resampling.LANCZOS).tobytes()


def noise(width: int = WIDTH, height: int = HEIGHT) -> bytes:
    return os.urandom(width * height)
