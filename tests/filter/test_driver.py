"""A real driver behind its walls: it prints the card, and can do nothing else; it goes in time."""

import os
import pty
import pwd
import re
import threading
import tty
from pathlib import Path

import pytest

from kiosk.devices import Condition, JobEnd, Outcome, Trouble
from kiosk.devices.filter_printer import FilterPrinter
from kiosk.isolation.role import Role
from tests.filter.conftest import StartStation
from tests.filter.driven import SESSION, Printer, Station
from tests.printer.raw_sides import FRAME, HEIGHT, RAW_SIDES, WIDTH
from tests.printer.sink import Sink

# What each wall answers: Landlock with EACCES, seccomp with EPERM.
REFUSED = {
    "create in /tmp": "EACCES",
    "create here": "EACCES",
    "create in memory": "EACCES",
    "write": "EACCES",
    "mkdir": "EPERM",
    "read": "EACCES",
    "inet": "EPERM",
    "unix": "EPERM",
    "attribute": "EPERM",
    "kill": "EPERM",
    "fork": "EPERM",
    "exec": "EACCES",
}
PAGE = b"page %d %d %d\n" % (WIDTH, HEIGHT, 3 * WIDTH)
CARD = (PAGE + FRAME.rgb) * 2


def opened(station: Station) -> FilterPrinter:
    printer = station.ask()
    assert printer is not None
    return printer


def print_card(station: Station, printer: FilterPrinter) -> JobEnd:
    """Print a card as a session does, in a thread, while the station goes on."""
    ends: list[JobEnd] = []

    def work() -> None:
        ends.append(printer.print_sides(RAW_SIDES, lambda: None, lambda _: None))
        printer.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    station.wait_until(lambda: not thread.is_alive())
    return ends[0]


def test_the_printer_gets_the_card_dot_by_dot(
    start_station: StartStation, printer: Printer
) -> None:
    station = start_station()
    card_printer = opened(station)
    sink = printer.accept()
    assert card_printer.condition() == Condition()
    assert print_card(station, card_printer) == JobEnd(Outcome.ASK)
    station.wait_until(station.over)
    assert sink.all() == CARD


def test_no_driver_can_do_more_than_print(
    start_station: StartStation, printer: Printer, driver_folder: Path
) -> None:
    station = start_station(f"mischief={driver_folder / 'anybodys'}")
    card_printer = opened(station)
    sink = printer.accept()
    assert print_card(station, card_printer).outcome is Outcome.ASK
    station.wait_until(station.over)
    tried, page, _ = sink.all().partition(PAGE)
    assert dict(line.rsplit(" ", 1) for line in tried.decode().splitlines()) == REFUSED
    assert sink.all().removeprefix(tried) == CARD
    assert page
    for folder in ("/tmp", "/", "/dev/shm"):  # noqa: S108  # where the driver has tried
        assert not (Path(folder) / "kiosk-driver-was-here").exists()


def test_a_driver_is_told_nothing_of_anybody(start_station: StartStation, printer: Printer) -> None:
    station = start_station("manner")
    card_printer = opened(station)
    sink = printer.accept()
    print_card(station, card_printer)
    station.wait_until(station.over)
    said = sink.all().partition(PAGE)[0].decode().splitlines()
    assert said == [
        "arguments kiosk 1 kiosk card",
        "core 1 size 0",
        "home unknown",
        'description *PPD-Adobe: "4.3"',
        "highest descriptor 2",
    ]


def test_what_a_driver_complains_of_is_shown(start_station: StartStation, printer: Printer) -> None:
    station = start_station("jam")
    card_printer = opened(station)
    printer.accept()
    assert print_card(station, card_printer) == JobEnd(Outcome.ASK, Trouble.JAM)


