"""A real card printer: IPP over a connected socket that was given, for one card.

The supervisor opens the connection, because a session may open none. The card leaves it once and is
never sent again, whatever happens: a second sending is how a second card comes out with nobody
there. What the printer says is judged in `printer_says`.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Event

from kiosk.devices import CardSize, Condition, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.ipp_line import IppLine, Reconnect, Waits
from kiosk.devices.printer_says import (
    JOB_ATTRIBUTES,
    PRINTER_ATTRIBUTES,
    STATE_ATTRIBUTES,
    Account,
    Ready,
    Sight,
    final_trouble,
    is_same,
    judge,
    readiness,
    sight,
)
from kiosk.devices.printer_supplies import supplies
from kiosk.devices.vigil import Patience, Vigil
from kiosk.errors import PrinterLost, PrinterNotOurs, RasterWrong
from kiosk.formats import ipp, pwg
from kiosk.formats.ipp_answer import Attributes, integer

_BUSY = 0x0507  # server-error-busy, RFC 8011 appendix B.1.5.8
_SERVER_ERRORS = range(0x0500, 0x0600)
_PATIENT = Patience()
_A_MOMENT = 0.15  # seconds; whoever wants the printer to stop may be about to be killed


@dataclass(frozen=True, slots=True)
class Manner:
    """What is known of a printer beforehand, out of its address and its profile.

    `pin` is the SHA-256 of the certificate that it must show. Without `counts` its count of sides
    is not believed. A `scheduler` is a print server's queue, which is refused elsewhere.
    """

    pin: bytes | None = None
    counts: bool = True
    scheduler: bool = False


class IppPrinter:
    """A CardPrinter behind the descriptor of a stream socket, which it owns from now on.

    `uri` is the printer's ipp URI. `reconnect` returns a new connected descriptor, or None if there
    is none at the moment; it is asked again until `patience` ends. Raises PrinterAddressWrong.
    """

    def __init__(
        self,
        descriptor: int,
        uri: str,
        reconnect: Reconnect | None = None,
        patience: Patience = _PATIENT,
        manner: Manner = Manner(),
    ) -> None:
        waits = Waits(answer=patience.answer, document=patience.contact)
        self._line = IppLine(descriptor, uri, waits, reconnect, manner.pin)
        self._manner = manner
        self._patience = patience
        self._stop_wanted = Event()
        self._stop_told = Event()

    def condition(self) -> Condition:
        """Return what the printer says of its supplies, and what keeps it from printing."""
        said = self._said()
        if isinstance(said, Trouble):
            return Condition(said)
        ready = self._judged(said)
        return supplies(said, None if isinstance(ready, Ready) else ready)

    def size(self) -> CardSize | Trouble:
        """Return what a side must measure, or why nothing can be printed now."""
        ready = self._ready()
        return ready.size if isinstance(ready, Ready) else ready

    def print_sides(
        self,
        sides: Sequence[Side],
        first_byte: Callable[[], None],
        tell: Callable[[News], None],
    ) -> JobEnd:
        """Print front and back on one card; see CardPrinter. The printer is examined once more."""
        ready = self._ready()
        if isinstance(ready, Trouble):
            return JobEnd(Outcome.NOT_STARTED, ready)
        document = _document(sides, ready)
        if document is None:
            return JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
        job = self._create(ready)
        if isinstance(job, Trouble):
            return JobEnd(Outcome.NOT_STARTED, job)
        # From here on a card may be used: how much of a failed write has left is not known.
        first_byte()
        taken = self._send(job, document)
        account = self._follow(job, tell, Account(True, taken, job.uuid, ready.up_time, None))
        return JobEnd(judge(account), final_trouble(account.last))

    def give_up(self) -> None:
        """Ask the printer to stop; callable from another thread. A card may come out anyhow.

        Returns when the printer was told, or a moment later if it cannot be told so soon.
        """
        self._stop_wanted.set()
        self._stop_told.wait(_A_MOMENT)

    def close(self) -> None:
        """Close the connection; what the printer has of a card it may still print."""
        self._line.close()

    def _ready(self) -> Ready | Trouble:
        said = self._said()
        return said if isinstance(said, Trouble) else self._judged(said)

    def _judged(self, said: Attributes) -> Ready | Trouble:
        return readiness(said, scheduler=self._manner.scheduler)

    def _said(self) -> Attributes | Trouble:
        """Return what the printer says of itself, or why it does not."""
        # A printer may have dropped a connection that lay idle while the card was drawn.
        for _ in range(2):
            try:
                answer = self._line.ask(
                    lambda n, uri: ipp.get_printer_attributes(n, uri, PRINTER_ATTRIBUTES)
                )
            except PrinterNotOurs:
                return Trouble.NOT_OURS
            except PrinterLost:
                continue
            if answer.successful:
                return answer.group(ipp.Group.PRINTER)
            return Trouble.BUSY if answer.status == _BUSY else Trouble.NOT_A_CARD_PRINTER
        return Trouble.NOT_THERE

    def _create(self, ready: Ready) -> "_Job | Trouble":
        try:
            answer = self._line.ask(lambda n, uri: ipp.create_job(n, uri, ready.media))
        except PrinterLost:
            return Trouble.NOT_THERE
        if answer.status == _BUSY:
            return Trouble.BUSY
        number = integer(answer.group(ipp.Group.JOB), "job-id")
        if not answer.exact or number is None:
            return Trouble.NOT_A_CARD_PRINTER
        # The answer need not name the job's UUID (RFC 8011 section 4.2.4), the job itself does.
        seen = self._look(number)
        return Trouble.NOT_THERE if seen is None else _Job(number, seen.uuid)

    def _send(self, job: "_Job", document: bytes) -> bool:
        """Send the card, the only time, and return whether the printer took all of it."""
        try:
            taken = self._line.ask(
                lambda n, uri: ipp.send_document(n, uri, job.number), document
            ).exact
        except PrinterLost:
            taken = False
        if not taken:
            # Half a card may be printed; it must not be, and it must not be taken for a good one.
            self._stop_wanted.set()
        return taken

    def _follow(self, job: "_Job", tell: Callable[[News], None], account: Account) -> Account:
        """Return the account of `job` when the printer is done with it or lost for good."""
        vigil = Vigil(self._patience)
        told = News()
        while not vigil.ended:
            seen = self._look(job.number)
            vigil.note(seen)
            news = _news(seen, told)
            if news != told:
                tell(news)
                told = news
            if seen is not None:
                if seen.over or not is_same(seen, account.uuid, account.up_time):
                    return replace(account, last=seen)
                account = replace(account, up_time=seen.up_time or account.up_time, last=seen)
            else:
                account = replace(account, last=None)
                if not self._line.reconnects:
                    break
            self._pause(vigil)
            self._stop_if_wanted(job, vigil)
        return account

    def _pause(self, vigil: Vigil) -> None:
        """Wait until the next look, or until the printer is to be told to stop."""
        until_told = time.sleep if vigil.stopping else self._stop_wanted.wait
        (self._patience.wait or until_told)(self._patience.poll)

    def _stop_if_wanted(self, job: "_Job", vigil: Vigil) -> None:
        if vigil.stopping or not (vigil.stuck or self._stop_wanted.is_set()):
            return
        try:
            self._line.ask(lambda n, uri: ipp.cancel_job(n, uri, job.number))
        except PrinterLost:
            return  # It is asked again when there is contact.
        vigil.stop()
        self._stop_told.set()

    def _look(self, job: int) -> Sight | None:
        """Return what can be seen of job number `job` and its printer, None without contact."""
        try:
            of_job = self._line.ask(
                lambda n, uri: ipp.get_job_attributes(n, uri, job, JOB_ATTRIBUTES)
            )
            # The printer comes second: its complaints must be those after the job's end.
            of_printer = self._line.ask(
                lambda n, uri: ipp.get_printer_attributes(n, uri, STATE_ATTRIBUTES)
            )
        except PrinterLost:
            return None
        if of_job.status in _SERVER_ERRORS or not of_printer.successful:
            return None
        seen = sight(of_job.group(ipp.Group.JOB), of_printer.group(ipp.Group.PRINTER))
        return seen if self._manner.counts else replace(seen, sides=None)


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    uuid: str | None


def _news(seen: Sight | None, told: News) -> News:
    """Return what `seen` tells; without contact, the sides that were counted last."""
    if seen is None:
        return replace(told, trouble=Trouble.NOT_THERE)
    return News(seen.sides, seen.complaint)


def _document(sides: Sequence[Side], ready: Ready) -> bytes | None:
    """Return the card as one document, None unless a reader of our own finds the same in it."""
    size = ready.size
    if not size.takes(sides):
        return None
    sheet = pwg.Sheet(size.width, size.height, size.dpi, tuple(side.frame.rgb for side in sides))
    try:
        document = pwg.encode(sheet, ready.back)
        return document if pwg.decode(document) == sheet else None
    except RasterWrong:
        return None
