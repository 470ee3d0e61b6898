"""Papers: what is read in a picture of one, as a session is told of it.

The readers are imported only where the station wants papers to be read.
"""

import importlib
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from kiosk.formats.look import Reading
from kiosk.sight.faces import Picture

_BLANK = (480, 640)

Read = Callable[[Picture], Sequence[Reading]]


def read_nothing(_: Picture) -> Sequence[Reading]:
    """Read no paper: what a sight does at a station that does not want it."""
    return ()


def open_reader() -> Read:
    """Load what reads codes and machine-readable zones, and use it once, before the last walls."""
    reader = importlib.import_module("kiosk.devices.reader")
    zones = importlib.import_module("kiosk.devices.reader.mrz_reader")
    glyphs = zones.load()
    read: Read = partial(reader.read, read_zone=lambda grey: zones.read_mrz(grey, glyphs))
    read(np.zeros(_BLANK, np.uint8))
    return read
