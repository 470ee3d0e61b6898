"""Calls: the few questions that the kernel answers in no file."""

import ctypes
import mmap
import os

_SIZE_OF_TIMEX = 512  # 208 on 64-bit machines; the kernel writes no more than it knows
_STATUS = slice(40, 44)
_TIME_ERROR = 5
_UNSYNCHRONIZED = 0x40  # STA_UNSYNC

_libc = ctypes.CDLL(None, use_errno=True)


def overwrites_memory() -> bool:
    """Overwrite a page of our own the way the wiper does, and return whether it is gone.

    A kernel may be told to forbid this (`proc_mem.force_override`, since 6.12). Raises OSError.
    """
    with mmap.mmap(-1, mmap.PAGESIZE) as page:
        page.write(b"\xa5" * mmap.PAGESIZE)
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        memory = os.open("/proc/self/mem", os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.pwrite(memory, bytes(mmap.PAGESIZE), address)
        finally:
            os.close(memory)
        return page[:] == bytes(mmap.PAGESIZE)


def clock_synchronized() -> bool:
    """Return whether the kernel's clock is kept by another one (adjtimex(2)). Raises OSError."""
    timex = ctypes.create_string_buffer(_SIZE_OF_TIMEX)  # all zeros: ask, change nothing
    state = int(_libc.adjtimex(timex))
    if state < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    status = int.from_bytes(timex.raw[_STATUS], "little")
    return state != _TIME_ERROR and not status & _UNSYNCHRONIZED
