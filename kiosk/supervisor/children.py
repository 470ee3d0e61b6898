"""Children: start a process with nothing but what it may have, watch it, kill it.

A child gets an allow-listed environment, its descriptors, and /dev/null; it sets its own walls. A
child's death is told by its pidfd, so that no other process can be hit by a number used again.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kiosk.assets import FONTS
from kiosk.isolation import channel

# Python without the user's site, without byte code files, and without the current directory.
_PYTHON = (sys.executable, "-s", "-B", "-P")
_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")

# No regular expression is compiled to machine code; nothing reaches a session bus or an input
# method; fonts come from the program alone (docs/decisions/environment.md).
_FIXED = {
    "HOME": "/nonexistent",
    "LANG": "C.UTF-8",
    "QT_ENABLE_REGEXP_JIT": "0",
    "QT_IM_MODULE": "none",
    "QT_ACCESSIBILITY": "0",
    "QT_NO_XDG_DESKTOP_PORTAL": "1",
    "NO_AT_BRIDGE": "1",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "FONTCONFIG_FILE": str(FONTS / "fonts.conf"),
}
# For a child that learns something: freed memory is filled with junk at once, no small block waits
# unfilled in a thread's cache, and a large one (a picture) goes back to the kernel.
FORGETTING = {
    "PYTHONMALLOC": "malloc",
    "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
    ":glibc.malloc.mmap_threshold=131072:glibc.malloc.arena_max=1",
}


@dataclass(slots=True)
class Child:
    """A running child: its process, its pidfd, and our end of its channel."""

    process: subprocess.Popen[bytes]
    pidfd: int
    control: socket.socket

    @property
    def pid(self) -> int:
        return self.process.pid

    def kill(self) -> None:
        """Kill at once; the pidfd becomes readable when it is dead."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def reap(self) -> None:
        """Wait for its death and close what is left of it."""
        self.process.wait()
        os.close(self.pidfd)
        self.control.close()


def spawn(
    module: str,
    arguments: Sequence[str],
    descriptors: Sequence[int] = (),
    extra: Mapping[str, str] = MappingProxyType({}),
) -> Child:
    """Start `python -m module --control FD --parent PID arguments…` with these descriptors open.

    `extra` is added to the allow-listed environment.
    Must be called from the main thread: the kernel ties the child's life to the thread's.
    """
    ours, theirs = channel.pair()
    own = ["--control", str(theirs.fileno()), "--parent", str(os.getpid())]
    process = subprocess.Popen(  # noqa: S603  # our own interpreter, our own module
        [*_PYTHON, "-m", module, *own, *arguments],
        pass_fds=[theirs.fileno(), *descriptors],
        env={**environment(os.environ), **extra},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    theirs.close()
    return Child(process, os.pidfd_open(process.pid), ours)


def raise_curtain(
    platform: str,
    size: str,
    place: Mapping[str, str] = MappingProxyType({}),
    connection: Sequence[int] = (),
) -> Child:
    """Start the curtain of a station: a window of `size` that is there in no time."""
    return spawn("ui.curtain", ("--size", size), connection, {**place, "QT_QPA_PLATFORM": platform})


def environment(outer: Mapping[str, str]) -> dict[str, str]:
    """Return all that a child may know of the environment: fixed values and the display."""
    display = {name: outer[name] for name in _DISPLAY if name in outer}
    authority = outer.get("XAUTHORITY") or str(Path(outer.get("HOME", "/")) / ".Xauthority")
    if "DISPLAY" in display and Path(authority).is_file():
        display["XAUTHORITY"] = authority
    return {**_FIXED, **display}
