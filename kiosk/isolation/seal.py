"""Seal: rights that a process gives up for good, before it learns anything.

Only calls that every kernel since 3.4 has, so that they hold on any machine: no core dumps and no
ptrace by the same user (`PR_SET_DUMPABLE`, prctl(2)), no file that others may read, and death with
the parent (`PR_SET_PDEATHSIG`).
"""

import ctypes
import os
import resource
import signal

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_GET_DUMPABLE = 3

_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(parent: int) -> None:
    """Ask the kernel to kill this process when its parent dies; exit if that has happened already.

    The signal is sent when the *thread* that started this process ends, so the parent must start
    its children from its main thread.
    """
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def no_dumps() -> None:
    """Leave no core file, none by a piped handler either, and let nobody of this user trace us."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(_PR_SET_DUMPABLE, 0)


def no_dumps_of_programs() -> None:
    """Leave no core file of a program that this process starts, and let it write to no file.

    `execve` makes a process dumpable again, and a piped handler takes a core whatever the limit
    may be, unless it is 1 (fs/coredump.c), which is too little for a core file as well.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (1, 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _prctl(_PR_SET_DUMPABLE, 0)


def private_umask() -> None:
    """Let no file that this process could ever create be readable by anybody."""
    os.umask(0o777)


def dumpable() -> bool:
    """Return whether the kernel would still dump this process."""
    return bool(_libc.prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0))


def _prctl(option: int, value: int) -> None:
    if _libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
