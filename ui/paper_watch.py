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
        self._turns = work.Turns()
        self._reader = Reader()

    def look(self, frame: Frame, eyes: Eyes | None) -> None:
        """Have `frame` read, unless another one is or there is nobody to read."""
        if eyes is not None:
            self._turns.take(lambda: eyes.read(*grey(frame)), self._read)

    def stop(self) -> None:
        """Tell nothing more of what is under way, and forget what was read."""
        self._turns.forget()
        self._reader = Reader()

    def _read(self, found: tuple[Reading, ...] | None) -> None:
        if found:
            self._reader = heard(self._reader, found, self._today)
            self._told(self._reader)
