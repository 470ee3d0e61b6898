"""Papers: what is read in a picture of one, as a session is told of it.

The readers are loaded only where the station wants papers to be read.
"""

import importlib
from collections.abc import Callable, Sequence

import numpy as np

from kiosk.formats.look import Reading, ReadingKind
from kiosk.sight.faces import Picture

_READER = "kiosk.devices.reader"
_LATE = "numpy.ma"  # NumPy loads it when it is first asked for a median
_BLANK = (480, 640)


def read_nothing(_: Picture) -> Sequence[Reading]:
    """Read no paper: what a sight does at a station that does not want it."""
    return ()


def open_reader() -> Callable[[Picture], Sequence[Reading]]:
    """Load what reads codes and machine-readable zones, and use it once, before the last walls."""
    importlib.import_module(_LATE)
    codes = importlib.import_module(_READER)
    zones = importlib.import_module(f"{_READER}.mrz_reader")
    glyphs = importlib.import_module(f"{_READER}.glyphs").load()

    def read(picture: Picture) -> Sequence[Reading]:
        found = codes.read(picture, lambda grey: zones.read_mrz(grey, glyphs))
        return [Reading(ReadingKind[each.kind.name], each.text) for each in found]

    read(np.zeros(_BLANK, np.uint8))
    return read
