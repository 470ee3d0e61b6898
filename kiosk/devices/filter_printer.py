"""A card printer behind its maker's driver for CUPS, which runs beside the session.

One connection leads to the driver: the raster goes to its standard input and ends by shutting that
half, and what it says on standard error comes back. A driver never sees a card, so once the first
byte has left, a person looks. It is started, sealed and killed by others (`kiosk.filter`).
"""

import select
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from threading import Event

from kiosk.devices import CardSize, Condition, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.printer_says import most_urgent
from kiosk.devices.profile import Profile
from kiosk.errors import RasterWrong
from kiosk.formats import cups_raster, filter_lines
from kiosk.formats.cups_raster import Ink, Layers
from kiosk.formats.filter_lines import Heard

_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds."""

    start: float = 20.0  # for the walls of the driver to stand
    silent: float = 120.0  # while the driver neither takes nor says anything
    whole: float = 600.0  # for the card, whatever it says


USUAL_PATIENCE = Patience()


class FilterPrinter:
    """A CardPrinter behind the session's end of the line to a driver, which it owns."""

    def __init__(
        self, descriptor: int, profile: Profile, patience: Patience = USUAL_PATIENCE
    ) -> None:
        self._line = socket.socket(fileno=descriptor)
        self._line.setblocking(False)
        self._profile = profile
        self._patience = patience
        self._stop_wanted = Event()
        self._heard = Heard()
        self._rest = b""
        self._begun = False

    def condition(self) -> Condition:
        """Return whether a driver is there; of the printer nothing is known before a card."""
        return Condition(self._objection())

    def size(self) -> CardSize | Trouble:
        """Return what a side must measure, or why nothing can be printed now."""
        return self._objection() or self._profile.size or Trouble.NOT_A_CARD_PRINTER

    def print_sides(
        self,
        sides: Sequence[Side],
        first_byte: Callable[[], None],
        tell: Callable[[News], None],
    ) -> JobEnd:
        """Print front and back on one card; see CardPrinter. At best somebody must look."""
        document = _document(sides, self._profile)
        trouble = Trouble.OTHER if document is None or self._begun else self._objection()
        if document is None or trouble is not None:
            return JobEnd(Outcome.NOT_STARTED, trouble)
        self._begun = True
        if self._stop_wanted.is_set():
            return JobEnd(Outcome.NOT_STARTED)
        first_byte()
        tell(News())
        return JobEnd(Outcome.ASK, self._follow(memoryview(document), tell))

    def give_up(self) -> None:
        """End the raster here: the driver ends its job in its own words, and the wait is over then.

        It is not cut off: half a command would swallow the next card's.
        """
        self._stop_wanted.set()
        if self._begun:
            self._end_raster()

    def close(self) -> None:
        """Close the line; a driver that has no raster by then never runs."""
        self._line.close()

    def _objection(self) -> Trouble | None:
        """Return why no card can be begun; waits until the driver's walls stand."""
        latest = time.monotonic() + self._patience.start
        while not self._heard.ready:
            left = latest - time.monotonic()
            if left <= 0 or not self._wait(select.POLLIN, left) or not self._listen():
                return Trouble.NOT_THERE
        ended = self._wait(select.POLLIN, 0) and not self._listen()
        return Trouble.NOT_THERE if ended else self._complaint()

    def _follow(self, left: memoryview, tell: Callable[[News], None]) -> Trouble | None:
        """Send the raster and hear the driver to its end; return what is the matter then."""
        latest, told = time.monotonic() + self._patience.whole, None
        while (wait := min(self._patience.silent, latest - time.monotonic())) > 0:
            ready = self._wait(select.POLLIN | (select.POLLOUT if left else 0), wait)
            if not ready:
                break
            if left and ready & select.POLLOUT:
                left = self._send(left)
            if ready & ~select.POLLOUT and not self._listen():
                cut_short = Trouble.OTHER if left else None
                return self._complaint() or cut_short
            if self._complaint() != told:
                told = self._complaint()
                tell(News(trouble=told))
        return self._complaint() or Trouble.BUSY

    def _send(self, left: memoryview) -> memoryview:
        """Send some and return the rest; nothing is left to be sent to who takes no more."""
        try:
            left = left[self._line.send(left[:_PIECE]) :]
        except BlockingIOError:
            return left
        except OSError:
            return left if not self._stop_wanted.is_set() else left[:0]
        if not left:
            self._end_raster()
        return left

    def _end_raster(self) -> None:
        with suppress(OSError):  # it may be gone
            self._line.shutdown(socket.SHUT_WR)

    def _listen(self) -> bool:
        """Hear what has been said; False if the driver has ended."""
        try:
            untrusted = self._line.recv(_PIECE)
        except BlockingIOError:
            return True
        except OSError:
            return False
        lines, self._rest = filter_lines.cut(self._rest + untrusted)
        for line in lines:
            self._heard = filter_lines.hear(self._heard, line)
        return bool(untrusted)

    def _complaint(self) -> Trouble | None:
        said = most_urgent(self._heard.reasons)
        if said is None and 0 in self._heard.levels:
            return Trouble.RIBBON
        return said or (Trouble.OTHER if self._heard.failed else None)

    def _wait(self, events: int, patience: float) -> int:
        """Return what has happened to the line, 0 if nothing has for `patience` seconds."""
        poll = select.poll()
        poll.register(self._line, events)
        return next((found for _, found in poll.poll(patience * 1000)), 0)


def _document(sides: Sequence[Side], profile: Profile) -> bytes | None:
    """Return the card as a driver reads it, None if it is not of the printer's size."""
    size, driver = profile.size, profile.driver
    if size is None or driver is None or not size.takes(sides):
        return None
    ink = Ink.RGB if profile.ribbon.colored else Ink.BLACK
    back = profile.sheet_back
    sheet = cups_raster.Sheet(size.width, size.height, size.dpi, ink, back, driver.upended)
    try:
        return cups_raster.encode([Layers(one.frame.rgb, one.black) for one in sides], sheet)
    except RasterWrong:
        return None
