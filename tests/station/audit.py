"""An audit: a process of a real station is killed at an instant, and the counts are checked.

Whoever was killed, a new station is then started on the same ledger: it must ask a clerk about
what was left open, and about nothing else.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.isolation.channel import Tell
from kiosk.supervisor import plan
from kiosk.supervisor.ledger import Ledger, LedgerFile
from kiosk.supervisor.plan import Kind
from tests.printer.fixture import CardPrinterProcess
from tests.station.runs import Stage, prepare

PRINTER = "printer "  # begins the moments that are the printer's
_LOOK_EVERY = 0.01  # seconds between two looks at the printer
_PATIENCE = 100  # seconds; only a broken station is silent for so long
_ASKS = {plan.Blank.OPEN: Tell.SHOW_LOOK, plan.Blank.SEEN: Tell.SHOW_LEFT}


@dataclass(frozen=True, slots=True)
class Instant:
    """Who is killed, and when: at a moment of `tests.station.audited`, or a step of the printer."""

    victim: str
    moment: str

    @property
    def step(self) -> str | None:
        """The step of the printer at which it is, if it is one."""
        return self.moment.removeprefix(PRINTER) if self.moment.startswith(PRINTER) else None


@dataclass(frozen=True, slots=True)
class Audit:
    """What was seen: the ledger before, after the kill and at the end; what was then shown."""

    killed: bool
    before: Ledger
    left: Ledger
    told: tuple[Tell, ...]
    after: Ledger
    cards_out: int

    def check(self) -> None:
        """Fail if a count is wrong, or if anything open was not asked about."""
        after = self.after
        assert self.killed, "the instant never came"
        assert self.told == (*(_ASKS[blank] for blank in plan.owed(self.left)), Tell.SHOW)
        assert (after.unsettled, after.left) == (0, 0)
        assert after.opened == after.good + after.spoiled + after.unused
        assert after.opened == self.left.opened
        issued, opened = after.good - self.before.good, after.opened - self.before.opened
        assert issued <= self.cards_out <= opened


class Restart(Stage):
    """A station on a ledger that was left, until somebody could be served again."""

    def shown(self, ordinal: int, message: Tell) -> None:
        shown = self.loop.plan.shown
        if shown is None or shown.kind is not Kind.SESSION:
            return
        super().shown(ordinal, message)
        if message is Tell.SHOW:
            self.loop.stop()


def audit(printer: CardPrinterProcess, people: Path, ledger: Path, instant: Instant) -> Audit:
    """Play one person, kill at the instant, and start a new station on what is left."""
    before, out = _read(ledger), printer.cards_out
    if instant.step is not None:
        printer.plan(fault="hang", at=instant.step)
    killed = _Watch(printer, instant).run(people, ledger)
    printer.plan()
    left = _read(ledger)
    restart = prepare(Restart, people, 1, printer.uri, ledger)
    restart.loop.run()
    told = tuple(restart.told)
    return Audit(killed, before, left, told, restart.loop.ledger, printer.cards_out - out)


def _read(ledger: Path) -> Ledger:
    with closing(LedgerFile.open(ledger, training=True)) as file:
        return file.read()


class _Watch:
    """Lets an audited station go on from moment to moment, and kills once."""

    def __init__(self, printer: CardPrinterProcess, instant: Instant) -> None:
        self._printer = printer
        self._instant = instant
        self._faults = printer.count("fault")
        self._killed = False
        self._pids: Mapping[str, int | None] = {}

    def run(self, people: Path, ledger: Path) -> bool:
        """Return whether the instant came, when the station has ended."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-B", "-m", "tests.station.audited", str(theirs.fileno())]
        command += [str(ledger), str(people), self._printer.uri]
        with ours, subprocess.Popen(command, pass_fds=[theirs.fileno()]) as station:
            theirs.close()
            self._pids = {"supervisor": station.pid}
            waited = 0.0
            while waited < _PATIENCE:
                if select.select([ours], [], [], _LOOK_EVERY)[0]:
                    waited = 0.0
                    if not self._hear(ours):
                        break
                else:
                    waited += _LOOK_EVERY
                    self._look()
            else:
                station.kill()
                raise AssertionError("the station is silent")
        return self._killed

    def _hear(self, station: socket.socket) -> bool:
        """Take one message; False when the station has ended."""
        try:
            raw = station.recv(4096)
        except ConnectionResetError:
            return False
        if not raw:
            return False
        message = json.loads(raw)
        self._pids = message["pids"]
        if message["moment"] == self._instant.moment and not self._killed:
            self._kill()
        try:
            station.send(b".")
        except OSError:  # it was killed
            return False
        return True

    def _look(self) -> None:
        """Kill if the printer is at its step, and let it go on."""
        if self._instant.step is None or self._killed:
            return
        if self._printer.count("fault") > self._faults:
            self._kill()
            if self._instant.victim != "printer":
                out = self._printer.cards_out
                self._printer.plan()
                self._printer.release()
                self._printer.wait_for("card-out", out + 1)

    def _kill(self) -> None:
        self._killed = True
        if self._instant.victim == "printer":
            self._printer.plan()
            self._printer.switch_off()
            self._printer.switch_on()
            return
        pid = self._pids[self._instant.victim]
        assert pid is not None
        watched = os.pidfd_open(pid)
        os.kill(pid, signal.SIGKILL)
        select.select([watched], [], [], _PATIENCE)
        os.close(watched)
