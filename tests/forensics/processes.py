"""Processes: who belongs to the station, what each is, and what the kernel counts about it.

Whatever a station's processes start is a descendant of the examiner, which is made to inherit the
orphans: nothing leaves the search by outliving its parent.
"""

import ctypes
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_ZOMBIE = "Z"
_AWAKE, _RUNNING, _STOPPED = frozenset("RD"), frozenset("RSD"), frozenset("Tt")
_SOON = 0.001  # seconds
_PRINT_SERVERS = frozenset({"cupsd", "cups-browsed", "ipp-usb", "lpd"})
# A word of the command line -> what the process is.
_ROLES = {
    "tests.forensics.station": "supervisor",
    "kiosk.signer": "signer",
    "kiosk.isolation.wiper": "wiper",
    "kiosk.sight": "sight",
    "kiosk.filter": "filter",
    "tests.forensics.onlooker": "another program on the display",
    "ui.curtain": "curtain",
    "ui": "session",
    "tests.forensics.leaky": "session",
    "tests.station.seeing": "session",
    "Xvfb": "display server",
    "ippeveprinter": "printer",
    "dbus-daemon": "printer's bus",
    **dict.fromkeys(_PRINT_SERVERS, "print server"),
}


@contextmanager
def inherit_orphans() -> Iterator[None]:
    """Become the parent of every descendant whose own parent dies."""
    prctl = ctypes.CDLL(None).prctl
    prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def descendants() -> list[int]:
    """Return the living processes that descend from this one."""
    parents = {pid: parent for pid, parent, state in _all() if state != _ZOMBIE}
    found: list[int] = []
    wanted = {os.getpid()}
    while wanted:
        wanted = {pid for pid, parent in parents.items() if parent in wanted}
        found += sorted(wanted)
    return found


def print_servers() -> list[int]:
    """Return the machine's print servers, which the program does not use."""
    return [pid for pid, _, _ in _all() if role(pid) == "print server"]


def role(pid: int) -> str:
    """Return what a process is, in a word or two."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return "gone"
    named = (_ROLES[Path(word).name] for word in words if Path(word).name in _ROLES)
    return next(named, f"helper: {Path(words[0]).name}")


def wait_until_still(pid: int) -> None:
    """Return when a process that was killed or stopped does nothing any more."""
    while _state(pid) in _RUNNING:
        time.sleep(_SOON)


def wait_until_all_is_seen() -> None:
    """Return when every sight has taken in what its session has sent, and waits for more."""
    for pid in descendants():
        while role(pid) == "sight" and _state(pid) in _AWAKE:
            time.sleep(_SOON)


def is_stopped(pid: int) -> bool:
    """Return whether a process is there and stopped, to be wiped before it is killed."""
    return _state(pid) in _STOPPED


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def written(pid: int) -> int:
    """Return how many bytes a process has caused to be written to disks."""
    return _number(Path(f"/proc/{pid}/io"), "write_bytes")


def swapped(pid: int) -> int:
    """Return how many kilobytes of a process are in swap."""
    return _number(Path(f"/proc/{pid}/status"), "VmSwap")


def _number(file: Path, name: str) -> int:
    lines = dict(line.split(":", 1) for line in file.read_text(encoding="utf-8").splitlines())
    return int(lines[name].split()[0])


def _state(pid: int) -> str:
    """Return the letter of a process' state (proc_pid_stat(5)), or "" if there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return ""


def _all() -> Iterator[tuple[int, int, str]]:
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                stat = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            state, parent = stat.rpartition(")")[2].split()[:2]
            yield int(entry.name), int(parent), state
