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
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.devices.slip_address import SlipAddress
from kiosk.supervisor.sources import Sources

CONNECT_WITHIN = 3.0  # seconds
_NO_LINGER = struct.pack("ii", 1, 0)  # a killed session's unsent bytes are dropped, not printed

Handed = Callable[[int | None], None]


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """Where the printer listens, resolved once at the start."""

    family: socket.AddressFamily
    address: tuple[str, int]


SlipPlace = PrinterAddress | Path
"""Where a slip printer listens, or its raw device."""


def resolve(uri: str) -> PrinterAddress | None:
    """Return the address of an `ipp://host[:port]/path` URI, or None if it has none."""
    try:
        parts = urlsplit(uri)
        port = parts.port or 631
    except ValueError:
        return None
    if parts.scheme != "ipp" or not parts.hostname:
        return None
    return _look_up(parts.hostname, port)


def resolve_slip_printer(address: SlipAddress) -> SlipPlace | None:
    """Return where to connect, or the raw device to open; None if its name leads nowhere."""
    place = address.place
    return place if isinstance(place, Path) else _look_up(place.host, place.port)


def _look_up(host: str, port: int) -> PrinterAddress | None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    family, _, _, _, address = found[0]
    return PrinterAddress(family, (str(address[0]), int(address[1])))


def open_camera(path: Path) -> int | None:
    """Return a fresh descriptor of the camera, or None if it is not there."""
    try:
        return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None


def open_device(path: Path) -> int | None:
    """Return a fresh descriptor of a raw device, or None if it is not there, or is a file.

    A slip is never written where it would stay.
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
    """Connects to the printer without waiting; `handed` gets the descriptor, or None."""

    def __init__(self, sources: Sources, address: PrinterAddress | None) -> None:
        self._sources = sources
        self._address = address

    def open(self, handed: Handed) -> None:
        """Start to connect; `handed` is called once, when it is known whether somebody is there."""
        if self._address is None:
            handed(None)
            return
        connection = socket.socket(self._address.family, socket.SOCK_STREAM)
        connection.setblocking(False)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.connect_ex(self._address.address)
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


class SlipDoor:
    """Connects to the slip printer or opens its raw device; `handed` gets the descriptor, or None.

    With SO_LINGER {1,0} as at the card printer: a killed session's half slip is dropped.
    """

    def __init__(self, sources: Sources, place: SlipPlace | None) -> None:
        self._device = place if isinstance(place, Path) else None
        self._door = PrinterDoor(sources, None if isinstance(place, Path) else place)

    def open(self, handed: Handed) -> None:
        """Start to connect; `handed` is called once, when it is known whether somebody is there."""
        if self._device is None:
            self._door.open(handed)
            return
        opened = open_device(self._device)
        handed(opened)
        if opened is not None:
            os.close(opened)  # the session holds its own copy
