"""Endings: how soon the next page is there, the old session wiped and dead, the screen dark."""

import statistics
import subprocess
import sys
from collections.abc import Iterator

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.supervisor.figures import percentile
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.station import Observer
from tests.bench.figures import Figure
from tests.station import replaced

HAND_OVERS = 40
PANICS = 9


def hand_over(platform: str) -> Iterator[Figure]:
    """End a session that is shown as soon as there is a standby, again and again."""
    yield from _hand_over(platform)


def hand_over_with_sight(platform: str) -> Iterator[Figure]:
    """Do the same with sessions that have a sight, which is wiped and killed with them."""
    with replaced.sessions("tests.bench.seeing"):
        yield from _hand_over(platform, "with sight, ")


def _hand_over(platform: str, kind: str = "") -> Iterator[Figure]:
    eye = _Ender()
    eye.loop = Loop(training.station(TRAINING_CITY, training.Shape(platform, "1080x1920")), eye)
    eye.loop.run()
    for name, times, limit in (
        (f"hand-over p95, {kind}{platform}", eye.times, 60),
        (f"end to wiped and dead p95, {kind}{platform}", eye.deaths[: len(eye.times)], 300),
    ):
        reference = f"median {statistics.median(times):.1f} ms of {len(times)}"
        yield Figure(name, percentile(times, 0.95), "ms", limit, reference)


def panic(platform: str) -> Iterator[Figure]:
    """Press the panic keys on a page with an answer on it, until the X server has painted dark."""
    command = [sys.executable, "-m", "tests.bench.panic", platform]
    took = sorted(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(PANICS)
    )
    reference = f"median {statistics.median(took):.1f} ms, slowest of {PANICS} counts"
    yield Figure(f"panic key to dark screen, {platform}", took[-1], "ms", 50, reference)


class _Ender(Observer):
    def __init__(self) -> None:
        self.loop: Loop | None = None
        self.times: list[float] = []
        self.deaths: list[float] = []

    def dead(self, ordinal: int, after_ms: float) -> None:
        self.deaths.append(after_ms)

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        if handover_ms is not None:
            self.times.append(handover_ms)
        self._end(ordinal)

    def _end(self, ordinal: int) -> None:
        assert self.loop is not None
        if len(self.times) >= HAND_OVERS:
            self.loop.stop()
        elif self.loop.plan.standby is None or not self.loop.plan.standby.ready:
            self.loop.sources.at(0.05, lambda: self._end(ordinal))
        else:
            self.loop.end(ordinal)
