"""Memory: what a session remembers stays in RAM, and goes with it.

Locked pages are never written to swap. A huge page would be copied about by the kernel's own thread
and keeps what a small one had in its neighbours, so there are none. What exists before there is an
applicant is frozen: the garbage collector never walks it again, and its pages stay shared.
"""

import contextlib
import ctypes
import gc
import resource
import signal
from errno import ENOMEM
from pathlib import Path

from kiosk.isolation import kernel

MAY_LOCK = 1 << 14  # CAP_IPC_LOCK
_PR_SET_THP_DISABLE = 41
_EVERYTHING = 1 | 2 | 4  # MCL_CURRENT, MCL_FUTURE, MCL_ONFAULT: what is touched, now and later

_MADV_DONTNEED_LOCKED = 24  # of Linux 5.18: also of memory that is kept out of swap
_M_MMAP_THRESHOLD = -3
_LEAST_OF_A_PICTURE = 4096  # bytes: Pillow takes pixels out in pieces, and the last one is small
_ROOMS = (65536, 32768, 16384, 8192, 4096, 2048, 1024)  # bytes
_OF_EACH = 64
_OWN_MAP = Path("/proc/self/maps")

_FAULTS = (signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGFPE, signal.SIGABRT)


def raise_lock_limit() -> None:
    """Ask for no limit on locked memory. Must come before the process gives up its user."""
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_MEMLOCK, (resource.RLIM_INFINITY,) * 2)


def limited() -> bool:
    """Return whether only so much memory can be locked, unless a capability lifts the limit."""
    return resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] != resource.RLIM_INFINITY


def lock() -> None:
    """Keep all memory, present and to come, out of swap.

    Raises OSError if locked memory has a limit, and no capability lifts it: under one, a later
    allocation would fail in the middle of a session.
    """
    if limited() and not kernel.capabilities() & MAY_LOCK:
        raise OSError(ENOMEM, "locked memory has a limit")
    kernel.mlockall(_EVERYTHING)


def no_huge_pages() -> None:
    """Use small pages only. Raises OSError."""
    kernel.prctl(_PR_SET_THP_DISABLE, 1)


def quiet_faults() -> None:
    """Let a fault end the process without a word from the kernel.

    By default the kernel logs a fault of a process: the address, which a fault can choose, and 64
    bytes around the instruction, which can be anything. A handler keeps it silent. The exit status
    is the signal's number.
    """
    for number in _FAULTS:
        kernel.exit_on(number)


def let_go(folder: Path) -> None:
    """Give back what is in memory of the files mapped from `folder`; a touch brings it again.

    A touch of mapped memory opens nothing and moves no access time.
    """
    with contextlib.suppress(OSError):  # then they stay, and take room
        for line in _OWN_MAP.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            addresses, permissions, *_, path = line.split(maxsplit=5)
            if permissions == "r--p" and Path(path).is_relative_to(folder):
                start, end = (int(address, 16) for address in addresses.split("-"))
                kernel.madvise(start, end - start, _MADV_DONTNEED_LOCKED)


def freeze() -> None:
    """Collect garbage, give free pages back, and leave the rest out of every later collection."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    gc.freeze()


def give_back_at_once() -> None:
    """Let go of pictures for good when they are freed: their pages go back to the kernel.

    By default the C library keeps what was freed, with its content, for the next who wants memory.
    """
    ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LEAST_OF_A_PICTURE)


def wash() -> None:
    """Fill with zeros what the C library keeps of freed memory, where a picture could be.

    It hands out what was freed before it takes more from the kernel; the largest rooms come first.
    """
    rooms = [bytearray(size) for size in _ROOMS for _ in range(_OF_EACH)]
    del rooms
