"""A print server's queue: taken only where it was named as one, and never believed.

Tried by hand with a real cupsd 2.4.2 that kept nothing: the queue answered what stands here, and
put out the very pixels on a real printer; afterwards it knew the job no more.
"""

import pytest

from kiosk.devices import JobEnd, Outcome, Trouble
from kiosk.devices.printer import IppPrinter, Manner
from kiosk.devices.printer_says import Ready, readiness
from kiosk.formats.ipp import Group, Tag
from kiosk.formats.ipp_answer import Attributes, decode
from tests.printer.counter import QUICK, Watcher
from tests.printer.fixture import CardPrinterProcess
from tests.printer.scripted import READY, field, said

QUEUE = {
    "cups-version": field(Tag.KEYWORD, "cups-version", "2.4.2"),
    "printer-type": field(Tag.ENUM, "printer-type", 4188),
    "device-uri": field(Tag.URI, "device-uri", "usb://card"),
}


def attributes(fields: bytes) -> Attributes:
    return decode(said(fields, Group.PRINTER)).group(Group.PRINTER)


@pytest.mark.parametrize("name", QUEUE)
def test_a_scheduler_is_refused_wherever_it_was_not_named(name: str) -> None:
    found = attributes(READY + QUEUE[name])
    assert readiness(found) is Trouble.NOT_A_CARD_PRINTER
    assert isinstance(readiness(found, scheduler=True), Ready)


def test_a_printer_is_not_taken_for_the_queue_that_was_looked_at() -> None:
    assert isinstance(readiness(attributes(READY)), Ready)
    assert readiness(attributes(READY), scheduler=True) is Trouble.NOT_A_CARD_PRINTER


def test_a_queue_in_which_a_job_waits_is_busy() -> None:
    waiting = READY.replace(
        field(Tag.INTEGER, "queued-job-count", 0), field(Tag.INTEGER, "queued-job-count", 1)
    )
    found = attributes(waiting + QUEUE["cups-version"])
    assert readiness(found, scheduler=True) is Trouble.BUSY


def test_counts_that_are_not_believed_make_every_card_a_question(
    card_printer: CardPrinterProcess,
) -> None:
    watcher = Watcher()
    manner = Manner(counts=False)
    printer = IppPrinter(card_printer.connect(), card_printer.uri, patience=QUICK, manner=manner)
    assert watcher.print_on(printer) == JobEnd(Outcome.ASK)
    assert (card_printer.cards_out, watcher.first_bytes) == (1, 1)
    assert set(watcher.sides) <= {None}
