"""Hand-over with a compositor for each session and without, here: `python -m tests.proof.handover`.

The compositors are real and draw into memory, so that what a screen's mode-set takes is not in it.
Times are the station's own: from the end of a session to the next one's first painted page.
"""

import tempfile
from pathlib import Path

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Tell
from kiosk.supervisor.display import Screen
from kiosk.supervisor.figures import percentile
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.station import Observer
from kiosk.supervisor.station import Station as Made

TIMES = 20
_SIZE = ("--width=1080", "--height=1920")
_HEADLESS = ("weston", "--backend=headless-backend.so", "--use-pixman", "--no-config",
             "--shell=kiosk-shell.so", *_SIZE)  # fmt: skip
_AT_REST = 0.3  # seconds: nothing starts any more


class Watch(Observer):
    """Ends each session as soon as the next one stands by, and notes how long the change took."""

    def __init__(self, station: Made) -> None:
        self.times: list[float] = []
        self._shown = 0
        self._loop = Loop(station, self)

    def run(self) -> list[float]:
        self._loop.run()
        return self.times

    def shown(self, ordinal: int, message: Tell) -> None:  # noqa: ARG002
        self._shown = ordinal

    def standby_ready(self) -> None:
        self._loop.sources.at(_AT_REST, lambda: self._loop.end(self._shown))

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        if handover_ms is not None and ordinal > 2:  # the curtain's is no hand-over between two
            self.times.append(handover_ms)
        if len(self.times) == TIMES:
            self._loop.stop()


def main() -> None:
    """Print the median and the 95th percentile, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder), command=_HEADLESS, console=None)
        own = training.Shape("wayland", "full")
        none = training.Shape("offscreen", "1080x1920")
        for name, shape, place in (("own compositor", own, screen), ("offscreen", none, None)):
            times = Watch(training.station(TRAINING_CITY, shape, screen=place)).run()
            shares = (percentile(times, share) or 0.0 for share in (0.5, 0.95))
            print(name, *(f"{figure:.1f} ms" for figure in shares), f"n={len(times)}")


if __name__ == "__main__":
    main()
