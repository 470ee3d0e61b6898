"""A printer that only listens: what it gets is the card; what became of it a person must see."""

import os
import pty
import socket
import tty
from dataclasses import replace

import pytest

from kiosk.devices import CardSize, Condition, Frame, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.profile import Language, load
from kiosk.devices.raw_printer import Patience, RawPrinter, read_status
from kiosk.formats import pwg
from kiosk.formats.bitmap import Bitmap
from tests.printer.raw_sides import FRAME, HEIGHT, RAW_SIDES, WIDTH, is_the_card
from tests.printer.sink import Sink
from tests.printer.told import Told

COLOR = load("evolis-color")
WELL, EMPTY, FAULT = 0x18, 0x38, 0x10


@pytest.fixture
def line() -> tuple[int, int]:
    """The session's end and the printer's end of a connection that holds little on its way."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        ours = socket.create_connection(listener.getsockname())
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)
        printer, _ = listener.accept()
    return ours.detach(), printer.detach()


def test_a_card_that_was_taken_whole_is_still_asked_about(line: tuple[int, int]) -> None:
    sink, told = Sink(line[1]), Told()

    assert told.print_on(RawPrinter(line[0], COLOR)) == JobEnd(Outcome.ASK)
    assert is_the_card(sink.all())
    assert (told.first_bytes, told.news) == (1, [News()])


def test_a_raw_device_gets_the_same_card() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    sink = Sink(ours)
    device = os.open(os.ttyname(theirs), os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    os.close(theirs)
    printer = RawPrinter(device, COLOR)
    assert printer.condition() == Condition()  # no printer port: it has no signals

    assert Told().print_on(printer) == JobEnd(Outcome.ASK)
    assert is_the_card(sink.all())


def test_another_language_is_spoken_where_the_profile_says_so(line: tuple[int, int]) -> None:
    sink = Sink(line[1])
    profile = replace(COLOR, language=Language.PWG_RASTER)
    assert Told().print_on(RawPrinter(line[0], profile)) == JobEnd(Outcome.ASK)
    assert pwg.decode(sink.all()) == pwg.Sheet(WIDTH, HEIGHT, 300, (FRAME.rgb, FRAME.rgb))


def test_a_line_that_breaks_is_asked_about(line: tuple[int, int]) -> None:
    sink, told = Sink(line[1], 100_000), Told()
    assert told.print_on(RawPrinter(line[0], COLOR)) == JobEnd(Outcome.ASK, Trouble.NOT_THERE)
    assert len(sink.all()) < 1_000_000
    assert told.first_bytes == 1


def test_a_printer_that_takes_nothing_is_asked_about(line: tuple[int, int]) -> None:
    printer = RawPrinter(line[0], COLOR, Patience(taken=0.05))
    assert Told().print_on(printer) == JobEnd(Outcome.ASK, Trouble.BUSY)
    os.close(line[1])


@pytest.mark.parametrize(
    ("signals", "trouble"),
    [(WELL, None), (EMPTY, Trouble.OUT_OF_CARDS), (FAULT, Trouble.OTHER), (None, None)],
)
def test_the_signals_of_the_port_are_heeded_before_a_card(
    line: tuple[int, int], signals: int | None, trouble: Trouble | None
) -> None:
    sink, told = Sink(line[1]), Told()
    printer = RawPrinter(line[0], COLOR, status=lambda _: signals)
    assert printer.condition() == Condition(trouble)
    assert printer.size() == (trouble or CardSize(WIDTH, HEIGHT, 300))

    end = told.print_on(printer)
    started = trouble is None
    assert end == JobEnd(Outcome.ASK if started else Outcome.NOT_STARTED, trouble)
    assert (bool(sink.all()), told.first_bytes) == (started, int(started))


def test_a_signal_after_the_card_is_shown_beside_the_question(line: tuple[int, int]) -> None:
    sink, signals = Sink(line[1]), iter([WELL, EMPTY])
    printer = RawPrinter(line[0], COLOR, status=lambda _: next(signals))
    assert Told().print_on(printer) == JobEnd(Outcome.ASK, Trouble.OUT_OF_CARDS)
    sink.all()


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_is_no_card_is_not_begun(line: tuple[int, int], count: int) -> None:
    sink, told = Sink(line[1]), Told()
    sides = (RAW_SIDES * 2)[:count]
    end = told.print_on(RawPrinter(line[0], COLOR), sides)
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert (sink.all(), told.first_bytes) == (b"", 0)


def test_a_side_of_another_size_is_not_begun(line: tuple[int, int]) -> None:
    sink = Sink(line[1])
    small = Side(Frame(1011, 638, bytes(1011 * 638 * 3)), Bitmap(1011, 638, bytes(127 * 638)))
    end = Told().print_on(RawPrinter(line[0], COLOR), (small, small))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert sink.all() == b""


def test_who_gives_up_before_it_begins_gets_no_card(line: tuple[int, int]) -> None:
    sink, printer = Sink(line[1]), RawPrinter(line[0], COLOR)
    printer.give_up()
    assert Told().print_on(printer) == JobEnd(Outcome.NOT_STARTED)
    assert sink.all() == b""


def test_a_descriptor_that_is_no_printer_port_has_no_signals() -> None:
    ours, theirs = pty.openpty()
    assert read_status(theirs) is None
    for descriptor in (ours, theirs):
        os.close(descriptor)
