"""A sealed session prints a card over TLS and over a raw wire: nothing is opened for it."""

import os
import pty
import socket
import sys
import tty
from pathlib import Path

from tests.isolation.children import ROOT
from tests.printer.fixture import CardPrinterProcess
from tests.printer.libcups import read_raster
from tests.printer.raw_sides import TALLER, is_the_card
from tests.printer.sink import Sink
from tests.station import strace

PROGRAM = [sys.executable, "-B", "-m", "tests.isolation.sealed_card"]


def test_a_sealed_session_prints_over_tls_and_opens_nothing(
    card_printer: CardPrinterProcess, tmp_path: Path
) -> None:
    uri = card_printer.secure_uri
    assert printed(uri, card_printer.connect(), tmp_path) == "claimed None"
    assert card_printer.cards_out == 1


def test_a_sealed_session_prints_to_a_raw_device_and_opens_nothing(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    sink = Sink(ours)
    uri = "raw:///dev/usb/lp0?profile=evolis-color"
    device = os.open(os.ttyname(theirs), os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    os.close(theirs)
    assert printed(uri, device, tmp_path) == "ask None"
    assert is_the_card(sink.all())


def test_a_sealed_session_prints_through_a_driver_and_opens_nothing(tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(b"READY\n")
    sink = Sink(theirs.detach())
    uri = "filter:///dev/usb/lp0?profile=magicard"
    assert printed(uri, ours.detach(), tmp_path) == "ask None"
    front, back = read_raster(sink.all())
    assert (front.width, front.height) == (TALLER.height, TALLER.width)
    assert front.pixels == back.pixels
    assert sorted(front.pixels) == sorted(TALLER.rgb)


def printed(uri: str, line: int, folder: Path) -> str:
    """Return what became of the card; fails if anything was opened when it was sealed."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*PROGRAM, uri, str(line)]
    with strace.start(command, folder / "trace", env=env, pass_fds=[line]) as session:
        os.close(line)
        said, _ = session.communicate(timeout=60)
    threads = strace.threads(folder / "trace")
    thread = next(one for one in threads if any('"sealed' in call for call in one.lines))
    sealed = next(place for place, call in enumerate(thread.lines) if '"sealed' in call)
    after = strace.Thread(thread.lines[sealed + 1 :])
    assert after.files() == []
    assert not [call for call in after.lines if call.startswith(("socket(", "connect("))]
    return str(said.splitlines()[-1])
