"""A real driver, built here, and what a loop does for the filters of its sessions."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.devices import CardSize
from kiosk.devices.filter_printer import FilterPrinter
from kiosk.devices.profile import Driver, load
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.doors import DrivenPrinter, PrinterAddress
from kiosk.supervisor.filters import Filters
from kiosk.supervisor.sources import Sources
from tests.printer.raw_sides import HEIGHT, WIDTH
from tests.printer.sink import Sink

SESSION = 7
_SHIPPED = load("magicard")
_DRIVER = Driver(Path("/"), Path("/"), "")
PROFILE = replace(_SHIPPED, size=CardSize(WIDTH, HEIGHT, 300), driver=_DRIVER)
_SOURCE = Path(__file__).with_name("driver.c")


@contextmanager
def built() -> Iterator[Path]:
    """Yield a folder that anybody may read, with the driver, its description and a file in it."""
    folder = Path(tempfile.mkdtemp(prefix="driver-"))
    folder.chmod(0o755)
    try:
        command = ["gcc", "-O1", "-o", str(folder / "driver"), str(_SOURCE)]
        subprocess.run(command, check=True)
        (folder / "printer.ppd").write_text('*PPD-Adobe: "4.3"\n')
        (folder / "anybodys").write_text("")
        (folder / "anybodys").chmod(0o666)
        yield folder
    finally:
        shutil.rmtree(folder)


class Printer:
    """A printer that listens at a port of this machine, and keeps what each connection brought."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))

    @property
    def address(self) -> PrinterAddress:
        return PrinterAddress(socket.AF_INET, self._listener.getsockname())

    def accept(self) -> Sink:
        return Sink(self._listener.accept()[0].detach())

    def close(self) -> None:
        self._listener.close()


class Station:
    """What a loop does for filters; `handed` are the printers of its session."""

    def __init__(
        self, folder: Path, place: PrinterAddress | Path, options: str = "", **manner: bool
    ) -> None:
        self.sources = Sources()
        self.departures = Departures(self.sources, training=True)
        driver = Driver(folder / "driver", folder / "printer.ppd", options)
        self.filters = Filters(
            self.sources,
            DrivenPrinter(place, driver),
            training=manner.get("training", True),
            clears=lambda: manner.get("clears", False),
        )
        self.handed: list[FilterPrinter | None] = []

    def ask(self) -> FilterPrinter | None:
        count = len(self.handed)
        self.filters.open(SESSION, self._take)
        self.wait_until(lambda: len(self.handed) > count)
        return self.handed[-1]

    def pid(self) -> int:
        return self.filters._of[SESSION].child.pid

    def over(self) -> bool:
        return SESSION not in self.filters._of

    def wait_until(self, done: Callable[[], bool]) -> None:
        while not done():
            self.sources.wait(0.2)

    def end_session(self) -> None:
        self.departures.begin(self.filters.release(SESSION))
        self.wait_until(lambda: not self.departures.farewells)

    def close(self) -> None:
        for printer in self.handed:
            if printer is not None:
                printer.close()
        self.end_session()

    def _take(self, descriptor: int | None) -> None:
        taken = None if descriptor is None else FilterPrinter(os.dup(descriptor), PROFILE)
        self.handed.append(taken)
