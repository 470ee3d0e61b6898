"""Seat: lends screen, keyboard and touch to one compositor at a time, and takes them away again.

It speaks the protocol of seatd (libseat's own service), so that any compositor that uses libseat
can be lent a seat, and does two things that seatd does not: a compositor may start and get ready
while another one is shown, and one that is not shown gets no input device at all. What a driver
keeps of the keys that were pressed belongs to an open device, and is gone when that is closed.
"""

import contextlib
import errno
import fcntl
import os
import re
import socket
import struct
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.supervisor.sources import Sources

# seatd: include/protocol.h. A message is its number, its length, and its content.
_HEADER = struct.Struct("=HH")
_OPEN_SEAT, _CLOSE_SEAT, _OPEN_DEVICE, _CLOSE_DEVICE, _RESTS, _SWITCH, _PING = range(1, 8)
_SEAT_OPENED, _SEAT_CLOSED, _DEVICE_OPENED, _DEVICE_CLOSED = range(0x8001, 0x8005)
_DISABLE, _ENABLE, _PONG, _RESTS_TOO = 0x8005, 0x8006, 0x8007, 0x8009
_ERROR = 0xFFFF
_NUMBER, _LENGTH = struct.Struct("=i"), struct.Struct("=H")
_NAME = b"seat0\0"
_ANSWERS: dict[int, tuple[int] | tuple[int, bytes]] = {
    _OPEN_SEAT: (_SEAT_OPENED, _LENGTH.pack(len(_NAME)) + _NAME),
    _CLOSE_SEAT: (_SEAT_CLOSED,),
    _SWITCH: (_ERROR, _NUMBER.pack(errno.EPERM)),
    _PING: (_PONG,),
}
_MOST_READ = 4096
_MOST_DEVICES = 128

_SCREEN = re.compile(r"/dev/dri/card[0-9]{1,3}")
_INPUT = re.compile(r"/dev/input/event[0-9]{1,3}")
_OPENING = os.O_RDWR | os.O_NOCTTY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK

# drm.h and linux/input.h: who may set modes, and "this descriptor hears nothing any more".
_SET_MASTER, _DROP_MASTER, _REVOKE = 0x641E, 0x641F, 0x40044591

_LIBRARIES = tuple(
    Path(folder) for folder in (f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}", "/usr/lib64")
)

Open = Callable[[str, int], int]
Control = Callable[[int, int], None]


def _control(descriptor: int, request: int) -> None:
    """Do what can be done: a device that was unplugged has nothing to give and nothing to keep."""
    with contextlib.suppress(OSError):
        fcntl.ioctl(descriptor, request, 0)


class NotForYou(OSError):
    """A device that a compositor may not have, or not now."""


@dataclass(slots=True)
class _Guest:
    """A compositor: its connection, what it has open, and whether it is shown."""

    connection: socket.socket
    unread: bytes = b""
    devices: dict[int, tuple[str, int]] = field(default_factory=dict)
    next_device: int = 1
    shown: bool = False
    resting: bool = False  # it was told that its seat is away

    def screens(self) -> list[int]:
        return [opened for path, opened in self.devices.values() if _SCREEN.fullmatch(path)]

    def inputs(self) -> list[int]:
        return [opened for path, opened in self.devices.values() if _INPUT.fullmatch(path)]


def wants_confirmation(folders: Sequence[Path] = _LIBRARIES) -> bool:
    """Return whether this machine's libseat awaits an answer when it has said that it rests.

    Since 0.9 it does, and before that an answer leaves it deaf. It tells its version nowhere; what
    it can say about a kind of device that 0.9 was the first to know tells them apart.
    """
    found = (folder / "libseat.so.1" for folder in folders)
    return any(path.is_file() and b"hidraw" in path.read_bytes() for path in found)


