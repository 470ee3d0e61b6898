"""Kernel: the tables into which any process may write a few words, and that outlive it.

Names of sockets, descriptions of keys, the kernel's log, and memory segments that belong to nobody.
What else the kernel holds can only be searched from outside the machine: see docs/auditors.md.
"""

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

_TABLES = ("/proc/net/unix", "/proc/keys")
_LOG = "/dev/kmsg"
_LOG_LINE = 8192
_READ_ONLY = 0o10000  # SHM_RDONLY

_libc = ctypes.CDLL(None, use_errno=True)
_libc.shmat.restype = ctypes.c_void_p
_libc.shmat.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
_libc.shmdt.argtypes = [ctypes.c_void_p]


def tables() -> Iterator[tuple[str, bytes]]:
    """Yield each table, by name."""
    for path in _TABLES:
        yield path, Path(path).read_bytes()
    yield "kernel log", b"".join(_log())
    for identifier, size in segments():
        yield "shared memory segment", _segment(identifier, size)


def segments() -> list[tuple[int, int]]:
    """Return the System V segments of this machine, each with its size."""
    lines = Path("/proc/sysvipc/shm").read_text(encoding="ascii").splitlines()[1:]
    return [(int(line.split()[1]), int(line.split()[3])) for line in lines]


def _log() -> Iterator[bytes]:
    log = os.open(_LOG, os.O_RDONLY | os.O_NONBLOCK)
    try:
        while True:
            try:
                yield os.read(log, _LOG_LINE)
            except BlockingIOError:
                return
            except BrokenPipeError:  # a line was overwritten by newer ones
                continue
    finally:
        os.close(log)


def _segment(identifier: int, size: int) -> bytes:
    place = _libc.shmat(identifier, None, _READ_ONLY)
    if place in (None, ctypes.c_void_p(-1).value):  # it was removed meanwhile
        return b""
    content = ctypes.string_at(place, size)
    _libc.shmdt(place)
    return content
