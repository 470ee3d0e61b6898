"""The card printer and answers that no real printer at hand gives."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from kiosk.devices import JobEnd, Outcome, Trouble
from kiosk.devices.printer import IppPrinter
from kiosk.devices.vigil import Patience
from kiosk.formats.ipp import Group, Operation, Tag
from tests.printer.counter import CLAIMED, Watcher
from tests.printer.scripted import COMPLETED, HANG_UP, READY, ScriptedPrinter, field, said

BUSY = said(status=0x507)
PROCESSING = said(
    field(Tag.URI, "job-uuid", "urn:uuid:1") + field(Tag.ENUM, "job-state", 5)
)  # reasons and sides not said
OFF_AND_ON = said(READY.replace(b"\x00\x00\x00\x5a", b"\x00\x00\x00\x59"), Group.PRINTER)


@pytest.fixture
def peer() -> Iterator[ScriptedPrinter]:
    peer = ScriptedPrinter()
    yield peer
    peer.join()


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


def printer(peer: ScriptedPrinter, contact: float = 0.0) -> IppPrinter:
    patience = Patience(poll=0, contact=contact or 5, wait=lambda _: None)
    return IppPrinter(peer.connect(), peer.uri, peer.connect, patience)


def test_the_scripted_printer_prints(peer: ScriptedPrinter, watcher: Watcher) -> None:
    assert watcher.print_on(printer(peer)) == CLAIMED
    assert (peer.connections, peer.asked[Operation.SEND_DOCUMENT]) == (1, 1)


@pytest.mark.parametrize(
    ("operation", "answer", "trouble"),
    [
        (Operation.GET_PRINTER_ATTRIBUTES, BUSY, Trouble.BUSY),
        (Operation.GET_PRINTER_ATTRIBUTES, said(status=0x403), Trouble.NOT_A_CARD_PRINTER),
        (Operation.GET_PRINTER_ATTRIBUTES, said(), Trouble.NOT_A_CARD_PRINTER),
        (Operation.GET_PRINTER_ATTRIBUTES, HANG_UP, Trouble.NOT_THERE),
        (Operation.CREATE_JOB, BUSY, Trouble.BUSY),
        (Operation.CREATE_JOB, said(status=0x40B), Trouble.NOT_A_CARD_PRINTER),
        (Operation.CREATE_JOB, said(), Trouble.NOT_A_CARD_PRINTER),
        (Operation.CREATE_JOB, HANG_UP, Trouble.NOT_THERE),
        (Operation.GET_JOB_ATTRIBUTES, HANG_UP, Trouble.NOT_THERE),
        (Operation.GET_JOB_ATTRIBUTES, BUSY, Trouble.NOT_THERE),
    ],
)
def test_a_refusal_before_the_card_uses_no_blank(
    peer: ScriptedPrinter,
    watcher: Watcher,
    operation: Operation,
    answer: bytes,
    trouble: Trouble,
) -> None:
    peer.answer(operation, answer)
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.NOT_STARTED, trouble)
    assert (watcher.first_bytes, peer.asked[Operation.SEND_DOCUMENT]) == (0, 0)


@pytest.mark.parametrize("answer", [BUSY, said(status=0x40A), said(status=1), HANG_UP])
def test_a_card_not_wholly_taken_is_stopped_asked_about_and_not_sent_again(
    peer: ScriptedPrinter, watcher: Watcher, answer: bytes
) -> None:
    peer.answer(Operation.SEND_DOCUMENT, answer)
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, PROCESSING, said(COMPLETED))
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.ASK)
    assert watcher.first_bytes == 1
    assert peer.asked[Operation.SEND_DOCUMENT] == 1
    assert peer.asked[Operation.CANCEL_JOB] == 1


def test_a_lost_request_to_stop_is_made_again(peer: ScriptedPrinter, watcher: Watcher) -> None:
    device = printer(peer)
    device.give_up()
    looks = [PROCESSING] * 4
    peer.answer(Operation.GET_JOB_ATTRIBUTES, *looks, said(COMPLETED))
    peer.answer(Operation.CANCEL_JOB, HANG_UP, said())
    watcher.print_on(device)
    assert peer.asked[Operation.CANCEL_JOB] == 2


def test_a_printer_is_told_to_stop_at_once_and_not_at_the_next_look(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    empty = said(READY.replace(b"\x00\x04none", b"\x00\x0bmedia-empty"), Group.PRINTER)
    ready = said(READY, Group.PRINTER)
    peer.answer(Operation.GET_PRINTER_ATTRIBUTES, ready, ready, empty, ready)
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, PROCESSING, said(COMPLETED))
    device = IppPrinter(peer.connect(), peer.uri, peer.connect, Patience(poll=1e6))
    complained = threading.Event()
    watcher.at_trouble = lambda _: complained.set()
    printing = threading.Thread(target=watcher.print_on, args=(device,))
    printing.start()
    complained.wait()
    device.give_up()
    printing.join()
    assert peer.asked[Operation.CANCEL_JOB] == 1


def test_a_job_without_a_uuid_is_asked_about(peer: ScriptedPrinter, watcher: Watcher) -> None:
    nameless = said(COMPLETED.replace(b"job-uuid", b"job-uuix"))
    peer.answer(Operation.GET_JOB_ATTRIBUTES, nameless)
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.ASK)


@pytest.mark.parametrize(
    "last",
    [
        said(status=0x406),  # not found
        said(COMPLETED.replace(b"urn:uuid:1", b"urn:uuid:2")),
        said(PROCESSING[9:-1].replace(b"urn:uuid:1", b"urn:uuid:2")),
    ],
)
def test_a_job_that_is_gone_or_another_is_asked_about(
    peer: ScriptedPrinter, watcher: Watcher, last: bytes
) -> None:
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, last)
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.ASK)


def test_a_clock_that_went_back_while_the_card_was_printed_is_asked_about(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    ready = said(READY, Group.PRINTER)
    peer.answer(Operation.GET_PRINTER_ATTRIBUTES, ready, ready, OFF_AND_ON)
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.ASK)


def test_a_clock_is_compared_with_the_last_look(peer: ScriptedPrinter, watcher: Watcher) -> None:
    ready = said(READY, Group.PRINTER)
    later = said(READY.replace(b"\x00\x00\x00\x5a", b"\x00\x00\x00\x6a"), Group.PRINTER)
    peer.answer(Operation.GET_PRINTER_ATTRIBUTES, ready, ready, later, ready)
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, PROCESSING, said(COMPLETED))
    assert watcher.print_on(printer(peer)) == JobEnd(Outcome.ASK)


def test_a_printer_that_only_fails_to_answer_is_out_of_contact(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, BUSY, said(COMPLETED))
    assert watcher.print_on(printer(peer)) == CLAIMED
    assert watcher.troubles == [Trouble.NOT_THERE, None]


def test_an_answer_to_another_request_is_none(peer: ScriptedPrinter) -> None:
    peer.number_is_wrong = True
    with closing(printer(peer)) as device:
        assert device.size() is Trouble.NOT_THERE
    assert peer.connections == 2


def test_a_printer_that_closes_after_each_answer_is_connected_anew(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    peer.header = b"Connection: close\r\n"
    assert watcher.print_on(printer(peer)) == CLAIMED
    assert peer.connections == sum(peer.asked.values())


def test_nobody_is_asked_for_ever(peer: ScriptedPrinter, watcher: Watcher) -> None:
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING, BUSY)
    assert watcher.print_on(printer(peer, contact=0.05)) == JobEnd(Outcome.ASK, Trouble.NOT_THERE)


def test_a_job_that_does_not_stop_when_asked_is_asked_about(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    peer.answer(Operation.GET_JOB_ATTRIBUTES, PROCESSING)
    device = printer(peer, contact=0.05)
    device.give_up()
    assert watcher.print_on(device) == JobEnd(Outcome.ASK)
    assert peer.asked[Operation.CANCEL_JOB] == 1


def test_a_person_is_waited_for_longer_than_a_silent_mechanism(
    peer: ScriptedPrinter, watcher: Watcher
) -> None:
    ready = said(READY, Group.PRINTER)
    empty = said(READY.replace(b"\x00\x04none", b"\x00\x0bmedia-empty"), Group.PRINTER)
    peer.answer(Operation.GET_PRINTER_ATTRIBUTES, ready, ready, *[empty] * 5, ready)
    peer.answer(Operation.GET_JOB_ATTRIBUTES, *[PROCESSING] * 6, said(COMPLETED))
    ticks = iter(range(10_000))
    patience = Patience(poll=0, contact=1000, stuck=1, wait=lambda _: None, now=lambda: next(ticks))
    end = watcher.print_on(IppPrinter(peer.connect(), peer.uri, peer.connect, patience))
    assert end == CLAIMED
    assert peer.asked[Operation.CANCEL_JOB] == 0
