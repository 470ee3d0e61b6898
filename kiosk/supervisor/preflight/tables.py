"""Tables: what the kernel prints about mounts and sockets, as values (proc(5))."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

_ACCEPTS = 0x10000  # __SO_ACCEPTCON
_CONNECTED = "03"  # SS_CONNECTED
_LISTEN = "0A"  # TCP_LISTEN
_UNIX_COLUMNS = 8
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system and where it lies; the mount's own options and the file system's together."""

    folder: str
    kind: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnixSocket:
    """A Unix socket with a name. One that a server accepted carries the name of its listener."""

    name: str
    inode: int
    listens: bool
    connected: bool


def mounts(table: str) -> tuple[Mount, ...]:
    """Read /proc/self/mountinfo."""
    return tuple(_mount(line) for line in table.splitlines() if " - " in line)


def over(path: str, mounted: tuple[Mount, ...]) -> Mount | None:
    """Return the mount that a path lies on: the deepest, and of those the last."""
    above = {str(parent) for parent in (PurePosixPath(path), *PurePosixPath(path).parents)}
    here = [mount for mount in mounted if mount.folder in above]
    deepest = max((len(mount.folder) for mount in here), default=0)
    return next((mount for mount in reversed(here) if len(mount.folder) == deepest), None)


def unix_sockets(table: str) -> tuple[UnixSocket, ...]:
    """Read /proc/net/unix: the sockets that have a name."""
    rows = (line.split(maxsplit=_UNIX_COLUMNS - 1) for line in table.splitlines()[1:])
    return tuple(
        UnixSocket(row[7], int(row[6]), bool(int(row[3], 16) & _ACCEPTS), row[5] == _CONNECTED)
        for row in rows
        if len(row) == _UNIX_COLUMNS
    )


def listening(table: str) -> tuple[int, ...]:
    """Read /proc/net/tcp or tcp6: the ports on which somebody listens."""
    rows = (line.split() for line in table.splitlines()[1:])
    return tuple(int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == _LISTEN)


def _mount(line: str) -> Mount:
    before, _, after = line.partition(" - ")
    own, rest = before.split(" "), after.split(" ")
    folder = _OCTAL.sub(lambda octal: chr(int(octal[1], 8)), own[4])
    return Mount(folder, rest[0], frozenset([*own[5].split(","), *rest[2].split(",")]))