def test_no_driver_is_started_before_there_is_a_card(
    start_station: StartStation, printer: Printer
) -> None:
    station = start_station()
    card_printer = opened(station)
    sink = printer.accept()
    assert card_printer.condition() == Condition()
    command = Path(f"/proc/{station.pid()}/cmdline").read_bytes()
    assert b"kiosk.filter" in command
    card_printer.close()
    station.wait_until(station.over)
    assert sink.all() == b""


def test_a_driver_goes_with_its_session(start_station: StartStation, printer: Printer) -> None:
    station = start_station("hang")
    card_printer = opened(station)
    sink = printer.accept()
    ends: list[JobEnd] = []
    begun = threading.Event()
    thread = threading.Thread(
        target=lambda: ends.append(card_printer.print_sides(RAW_SIDES, begun.set, lambda _: None)),
        daemon=True,
    )
    thread.start()
    begun.wait()
    pid = station.pid()
    station.wait_until(lambda: len(sink.taken) == len(CARD))
    assert state(pid)
    station.end_session()
    assert not state(pid)
    thread.join()
    assert ends == [JobEnd(Outcome.ASK)]


def state(pid: int) -> bool:
    """Return whether there is such a process, alive or not yet reaped."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_next_driver_waits_for_the_end_of_the_last(
    start_station: StartStation, printer: Printer
) -> None:
    station = start_station()
    first = opened(station)
    printer.accept()
    first.close()
    second = opened(station)
    sink = printer.accept()
    assert print_card(station, second) == JobEnd(Outcome.ASK)
    station.wait_until(station.over)
    assert sink.all() == CARD


def test_a_session_has_one_driver_at_a_time(
    start_station: StartStation, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.supervisor.filters.FREE_WITHIN", 0.0)
    station = start_station()
    opened(station)
    printer.accept()
    assert station.ask() is None


def test_a_driver_that_is_not_there_is_a_printer_that_is_not_there(
    start_station: StartStation, printer: Printer, driver_folder: Path
) -> None:
    station = start_station()
    hidden = driver_folder / "hidden"
    (driver_folder / "driver").rename(hidden)
    try:
        card_printer = opened(station)
        printer.accept()
        assert print_card(station, card_printer) == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_THERE)
    finally:
        hidden.rename(driver_folder / "driver")


def test_without_a_printer_there_is_no_driver(driver_folder: Path, printer: Printer) -> None:
    station = Station(driver_folder, printer.address)
    printer.close()
    assert station.ask() is None
    assert station.over()


def test_on_a_real_station_the_kernel_must_clear_what_a_driver_knew(
    start_station: StartStation,
) -> None:
    station = start_station(training=False, clears=False)
    assert station.filters.barred
    assert station.ask() is None
    assert SESSION not in station.filters._of
    assert not start_station(training=False, clears=True).filters.barred


def test_the_driver_s_walls_are_seen_from_outside(
    start_station: StartStation, printer: Printer
) -> None:
    station = start_station()
    card_printer = opened(station)
    printer.accept()
    assert card_printer.condition() == Condition()
    told = dict(re.findall(r"(\w+):\s(.*)", Path(f"/proc/{station.pid()}/status").read_text()))
    assert (told["NoNewPrivs"], told["Seccomp"]) == ("1", "2")


def test_a_raw_device_gets_the_same_card(driver_folder: Path) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    sink = Sink(ours, len(CARD))
    station = Station(driver_folder, Path(os.ttyname(theirs)))
    assert print_card(station, opened(station)) == JobEnd(Outcome.ASK)
    station.wait_until(station.over)
    assert sink.all() == CARD
    os.close(theirs)


def test_on_a_real_station_no_driver_runs_as_root(
    start_station: StartStation, printer: Printer
) -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's rights that are given up"
    assert Role.FILTER not in {entry.pw_name for entry in pwd.getpwall()}
    station = start_station(training=False, clears=True)
    card_printer = opened(station)
    printer.accept()
    assert card_printer.condition() == Condition(Trouble.NOT_THERE)
