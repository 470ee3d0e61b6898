"""Wiper: a process that lives for a moment and overwrites the memory of a stopped session.

It can write that memory and cannot read it. The right does not come from root: before it seals
itself, a session opens its own memory for writing alone and leaves the descriptor in a socket pair,
whose other end the supervisor keeps unread and gives to the wiper. So no process of the station
ever has the right to look into a session, and none needs CAP_SYS_PTRACE.
"""

import argparse
import contextlib
import os
import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.errors import WallMissing
from kiosk.isolation import seal, user, walls
from kiosk.isolation.channel import WIPE, WIPED, WIPER_READY
from kiosk.isolation.wall import Wall

NOTHING_TO_WIPE = 2
"""Exit status when the session ended before it had offered anything: nobody was there yet."""

_PAGE = os.sysconf("SC_PAGE_SIZE")
_ZEROS = memoryview(bytes(1 << 20))
_OFFER = b"m"
_DESCRIPTORS = 3
_MOST_READ = 1 << 16

# /proc/PID/pagemap has 8 bytes a page; the top byte tells: in RAM, in swap, or of a file.
_PRESENT, _SWAPPED, _OF_FILE = 0x80, 0x40, 0x20
_ANY = bytes(bool(top & (_PRESENT | _SWAPPED)) for top in range(256))
_OWN = bytes(bool(top & (_PRESENT | _SWAPPED) and not top & _OF_FILE) for top in range(256))
_RUN = re.compile(rb"\x01+")

# What is shared and yet written to no disk.
_IN_MEMORY = ("/memfd:", "/SYSV", "/dev/shm/", "/dev/zero")  # noqa: S108  # names, not files to use


@dataclass(frozen=True, slots=True)
class Memory:
    """Descriptors of a session's memory (write-only), its map, and what of it is present."""

    content: int
    maps: int
    pagemap: int


@dataclass(frozen=True, slots=True)
class Region:
    """A range of addresses, and which of its pages can hold what the session wrote."""

    start: int
    end: int
    shared: bool


def offer(descriptor: int) -> None:
    """Leave the right to wipe this process in a socket, and close our end of it.

    Comes before every wall, since each of them takes this right away. Raises OSError.
    """
    with socket.socket(fileno=descriptor) as end:
        opened = [
            os.open("/proc/self/mem", os.O_WRONLY | os.O_CLOEXEC),
            os.open("/proc/self/maps", os.O_RDONLY | os.O_CLOEXEC),
            os.open("/proc/self/pagemap", os.O_RDONLY | os.O_CLOEXEC),
        ]
        socket.send_fds(end, [_OFFER], opened)
        for one in opened:
            os.close(one)


def receive(descriptor: int) -> Memory | None:
    """Take what a session left in the socket, or None if it left nothing."""
    with socket.socket(fileno=descriptor) as end:
        _, opened, _, _ = socket.recv_fds(end, 1, _DESCRIPTORS)
    return Memory(*opened) if len(opened) == _DESCRIPTORS else None


def wipe(target: Memory) -> int:
    """Overwrite with zeros every page that the session wrote, and return the number of bytes.

    The session must be stopped: a running one would write on, or die of it.
    """
    return sum(
        _overwrite(target.content, start, end)
        for region in _regions(_read_all(target.maps))
        for start, end in _present(target.pagemap, region)
    )


def main() -> int:
    """Say that it is ready, wait, wipe, and say that it is done; the exit status tells why not."""
    options = _options()
    with contextlib.suppress(OSError):  # the wall of the own user tells
        if options.user is not None:
            user.become(options.user, training=options.training)
    seal.die_with_parent(options.parent)
    control = socket.socket(fileno=options.control)
    target = receive(options.memory)
    if target is None:
        return NOTHING_TO_WIPE
    seal.no_dumps()
    try:
        walls.wiper(training=options.training)
    except WallMissing as missing:
        return Wall(missing.wall).exit_status
    control.send(WIPER_READY)
    if control.recv(1) == WIPE:
        wipe(target)
        control.send(WIPED)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.isolation.wiper", allow_abbrev=False)
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--memory", type=int, required=True)
    parser.add_argument("--user")
    parser.add_argument("--training", action="store_true")
    return parser.parse_args()


def _read_all(descriptor: int) -> str:
    pieces = iter(lambda: os.read(descriptor, _MOST_READ), b"")
    return b"".join(pieces).decode("utf-8", "surrogateescape")


def _regions(maps: str) -> Iterator[Region]:
    """Read /proc/PID/maps (proc_pid_maps(5))."""
    for line in maps.splitlines():
        addresses, permissions, _, _, inode, *rest = line.split(maxsplit=5)
        name = rest[0] if rest else ""
        start, end = (int(address, 16) for address in addresses.split("-"))
        shared = permissions[3] == "s"
        if _can_hold_writing(permissions, name, of_file=inode != "0", shared=shared):
            yield Region(start, end, shared)


def _can_hold_writing(permissions: str, name: str, *, of_file: bool, shared: bool) -> bool:
    if name.startswith("[v"):  # the kernel's own pages: vvar, vdso, vsyscall
        return False
    if shared:  # a shared file on disk would be written to; so would a device
        return "w" in permissions and name.startswith(_IN_MEMORY)
    # A private page that may not be written now may have been before.
    return "w" in permissions or ("x" not in permissions and not of_file)


def _present(pagemap: int, region: Region) -> Iterator[tuple[int, int]]:
    """Return the runs of addresses in a region whose pages exist and hold something of its own."""
    entries = os.pread(pagemap, (region.end - region.start) // _PAGE * 8, region.start // _PAGE * 8)
    marks = entries[7::8].translate(_ANY if region.shared else _OWN)
    for run in _RUN.finditer(marks):
        yield region.start + run.start() * _PAGE, region.start + run.end() * _PAGE


def _overwrite(content: int, start: int, end: int) -> int:
    done = start
    while done < end:
        try:
            done += os.pwrite(content, _ZEROS[: end - done], done)
        except OSError:
            done += _PAGE  # a page that the kernel will not give: the next one may be written
    return end - start


if __name__ == "__main__":
    sys.exit(main())
