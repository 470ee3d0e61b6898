"""A cold start: a training station, from nothing to its first painted page."""

import sys

from kiosk import training
from kiosk.supervisor.loop import Loop, Observer


class FirstPaint(Observer):
    def __init__(self) -> None:
        self.loop: Loop | None = None

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        if self.loop is not None:
            self.loop.stop()


eye = FirstPaint()
shape = training.Shape(sys.argv[1], "1080x1920")
eye.loop = Loop(training.station(training.CITY, shape), eye)
eye.loop.run()
