"""The station in the virtual machine: told what to do and tells how it goes over a serial line.

What it tells are ordinals, opcodes and times, as any observer of a station sees them. It can make
the shown session crash, which no resident can.
"""

import os
import signal
import subprocess
import sys
import time
import tty
from dataclasses import replace
from pathlib import Path

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Tell
from kiosk.supervisor import loop as loops
from kiosk.supervisor.children import FORGETTING
from kiosk.supervisor.console import quieten
from kiosk.supervisor.display import Screen
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Event
from kiosk.supervisor.station import Observer

_LINE = "/dev/ttyS1"
_RUN = Path("/run/kiosk")
_USER = "kiosk-display"
_CAMERA = Path("/dev/video0")  # vivid's
_SHARED = "proof.compositor=shared"
_DRIVER_WITHIN = 1.0  # seconds here; the imitated processor is some fifteen times too slow
_PATIENCE = 60.0  # seconds; a processor that is imitated by a program takes its time


class Teller(Observer):
    """Tells the host what happens."""

    loop: Loop

    def __init__(self, line: int) -> None:
        self._line = line

    def tell(self, *words: object) -> None:
        os.write(self._line, (" ".join(map(str, words)) + "\n").encode())

    def shown(self, ordinal: int, message: Tell) -> None:
        self.tell("shown", ordinal, message.name)

    def standby_ready(self) -> None:
        self.tell("standby")

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        self.tell("painted", ordinal, "-" if handover_ms is None else round(handover_ms, 1))

    def ended(self, ordinal: int, ending: Event) -> None:
        self.tell("ended", ordinal, getattr(ending, "name", ending))

    def dead(self, ordinal: int, after_ms: float) -> None:
        """Tell it a moment later: a graphics driver frees a page when its device has answered."""
        self.loop.sources.at(_DRIVER_WITHIN, lambda: self.tell("dead", ordinal, round(after_ms, 1)))


def main() -> None:
    """Run the station until the host says "off"; then switch the machine off."""
    line = os.open(_LINE, os.O_RDWR | os.O_NOCTTY)
    tty.setraw(line)
    teller = Teller(line)
    shape = training.Shape("wayland", "full")
    shared = _SHARED in Path("/proc/cmdline").read_text().split()
    screen = None if shared else Screen(_RUN, _USER)
    if shared:
        _share_compositor()
    station = training.station(TRAINING_CITY, shape, screen=screen)
    station = replace(station, camera=_CAMERA if _CAMERA.exists() else None)
    loops.SILENT_AFTER, loops.WARM_WITHIN = _PATIENCE, 10 * _PATIENCE
    loop = teller.loop = Loop(station, teller)
    loop.sources.readable(line, lambda: _obey(loop, teller, os.read(line, 64).decode()))
    teller.tell("begin")
    loop.run()


def _share_compositor() -> None:
    """Start one compositor that outlives sessions, as a station without our own display has."""
    os.environ |= {"XDG_RUNTIME_DIR": str(_RUN), "WAYLAND_DISPLAY": "shared"}
    _RUN.mkdir(mode=0o700)
    quieten("/dev/tty0")
    weston = ("weston", "--backend=drm", "--renderer=pixman", "--shell=kiosk", "--idle-time=0")
    forgetting = {"GLIBC_TUNABLES": FORGETTING["GLIBC_TUNABLES"]}
    subprocess.Popen(
        [*weston, "--socket=shared"],
        env={**os.environ, **forgetting, "LIBSEAT_BACKEND": "builtin", "SEATD_VTBOUND": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (_RUN / "shared").exists():
        time.sleep(0.1)


def _obey(loop: Loop, teller: Teller, words: str) -> None:
    for word in words.split():
        if word == "crash":
            os.kill(loop.pids()["session"] or 0, signal.SIGSEGV)
        elif word == "off":
            teller.tell("off")
            os.sync()
            Path("/proc/sysrq-trigger").write_text("o")


if __name__ == "__main__":
    try:
        main()
    except BaseException as fault:
        sys.stderr.write(f"The station stopped: {fault!r}\n")
        Path("/proc/sysrq-trigger").write_text("o")
        raise
