"""The reader of machine-readable zones: one grey frame in, its lines and how sure they are out.

Places where a zone may be are read one after another until one has all its check digits right; the
cheap ways to find such places come first, so that a frame that shows a zone well takes least time.
Nothing is corrected: what does not check is handed on as read, for somebody to compare.

It runs sealed: `load` first, then no file and no new thread. Call `cv2.setNumThreads(1)` and set
OPENBLAS_NUM_THREADS=1 before the process starts, or both start threads of their own.
"""

import cv2
import numpy as np

from kiosk.devices.reader import glyphs, mrz_search
from kiosk.devices.reader.geometry import Grey
from kiosk.devices.reader.glyphs import Glyphs
from kiosk.devices.reader.line_reading import LineReader
from kiosk.devices.reader.lines import WAYS, find_lines, halvings
from kiosk.devices.reader.mrz_reading import MrzReading
from kiosk.formats.mrz_layout import TD3

SEARCHED = 1400  # pixels of the longer side of the picture that lines are looked for in
SMALLEST = 900  # a smaller picture is a cut-out, and is enlarged
_PAPER, _INK = 220, 40  # grey levels


def load() -> Glyphs:
    """Read the weights, and some drawn text once: libraries load parts of themselves when used."""
    network = glyphs.load()
    page = np.full((SMALLEST * 9 // 16, SMALLEST), _PAPER, np.uint8)
    for y in (300, 340):
        cv2.putText(page, "<" * TD3.width, (50, y), cv2.FONT_HERSHEY_PLAIN, 1.4, (_INK,))
    read_mrz(page, network)
    return network


def read_mrz(grey: Grey, network: Glyphs) -> MrzReading | None:
    """Return the zone that a frame shows, or None if there is none that can be read."""
    grey = _enlarged(grey)
    reader = LineReader(network, halvings(grey, 3))
    scale = min(1.0, SEARCHED / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    found: list[MrzReading] = []
    for way in WAYS:
        seen = find_lines(np.asarray(small, np.uint8), way)
        for reading in mrz_search.readings(reader, [line.scaled(1 / scale) for line in seen]):
            if reading.clean:
                return reading
            found.append(reading)
        if reader.reads > mrz_search.MOST_READS or any(reading.good for reading in found):
            break
    best = max(found, key=lambda reading: reading.worth, default=None)
    return best if best is not None and best.readable else None


def _enlarged(grey: Grey) -> Grey:
    scale = SMALLEST / max(grey.shape)
    if scale <= 1:
        return grey
    larger = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.asarray(larger, np.uint8)
