"""Doors: devices opened afresh for one session, handed over, and closed here at once.

No two sessions ever share an open file description, because a driver's buffers belong to it. The
supervisor connects and opens; it never reads or writes what it opens.
"""

import os
import socket
import stat
import struct
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices import card_address
from kiosk.devices.card_address import CUPS_SOCKET
from kiosk.devices.place import Listener
from kiosk.devices.slip_address import SlipAddress
from kiosk.errors import PrinterAddressWrong, PrinterInClear
from kiosk.supervisor.sources import Sources

if TYPE_CHECKING:  # the station reads no profile
    from kiosk.devices.profile import Driver

CONNECT_WITHIN = 3.0  # seconds
_NO_LINGER = struct.pack("ii", 1, 0)  # a killed session's unsent bytes are dropped, not printed

Handed = Callable[[int | None], None]


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """Where the printer listens, resolved once at the start: IP and port, or a socket's path.

    With `only_here` what is sent travels in clear, and is never sent to another machine.
    """

    family: socket.AddressFamily
    address: tuple[str, int] | str
    only_here: bool = True

    @property
    def allowed(self) -> bool:
        """Whether it may be connected to at all."""
        if isinstance(self.address, str) or not self.only_here:
            return True
        return ip_address(self.address[0]).is_loopback


BarePlace = PrinterAddress | Path
"""Where a printer listens, or its raw device."""


@dataclass(frozen=True, slots=True)
class DrivenPrinter:
    """A printer that its maker's driver speaks to, and the driver."""

    place: BarePlace
    driver: "Driver"


PrinterPlace = BarePlace | DrivenPrinter


def resolve(uri: str) -> BarePlace | None:
    """Return where the card printer is that `uri` names, or None if its name leads nowhere.

    Raises PrinterInClear if a card would travel in clear to another machine.
    """
    try:
        wanted = card_address.parse(uri)
    except PrinterAddressWrong:
        return None
    if wanted.place == CUPS_SOCKET:
        return PrinterAddress(socket.AF_UNIX, str(CUPS_SOCKET))
    if isinstance(wanted.place, Path):
        return wanted.place
    found = _look_up(wanted.place, only_here=wanted.only_here)
    if found is not None and not found.allowed:
        raise PrinterInClear
    return found


def resolve_slip_printer(address: SlipAddress) -> BarePlace | None:
    """Return where to connect, or the raw device to open; None if its name leads nowhere."""
    place = address.place
    return place if isinstance(place, Path) else _look_up(place, only_here=False)


def _look_up(place: Listener, *, only_here: bool) -> PrinterAddress | None:
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    family, _, _, _, address = found[0]
    return PrinterAddress(family, (str(address[0]), int(address[1])), only_here)


def open_camera(path: Path) -> int | None:
    """Return a fresh descriptor of the camera, or None if it is not there."""
    try:
        return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None


def open_device(path: Path) -> int | None:
    """Return a fresh descriptor of a raw device, or None if it is not there, or is a file.

    Nothing is ever printed to where it would stay.
    """
    try:
        opened = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except OSError:
        return None
    if stat.S_ISCHR(os.fstat(opened).st_mode):
        return opened
    os.close(opened)
    return None


class PrinterDoor:
    """Connects to a printer without waiting, or opens its raw device, for one session at a time.

    With SO_LINGER {1,0}: what a killed session had not sent is dropped and not printed.
    """

    def __init__(self, sources: Sources, place: PrinterPlace | None) -> None:
        self._sources = sources
        self._place = place.place if isinstance(place, DrivenPrinter) else place

    def open(self, handed: Handed) -> None:
        """Begin; `handed` is called once, with the descriptor, or None if nobody is there."""
        match self._place:
            case PrinterAddress() as address if address.allowed:
                self._connect(address, handed)
            case Path() as device:
                _hand_device(device, handed)
            case _:
                handed(None)

    def _connect(self, address: PrinterAddress, handed: Handed) -> None:
        connection = socket.socket(address.family, socket.SOCK_STREAM)
        connection.setblocking(False)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        if address.family != socket.AF_UNIX:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        refused = connection.connect_ex(address.address)
        if refused and address.family == socket.AF_UNIX:  # there is nothing to wait for
            connection.close()
            handed(None)
            return
        self._sources.writable(connection, lambda: self._settle(connection, handed))
        self._sources.at(CONNECT_WITHIN, lambda: self._settle(connection, handed, late=True))

    def _settle(self, connection: socket.socket, handed: Handed, *, late: bool = False) -> None:
        if connection.fileno() < 0:  # settled before
            return
        self._sources.forget(connection)
        if late or connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0:
            handed(None)
        else:
            connection.setblocking(True)
            handed(connection.fileno())
        connection.close()  # the session holds its own copy; without one this resets the line


def _hand_device(device: Path, handed: Handed) -> None:
    opened = open_device(device)
    handed(opened)
    if opened is not None:
        os.close(opened)  # the session holds its own copy
