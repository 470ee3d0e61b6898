"""A slip printer that speaks IPP: any printer of paper that takes PWG raster, for one slip.

The slip is sent once. A printer that waits for paper is told to forget it: it must not print
somebody's slip when they are gone.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kiosk.devices import SlipTrouble
from kiosk.devices.ipp_line import IppLine, Reconnect, Waits
from kiosk.devices.printer_says import JOB_ATTRIBUTES, STATE_ATTRIBUTES, Sight, sight
from kiosk.devices.slip_says import PRINTER_ATTRIBUTES, SlipReady, readiness, verdict
from kiosk.errors import PrinterLost
from kiosk.formats import ipp, pwg
from kiosk.formats.bitmap import Bitmap, cut, grey
from kiosk.formats.ipp_answer import integer
from kiosk.formats.paper import Paper

_WHITE = b"\xff"


@dataclass(frozen=True, slots=True)
class IppPatience:
    """How long to wait, in seconds, and the clock to wait by."""

    poll: float = 0.3  # between two looks at the job
    answer: float = 5.0
    printed: float = 60.0  # before the job is given up
    wait: Callable[[float], object] = time.sleep
    now: Callable[[], float] = time.monotonic


USUAL_PATIENCE = IppPatience()


class IppSlipPrinter:
    """A SlipPrinter behind the descriptor of a stream socket, which it owns from now on.

    `uri` and `reconnect` are those of IppLine.
    """

    def __init__(
        self,
        descriptor: int,
        uri: str,
        reconnect: Reconnect | None = None,
        patience: IppPatience = USUAL_PATIENCE,
    ) -> None:
        waits = Waits(answer=patience.answer, document=patience.printed)
        self._line = IppLine(descriptor, uri, waits, reconnect)
        self._patience = patience

    def paper(self) -> Paper | SlipTrouble:
        """Return what a slip is to be drawn for, or why nothing can be printed now."""
        ready = self._ready()
        return ready.paper if isinstance(ready, SlipReady) else ready

    def print_slip(self, slip: Bitmap) -> SlipTrouble | None:
        """Print the slip once; None: it was printed, as far as the printer can tell."""
        ready = self._ready()
        if isinstance(ready, SlipTrouble):
            return ready
        if slip.width > ready.page[0]:
            return SlipTrouble.UNFIT
        document = pwg.encode(_sheets(slip, ready), medium=pwg.Medium())
        try:
            job = self._create(ready)
            if job is None:
                return SlipTrouble.BUSY
            taken = self._line.ask(lambda n, uri: ipp.send_document(n, uri, job), document)
            return self._follow(job) if taken.exact else SlipTrouble.UNFIT
        except PrinterLost:
            return SlipTrouble.NOT_THERE

    def close(self) -> None:
        """Close the connection; a slip that was taken is printed all the same."""
        self._line.close()

    def _ready(self) -> SlipReady | SlipTrouble:
        # A printer may have dropped a connection that lay idle while the slip was drawn.
        for _ in range(2):
            with suppress(PrinterLost):
                answer = self._line.ask(
                    lambda n, uri: ipp.get_printer_attributes(n, uri, PRINTER_ATTRIBUTES)
                )
                if not answer.successful:
                    return SlipTrouble.BUSY
                return readiness(answer.group(ipp.Group.PRINTER))
        return SlipTrouble.NOT_THERE

    def _create(self, ready: SlipReady) -> int | None:
        answer = self._line.ask(lambda n, uri: ipp.create_job(n, uri, ready.media, ipp.ONE_SIDED))
        return integer(answer.group(ipp.Group.JOB), "job-id") if answer.exact else None

    def _follow(self, job: int) -> SlipTrouble | None:
        """Return what became of the job when it is over, waits for somebody, or takes too long."""
        begun = self._patience.now()
        while self._patience.now() - begun < self._patience.printed:
            seen = self._look(job)
            trouble = verdict(seen)
            if seen.over:
                return trouble
            if trouble is not None:
                self._forget(job)
                return trouble
            self._patience.wait(self._patience.poll)
        self._forget(job)
        return SlipTrouble.BUSY

    def _look(self, job: int) -> Sight:
        of_job = self._line.ask(lambda n, uri: ipp.get_job_attributes(n, uri, job, JOB_ATTRIBUTES))
        of_printer = self._line.ask(
            lambda n, uri: ipp.get_printer_attributes(n, uri, STATE_ATTRIBUTES)
        )
        return sight(of_job.group(ipp.Group.JOB), of_printer.group(ipp.Group.PRINTER))

    def _forget(self, job: int) -> None:
        with suppress(PrinterLost):
            self._line.ask(lambda n, uri: ipp.cancel_job(n, uri, job))


def _sheets(slip: Bitmap, ready: SlipReady) -> pwg.Sheet:
    """Return the slip in the middle of as many sheets as it takes."""
    width, height = ready.page
    pieces = cut(slip, height - 2 * ready.margin)
    sides = tuple(_page(piece, ready) for piece in pieces)
    return pwg.Sheet(width, height, ready.dpi, sides, ready.color)


def _page(piece: Bitmap, ready: SlipReady) -> bytes:
    width, height = ready.page
    step = ready.color.bytes
    left = (width - piece.width) // 2
    right = width - left - piece.width
    dots = grey(piece)
    lines = [_WHITE * (width * step) * ready.margin]
    for start in range(0, len(dots), piece.width):
        row = bytearray(piece.width * step)
        for component in range(step):
            row[component::step] = dots[start : start + piece.width]
        lines.append(_WHITE * (left * step) + row + _WHITE * (right * step))
    lines.append(_WHITE * (width * step) * (height - ready.margin - piece.height))
    return b"".join(lines)