class Seat:
    """The one seat of a station. A guest is known by its session's ordinal."""

    def __init__(
        self,
        sources: Sources,
        open_device: Open = os.open,
        control: Control = _control,
        *,
        confirms: bool | None = None,
    ) -> None:
        self._sources = sources
        self._confirms = wants_confirmation() if confirms is None else confirms
        self._open = open_device
        self._control = control
        self._guests: dict[int, _Guest] = {}
        self._shown: int | None = None

    def admit(self, ordinal: int, connection: socket.socket) -> None:
        """Serve a compositor that has connected; it is shown if its session is."""
        connection.setblocking(False)
        self._guests[ordinal] = _Guest(connection, shown=ordinal == self._shown)
        self._sources.readable(connection, lambda: self._hear(ordinal))

    def show(self, ordinal: int) -> None:
        """Take the seat from whoever has it and lend it to this one, now or when it comes."""
        before, self._shown = self._shown, ordinal
        if before is not None and before != ordinal and before in self._guests:
            self._hide(self._guests[before])
        guest = self._guests.get(ordinal)
        if guest is None:
            return
        guest.shown = True
        for screen in guest.screens():
            self._control(screen, _SET_MASTER)
        if guest.resting:
            guest.resting = False
            _send(guest, _ENABLE)

    def leave(self, ordinal: int) -> None:
        """Close all that was lent; the compositor's own copies go with its process."""
        guest = self._guests.pop(ordinal, None)
        if guest is None:
            return
        self._sources.forget(guest.connection)
        guest.connection.close()
        for _, opened in guest.devices.values():
            os.close(opened)

    def _hide(self, guest: _Guest) -> None:
        guest.shown = False
        for device in guest.inputs():
            self._control(device, _REVOKE)
        for screen in guest.screens():
            self._control(screen, _DROP_MASTER)
        if not guest.resting:
            guest.resting = True
            _send(guest, _DISABLE)

    # -- what a guest says -----------------------------------------------------------------------

    def _hear(self, ordinal: int) -> None:
        guest = self._guests[ordinal]
        try:
            heard = guest.connection.recv(_MOST_READ)
        except BlockingIOError:
            return
        except OSError:
            heard = b""
        if not heard:
            self.leave(ordinal)
            return
        guest.unread += heard
        while (message := _next_message(guest)) is not None:
            if not self._answer(guest, *message):
                self.leave(ordinal)
                return

    def _answer(self, guest: _Guest, number: int, content: bytes) -> bool:
        """Answer one message; False if it is none that a well-behaved compositor sends."""
        if number in _ANSWERS:
            _send(guest, *_ANSWERS[number])
        elif number == _OPEN_DEVICE:
            self._lend(guest, content)
        elif number == _CLOSE_DEVICE and len(content) == _NUMBER.size:
            self._take_back(guest, *_NUMBER.unpack(content))
        elif number == _RESTS:
            if self._confirms:
                _send(guest, _RESTS_TOO)
        else:
            return False
        return True

    def _lend(self, guest: _Guest, content: bytes) -> None:
        path = content[_LENGTH.size :].rstrip(b"\0").decode("ascii", "replace")
        try:
            opened = self._open_for(guest, path)
        except OSError as refused:
            _send(guest, _ERROR, _NUMBER.pack(refused.errno or errno.EPERM))
            return
        guest.devices[guest.next_device] = (path, opened)
        _send(guest, _DEVICE_OPENED, _NUMBER.pack(guest.next_device), opened)
        guest.next_device += 1
        if not guest.shown and not guest.resting:
            guest.resting = True
            _send(guest, _DISABLE)

    def _open_for(self, guest: _Guest, path: str) -> int:
        screen, device = _SCREEN.fullmatch(path), _INPUT.fullmatch(path)
        if len(guest.devices) >= _MOST_DEVICES or not (screen or (device and guest.shown)):
            raise NotForYou(errno.EPERM, "not for you")
        opened = self._open(path, _OPENING)
        if screen and guest.shown:
            self._control(opened, _SET_MASTER)
        return opened

    def _take_back(self, guest: _Guest, device: int) -> None:
        if device not in guest.devices:
            _send(guest, _ERROR, _NUMBER.pack(errno.EBADF))
            return
        os.close(guest.devices.pop(device)[1])
        _send(guest, _DEVICE_CLOSED)


def _next_message(guest: _Guest) -> tuple[int, bytes] | None:
    if len(guest.unread) < _HEADER.size:
        return None
    number, length = _HEADER.unpack_from(guest.unread)
    end = _HEADER.size + length
    if len(guest.unread) < end:
        return None
    content, guest.unread = guest.unread[_HEADER.size : end], guest.unread[end:]
    return number, content


def _send(guest: _Guest, number: int, content: bytes = b"", descriptor: int | None = None) -> None:
    """Send one message. A compositor that does not listen is told by its death."""
    message = _HEADER.pack(number, len(content)) + content
    with contextlib.suppress(OSError):
        if descriptor is None:
            guest.connection.send(message)
        else:
            socket.send_fds(guest.connection, [message], [descriptor])
