"""What the tests of the reader share: papers, frames of them, and readings made by hand."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from kiosk.devices.reader import glyphs
from kiosk.devices.reader.glyphs import Glyphs
from kiosk.devices.reader.mrz_reader import MrzReading
from kiosk.formats.mrz import checks
from kiosk.formats.mrz_layout import Kind, layout_of
from tests.documents import camera, papers, zones
from tests.documents.camera import Grey
from tests.documents.zones import Zone

SIGNS_PER_MM = 1 / papers.PITCH_MM


@cache
def network() -> Glyphs:
    return glyphs.load()


def frame(kind: Kind, conditions: str, pitch: float = 16, seed: int = 1) -> tuple[Zone, Grey]:
    """Return the lines of an invented paper, and a frame of it with `pitch` pixels a sign."""
    rng = np.random.default_rng(seed)
    zone = zones.invent(kind, rng)
    page = papers.print_paper(kind, zone, rng)
    glare_at = (0.5, papers.zone_middle(kind))
    return zone, camera.photograph(
        page, pitch * SIGNS_PER_MM, camera.CONDITIONS[conditions], rng, glare_at
    )


def reading(lines: Sequence[str], sure: float = 0.94) -> MrzReading:
    """Return the reading of a frame that showed these lines."""
    layout = layout_of(lines)
    assert layout is not None
    certainty = tuple(tuple(sure for _ in line) for line in lines)
    found = checks(layout, lines)
    return MrzReading(layout.kind, tuple(lines), certainty, -0.06, 16, found)
