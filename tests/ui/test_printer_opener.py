"""Every way to a card printer is opened by what speaks it, and by nothing that is not imported."""

import importlib
import socket
import sys
from typing import cast

import pytest

from kiosk.devices import CardSize
from kiosk.devices.printer import IppPrinter
from kiosk.devices.raw_printer import RawPrinter
from kiosk.devices.screen_printer import ScreenPrinter
from kiosk.errors import PrinterProfileWrong
from kiosk.isolation.channel import Say
from ui import printer_opener
from ui.outside import Outside

PIN = f"pin=sha256-{'0' * 64}"
URIS = {
    "ipp://localhost/ipp/print": IppPrinter,
    f"ipps://localhost/ipp/print?{PIN}&profile=test": IppPrinter,
    "raw:///dev/usb/lp0?profile=evolis-black": RawPrinter,
    "cups:///card": IppPrinter,
}


class Asked:
    """A supervisor that hands over a line, or says that nobody is there."""

    def __init__(self, *, there: bool = True) -> None:
        self._there = there
        self.asked: list[Say] = []
        self.others: list[socket.socket] = []

    def ask_and_wait(self, what: Say) -> int | None:
        self.asked.append(what)
        if not self._there:
            return None
        ours, theirs = socket.socketpair()
        self.others.append(theirs)
        return ours.detach()


@pytest.mark.parametrize(("uri", "kind"), URIS.items())
def test_a_printer_is_asked_for_and_spoken_to_in_its_way(uri: str, kind: type) -> None:
    asked = Asked()
    printer_opener.warm(uri)
    printer = printer_opener.opener(uri, cast("Outside", asked))()
    assert type(printer) is kind
    assert printer is not None
    assert asked.asked == [Say.PRINTER]
    printer.close()
    (line,) = asked.others
    assert line.recv(1) == b""  # closed, and nothing was said by opening
    line.close()


def test_a_raw_printer_has_the_size_of_its_profile() -> None:
    asked = Asked()
    uri = "raw:///dev/usb/lp0?profile=evolis-color"
    printer = printer_opener.opener(uri, cast("Outside", asked))()
    assert printer is not None
    assert printer.size() == CardSize(1016, 648, 300)
    printer.close()
    asked.others[0].close()


def test_the_screen_needs_nobody() -> None:
    asked = Asked()
    printer_opener.warm(printer_opener.ON_SCREEN)
    printer = printer_opener.opener(printer_opener.ON_SCREEN, cast("Outside", asked))()
    assert isinstance(printer, ScreenPrinter)
    assert asked.asked == []


@pytest.mark.parametrize("uri", URIS)
def test_a_printer_that_is_not_there_is_none(uri: str) -> None:
    assert printer_opener.opener(uri, cast("Outside", Asked(there=False)))() is None


@pytest.mark.parametrize("uri", [printer_opener.ON_SCREEN, *URIS])
def test_what_speaks_is_there_before_the_session_is_sealed(uri: str) -> None:
    for module in printer_opener.modules(uri):
        assert importlib.import_module(module) is sys.modules[module]


def test_a_session_does_not_start_on_a_profile_that_it_cannot_use() -> None:
    with pytest.raises(PrinterProfileWrong):
        printer_opener.warm("ipp://localhost/ipp/print?profile=none")
