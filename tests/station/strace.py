"""What every process of a station asked of the kernel, read from the files that strace writes.

One file a thread, one line a call. A call is seen before any wall refuses it, so that what a
session would have liked to open shows too.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = (
    "%file,getdents64,write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,"
    "copy_file_range,splice,tee,vmsplice,ftruncate,fallocate,msync,fsync,fdatasync,sync,connect"
)
_LINE = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)")
_WRITES = frozenset(_CALLS.partition(",getdents64,")[2].split(","))
_READY = re.compile(r'sendto\(\d+<[^>]*>, "r", 1, 0, NULL, 0\)')
_WIPER = re.compile(r'execve\("[^"]*", \[.*"-m", "kiosk\.isolation\.wiper"')
_SESSION = re.compile(r'execve\("[^"]*", \[.*"-m", "(ui|tests\.station\.wanderer)"')


@dataclass(frozen=True, slots=True)
class Thread:
    """The calls of one thread, in order, with their arguments as strace writes them."""

    lines: tuple[str, ...]

    @property
    def is_session(self) -> bool:
        return any(map(_SESSION.match, self.lines))

    @property
    def is_wiper(self) -> bool:
        return any(map(_WIPER.match, self.lines))

    @property
    def is_program(self) -> bool:
        return any(line.startswith("execve(") for line in self.lines)

    @property
    def warm(self) -> bool:
        return any(map(_READY.match, self.lines))

    def files_when_warm(self) -> list[str]:
        """Return every call with a path, or on one, after the session said that it was ready."""
        place = next(place for place, line in enumerate(self.lines) if _READY.match(line))
        return [line for line in self.lines[place + 1 :] if _names_a_file(line)]

    def connects(self) -> list[str]:
        return [line for line in self.lines if _name(line) == "connect"]

    def files(self) -> list[str]:
        return [line for line in self.lines if _names_a_file(line)]

    def writes(self) -> list[str]:
        """Return every call that may change something outside the process."""
        return [line for line in self.lines if _name(line) in _WRITES]


def start(
    command: Sequence[str],
    folder: Path,
    *,
    env: Mapping[str, str],
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[str]:
    """Start a program with all its children under strace, which writes into `folder`."""
    folder.mkdir()
    trace = ["strace", "-ff", "-y", "-qq", "-s", "40", "-o", str(folder / "thread"), "-e", _CALLS]
    return subprocess.Popen(
        [*trace, *command],
        env=env,
        pass_fds=pass_fds,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def threads(folder: Path) -> Iterator[Thread]:
    for path in sorted(folder.iterdir()):
        lines = path.read_text(errors="surrogateescape").splitlines()
        yield Thread(tuple(line for line in lines if _LINE.match(line)))


def _name(line: str) -> str:
    return line.partition("(")[0]


def _names_a_file(line: str) -> bool:
    return _name(line) not in _WRITES
