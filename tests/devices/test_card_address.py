from pathlib import Path

import pytest

from kiosk.devices.card_address import CUPS_SOCKET, CardAddress, Way, parse, with_profile
from kiosk.devices.place import Listener
from kiosk.errors import PrinterAddressWrong

DIGEST = "0123456789abcdef" * 4
PIN = bytes.fromhex(DIGEST)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        (
            "ipp://localhost:8631/ipp/print",
            CardAddress(
                Way.IPP, "ipp://localhost:8631/ipp/print", Listener("localhost", 8631), "ipp"
            ),
        ),
        (
            "ipp://localhost/ipp/print?profile=test",
            CardAddress(Way.IPP, "ipp://localhost/ipp/print", Listener("localhost", 631), "test"),
        ),
        (
            f"ipps://printer.example/ipp/print?pin=sha256-{DIGEST.upper()}",
            CardAddress(
                Way.IPPS,
                "ipps://printer.example/ipp/print",
                Listener("printer.example", 631),
                "ipp",
                PIN,
            ),
        ),
        (
            "raw:///dev/usb/lp0?profile=evolis-black",
            CardAddress(Way.RAW, "raw:///dev/usb/lp0", Path("/dev/usb/lp0"), "evolis-black"),
        ),
        ("raw://[::1]", CardAddress(Way.RAW, "raw://[::1]", Listener("::1", 9100), "")),
        (
            "filter://localhost:9101/?profile=magicard",
            CardAddress(
                Way.FILTER, "filter://localhost:9101/", Listener("localhost", 9101), "magicard"
            ),
        ),
        (
            "cups:///Card_1",
            CardAddress(Way.CUPS, "ipp://localhost/printers/Card_1", CUPS_SOCKET, "cups"),
        ),
    ],
)
def test_an_address_says_where_the_printer_is_and_what_it_is(
    uri: str, address: CardAddress
) -> None:
    assert parse(uri) == address
    assert address.only_here == (address.way is not Way.IPPS)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "screen",
        "http://localhost/ipp/print",
        "ipp://",
        "ipp:///ipp/print",
        "ipp://localhost",
        "ipp://[",
        "ipp://localhost:x/ipp/print",
        "ipp://clerk@localhost/ipp/print",
        "ipp://localhost/ipp/print#a",
        "ipp://localhost/ipp/print\r\nHost: x",
        "ipp://localhost/ipp/print?color=red",
        "ipp://localhost/ipp/print?profile=",
        "ipp://localhost/ipp/print?profile=../x",
        "ipp://localhost/ipp/print?profile=a&profile=b",
        f"ipp://localhost/ipp/print?pin=sha256-{DIGEST}",  # it would be believed to be looked at
        "ipps://localhost/ipp/print",  # a certificate that nobody looks at is none
        "ipps://localhost/ipp/print?pin=",
        f"ipps://localhost/ipp/print?pin=sha1-{DIGEST}",
        f"ipps://localhost/ipp/print?pin=sha256-{DIGEST[1:]}",
        "raw:///tmp/card",
        "raw:///dev/../tmp/card",
        "raw://localhost/path",
        "raw:",
        "filter:///etc/passwd",
        "cups://elsewhere/card",
        "cups:///",
        "cups:///../jobs",
        "cups:///a/b",
    ],
)
def test_what_we_do_not_know_is_refused(uri: str) -> None:
    with pytest.raises(PrinterAddressWrong):
        parse(uri)


@pytest.mark.parametrize(
    ("uri", "named"),
    [
        ("raw:///dev/usb/lp0", "raw:///dev/usb/lp0?profile=test"),
        ("ipp://h/p?profile=a", "ipp://h/p?profile=test"),
        ("ipps://h/p?profile=a&pin=b", "ipps://h/p?pin=b&profile=test"),
    ],
)
def test_a_profile_that_is_named_wins(uri: str, named: str) -> None:
    assert with_profile(uri, "test") == named
