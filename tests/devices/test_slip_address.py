from pathlib import Path

import pytest

from kiosk.devices.place import Listener
from kiosk.devices.slip_address import parse
from kiosk.errors import PrinterAddressWrong
from kiosk.formats.paper import Paper, Roll


@pytest.mark.parametrize(
    ("uri", "place", "paper"),
    [
        ("escpos://till.example", Listener("till.example", 9100), Paper()),
        ("escpos://10.0.0.7:9101/", Listener("10.0.0.7", 9101), Paper()),
        ("escpos://[::1]?paper=58", Listener("::1", 9100), Paper(Roll.MM_58)),
        ("file:///dev/usb/lp0", Path("/dev/usb/lp0"), Paper()),
        ("file:///dev/usb/lp0?paper=80", Path("/dev/usb/lp0"), Paper()),
        ("ipp://office.example/ipp/print", Listener("office.example", 631), Paper()),
        ("ipp://localhost:8631/ipp", Listener("localhost", 8631), Paper()),
    ],
)
def test_a_uri_says_where_the_printer_is_and_on_what_it_prints(
    uri: str, place: Listener | Path, paper: Paper
) -> None:
    address = parse(uri)
    assert (address.place, address.paper) == (place, paper)
    assert address.speaks_ipp is uri.startswith("ipp")


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "till.example",
        "http://till.example/",
        "escpos:",
        "escpos://",
        "escpos://till/queue",
        "escpos://till:port",
        "escpos://till:99999",
        "escpos://someone@till",
        "escpos://till?paper=90",
        "escpos://till?paper=",
        "escpos://till?width=58",
        "file:///etc/passwd",
        "file:///dev/../etc/passwd",
        "file://host/dev/usb/lp0",
        "file:dev/usb/lp0",
        "ipp://office",
        "ipp://office/ipp?paper=58",
        "ipp://office/ipp print",
        "ipp://[",
    ],
)
def test_a_uri_that_says_nothing_we_know_is_refused(uri: str) -> None:
    with pytest.raises(PrinterAddressWrong):
        parse(uri)
