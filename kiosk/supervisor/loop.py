"""Loop: makes the plan happen. One thread, no queue of work.

It reads one byte from a session, two to notice that there was more, and acts. It never waits for
a session: a silent one is killed by the watchdog, a dead one is told by its pidfd.
"""

import contextlib
import os
import socket
import time
from dataclasses import dataclass

from kiosk.isolation.channel import Broken, Say, SupervisorEnd, Tell
from kiosk.isolation.wall import Wall, by_exit_status
from kiosk.supervisor import plan, shaping
from kiosk.supervisor.children import Child, Wipeable
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.display import Display, Elsewhere
from kiosk.supervisor.gifts import Gifts
from kiosk.supervisor.ledger import Ledger, LedgerFile
from kiosk.supervisor.plan import (
    Action,
    Barred,
    Count,
    Event,
    Give,
    GiveUp,
    Gone,
    Kill,
    Send,
    Spawn,
)
from kiosk.supervisor.signer_link import SignerLink
from kiosk.supervisor.sources import Sources
from kiosk.supervisor.starts import Starts
from kiosk.supervisor.station import NoSession, Observer, Station

PING_EVERY = 0.5  # seconds
SILENT_AFTER = 4.0  # on a busy machine a page may take two
HELD_UP = 1.0
WARM_WITHIN = 60.0  # a session may take this long to be ready
SIGNER_AFTER = 0.25  # the first page is wanted before the first signature
CLOSE_WITHIN = 1.0  # for the last sessions to be wiped
_TICK = 0.1
_LOOK_AGAIN = 0.02
_SHOWING = frozenset({Tell.SHOW, Tell.SHOW_LOOK, Tell.SHOW_LEFT})


@dataclass(slots=True)
class _Session:
    child: Child
    end: SupervisorEnd
    heard: float
    offered: socket.socket | None = None  # holds the right to wipe it, never read here
    ready: bool = False


