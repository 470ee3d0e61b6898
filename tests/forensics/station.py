"""A station under examination: the real one, which stops at chosen moments and waits for a word.

    python -m tests.forensics.station CONTROL FOLDER COUNT PLATFORM PRINTER [MODULE OPTION…]

runs as a process of its own, so that its memory can be searched: it is the supervisor. It never
reads what lies in FOLDER; each session gets the descriptors of one person's files alone. While it
waits, its clock stands still, so that no watchdog counts the time of a search.

The moments of a person: `shown`, before their first page; `held`, when the session holds everything
(it wants to print, or its end has come and it still lives); `ended`, before the next page is shown;
`painted`, when the next page is on the screen and the process that ended is gone. What it says are
numbers and these words.

MODULE takes the place of `ui` as the session's module, for sessions that leak or see; the first
person's session gets the first OPTION, and so on.
"""

import json
import os
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Fault, Say, Tell
from kiosk.supervisor import loop as loops
from kiosk.supervisor.doors import resolve
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Event, Gone
from kiosk.supervisor.rehearsal import Rehearsal
from kiosk.supervisor.signer_link import SignerFiles
from kiosk.supervisor.station import Station
from tests.station import replaced

STAFF = "staff.toml"
CARDS = "cards"
LEDGER = "ledger.sqlite"  # beside FOLDER, so that it is searched like any other file
CURIOUS = "supervisor"  # an option: the supervisor reads the person's file, and keeps it
SIZES = {"offscreen": "1080x1920", "xcb": "full"}
# Seconds of silence: a rehearsed session that hands out its card as pictures is busy for a moment,
# on a busy machine for longer than the two seconds that the watchdog gives.
_PATIENCE = 10.0
_LOOK_EVERY = 0.01  # seconds between two looks whether a moment has come
_SHOWING = frozenset({Tell.SHOW, Tell.SHOW_LOOK, Tell.SHOW_LEFT})
# What tells that the session holds all that it ever will.
_HOLDING = frozenset({Say.OPENED, Say.ERASED, Say.IDLE, Say.PANIC, Gone.SILENT})

_monotonic = time.monotonic


class Gate:
    """Tells the examiner what moment has come, and waits; time does not pass meanwhile."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._waited = 0.0

    def monotonic(self) -> float:
        return _monotonic() - self._waited

    def stop_at(self, moment: str, **numbers: int) -> None:
        began = _monotonic()
        self._control.send(json.dumps({"moment": moment, **numbers}).encode())
        if not self._control.recv(1):
            sys.exit(1)  # the examiner is gone
        self._waited += _monotonic() - began

    def stop_clocks(self) -> None:
        """Let the supervisor's modules read this clock."""
        clock = SimpleNamespace(monotonic=self.monotonic)
        for name, module in list(sys.modules.items()):
            if name.startswith("kiosk.supervisor.") and getattr(module, "time", None) is time:
                module.time = clock  # type: ignore[attr-defined]  # a module's global


class Cast(Rehearsal):
    """One person a file, with a clerk of their own."""

    def arguments(self, ordinal: int) -> tuple[Sequence[str], Sequence[int]]:
        if not self._waiting:
            return (), ()
        number = self._waiting[0]
        folder = self.cards.parent if self.cards else Path()
        self.people = folder / f"{number}.json"
        arguments, descriptors = super().arguments(ordinal)
        clerk = os.open(folder / f"{number}.clerk", os.O_RDONLY | os.O_CLOEXEC)
        _, _, *others = arguments  # "--person NUMBER": the only one in the file
        own = ["--person", "1", *others, "--clerk", str(clerk)]
        if self.options:
            own += ["--leak", self.options[number - 1]]
            if CURIOUS in self.options[number - 1]:
                self.kept += (self.people.read_text(encoding="utf-8"),)
        return own, [*descriptors, clerk]

    def person(self, ordinal: int) -> int | None:
        playing = self._playing.get(ordinal)
        return None if playing is None else playing.person

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        self.last_painted = ordinal
        super().painted(ordinal, handover_ms)

    last_painted = 0
    options: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # what a supervisor that should not be curious has read


class Examined(Loop):
    """A loop that stops at the moments."""

    def examine(self, gate: Gate, cast: Cast) -> None:
        self._gate = gate
        self._cast = cast
        self._held: dict[int, tuple[int, int]] = {}  # ordinal -> person, process
        self._sights: dict[int, int] = {}  # ordinal -> process
        self._look()

    def _happened(self, ordinal: int, event: Event) -> None:
        person = self._cast.person(ordinal)
        if person is not None and ordinal not in self._held and self._holds(ordinal, event):
            pid = self._sessions[ordinal].child.pid
            self._held[ordinal] = (person, pid)
            sight = self._gifts._companions._of.get(ordinal)
            if sight is not None:
                self._sights[ordinal] = sight.child.pid
            self._gate.stop_at("held", person=person, pid=pid)
        super()._happened(ordinal, event)

    def _holds(self, ordinal: int, event: Event) -> bool:
        return self._is_shown(ordinal) and (event in _HOLDING or isinstance(event, Fault))

    def _send(self, ordinal: int, message: Tell) -> None:
        if message in _SHOWING:
            for person, pid in self._held.values():
                self._gate.stop_at("ended", person=person, pid=pid)
            coming = self._cast.person(ordinal)
            if coming is not None:
                pid = self._sessions[ordinal].child.pid
                self._gate.stop_at("shown", person=coming, pid=pid)
        super()._send(ordinal, message)

    def _look(self) -> None:
        """Come back again and again, to see whether the last process and its sight are gone."""
        for ordinal, (person, pid) in list(self._held.items()):
            gone = not (_lives(pid) or _lives(self._sights.get(ordinal)))
            if self._cast.last_painted > ordinal and gone:
                del self._held[ordinal]
                self._gate.stop_at("painted", person=person, pid=pid)
        if self._cast._over and not self._held:
            self.stop()
        self.sources.at(_LOOK_EVERY, self._look)


def _lives(pid: int | None) -> bool:
    return pid is not None and Path(f"/proc/{pid}").exists()


def main(arguments: Sequence[str]) -> None:
    control, folder, count, platform, uri, *module = arguments
    gate = Gate(socket.socket(fileno=int(control)))
    loops.SILENT_AFTER = _PATIENCE
    place = Path(folder)
    cast = Cast(
        people=place,
        count=int(count),
        cards=place / CARDS,
        finished=lambda _: None,
        done=lambda: None,
        issued=lambda: loop.ledger.issued,
        end=lambda ordinal: loop.end(ordinal),
    )
    cast.options = tuple(module[1:])
    loop = Examined(_station(place, platform, uri), cast)
    loop.examine(gate, cast)
    gate.stop_clocks()
    with replaced.sessions(module[0] if module else "ui"):
        loop.run()
    gate.stop_at("over")


def _station(folder: Path, platform: str, uri: str) -> Station:
    shape = training.Shape(platform, SIZES[platform])
    address = None if uri == "screen" else resolve(uri)
    printer = None if address is None else (uri, address)
    files = SignerFiles(training.FILES.key, folder / STAFF, training.FILES.passphrase)
    made = training.station(TRAINING_CITY, shape, printer)
    return replace(made, files=files, ledger=folder.parent / LEDGER)


if __name__ == "__main__":
    main(sys.argv[1:])
