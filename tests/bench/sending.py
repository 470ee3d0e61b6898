"""Sending: from "print" to the printer's "taken", beside a client that does nothing but send.

The other client has the very requests and the document ready as bytes; what it takes is the wire's
and the printer's own time. Ours looks at the printer, encodes the card, reads its own document back
and books the blank besides.
"""

import socket
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.devices import News, Side
from kiosk.devices.printer import IppPrinter
from kiosk.devices.printer_says import JOB_ATTRIBUTES, PRINTER_ATTRIBUTES, STATE_ATTRIBUTES
from kiosk.formats import http1, ipp, pwg
from kiosk.formats.ipp_answer import Answer, decode, integer
from kiosk.formats.pwg import SheetBack
from tests.bench.figures import Figure
from tests.printer.counter import QUICK
from tests.printer.fixture import CardPrinterProcess, run_bus

CARDS = 7
LIMIT = 20  # milliseconds beyond the printer's own time
_MEDIA = (5398, 8560)


def sending(sides: Sequence[Side], dpi: int) -> Iterator[Figure]:
    """Send the card to a real printer process, CARDS times each, in turns."""
    document = _document(sides, dpi)
    with TemporaryDirectory() as folder, run_bus(Path(folder)) as bus:
        printer = CardPrinterProcess(Path(folder) / "printer", bus, keep=False)
        ours, plain = [], []
        for _ in range(CARDS):
            plain.append(_send_plainly(printer, document))
            ours.append(_send(printer, sides))
        printer.stop()
    beyond = statistics.median(ours) - statistics.median(plain)
    reference = f"ours {statistics.median(ours):.1f}, bytes alone {statistics.median(plain):.1f} ms"
    yield Figure("print to taken, beyond the printer's", beyond, "ms", LIMIT, reference)


class _Timed(IppPrinter):
    taken = 0.0

    def _send(self, job: object, document: bytes) -> bool:
        taken = super()._send(job, document)  # type: ignore[arg-type]  # its own job
        self.taken = time.perf_counter()
        return taken


def _send(printer: CardPrinterProcess, sides: Sequence[Side]) -> float:
    with closing(_Timed(printer.connect(), printer.uri, printer.connect, QUICK)) as ours:
        started = time.perf_counter()
        ours.print_sides(sides, lambda: None, _ignore)
        return (ours.taken - started) * 1000


def _ignore(_: News) -> None:
    pass


def _send_plainly(printer: CardPrinterProcess, document: bytes) -> float:
    address = http1.address(printer.uri)
    with socket.socket(fileno=printer.connect()) as wire:

        def ask(request: Callable[[int, str], bytes], body: bytes = b"") -> Answer:
            head = request(1, address.uri)
            wire.sendall(http1.post(address, len(head) + len(body)) + head + body)
            return decode(http1.read_answer(lambda: wire.recv(1 << 16)).body)

        started = time.perf_counter()
        ask(lambda n, uri: ipp.get_printer_attributes(n, uri, PRINTER_ATTRIBUTES))
        created = ask(lambda n, uri: ipp.create_job(n, uri, _MEDIA))
        job = integer(created.group(ipp.Group.JOB), "job-id")
        assert job is not None
        number = job
        ask(lambda n, uri: ipp.get_job_attributes(n, uri, number, JOB_ATTRIBUTES))
        ask(lambda n, uri: ipp.get_printer_attributes(n, uri, STATE_ATTRIBUTES))
        taken = ask(lambda n, uri: ipp.send_document(n, uri, number), document)
        took = (time.perf_counter() - started) * 1000
        assert taken.exact
        printer.wait_for("card-out")
        _until_idle(ask)
    return took


def _until_idle(ask: Callable[[Callable[[int, str], bytes]], Answer]) -> None:
    while True:
        said = ask(lambda n, uri: ipp.get_printer_attributes(n, uri, PRINTER_ATTRIBUTES))
        if integer(said.group(ipp.Group.PRINTER), "queued-job-count") == 0:
            return


def _document(sides: Sequence[Side], dpi: int) -> bytes:
    first = sides[0].frame
    sheet = pwg.Sheet(first.width, first.height, dpi, tuple(side.frame.rgb for side in sides))
    return pwg.encode(sheet, SheetBack.NORMAL)
