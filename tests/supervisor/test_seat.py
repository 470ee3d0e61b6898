import os
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.supervisor.seat import Seat, wants_confirmation
from kiosk.supervisor.sources import Sources

SCREEN, KEYS = "/dev/dri/card0", "/dev/input/event3"
SET_MASTER, DROP_MASTER, REVOKE = 0x641E, 0x641F, 0x40044591


@dataclass
class Devices:
    """Devices that no test machine has: opened by name, and told what a seat tells a driver."""

    names: dict[int, str] = field(default_factory=dict)
    told: list[tuple[str, int]] = field(default_factory=list)

    def open(self, path: str, _flags: int) -> int:
        descriptor = os.open("/dev/null", os.O_RDWR)
        self.names[descriptor] = path
        return descriptor

    def control(self, descriptor: int, request: int) -> None:
        self.told.append((self.names[descriptor], request))


@dataclass
class Compositor:
    """A process that uses the real libseat."""

    process: subprocess.Popen[bytes]
    sources: Sources

    def do(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word.encode() + b"\n")

    def says(self) -> str:
        """Return its next word, while the seat goes on serving."""
        assert self.process.stdout is not None
        while not select.select([self.process.stdout], [], [], 0)[0]:
            self.sources.wait(0.05)
        return self.process.stdout.readline().strip().decode()


@dataclass
class Room:
    """A seat, its devices, and a way to start compositors on it."""

    sources: Sources
    devices: Devices
    seat: Seat
    folder: Path
    compositors: dict[int, Compositor] = field(default_factory=dict)

    def start(self, ordinal: int) -> Compositor:
        path = self.folder / str(ordinal)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
            listening.listen(1)
            client = Path(__file__).with_name("seat_client.py")
            process = subprocess.Popen(
                [sys.executable, "-B", str(client)], bufsize=0, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={"LIBSEAT_BACKEND": "seatd", "SEATD_SOCK": str(path)},
            )  # fmt: skip
            self.seat.admit(ordinal, listening.accept()[0])
        compositor = Compositor(process, self.sources)
        self.compositors[ordinal] = compositor
        assert compositor.says() == "seated"
        return compositor


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    sources, devices = Sources(), Devices()
    seat = Seat(sources, devices.open, devices.control)
    made = Room(sources, devices, seat, tmp_path)
    yield made
    for ordinal, compositor in made.compositors.items():
        seat.leave(ordinal)
        compositor.process.kill()
        compositor.process.communicate()


def test_a_shown_compositor_gets_the_screen_and_the_keys(room: Room) -> None:
    room.seat.show(1)
    shown = room.start(1)

    for device in (SCREEN, KEYS):
        shown.do(f"open {device}")
        assert shown.says() == "opened"
    assert room.devices.told == [(SCREEN, SET_MASTER)]


def test_one_that_stands_by_gets_ready_without_keys(room: Room) -> None:
    room.seat.show(1)
    waiting = room.start(2)

    waiting.do(f"open {SCREEN}")
    assert waiting.says() == "opened"
    waiting.do("listen")
    assert [waiting.says(), waiting.says()] == ["rests", "listened"]
    waiting.do(f"open {KEYS}")
    assert waiting.says() == "refused"
    assert room.devices.told == []


def test_a_hand_over_silences_the_last_before_the_next_hears_anything(room: Room) -> None:
    room.seat.show(1)
    first, second = room.start(1), room.start(2)
    for device in (SCREEN, KEYS):
        first.do(f"open {device}")
        first.says()
    second.do(f"open {SCREEN}")
    assert second.says() == "opened"
    second.do("listen")
    assert [second.says(), second.says()] == ["rests", "listened"]
    room.devices.told.clear()

    room.seat.show(2)
    second.do("listen")

    assert [second.says(), second.says()] == ["active", "listened"]
    assert room.devices.told == [(KEYS, REVOKE), (SCREEN, DROP_MASTER), (SCREEN, SET_MASTER)]
    second.do(f"open {KEYS}")
    assert second.says() == "opened"


@pytest.mark.parametrize(
    "path", ["/dev/mem", "/dev/input/../mem", "/dev/dri/renderD128", "/etc/passwd", "/dev/input"]
)
def test_nothing_else_is_lent(path: str, room: Room) -> None:
    room.seat.show(1)
    shown = room.start(1)

    shown.do(f"open {path}")

    assert shown.says() == "refused"
    assert room.devices.names == {}


def test_who_leaves_leaves_nothing_open(room: Room) -> None:
    room.seat.show(1)
    shown = room.start(1)
    shown.do(f"open {KEYS}")
    shown.says()
    (lent,) = room.devices.names

    room.seat.leave(1)

    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(lent)


@pytest.mark.parametrize(
    "message", [struct.pack("=HH", 99, 0), struct.pack("=HHh", 4, 2, 1), struct.pack("=HH", 0, 0)]
)
def test_who_breaks_the_protocol_is_shown_out(message: bytes, room: Room) -> None:
    ours, theirs = socket.socketpair()
    room.seat.admit(7, theirs)
    ours.send(message)

    room.sources.wait(1.0)

    assert ours.recv(1) == b""
    ours.close()


@pytest.mark.parametrize(("content", "wanted"), [(b"evdev", False), (b"evdev hidraw", True)])
def test_a_newer_libseat_is_told_apart(content: bytes, wanted: bool, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "libseat.so.1").write_bytes(content)
    assert wants_confirmation([tmp_path]) is wanted
