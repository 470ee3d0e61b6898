"""Door: hold a process at the door of its exit, while its memory is still there.

A session that crashes says so and exits at once; nobody outside could look at it between the two.
The kernel offers debuggers a stop there (ptrace(2), PTRACE_EVENT_EXIT): the process can do nothing
any more and still has everything.
"""

import ctypes
import os
import signal

_SEIZE, _DETACH = 0x4206, 17
_STOP_AT_EXIT = 0x40  # PTRACE_O_TRACEEXIT
_AT_EXIT = signal.SIGTRAP | 6 << 8  # PTRACE_EVENT_EXIT
_ANY_THREAD = 0x40000000  # __WALL

_ptrace = ctypes.CDLL(None, use_errno=True).ptrace
_ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_ptrace.restype = ctypes.c_long


def watch(pid: int) -> None:
    """Have the process held when it exits; every other call comes from this same thread."""
    _call(_SEIZE, pid, _STOP_AT_EXIT)


def wait(pid: int) -> None:
    """Return when the process stands at its door."""
    _, status = os.waitpid(pid, _ANY_THREAD)
    assert status >> 8 == _AT_EXIT, f"the process did not exit but stopped, with status {status:#x}"


def let_go(pid: int) -> None:
    """Let the process go, as if it had never been held."""
    _call(_DETACH, pid, 0)


def _call(request: int, pid: int, data: int) -> None:
    if _ptrace(request, pid, None, data) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
