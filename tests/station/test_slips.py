"""A slip goes all the way: from a sealed session, by the supervisor's connection, to the paper."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk import training
from kiosk.assets import ASSETS
from kiosk.commands import TRAINING_CITY
from kiosk.devices import slip_address
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import Paper, Roll
from kiosk.formats.slip_image import draw_slip
from kiosk.isolation.channel import Say
from kiosk.supervisor import starts
from kiosk.supervisor.children import Child, spawn
from kiosk.supervisor.doors import resolve_slip_printer
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Event
from kiosk.supervisor.station import Observer
from tests.formats.slips import TAKE_HOME
from tests.printer.receipt import ReceiptPrinter, dots, receipt_printer

SHAPE = training.Shape("offscreen", "1080x1920")


class First(Observer):
    """Stops the station when its first session has ended."""

    loop: Loop

    def __init__(self) -> None:
        self.ending: Event | None = None

    def ended(self, ordinal: int, ending: Event) -> None:
        if ordinal > 1:  # the first is the curtain
            self.ending = self.ending or ending
            self.loop.stop()


@pytest.fixture
def receipt() -> Iterator[ReceiptPrinter]:
    with receipt_printer() as printer:
        yield printer


def visit(uri: str, monkeypatch: pytest.MonkeyPatch) -> Event | None:
    """Run a station until somebody has had a slip printed, and return how that session ended."""

    def spawn_visitor(module: str, *arguments: Any, **more: Any) -> Child:
        module = "tests.station.slip_visitor" if module == "ui" else module
        return spawn(module, *arguments, **more)

    monkeypatch.setattr(starts, "spawn", spawn_visitor)
    place = resolve_slip_printer(slip_address.parse(uri))
    assert place is not None
    first = First()
    station = training.station(TRAINING_CITY, SHAPE, slip_printer=(uri, place))
    first.loop = Loop(station, first)
    first.loop.run()
    return first.ending


def test_a_slip_comes_out_dot_for_dot(
    receipt: ReceiptPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert visit(f"{receipt.uri}?paper=58", monkeypatch) is Say.ERASED
    receipt.wait_for_slips(1)
    lettering = Lettering(ASSETS / "fonts")
    drawn = draw_slip(TAKE_HOME["ar"], Paper(Roll.MM_58), lettering)
    assert receipt.slips == [dots(drawn)]
    assert receipt.connections == 1


def test_a_printer_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with receipt_printer() as gone:
        uri = gone.uri
    assert visit(uri, monkeypatch) is Say.REFUSED
