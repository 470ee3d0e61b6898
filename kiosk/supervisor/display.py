"""Display: a compositor of its own for each session, which dies with it.

A compositor keeps what passes through it: keys in its heap, pages in its buffers, copied text in
its clipboard, and key presses in the kernel as long as it holds the keyboard open. So none lives
longer than the session that it shows (docs/decisions/compositor.md). The next one is ready before:
it stands by with its session, without a keyboard, until the seat is lent to it.

A compositor has one client, whose connection it was started with, and no address for a second one.
"""

import os
import pwd
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kiosk.assets import ASSETS
from kiosk.supervisor.children import Place
from kiosk.supervisor.console import quieten
from kiosk.supervisor.seat import Seat
from kiosk.supervisor.sources import Call, Sources

_FORGETTING = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
# No core file, since keys and pages would be in it; no new rights; and no life without us.
_FENCED = ("prlimit", "--core=0:0", "setpriv", "--no-new-privs", "--pdeathsig=KILL")
WESTON = (
    "weston",
    f"--config={ASSETS / 'display' / 'weston.ini'}",
    "--backend=drm",
    "--renderer=pixman",  # no GPU memory, no shader cache
    "--shell=kiosk",
    "--idle-time=0",
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of this machine: a folder in memory, and the user that compositors run as."""

    run: Path
    user: str | None = None  # None: whoever the supervisor is
    command: tuple[str, ...] = WESTON
    console: str | None = "/dev/tty0"  # the kernel's terminal behind it; None: there is none


class Elsewhere:
    """A display that somebody else runs, or none: nothing is started and nothing is shown here."""

    def start(self, ordinal: int) -> Place:  # noqa: ARG002
        return {}, ()

    def show(self, ordinal: int) -> None: ...

    def leave(self, ordinal: int, gone: Call) -> None:  # noqa: ARG002
        gone()

    def close(self) -> None: ...


@dataclass(slots=True)
class _Compositor:
    process: subprocess.Popen[bytes]
    pidfd: int
    folder: Path
    listening: socket.socket
    gone: Call = lambda: None


class Display(Elsewhere):
    """Starts, shows and kills compositors on a screen of this machine."""

    def __init__(self, sources: Sources, screen: Screen) -> None:
        """Raise KeyError if there is no such user."""
        self._sources = sources
        self._run = screen.run
        self._user = None if screen.user is None else pwd.getpwnam(screen.user)
        self._command = screen.command
        self._seat = Seat(sources)
        self._give_back_console = quieten(screen.console)
        self._compositors: dict[int, _Compositor] = {}

    def start(self, ordinal: int) -> Place:
        """Start a compositor, and return where its session will be shown.

        The caller hands the descriptor to the session and closes it. Nobody waits: what the session
        asks for is answered when the compositor is there.
        """
        ours, theirs = socket.socketpair()
        folder, listening = self._open_folder(ordinal)
        process = subprocess.Popen(  # noqa: S603  # a program of the system, named here
            (*_FENCED, *self._command),
            pass_fds=[theirs.fileno()],
            env=_environment(folder, theirs.fileno()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            user=self._user and self._user.pw_uid,
            group=self._user and self._user.pw_gid,
            extra_groups=self._user and [],
        )
        theirs.close()
        pidfd = os.pidfd_open(process.pid)
        self._compositors[ordinal] = _Compositor(process, pidfd, folder, listening)
        self._sources.readable(pidfd, lambda: self._reap(ordinal))
        self._sources.readable(listening, lambda: self._connected(ordinal))
        connection = ours.detach()
        return {"WAYLAND_SOCKET": str(connection)}, (connection,)

    def show(self, ordinal: int) -> None:
        """Give the screen and the keys to this session's compositor."""
        self._seat.show(ordinal)

    def leave(self, ordinal: int, gone: Call) -> None:
        """Kill a session's compositor, and take back all that it was lent.

        Nobody waits for it: `gone` is called when it is dead.
        """
        compositor = self._compositors.get(ordinal)
        if compositor is None:
            gone()
            return
        compositor.gone = gone
        self._kill(ordinal, compositor)

    def _kill(self, ordinal: int, compositor: _Compositor) -> None:
        self._seat.leave(ordinal)
        self._stop_listening(compositor)
        compositor.process.kill()

    def close(self) -> None:
        """Leave no compositor behind."""
        for ordinal in list(self._compositors):
            self._reap(ordinal)
        self._give_back_console()

    def _reap(self, ordinal: int) -> None:
        """Clear up after a compositor that is dead, or dying: its session's end follows."""
        compositor = self._compositors.pop(ordinal)
        self._kill(ordinal, compositor)
        self._sources.forget(compositor.pidfd)
        os.close(compositor.pidfd)
        compositor.process.wait()
        shutil.rmtree(compositor.folder, ignore_errors=True)
        compositor.gone()

    def _stop_listening(self, compositor: _Compositor) -> None:
        self._sources.forget(compositor.listening)
        compositor.listening.close()

    def _open_folder(self, ordinal: int) -> tuple[Path, socket.socket]:
        folder = self._run / str(ordinal)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(folder / "seat"))
        listening.listen(1)
        if self._user is not None:
            for path in (folder, folder / "seat"):
                os.chown(path, self._user.pw_uid, self._user.pw_gid)
        return folder, listening

    def _connected(self, ordinal: int) -> None:
        """Admit the compositor to the seat, and nobody after it."""
        compositor = self._compositors[ordinal]
        connection, _ = compositor.listening.accept()
        self._stop_listening(compositor)
        self._seat.admit(ordinal, connection)


def _environment(folder: Path, connection: int) -> dict[str, str]:
    return {
        "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
        "XDG_RUNTIME_DIR": str(folder),
        "LIBSEAT_BACKEND": "seatd",
        "SEATD_SOCK": str(folder / "seat"),
        "WAYLAND_SERVER_SOCKET": str(connection),
        "GLIBC_TUNABLES": _FORGETTING,
    }
