"""Memory: everything a process has in RAM, as buffers to be searched.

Read from outside, through /proc/PID/mem, so that no page is missed that the process itself would
not look at. Left out are only pages of a file on disk that the process never wrote to: they hold
what the file holds, and every changed file is searched as a file. What a process keeps open without
a name (memory files, deleted files) is read too, mapped or not.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.forensics.search import OVERLAP

_PAGE = os.sysconf("SC_PAGE_SIZE")
_LARGEST = 1 << 25  # bytes of a buffer
# The top byte of an entry of /proc/PID/pagemap: in RAM, in swap, or a page of a file.
_PRESENT, _SWAPPED, _OF_FILE = 0x80, 0x40, 0x20
_HELD = bytes(bool(top & (_PRESENT | _SWAPPED)) for top in range(256))
_OWN = bytes(bool(top & (_PRESENT | _SWAPPED) and not top & _OF_FILE) for top in range(256))
_RUN = re.compile(rb"\x01+")
_KERNELS = ("[vvar", "[vsyscall]")
_NEEDED = "Reading other processes' memory needs root or CAP_SYS_PTRACE. Please run: sudo make test"


class NoPrivilege(Exception):
    """The memory of a process may not be read; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Region:
    """A line of /proc/PID/maps."""

    start: int
    end: int
    shared: bool
    device: str
    inode: int
    path: str


@dataclass(slots=True)
class Extent:
    """How many bytes were searched, and how many were left out as unchanged pages of files."""

    searched: int = 0
    left_out: int = 0


def buffers(pid: int, extent: Extent) -> Iterator[bytes]:
    """Yield all memory of a process, and count it in `extent`. A process that died yields less.

    Raises NoPrivilege.
    """
    try:
        memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
        pagemap = os.open(f"/proc/{pid}/pagemap", os.O_RDONLY)
    except PermissionError:
        raise NoPrivilege(_NEEDED) from None
    except (FileNotFoundError, ProcessLookupError):  # it has ended
        return
    try:
        for region in regions(pid):
            yield from _present(memory, pagemap, region, extent)
    finally:
        os.close(memory)
        os.close(pagemap)
    yield from _nameless_files(pid, extent)


def regions(pid: int) -> list[Region]:
    """Return what a process has mapped, without the kernel's own pages."""
    try:
        maps = Path(f"/proc/{pid}/maps").read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [region for line in maps.splitlines() if (region := _region(line)) is not None]


def _region(line: str) -> Region | None:
    addresses, permissions, _, device, inode, *rest = line.split(maxsplit=5)
    path = rest[0] if rest else ""
    start, end = (int(address, 16) for address in addresses.split("-"))
    if path.startswith(_KERNELS):
        return None
    return Region(start, end, permissions[3] == "s", device, int(inode), path)


def _present(memory: int, pagemap: int, region: Region, extent: Extent) -> Iterator[bytes]:
    """Yield the runs of pages that are there and may hold what no file on disk holds."""
    length = region.end - region.start
    try:
        entries = os.pread(pagemap, length // _PAGE * 8, region.start // _PAGE * 8)
    except OSError:
        return
    tops = entries[7::8]
    held = tops.translate(_HELD)
    marks = tops.translate(_OWN) if _lies_on_disk(region) else held
    extent.left_out += (held.count(1) - marks.count(1)) * _PAGE
    for run in _RUN.finditer(marks):
        start, end = (region.start + place * _PAGE for place in run.span())
        extent.searched += end - start
        yield from _read(memory, start, end)


def _read(memory: int, start: int, end: int) -> Iterator[bytes]:
    while start < end:
        upto = min(end, start + _LARGEST)
        try:
            buffer = os.pread(memory, upto - start, start)
        except OSError:  # a device's pages, or the process died
            return
        if not buffer:
            return
        yield buffer
        if upto == end:
            return
        start = upto - OVERLAP


def _lies_on_disk(region: Region) -> bool:
    """Return whether this is a private mapping of a file that still lies where it was."""
    if region.shared or not region.inode or not region.path.startswith("/"):
        return False
    try:
        found = Path(region.path).stat()
    except OSError:
        return False
    device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}"
    return found.st_ino == region.inode and device == region.device


def _nameless_files(pid: int, extent: Extent) -> Iterator[bytes]:
    """Yield what lies in files that a process holds open and that no folder has."""
    try:
        descriptors = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return
    for descriptor in descriptors:
        try:
            file = os.open(descriptor, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:  # a socket, or closed meanwhile
            continue
        try:
            found = os.fstat(file)
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 0:
                extent.searched += found.st_size
                yield from _whole(file)
        finally:
            os.close(file)


def _whole(file: int) -> Iterator[bytes]:
    at = 0
    while buffer := os.pread(file, _LARGEST, at):
        yield buffer
        if len(buffer) < _LARGEST:
            return
        at += len(buffer) - OVERLAP
