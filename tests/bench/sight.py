"""Sight: how soon it is there, how long it looks for faces, and what it weighs."""

import statistics
import time
from collections.abc import Iterator

from kiosk.supervisor.figures import pss_mb
from tests.bench.figures import Figure, median_ms
from tests.sight.pictures import HEIGHT, WIDTH, face, noise
from tests.sight.started import Started

STARTS = 7


def sight() -> Iterator[Figure]:
    """Start some to be timed, and one more to be asked again and again."""
    took = []
    for _ in range(STARTS):
        beginning = time.perf_counter()
        started = Started()
        _look(started, face())
        took.append((time.perf_counter() - beginning) * 1000)
        started.close()
    reference = f"median of {STARTS}, slowest {max(took):.0f} ms"
    yield Figure("sight: start to first answer", statistics.median(took), "ms", 500, reference)
    started = Started()
    drawn, hardest = face(), noise()
    slow = median_ms(lambda: _look(started, hardest))
    reference = f"a picture of noise {slow:.1f} ms"
    name = f"sight: faces, {WIDTH}x{HEIGHT}"
    yield Figure(name, median_ms(lambda: _look(started, drawn)), "ms", 40, reference)
    weight = pss_mb([started.child.pid])
    started.close()
    yield Figure("sight: memory (PSS)", weight, "MB", 60, "beside its session, once asked for")


def _look(started: Started, pixels: bytes) -> None:
    assert started.client.faces(WIDTH, HEIGHT, pixels) is not None