class Loop:
    """The running station. `run` returns when `stop` is called, and leaves no child behind.

    A `curtain` may have been raised before this module was imported, which takes a while.
    """

    def __init__(
        self, station: Station, observer: Observer | None = None, curtain: Child | None = None
    ) -> None:
        self._ledger: LedgerFile | None = None
        self.plan = plan.Station()
        self.sources = Sources()
        self._station = station
        self._observer = observer or Observer()
        self._sessions: dict[int, _Session] = {}
        self._departures = Departures(self.sources, training=station.training)
        self._gifts = Gifts(self.sources, station, self._departures, self._hand)
        self._signer = SignerLink(self.sources, station.files, self._hand_signer, self._bar)
        self._display = Display(self.sources, station.screen) if station.screen else Elsewhere()
        self._starts = Starts(station, self._observer, self._display, curtain)
        self._pinged = 0.0
        self._ended_at: float | None = None
        self._running = True

    def run(self) -> None:
        """Run the station until `stop`.

        Raises NoSession if no session can be started, PackNotConfirmed on a real station whose
        city has not confirmed its rules, ShapingMissing where no name could be printed right, the
        KioskError that the signer's first start names, or, at any time, the one that says what is
        wrong with the ledger: nothing is issued uncounted.
        """
        self._station.require_confirmed()
        shaping.require()
        try:
            self._ledger = self._station.open_ledger()
            self._take(plan.start(plan.owed(self.ledger)))
            if self._gifts.barred:  # nobody is asked for anything where no card can be made
                self._bar(Wall.MEMORY_WIPE)
            self.sources.at(SIGNER_AFTER, self._signer.begin)
            while self._running:
                self.sources.wait(_TICK)
                self._watch(time.monotonic())
        finally:
            self._close()

    def stop(self) -> None:
        """Let `run` return after this turn."""
        self._running = False

    @property
    def ledger(self) -> Ledger:
        """The counts of cards."""
        return Ledger() if self._ledger is None else self._ledger.read()

    def end(self, ordinal: int) -> None:
        """End a session as if it had erased itself."""
        self._happened(ordinal, Say.ERASED)

    def pids(self) -> dict[str, int | None]:
        """Return the process numbers by role, as `rehearse` reports them."""
        signer = self._signer.child.pid if self._signer.child else None
        roles = {"session": self.plan.shown, "standby": self.plan.standby}
        sessions = {role: self._pid(member) for role, member in roles.items()}
        return {"supervisor": os.getpid(), "signer": signer, **sessions}

    def _pid(self, member: plan.Member | None) -> int | None:
        session = self._sessions.get(member.ordinal) if member else None
        return session.child.pid if session else None

    # -- the plan ----------------------------------------------------------------------------

    def _happened(self, ordinal: int, event: Event) -> None:
        if event is Say.PAINTED and self._is_shown(ordinal):
            self._painted(ordinal)
        self._take(plan.react(self.plan, ordinal, event))

    def _take(self, step: plan.Step) -> None:
        was_barred = self.plan.barred
        self.plan, actions = step
        if self.plan.barred is not None and was_barred is None:
            self._observer.barred(self.plan.barred)
        for action in actions:
            self._do(action)

    def _do(self, action: Action) -> None:
        match action:
            case Spawn(ordinal, delay):
                self.sources.at(delay, lambda: self._start(action))
            case Send(ordinal, message):
                self._send(ordinal, message)
            case Give(ordinal, what):
                self._give(ordinal, what)
            case Kill(ordinal, ending):
                self._kill(ordinal, ending)
            case Count(entry):
                assert self._ledger is not None  # noqa: S101  # opened before the first step
                self._ledger.count(entry)
            case GiveUp():
                raise NoSession

    def _is_shown(self, ordinal: int) -> bool:
        return self.plan.shown is not None and self.plan.shown.ordinal == ordinal

    # -- sessions ----------------------------------------------------------------------------

    def _start(self, wanted: Spawn) -> None:
        members = (self.plan.shown, self.plan.standby)
        if not self._running or all(m is None or m.ordinal != wanted.ordinal for m in members):
            return  # while it was put off, the plan gave it up
        if self._departures.farewells:  # to warm up takes long: the wiper comes first
            self.sources.at(_LOOK_AGAIN, lambda: self._start(wanted))
            return
        self._watch_child(wanted.ordinal, self._starts.start(wanted))

    def _watch_child(self, ordinal: int, started: Wipeable) -> None:
        child, now = started.child, time.monotonic()
        end = SupervisorEnd(child.control)
        self._sessions[ordinal] = _Session(child, end, now, started.offered)
        self.sources.readable(child.control, lambda: self._hear(ordinal))
        self.sources.readable(child.pidfd, lambda: self._died(ordinal))

    def _hear(self, ordinal: int) -> None:
        session = self._sessions[ordinal]
        try:
            message = session.end.hear()
        except BlockingIOError:
            return
        except Broken:
            self._happened(ordinal, Gone.BROKE_THE_CHANNEL)
            return
        if message is None:  # its death follows
            self.sources.forget(session.child.control)
            return
        session.heard = time.monotonic()
        session.ready = session.ready or message is Say.READY
        if message is not Say.PONG:
            self._happened(ordinal, message)
        if message is Say.READY and self.plan.standby is not None:
            self._observer.standby_ready()

    def _died(self, ordinal: int) -> None:
        """Hear the last words of a session that ended by itself, or by a hand that is not ours."""
        session = self._sessions[ordinal]
        self._drain(ordinal, session)
        # A status is eight bits that somebody in a session could choose: it counts before anybody
        # could be in it, and no other time.
        missing = None if session.ready else by_exit_status(session.child.exit_status())
        if ordinal in self._sessions:
            self._happened(ordinal, Gone.DIED if missing is None else Barred(missing))

    def _bar(self, wall: Wall) -> None:
        self._take(plan.bar(self.plan, wall))

    def _drain(self, ordinal: int, session: _Session) -> None:
        """Hear what a dead session said last: how it ended, or that a blank was settled."""
        with contextlib.suppress(BlockingIOError, Broken):
            while ordinal in self._sessions and (message := session.end.hear()) is not None:
                self._happened(ordinal, message)

    def _send(self, ordinal: int, message: Tell) -> None:
        session = self._sessions[ordinal]
        session.heard = time.monotonic()
        if message in _SHOWING:
            self._display.show(ordinal)
        session.end.tell(message)
        if message in _SHOWING:
            self._observer.shown(ordinal, message)

    def _kill(self, ordinal: int, ending: Event) -> None:
        if ordinal not in self._sessions:  # its start was put off
            return
        self._part_from(ordinal)
        if self._ended_at is None:
            self._ended_at = time.monotonic()
        self._observer.ended(ordinal, ending)

    def _part_from(self, ordinal: int) -> None:
        """Stop a session and its companion, and have them wiped and killed in later turns."""
        session = self._sessions.pop(ordinal)
        for source in (session.child.control, session.child.pidfd):
            self.sources.forget(source)
        leaving = [*self._gifts.release(ordinal), Wipeable(session.child, session.offered)]
        self._departures.begin(leaving, lambda after_ms: self._dead(ordinal, after_ms))

    def _dead(self, ordinal: int, after_ms: float) -> None:
        since = time.monotonic()

        def gone() -> None:
            self._observer.dead(ordinal, after_ms + (time.monotonic() - since) * 1000)

        self._display.leave(ordinal, gone)

    def _painted(self, ordinal: int) -> None:
        handover = None if self._ended_at is None else (time.monotonic() - self._ended_at) * 1000
        self._ended_at = None
        self._observer.painted(ordinal, handover)

    # -- what sessions ask for ---------------------------------------------------------------

    def _give(self, ordinal: int, what: Say) -> None:
        if what is Say.SIGNER:
            self._signer.ask(ordinal)
        else:
            self._gifts.give(ordinal, what)

    def _hand(self, ordinal: int, descriptor: int | None, given: Tell, refused: Tell) -> None:
        session = self._sessions.get(ordinal)
        if session is not None:
            session.end.tell(refused if descriptor is None else given, descriptor)

    def _hand_signer(self, ordinal: int, descriptor: int | None) -> None:
        self._hand(ordinal, descriptor, Tell.SIGNER, Tell.NO_SIGNER)

    # -- the watchdog ------------------------------------------------------------------------

    def _watch(self, now: float) -> None:
        since = now - self._pinged
        if since < PING_EVERY:
            return
        self._pinged = now
        if since > HELD_UP:  # this process did not run: whoever spoke meanwhile was not heard
            for session in self._sessions.values():
                session.heard = now
        self._signer.watch(now)
        for ordinal, session in list(self._sessions.items()):
            session.end.tell(Tell.PING)
            if now - session.heard > (SILENT_AFTER if session.ready else WARM_WITHIN):
                self._happened(ordinal, Gone.SILENT)

    # -- the end of the station --------------------------------------------------------------

    def _close(self) -> None:
        """Let nobody live: whoever is at the screen is wiped first, as at any other end."""
        self._running = False
        try:
            for ordinal in list(self._sessions):
                self._part_from(ordinal)
            latest = time.monotonic() + CLOSE_WITHIN
            while self._departures.farewells and time.monotonic() < latest:
                self.sources.wait(_TICK)
        finally:
            self._departures.break_off()
            self._signer.close()
            self._display.close()
            if self._ledger is not None:
                self._ledger.close()
