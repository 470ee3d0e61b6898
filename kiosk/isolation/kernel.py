"""Kernel: system calls for which Python has no function, through the C library's `syscall`.

Our own forty lines and no package: what puts up the walls must be readable in one sitting, and it
runs in every process that matters.
"""

import ctypes
import os
import struct

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long

_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3

Argument = int | bytes | None
"""A number, a buffer that the kernel reads, or a null pointer."""


def call(number: int, *arguments: Argument) -> int:
    """Make one system call and return its result. Raises OSError."""
    result = int(_libc.syscall(ctypes.c_long(number), *map(_as_word, arguments)))
    return _checked(result)


def prctl(option: int, *values: int) -> int:
    """Change or ask one thing about this process. Raises OSError."""
    words = (*values, 0, 0, 0, 0)[:4]
    return _checked(int(_libc.prctl(option, *map(ctypes.c_ulong, words))))


def no_new_privileges() -> None:
    """Let no program that is started give more rights than there are; walls demand it first."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def give_up_capabilities(kept: int) -> None:
    """Keep the capabilities in the mask `kept` (numbers below 32) and no other. Raises OSError."""
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = struct.pack("=6I", kept, kept, 0, 0, 0, 0)  # effective, permitted, inheritable, twice
    _checked(int(_libc.capset(header, data)))


def give_up_capability(number: int) -> None:
    """Keep every capability but this one, a number below 32. Raises OSError."""
    words = list(_capability_words())
    for place in range(3):  # effective, permitted, inheritable
        words[place] &= ~(1 << number)
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    _checked(int(_libc.capset(header, struct.pack("=6I", *words))))


def capabilities() -> int:
    """Return the mask of the capabilities in effect, those with numbers below 32."""
    return _capability_words()[0]


def _capability_words() -> tuple[int, ...]:
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = ctypes.create_string_buffer(6 * 4)
    _checked(int(_libc.capget(header, data)))
    return struct.unpack("=6I", data.raw[: 6 * 4])


def mlockall(flags: int) -> None:
    """Keep memory out of swap (mlockall(2)). Raises OSError."""
    _checked(int(_libc.mlockall(flags)))


def madvise(start: int, length: int, advice: int) -> None:
    """Say what becomes of a range of memory (madvise(2)). Raises OSError."""
    place, room = ctypes.c_void_p(start), ctypes.c_size_t(length)
    _checked(int(_libc.madvise(place, room, advice)))


def exit_on(signal_number: int) -> None:
    """Let the C library's `_exit` handle a signal, so that the signal's number is the exit status.

    A handler in Python would never run after a fault: the interpreter only notes the signal and
    goes back to the instruction that failed.
    """
    handle = _libc.signal
    handle.restype = ctypes.c_void_p
    handle(signal_number, ctypes.cast(_libc._exit, ctypes.c_void_p))  # noqa: SLF001  # its C name


def _as_word(argument: Argument) -> ctypes.c_long | ctypes.c_char_p:
    """Return the argument at full width: a bare int would be passed as 32 bits."""
    return ctypes.c_long(argument) if isinstance(argument, int) else ctypes.c_char_p(argument)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
