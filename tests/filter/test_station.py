"""A whole station prints through a driver: real sessions, a real driver, a printer at a port."""

import threading
from contextlib import suppress
from pathlib import Path

from kiosk import training
from kiosk.devices.profile import Driver
from kiosk.isolation.wall import Wall
from kiosk.supervisor.doors import DrivenPrinter
from kiosk.supervisor.loop import Loop
from tests.filter.driven import Printer
from tests.printer.sink import Sink
from tests.station.runs import ANA, Stage, prepare, write_people

PAGE = b"page 642 1016 1926\n"  # upended
SHAPE = training.Shape("offscreen", "1080x1920")


class Watched(Stage):
    """Notes a station that is barred, and stops it."""

    walls: list[Wall]

    def barred(self, wall: Wall) -> None:
        self.walls.append(wall)
        self.loop.stop()


def staged(people: Path, folder: Path, printer: Printer, options: str = "") -> Watched:
    stage = prepare(Watched, people, 1)
    stage.walls = []
    uri = f"filter://localhost:{printer.address.address[1]}?profile=magicard"
    driver = Driver(folder / "driver", folder / "printer.ppd", options)
    named = (uri, DrivenPrinter(printer.address, driver))
    stage.loop = Loop(training.station("alderport", SHAPE, named), stage)
    return stage


def served(printer: Printer) -> list[Sink]:
    """Return what the printer gets, a connection each, as they come."""
    sinks: list[Sink] = []

    def serve() -> None:
        with suppress(OSError):  # it is closed at the end
            while True:
                sinks.append(printer.accept())

    threading.Thread(target=serve, daemon=True).start()
    return sinks


def test_a_card_is_printed_through_a_driver(
    tmp_path: Path, driver_folder: Path, printer: Printer
) -> None:
    sinks = served(printer)
    stage = staged(write_people(tmp_path / "p.json", [ANA]), driver_folder, printer)
    stage.loop.run()
    assert [(record.ending, record.printed) for record in stage.records] == [("issued", True)]
    printed = [sink.all() for sink in sinks if sink.all()]
    assert len(printed) == 1
    assert printed[0].startswith(PAGE)
    assert len(printed[0]) == 2 * (len(PAGE) + 3 * 642 * 1016)


def test_a_session_that_is_ended_takes_its_driver_along(
    tmp_path: Path, driver_folder: Path, printer: Printer
) -> None:
    stage = staged(write_people(tmp_path / "p.json", [ANA]), driver_folder, printer, "hang")
    killed: list[int] = []
    sinks = served(printer)

    def meddle() -> None:
        shown = stage.loop.plan.shown
        running = stage.loop._gifts._filters._of.get(shown.ordinal) if shown is not None else None
        if shown is not None and running is not None and any(sink.taken for sink in sinks):
            killed.append(running.child.pid)
            stage.loop.end(shown.ordinal)
            stage.loop.stop()
        else:
            stage.loop.sources.at(0.02, meddle)

    meddle()
    stage.loop.run()
    assert len(killed) == 1
    assert not Path(f"/proc/{killed[0]}").exists()


def test_a_station_whose_kernel_does_not_clear_memory_is_barred_from_the_start(
    tmp_path: Path, driver_folder: Path, printer: Printer
) -> None:
    stage = staged(write_people(tmp_path / "p.json", [ANA]), driver_folder, printer)
    stage.loop._gifts._filters.barred = True  # as it is on a real station; see test_driver.py
    stage.loop.run()
    assert stage.walls == [Wall.MEMORY_WIPE]
    assert stage.records == []
