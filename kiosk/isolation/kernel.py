"""Kernel: system calls for which Python has no function, through the C library's `syscall`.

Our own forty lines and no package: what puts up the walls must be readable in one sitting, and it
runs in every process that matters.
"""

import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long

Argument = int | bytes | None
"""A number, a buffer that the kernel reads, or a null pointer."""


def call(number: int, *arguments: Argument) -> int:
    """Make one system call and return its result. Raises OSError."""
    result = int(_libc.syscall(ctypes.c_long(number), *map(_as_word, arguments)))
    return _checked(result)


def prctl(option: int, *values: int) -> int:
    """Change or ask one thing about this process, see prctl(2). Raises OSError."""
    words = (*values, 0, 0, 0, 0)[:4]
    return _checked(int(_libc.prctl(option, *map(ctypes.c_ulong, words))))


def mlockall(flags: int) -> None:
    """Keep memory out of swap (mlockall(2)). Raises OSError."""
    _checked(int(_libc.mlockall(flags)))


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
