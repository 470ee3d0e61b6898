import os
import pty
import socket
import struct
from pathlib import Path

import pytest

from kiosk.devices import slip_address
from kiosk.errors import PrinterInClear
from kiosk.supervisor.doors import (
    PrinterAddress,
    PrinterDoor,
    open_camera,
    open_device,
    resolve,
    resolve_slip_printer,
)
from kiosk.supervisor.sources import Sources


class Guest:
    """Keeps a copy of what it is handed, as a session does."""

    def __init__(self) -> None:
        self.handed: list[int | None] = []

    def __call__(self, descriptor: int | None) -> None:
        self.handed.append(None if descriptor is None else os.dup(descriptor))


def wait_for(guest: Guest, sources: Sources, count: int = 1) -> None:
    while len(guest.handed) < count:
        sources.wait(1.0)


def address_of(listener: socket.socket) -> str:
    return f"ipp://localhost:{listener.getsockname()[1]}/ipp/print"


def test_a_printer_that_listens_is_handed_over_without_linger() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        guest, sources = Guest(), Sources()
        PrinterDoor(sources, resolve(address_of(listener))).open(guest)
        wait_for(guest, sources)
        assert guest.handed[0] is not None
        with socket.socket(fileno=guest.handed[0]) as line:
            lingering = line.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)
            assert struct.unpack("ii", lingering) == (1, 0)
            assert line.getblocking()


@pytest.mark.parametrize("host", ["192.0.2.1", "[2001:db8::1]", "[::]", "[::ffff:127.0.0.1]"])
@pytest.mark.parametrize("way", ["ipp://{}/ipp/print", "raw://{}?profile=evolis-black"])
def test_a_card_never_leaves_the_machine_in_clear(way: str, host: str) -> None:
    with pytest.raises(PrinterInClear):
        resolve(way.format(host))


def test_a_sealed_printer_may_be_on_the_network() -> None:
    found = resolve(f"ipps://192.0.2.1/ipp/print?pin=sha256-{'0' * 64}")
    assert found == PrinterAddress(socket.AF_INET, ("192.0.2.1", 631), only_here=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "[::1]", "localhost"])
def test_this_machine_may_be_printed_to_in_clear(host: str) -> None:
    assert isinstance(resolve(f"ipp://{host}:8631/ipp/print"), PrinterAddress)


def test_an_address_elsewhere_is_never_connected_in_clear() -> None:
    guest, sources = Guest(), Sources()
    elsewhere = PrinterAddress(socket.AF_INET, ("192.0.2.1", 9))
    PrinterDoor(sources, elsewhere).open(guest)
    assert guest.handed == [None]  # at once: nothing was tried


def test_a_print_servers_socket_is_connected_or_told_to_be_missing(tmp_path: Path) -> None:
    path = str(tmp_path / "cups.sock")
    guest, sources = Guest(), Sources()
    door = PrinterDoor(sources, PrinterAddress(socket.AF_UNIX, path))
    door.open(guest)
    assert guest.handed == [None]
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        door.open(guest)
        wait_for(guest, sources, 2)
    assert guest.handed[1] is not None
    os.close(guest.handed[1])


def test_a_queue_is_reached_by_its_socket_and_a_device_by_its_path() -> None:
    assert resolve("cups:///card") == PrinterAddress(socket.AF_UNIX, "/run/cups/cups.sock")
    assert resolve("raw:///dev/usb/lp0?profile=evolis-black") == Path("/dev/usb/lp0")


def test_every_asking_opens_a_new_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        guest, sources = Guest(), Sources()
        door = PrinterDoor(sources, resolve(address_of(listener)))
        for asked in (1, 2):
            door.open(guest)
            wait_for(guest, sources, asked)
        ports = set()
        for descriptor in guest.handed:
            assert descriptor is not None
            with socket.socket(fileno=descriptor) as line:
                ports.add(line.getsockname())
        assert len(ports) == 2


def test_a_printer_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        gone = resolve(address_of(listener))
    guest, sources = Guest(), Sources()
    PrinterDoor(sources, gone).open(guest)
    wait_for(guest, sources)
    PrinterDoor(sources, None).open(guest)
    assert guest.handed == [None, None]


@pytest.mark.parametrize(
    "uri", ["", "localhost", "http://localhost/", "ipp://", "ipp://[", "ipp:x"]
)
def test_what_names_no_printer_has_no_address(uri: str) -> None:
    assert resolve(uri) is None


def test_a_camera_is_opened_afresh_or_told_to_be_missing(tmp_path: Path) -> None:
    assert open_camera(tmp_path / "none") is None
    device = tmp_path / "camera"
    device.touch()
    first, second = open_camera(device), open_camera(device)
    assert first is not None
    assert second is not None
    os.lseek(first, 10, os.SEEK_SET)
    assert os.lseek(second, 0, os.SEEK_CUR) == 0  # no open file description is shared
    for descriptor in (first, second):
        os.close(descriptor)


def test_a_slip_printer_that_listens_is_handed_over_without_linger() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        uri = f"escpos://localhost:{listener.getsockname()[1]}"
        guest, sources = Guest(), Sources()
        place = resolve_slip_printer(slip_address.parse(uri))
        PrinterDoor(sources, place).open(guest)
        wait_for(guest, sources)
        assert guest.handed[0] is not None
        with socket.socket(fileno=guest.handed[0]) as line:
            lingering = line.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)
            assert struct.unpack("ii", lingering) == (1, 0)


def test_a_raw_device_is_opened_afresh_each_time() -> None:
    ours, theirs = pty.openpty()
    guest, door = Guest(), PrinterDoor(Sources(), Path(os.ttyname(theirs)))
    for _ in range(2):
        door.open(guest)
    first, second = guest.handed
    assert first is not None
    assert second is not None
    os.set_blocking(first, True)
    assert not os.get_blocking(second)  # no open file description is shared
    for descriptor in (first, second, ours, theirs):
        os.close(descriptor)


def test_a_slip_is_never_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "lp0"
    file.touch()
    for path in (file, tmp_path, tmp_path / "none"):
        assert open_device(path) is None
    assert file.read_bytes() == b""


def test_a_station_without_a_slip_printer_says_so() -> None:
    guest = Guest()
    PrinterDoor(Sources(), None).open(guest)
    assert guest.handed == [None]


def test_a_slip_printer_whose_name_leads_nowhere_has_no_place() -> None:
    assert resolve_slip_printer(slip_address.parse("escpos://nowhere.invalid")) is None
