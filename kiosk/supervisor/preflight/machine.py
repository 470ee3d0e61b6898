"""Machine: everything that preflight reads, through one value.

Files are read below a root, so that a test can lay out a kernel that this machine does not have;
the few questions that no file answers are methods of their own. What cannot be read is CannotTell
with its reason, never an answer: a folder of the kernel that is not mounted looks like a kernel
without the fault.
"""

import gzip
import os
import resource
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kiosk.isolation import kernel, landlock, memory
from kiosk.supervisor.preflight import calls, tables, x11
from kiosk.supervisor.preflight.tables import Mount, UnixSocket

_INIT = "1"
_AS_ROOT = "sudo .venv/bin/kiosk preflight"
_WITH_COOKIE = "DISPLAY={display} XAUTHORITY=FILE .venv/bin/kiosk preflight"


class CannotTell(Exception):
    """The machine does not tell; `reason` says why, and `cure` how it could, if that is known."""

    def __init__(self, reason: str, cure: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Process:
    """A running program; `name` is the kernel's, which ends after 15 characters."""

    pid: int
    name: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} (process {self.pid})"


@dataclass(frozen=True, slots=True)
class Space:
    """What is free where the station keeps its counts."""

    folder: str
    free_bytes: int
    free_files: int


@dataclass(frozen=True)
class Machine:
    """The machine below `root`, as it is seen by this user with this environment."""

    root: Path = Path("/")
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def text(self, path: str) -> str:
        """Return a file's text. Raises CannotTell if there is none, or none for this user."""
        found = self.text_if_any(path)
        if found is None:
            raise CannotTell(f"{path} is not there")
        return found

    def text_if_any(self, path: str) -> str | None:
        """Return a file's text, or None if it is not there. Raises CannotTell."""
        raw = self._read(path)
        return None if raw is None else raw.decode("utf-8", "replace")

    def names(self, folder: str) -> tuple[str, ...]:
        """Return what lies in a folder, sorted; nothing if it is not there. Raises CannotTell."""
        try:
            return tuple(sorted(os.listdir(self._place(folder))))  # noqa: PTH208  # names alone
        except (FileNotFoundError, NotADirectoryError):
            self._demand_mounted(folder)
            return ()
        except OSError as refused:
            raise _untold(folder, refused) from None

    def exists(self, path: str) -> bool:
        """Return whether something is there. Raises CannotTell."""
        return self.mode(path) is not None

    def mode(self, path: str) -> int | None:
        """Return kind and rights (st_mode), or None if nothing is there. Raises CannotTell."""
        try:
            return self._place(path).lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            self._demand_mounted(path)
            return None
        except OSError as refused:
            raise _untold(path, refused) from None

    def processes(self) -> tuple[Process, ...]:
        """Return every running program. Raises CannotTell if some are hidden from this user."""
        numbers = [name for name in self.names("/proc") if name.isdecimal()]
        if _INIT not in numbers:
            raise CannotTell("/proc hides other users' processes from this user", _AS_ROOT)
        return tuple(found for number in numbers if (found := self._process(int(number))))

    def running(self, *names: str) -> tuple[Process, ...]:
        """Return the running programs of these names. Raises CannotTell."""
        wanted = {name[:15] for name in names}
        return tuple(found for found in self.processes() if found.name in wanted)

    def mounts(self) -> tuple[Mount, ...]:
        """Return what is mounted, a later one over an earlier. Raises CannotTell."""
        return tables.mounts(self.text("/proc/self/mountinfo"))

    def mount_over(self, path: str) -> Mount | None:
        """Return what a path lies on, wherever symbolic links lead it. Raises CannotTell."""
        root, real = self.root.resolve(), self._place(path).resolve()
        inside = f"/{real.relative_to(root)}" if real.is_relative_to(root) else str(real)
        return tables.over(inside, self.mounts())

    def unix_sockets(self) -> frozenset[UnixSocket]:
        """Return the sockets with a name, of the machine's first process and of this one.

        They are seen by network namespace, and a station may run in another. Raises CannotTell.
        """
        seen = [self.text("/proc/1/net/unix"), self.text_if_any("/proc/self/net/unix") or ""]
        return frozenset(one for table in seen for one in tables.unix_sockets(table))

    def tcp_ports(self) -> frozenset[int]:
        """Return the TCP ports on which somebody listens. Raises CannotTell."""
        files = [f"/proc/{who}/net/{table}" for who in ("1", "self") for table in ("tcp", "tcp6")]
        self.text(files[0])
        return frozenset(
            port for file in files for port in tables.listening(self.text_if_any(file) or "")
        )

    def kernel_parameters(self) -> tuple[tuple[str, str], ...]:
        """Return the kernel's command line as (name, value), in its order. Raises CannotTell."""
        words = self.text("/proc/cmdline").split()
        own = words[: words.index("--")] if "--" in words else words  # the rest is for init
        return tuple((name, value) for name, _, value in (word.partition("=") for word in own))

    def kernel_option(self, name: str) -> str | None:
        """Return the value of an option that the kernel was built with, None if it was without.

        Raises CannotTell if the kernel's configuration lies nowhere.
        """
        packed = self._read("/proc/config.gz")
        if packed is not None:
            text = gzip.decompress(packed).decode()
        else:
            release = self.text("/proc/sys/kernel/osrelease").strip()
            text = self.text(f"/boot/config-{release}")
        found = (line.partition("=") for line in text.splitlines())
        return next((value for option, _, value in found if option == name), None)

    def landlock_abi(self) -> int:
        return landlock.abi()

    def may_lock_memory(self) -> tuple[bool, str]:
        """Return whether a session could lock all its memory, and the limit in words."""
        _, most = resource.getrlimit(resource.RLIMIT_MEMLOCK)
        if most == resource.RLIM_INFINITY:
            return True, "no limit"
        if kernel.capabilities() & memory.MAY_LOCK:
            return True, f"a limit of {most >> 10} KiB, which a capability lifts"
        return False, f"a limit of {most >> 10} KiB"

    def overwrites_memory(self) -> bool:
        """Return whether memory can be overwritten from outside, as the wiper does. OSError."""
        return calls.overwrites_memory()

    def space(self, folder: str) -> Space:
        """Return what is free in a folder, or in the nearest one above that is there. OSError."""
        place = Path(folder)
        while not self.exists(str(place)):
            place = place.parent
        found = os.statvfs(self._place(str(place)))
        return Space(str(place), found.f_bavail * found.f_frsize, found.f_favail)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def clock_synchronized(self) -> bool:
        """Return whether the kernel's clock follows another one. Raises OSError."""
        return calls.clock_synchronized()

    def x_clients(self, display: str) -> tuple[int | None, ...]:
        """Return the process of every client of an X display, None for one without a process here.

        Raises CannotTell if the server does not say.
        """
        try:
            return x11.clients(display, x11.authority(self.environment))
        except x11.NoAnswer as refused:
            raise CannotTell(refused.reason, _WITH_COOKIE.format(display=display)) from None

    def process_name(self, pid: int) -> str:
        """Return what the kernel calls a process, for its mention in a finding."""
        found = self._process(pid)
        return str(found) if found else f"process {pid}"

    def _process(self, pid: int) -> Process | None:
        try:
            name = self._place(f"/proc/{pid}/comm").read_bytes()
            line = self._place(f"/proc/{pid}/cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):  # it ended while we looked
            return None
        except OSError as refused:
            raise _untold(f"/proc/{pid}", refused) from None
        arguments = line.decode("utf-8", "replace").split("\0")
        return Process(pid, name.decode("utf-8", "replace").rstrip("\n"), tuple(arguments))

    def _read(self, path: str) -> bytes | None:
        try:
            with self._place(path).open("rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            self._demand_mounted(path)
            return None
        except OSError as refused:
            raise _untold(path, refused) from None

    def _demand_mounted(self, path: str) -> None:
        top = path.split("/")[1]
        if top in ("proc", "sys", "dev") and not self._holds(top):
            raise CannotTell(f"/{top} is not mounted")

    def _holds(self, top: str) -> bool:
        try:
            return any((self.root / top).iterdir())
        except OSError:
            return False

    def _place(self, path: str) -> Path:
        return self.root / path.lstrip("/")


def _untold(path: str, refused: OSError) -> CannotTell:
    cure = _AS_ROOT if isinstance(refused, PermissionError) else None
    return CannotTell(f"{path}: {(refused.strerror or 'it cannot be read').lower()}", cure)
