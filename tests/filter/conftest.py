from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.filter.driven import Printer, Station, built

StartStation = Callable[..., Station]


@pytest.fixture(scope="session")
def driver_folder() -> Iterator[Path]:
    with built() as folder:
        yield folder


@pytest.fixture
def printer() -> Iterator[Printer]:
    made = Printer()
    yield made
    made.close()


@pytest.fixture
def start_station(driver_folder: Path, printer: Printer) -> Iterator[StartStation]:
    stations: list[Station] = []

    def start(options: str = "", **manner: bool) -> Station:
        stations.append(Station(driver_folder, printer.address, options, **manner))
        return stations[-1]

    yield start
    for one in stations:
        one.close()
