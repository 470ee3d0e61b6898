"""A card of noise, of the size that an Evolis printer wants, and whether a stream is that card."""

import random

from kiosk.devices import Frame, Side
from kiosk.formats.bitmap import Bitmap
from tests.printer.evolis_reader import read, upright

WIDTH, HEIGHT = 1016, 648
_NOISE = random.Random(3)
FRAME = Frame(WIDTH, HEIGHT, _NOISE.randbytes(WIDTH * HEIGHT * 3))
BLACK = Bitmap(WIDTH, HEIGHT, _NOISE.randbytes(WIDTH // 8 * HEIGHT))
# What Gutenprint prints of its page for a card.
TALLER = Frame(WIDTH, 642, _NOISE.randbytes(WIDTH * 642 * 3))
TALLER_SIDES = (Side(TALLER, Bitmap(WIDTH, 642, bytes(WIDTH // 8 * 642))),) * 2
RAW_SIDES = (Side(FRAME, BLACK, FRAME), Side(FRAME, BLACK))


def is_the_card(stream: bytes) -> bool:
    """Return whether a printer with a colour ribbon would make this card of the stream."""
    card = read(stream)
    dots = [byte >> bit & 1 for byte in BLACK.rows for bit in range(7, -1, -1)]
    return upright(card.plates["Sr", "k"]) == upright(card.plates["Sv", "k"]) == dots and upright(
        card.plates["Sr", "c"]
    ) == [(255 - red) // 2 for red in FRAME.rgb[::3]]
