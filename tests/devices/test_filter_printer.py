"""A printer behind a driver: what the driver reads is the card, and what it says is never believed.

The driver here is a thread at the other end of the line; `tests/filter` has real ones, sealed.
"""

import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace

import pytest
from PIL import Image

from kiosk.devices import CardSize, Condition, Frame, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.filter_printer import USUAL_PATIENCE, FilterPrinter, Patience
from kiosk.devices.profile import load
from kiosk.formats.bitmap import Bitmap
from tests.printer.libcups import read_raster
from tests.printer.raw_sides import (
    BLACK,
    FRAME,
    HEIGHT,
    RAW_SIDES,
    TALLER,
    TALLER_SIDES,
    WIDTH,
)
from tests.printer.told import Told

_SHIPPED = load("magicard")
assert _SHIPPED.driver is not None
MAGICARD = replace(
    _SHIPPED,
    size=CardSize(WIDTH, HEIGHT, 300),
    driver=replace(_SHIPPED.driver, upended=False),
)
READY = b"READY\n"
Line = socket.socket
Behave = Callable[[Line], bytes]


def all_of(line: Line) -> bytes:
    """Read the raster to its end."""
    taken = b""
    while piece := line.recv(1 << 16):
        taken += piece
    return taken


class Driver:
    """The other end of the line, which does as it is told to; `taken` is the raster."""

    def __init__(self, behave: Behave) -> None:
        ours, self._line = socket.socketpair()
        self.line = ours.detach()
        self._behave = behave
        self._taken = b""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def taken(self) -> bytes:
        self._thread.join()
        return self._taken

    def _run(self) -> None:
        with self._line, suppress(OSError):  # who closes has not always heard everything
            self._taken = self._behave(self._line)


def saying(*words: bytes) -> Behave:
    """Return a driver that says this when it has read the card."""

    def behave(line: Line) -> bytes:
        line.sendall(READY)
        taken = all_of(line)
        for word in words:
            line.sendall(word)
        return taken

    return behave


def test_the_driver_reads_the_card_and_somebody_must_look() -> None:
    driver, told = Driver(saying()), Told()
    assert told.print_on(FilterPrinter(driver.line, MAGICARD)) == JobEnd(Outcome.ASK)
    front, back = read_raster(driver.taken())
    assert front.pixels == back.pixels == FRAME.rgb
    assert (front.width, front.height, front.dpi, front.duplex) == (WIDTH, HEIGHT, (300, 300), 1)
    assert (told.first_bytes, told.news) == (1, [News()])


def test_a_driver_of_tall_pages_reads_the_card_upended() -> None:
    driver = Driver(saying())
    end = Told().print_on(FilterPrinter(driver.line, _SHIPPED), TALLER_SIDES)
    assert end == JobEnd(Outcome.ASK)
    front, back = read_raster(driver.taken())
    seen = Image.frombytes("RGB", (TALLER.width, TALLER.height), TALLER.rgb)
    assert (front.width, front.height) == (TALLER.height, TALLER.width)
    assert front.pixels == back.pixels == seen.transpose(Image.Transpose.ROTATE_270).tobytes()


def test_a_ribbon_without_colour_gets_dots() -> None:
    driver = Driver(saying())
    black = replace(MAGICARD, ribbon=replace(MAGICARD.ribbon, panels="K"))
    white = Side(Frame(WIDTH, HEIGHT, b"\xff" * len(FRAME.rgb)), BLACK)
    assert Told().print_on(FilterPrinter(driver.line, black), (white, white)).outcome is Outcome.ASK
    assert [page.pixels for page in read_raster(driver.taken())] == [BLACK.rows, BLACK.rows]


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ((b"STATE: +media-jam-error\n",), Trouble.JAM),
        ((b"STATE: +media-empty,cov", b"er-open\n"), Trouble.COVER_OPEN),
        ((b"STATE: +media-jam\n", b"STATE: -media-jam\n"), None),
        ((b"ATTR: marker-levels=0\n",), Trouble.RIBBON),
        ((b"ERROR: it is broken\n",), Trouble.OTHER),
        ((b"INFO: 100%\nPAGE: 2 1\nSTATE: none\n",), None),
    ],
)
def test_what_it_says_is_shown_beside_the_question(
    words: tuple[bytes, ...], trouble: Trouble | None
) -> None:
    driver = Driver(saying(*words))
    assert Told().print_on(FilterPrinter(driver.line, MAGICARD)) == JobEnd(Outcome.ASK, trouble)


def test_trouble_is_told_while_it_lasts() -> None:
    seen = threading.Event()

    def behave(line: Line) -> bytes:
        line.sendall(READY)
        taken = line.recv(1)
        line.sendall(b"STATE: +cover-open\n")
        seen.wait()
        line.sendall(b"STATE: -cover-open\n")
        return taken + all_of(line)

    driver, news = Driver(behave), list[News]()

    def tell(one: News) -> None:
        news.append(one)
        if one.trouble is not None:
            seen.set()

    with closing(FilterPrinter(driver.line, MAGICARD)) as printer:
        assert printer.print_sides(RAW_SIDES, lambda: None, tell) == JobEnd(Outcome.ASK)
    assert news == [News(), News(trouble=Trouble.COVER_OPEN), News()]


