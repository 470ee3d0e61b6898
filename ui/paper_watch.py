"""Paper watch: has frames read beside the screen, one at a time, and says what is known so far.

A frame that comes while another is read is not read, and each is let go when its turn is over.
"""

from collections.abc import Callable
from datetime import date

from kiosk.devices import Eyes, Frame
from kiosk.formats.look import Reading
from kiosk.session.reading import Reader, grey, heard
from ui import work


class PaperWatch:
    """`told` gets a Reader after each frame in which something was read, until `stop`."""

    def __init__(self, told: Callable[[Reader], None], today: date) -> None:
        self._told = told
        self._today = today
        self._busy = False
        self._round = object()  # what belongs to an earlier one is not told any more
        self._reader = Reader()

    def look(self, frame: Frame, eyes: Eyes | None) -> None:
        """Have `frame` read, unless another one is or there is nobody to read."""
        if self._busy or eyes is None:
            return
        self._busy = True
        belongs = self._round
        work.run(lambda: eyes.read(*grey(frame)), lambda found: self._read(found, belongs))

    def stop(self) -> None:
        """Tell nothing more of what is under way, and forget what was read."""
        self._round = object()
        self._reader = Reader()

    def _read(self, found: tuple[Reading, ...] | None, belongs: object) -> None:
        self._busy = False
        if belongs is self._round and found:
            self._reader = heard(self._reader, found, self._today)
            self._told(self._reader)
