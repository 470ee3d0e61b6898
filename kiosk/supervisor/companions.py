"""Companions: the process beside a session that looks at its pictures, started when it is wanted.

One for each session at most, and it goes when its session goes. It gets one end of a connection,
the session the other, and nothing of either stays here, so that what passes is known to these two
alone. A session lives on when its companion dies: there is no advice then.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.isolation import channel
from kiosk.isolation.role import Role
from kiosk.supervisor.children import FORGETTING, Child, Wipeable, spawn
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.sources import Sources

ALONE = MappingProxyType({"OPENBLAS_NUM_THREADS": "1"})  # NumPy would start a thread a processor


@dataclass(frozen=True, slots=True)
class Manner:
    """How a station's companions are started; with `reading` they read papers too."""

    training: bool
    reading: bool


class Companions:
    """The companions of all sessions, by ordinal."""

    def __init__(self, sources: Sources, departures: Departures, manner: Manner) -> None:
        self._sources = sources
        self._departures = departures
        self._manner = manner
        self._of: dict[int, Wipeable | None] = {}  # None: it has gone before its session

    def start(self, ordinal: int, hand: Callable[[int | None], None]) -> None:
        """Start a session's companion; `hand` gets a connection to it, None if it had one."""
        if ordinal in self._of:
            hand(None)
            return
        for_session, for_companion = socket.socketpair()
        offered, theirs = channel.pair()
        with for_session, for_companion, theirs:
            child = self._spawn(for_companion.fileno(), theirs.fileno())
            hand(for_session.fileno())
        self._of[ordinal] = Wipeable(child, offered)
        for source in (child.control, child.pidfd):  # whatever it says, it is that it is over
            self._sources.readable(source, lambda: self._departures.begin(self._over(ordinal)))

    def release(self, ordinal: int) -> list[Wipeable]:
        """Return what has to go with this session, which can have no companion any more."""
        released = self._let_go(ordinal)
        self._of.pop(ordinal, None)
        return released

    def _over(self, ordinal: int) -> list[Wipeable]:
        """Return the companion that is over; its session is given no other one."""
        released = self._let_go(ordinal)
        self._of[ordinal] = None
        return released

    def _let_go(self, ordinal: int) -> list[Wipeable]:
        companion = self._of.get(ordinal)
        if companion is None:
            return []
        for source in (companion.child.control, companion.child.pidfd):
            self._sources.forget(source)
        return [companion]

    def _spawn(self, connection: int, memory: int) -> Child:
        manner = self._manner
        arguments = ["--session", str(connection), "--memory", str(memory)]
        arguments += ["--training"] * manner.training + ["--reading"] * manner.reading
        return spawn(
            "kiosk.sight", arguments, [connection, memory], {**FORGETTING, **ALONE},
            role=Role.SIGHT, training=manner.training,
        )  # fmt: skip
