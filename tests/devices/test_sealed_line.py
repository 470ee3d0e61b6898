"""A card printer on the network: TLS to the very printer whose certificate is known, or nothing."""

import os
import select
import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.devices import Condition, JobEnd, Outcome, Trouble
from kiosk.devices.card_address import parse
from kiosk.devices.printer import IppPrinter, Manner
from kiosk.devices.vigil import Patience
from kiosk.errors import PrinterAddressWrong
from kiosk.supervisor.doors import PrinterDoor, resolve
from kiosk.supervisor.sources import Sources
from tests.printer.counter import CLAIMED, QUICK, SIDES, Watcher
from tests.printer.fixture import CardPrinterProcess, MakeRelay
from tests.printer.impostor import Impostor
from tests.printer.libcups import read_raster

IMPATIENT = Patience(poll=0.002, contact=0.2)


def behind(
    descriptor: int,
    uri: str,
    reconnect: Callable[[], int | None] | None = None,
    patience: Patience = QUICK,
) -> IppPrinter:
    address = parse(uri)
    return IppPrinter(descriptor, address.uri, reconnect, patience, Manner(address.pin))


def test_a_card_is_printed_over_tls(card_printer: CardPrinterProcess) -> None:
    watcher = Watcher()
    printer = behind(card_printer.connect(), card_printer.secure_uri, card_printer.connect)

    assert watcher.print_on(printer) == CLAIMED
    assert (card_printer.cards_out, watcher.first_bytes) == (1, 1)
    front, back = read_raster(card_printer.documents()[0])
    assert (front.pixels, back.pixels) == (SIDES[0].frame.rgb, SIDES[1].frame.rgb)


def test_nothing_of_the_card_or_of_the_printer_can_be_read_on_the_way(
    card_printer: CardPrinterProcess, make_relay: MakeRelay
) -> None:
    uri = card_printer.secure_uri
    relay = make_relay(card_printer.connect())
    Watcher().print_on(behind(relay.connection(), uri))
    relay.close()

    assert card_printer.cards_out == 1
    assert len(relay.sent) > len(SIDES[0].frame.rgb)
    # Long enough that they are nowhere by chance.
    words = (b"POST /ipp", b"localhost:", b"requesting-user", b"PwgRaster")
    for clear in (*words, SIDES[0].frame.rgb[3000:3016]):
        assert clear not in relay.sent


def test_a_changed_certificate_is_refused_before_anything_is_booked(
    card_printer: CardPrinterProcess,
) -> None:
    known = card_printer.secure_uri
    card_printer.change_certificate()
    watcher = Watcher()

    end = watcher.print_on(behind(card_printer.connect(), known))
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.NOT_OURS)
    assert (watcher.first_bytes, card_printer.count("start"), card_printer.cards_out) == (0, 0, 0)
    assert behind(card_printer.connect(), known).size() is Trouble.NOT_OURS
    assert behind(card_printer.connect(), known).condition() == Condition(Trouble.NOT_OURS)


def test_not_a_byte_is_said_to_another_printer(
    card_printer: CardPrinterProcess, tmp_path: Path
) -> None:
    known = card_printer.secure_uri
    impostor = Impostor(tmp_path)

    assert behind(impostor.connection(), known).size() is Trouble.NOT_OURS
    impostor.wait()
    assert impostor.heard == b""  # the handshake was done, and it was the last


def test_who_speaks_no_tls_or_an_old_one_is_not_there(
    card_printer: CardPrinterProcess, tmp_path: Path
) -> None:
    known = card_printer.secure_uri
    old = Impostor(tmp_path, ssl.TLSVersion.TLSv1_1)
    assert behind(old.connection(), known).size() is Trouble.NOT_THERE
    old.wait()
    assert old.heard is None

    for said in (b"HTTP/1.1 200 OK\r\n\r\n", b""):
        ours, theirs = socket.socketpair()
        theirs.sendall(said)
        theirs.shutdown(socket.SHUT_WR)
        assert behind(ours.detach(), known).size() is Trouble.NOT_THERE
        assert b"POST /ipp" not in theirs.recv(1 << 16)
        theirs.close()


@pytest.mark.parametrize(
    ("uri", "pin"), [("ipps://localhost/ipp/print", None), ("ipp://localhost/ipp/print", bytes(32))]
)
def test_what_is_to_be_sealed_is_never_spoken_in_clear(uri: str, pin: bytes | None) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs, pytest.raises(PrinterAddressWrong):
        IppPrinter(ours.fileno(), uri, manner=Manner(pin))


def test_another_printer_in_the_middle_of_a_card_is_asked_about(
    card_printer: CardPrinterProcess, tmp_path: Path, make_relay: MakeRelay
) -> None:
    known = card_printer.secure_uri
    relay = make_relay(card_printer.connect(), 200_000)
    watcher = Watcher()

    def impostor() -> int:
        return Impostor(tmp_path).connection()

    end = watcher.print_on(behind(relay.connection(), known, impostor, IMPATIENT))
    assert end == JobEnd(Outcome.ASK, Trouble.NOT_THERE)
    assert watcher.first_bytes == 1


def test_a_proxy_in_the_environment_hears_nothing(
    card_printer: CardPrinterProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as trap:
        proxy = f"http://127.0.0.1:{trap.getsockname()[1]}"
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
            monkeypatch.setenv(name, proxy)
        for uri in (card_printer.uri, card_printer.secure_uri):
            assert Watcher().print_on(behind(_handed(uri), uri)) == CLAIMED
        assert select.select([trap], [], [], 0)[0] == []


def _handed(uri: str) -> int:
    """Return a connection that the supervisor's door has opened."""
    sources, handed = Sources(), list[int | None]()
    door = PrinterDoor(sources, resolve(uri))
    door.open(lambda descriptor: handed.append(None if descriptor is None else _copy(descriptor)))
    while not handed:
        sources.wait(1.0)
    assert handed[0] is not None
    return handed[0]


def _copy(descriptor: int) -> int:
    return os.dup(descriptor)
