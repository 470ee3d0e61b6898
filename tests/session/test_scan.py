from typing import Any

from kiosk.devices import Frame
from kiosk.session import discard
from kiosk.session.scan import Scan

FRAME = Frame(2, 1, b"\x01\x02\x03\x04\x05\x06")


def test_a_scan_holds_the_last_picture_alone() -> None:
    scan = Scan()
    assert (scan.size, bytes(scan.rgb)) == (None, b"")
    scan.keep(FRAME)
    shown = scan.rgb
    scan.keep(Frame(1, 1, b"\x07\x08\x09"))
    assert (scan.size, bytes(scan.rgb)) == ((1, 1), b"\x07\x08\x09")
    assert not any(shown)


def test_a_picture_of_the_same_size_lies_in_the_same_place() -> None:
    scan = Scan()
    scan.keep(FRAME)
    shown = scan.rgb
    scan.keep(Frame(2, 1, b"\x11" * 6))
    assert bytes(shown) == b"\x11" * 6


def test_discard_leaves_zeros_and_hands_the_credential_on() -> None:
    scan = Scan()
    scan.keep(FRAME)
    shown = scan.rgb
    credential: Any = object()
    assert discard.end(credential, scan) is credential
    assert scan.size is None
    assert not any(shown)