def test_a_driver_that_talks_more_than_it_reads_holds_nobody_up() -> None:
    def behave(line: Line) -> bytes:
        line.sendall(READY + b"DEBUG: all about it\n" * 100_000)
        return all_of(line)

    driver = Driver(behave)
    assert Told().print_on(FilterPrinter(driver.line, MAGICARD)) == JobEnd(Outcome.ASK)
    assert len(read_raster(driver.taken())) == 2


def test_a_driver_that_ends_in_the_middle_is_asked_about() -> None:
    def behave(line: Line) -> bytes:
        line.sendall(READY)
        return line.recv(1000)

    told = Told()
    end = told.print_on(FilterPrinter(Driver(behave).line, MAGICARD))
    assert end == JobEnd(Outcome.ASK, Trouble.OTHER)
    assert told.first_bytes == 1


@pytest.mark.parametrize("patience", [Patience(silent=0.05), Patience(whole=0.05)])
def test_a_driver_that_never_ends_is_asked_about(patience: Patience) -> None:
    over = threading.Event()

    def behave(line: Line) -> bytes:
        line.sendall(READY)
        over.wait()
        return b""

    driver = Driver(behave)
    end = Told().print_on(FilterPrinter(driver.line, MAGICARD, patience))
    over.set()
    assert end == JobEnd(Outcome.ASK, Trouble.BUSY)


def not_started(behave: Behave, patience: Patience = USUAL_PATIENCE) -> JobEnd:
    told, driver = Told(), Driver(behave)
    printer = FilterPrinter(driver.line, MAGICARD, patience)
    assert printer.condition() == Condition(Trouble.NOT_THERE)
    assert printer.size() is Trouble.NOT_THERE
    end = told.print_on(printer)
    assert (told.first_bytes, told.news, driver.taken()) == (0, [], b"")
    return end


def test_without_a_driver_nothing_is_begun() -> None:
    assert not_started(lambda _: b"") == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_THERE)


def test_a_driver_whose_walls_do_not_stand_in_time_gets_nothing() -> None:
    assert not_started(all_of, Patience(start=0.02)).outcome is Outcome.NOT_STARTED


def test_a_driver_that_went_while_it_waited_gets_nothing() -> None:
    def behave(line: Line) -> bytes:
        line.sendall(READY)
        return b""

    driver, told = Driver(behave), Told()
    assert driver.taken() == b""
    end = told.print_on(FilterPrinter(driver.line, MAGICARD))
    assert (end, told.first_bytes) == (JobEnd(Outcome.NOT_STARTED, Trouble.NOT_THERE), 0)


def test_a_driver_that_is_there_says_nothing_of_the_printer() -> None:
    driver = Driver(saying())
    with closing(FilterPrinter(driver.line, MAGICARD)) as printer:
        assert printer.condition() == Condition()
        assert printer.size() == CardSize(WIDTH, HEIGHT, 300)
    assert driver.taken() == b""


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_is_no_card_is_not_begun(count: int) -> None:
    driver, told = Driver(saying()), Told()
    end = told.print_on(FilterPrinter(driver.line, MAGICARD), (RAW_SIDES * 2)[:count])
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert (driver.taken(), told.first_bytes) == (b"", 0)


def test_a_side_of_another_size_is_not_begun() -> None:
    driver = Driver(saying())
    small = Side(Frame(1011, 638, bytes(1011 * 638 * 3)), Bitmap(1011, 638, bytes(127 * 638)))
    end = Told().print_on(FilterPrinter(driver.line, MAGICARD), (small, small))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
    assert driver.taken() == b""


def test_no_connection_prints_twice() -> None:
    driver, told = Driver(saying()), Told()
    with closing(FilterPrinter(driver.line, MAGICARD)) as printer:
        ends = [printer.print_sides(RAW_SIDES, told.first_byte, lambda _: None) for _ in "ab"]
    assert [end.outcome for end in ends] == [Outcome.ASK, Outcome.NOT_STARTED]
    assert told.first_bytes == 1


def test_who_gives_up_before_it_begins_gets_no_card() -> None:
    driver = Driver(saying())
    printer = FilterPrinter(driver.line, MAGICARD)
    printer.give_up()
    assert Told().print_on(printer) == JobEnd(Outcome.NOT_STARTED)
    assert driver.taken() == b""


def test_who_gives_up_later_ends_the_raster_and_waits_for_the_driver() -> None:
    given_up = threading.Event()

    def behave(line: Line) -> bytes:
        line.sendall(READY)
        taken = line.recv(1)
        line.sendall(b"STATE: +cover-open\n")
        given_up.wait()
        taken += all_of(line)
        line.sendall(b"STATE: -cover-open\n")
        return taken

    driver = Driver(behave)
    printer = FilterPrinter(driver.line, MAGICARD)

    def tell(news: News) -> None:
        if news.trouble is not None:
            printer.give_up()
            given_up.set()

    with closing(printer):
        assert printer.print_sides(RAW_SIDES, lambda: None, tell).outcome is Outcome.ASK
    assert 0 < len(driver.taken()) < 2 * len(FRAME.rgb)
