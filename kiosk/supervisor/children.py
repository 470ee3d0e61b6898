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
from kiosk.isolation.role import Role

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


Place = tuple[Mapping[str, str], tuple[int, ...]]
"""Where a child is shown: what it has to know of it, and descriptors that go with it."""

ELSEWHERE: Place = (MappingProxyType({}), ())


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

    def stop(self) -> None:
        """Let it run no further, until it is killed."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGSTOP)

    def stopped(self) -> bool:
        """Return whether every thread of it stands still."""
        looks = os.WSTOPPED | os.WNOWAIT | os.WNOHANG
        with contextlib.suppress(ChildProcessError):
            return os.waitid(os.P_PIDFD, self.pidfd, looks) is not None
        return False

    def exit_status(self) -> int | None:
        """Return the status with which it ended, None while it runs or if a signal ended it."""
        looks = os.WEXITED | os.WNOWAIT | os.WNOHANG
        ended = os.waitid(os.P_PIDFD, self.pidfd, looks)
        return ended.si_status if ended is not None and ended.si_code == os.CLD_EXITED else None

    def reap(self) -> None:
        """Wait for its death and close what is left of it."""
        self.process.wait()
        os.close(self.pidfd)
        self.control.close()


@dataclass(frozen=True, slots=True)
class Wipeable:
    """A child, and the socket in which it left the right to wipe it, if it did."""

    child: Child
    offered: socket.socket | None


def spawn(
    module: str,
    arguments: Sequence[str],
    descriptors: Sequence[int] = (),
    extra: Mapping[str, str] = MappingProxyType({}),
    *,
    role: Role | None = None,
    training: bool = True,
) -> Child:
    """Start `python -m module --control FD --parent PID arguments…` with these descriptors open.

    `extra` is added to the allow-listed environment. A `role` adds `--user UID:GID`, for the child
    to become that user first of all, where there is one to be become. Must be called from the main
    thread: the kernel ties the child's life to the thread's.
    """
    ours, theirs = channel.pair()
    own = ["--control", str(theirs.fileno()), "--parent", str(os.getpid())]
    own_user = role.user(training=training) if role is not None else None
    own += [] if own_user is None else ["--user", own_user]
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
    notice: Sequence[str] = (),
    place: Place = ELSEWHERE,
    *,
    training: bool = True,
) -> Child:
    """Start the curtain of a station: a window of `size` that is there in no time.

    With the arguments of a `notice` it says instead why the station is closed.
    """
    variables, descriptors = place
    return spawn(
        "ui.curtain",
        ["--size", size, *notice, *(["--training"] if training else [])],
        descriptors,
        {**variables, "QT_QPA_PLATFORM": platform},
        role=role_at(platform, place),
        training=training,
    )


def role_at(platform: str, place: Place) -> Role | None:
    """Return the role of what is shown at a place; somebody's own compositor admits only them."""
    admitted = platform != "wayland" or "WAYLAND_SOCKET" in place[0]
    return Role.SESSION if admitted else None


def environment(outer: Mapping[str, str]) -> dict[str, str]:
    """Return all that a child may know of the environment: fixed values and the display."""
    display = {name: outer[name] for name in _DISPLAY if name in outer}
    authority = outer.get("XAUTHORITY") or str(Path(outer.get("HOME", "/")) / ".Xauthority")
    if "DISPLAY" in display and Path(authority).is_file():
        display["XAUTHORITY"] = authority
    return {**_FIXED, **display}
