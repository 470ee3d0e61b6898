"""Portrait: the face on the card.

The person decides what is a good picture of them; nothing here refuses one. The crop is 35:45, the
proportion of travel documents (ICAO 9303-3 section 3.9), so that any card design can use it.
"""

from dataclasses import dataclass

from PIL import Image

from kiosk.devices import Frame

WIDTH, HEIGHT = 420, 540  # pixels, 35:45; 35 x 45 mm at 305 dpi


@dataclass(frozen=True, slots=True)
class Portrait:
    """WIDTH x HEIGHT pixels, 8-bit RGB rows from the top."""

    rgb: bytes


def crop(frame: Frame) -> Portrait:
    """Cut the middle of `frame`, where the guide on the screen puts the head, at 35:45."""
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)
    width = min(frame.width, frame.height * WIDTH // HEIGHT)
    height = width * HEIGHT // WIDTH
    left, top = (frame.width - width) // 2, (frame.height - height) // 2
    part = picture.resize(
        (WIDTH, HEIGHT), Image.Resampling.LANCZOS, (left, top, left + width, top + height)
    )
    return Portrait(part.tobytes())
