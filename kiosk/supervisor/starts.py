"""Starts: whatever can be shown is started here: a session, a curtain, or a notice.

Each gets its place on the display and the descriptors that go with it; ours are closed at once.
"""

import os
from collections.abc import Sequence

from kiosk.isolation import channel
from kiosk.supervisor.children import (
    FORGETTING,
    Child,
    Wipeable,
    raise_curtain,
    role_at,
    spawn,
)
from kiosk.supervisor.display import Display, Elsewhere
from kiosk.supervisor.plan import Kind, Spawn
from kiosk.supervisor.station import Observer, Station


class Starts:
    """Starts what a plan wants; a `curtain` that was raised already is used when one is wanted."""

    def __init__(
        self,
        station: Station,
        observer: Observer,
        display: Display | Elsewhere,
        curtain: Child | None,
    ) -> None:
        self._station = station
        self._observer = observer
        self._display = display
        self._curtain = curtain

    def start(self, wanted: Spawn) -> Wipeable:
        """Start it, and return it with the right to wipe it, if it learns anything."""
        match wanted.kind:
            case Kind.SESSION:
                return self._session(wanted.ordinal)
            case Kind.CURTAIN:
                return Wipeable(self._curtain or self._raise_curtain(wanted.ordinal), None)
            case Kind.NOTICE:
                notice = ("--city", self._station.city, "--wall", str(wanted.wall))
                return Wipeable(self._raise_curtain(wanted.ordinal, notice), None)

    def _raise_curtain(self, ordinal: int, notice: Sequence[str] = ()) -> Child:
        station, place = self._station, self._display.start(ordinal)
        raised = raise_curtain(
            station.platform, station.size, notice, place, training=station.training
        )
        for descriptor in place[1]:
            os.close(descriptor)
        return raised

    def _session(self, ordinal: int) -> Wipeable:
        station = self._station
        extra, descriptors = self._observer.arguments(ordinal)
        place = self._display.start(ordinal)
        offered, theirs = channel.pair()
        arguments = ["--city", station.city, *station.session_arguments, *extra]
        arguments += ["--memory", str(theirs.fileno()), *(["--training"] * station.training)]
        arguments += ["--reading"] * station.reading
        handed = [*descriptors, *place[1]]
        child = spawn(
            "ui", arguments, [*handed, theirs.fileno()],
            {**FORGETTING, **place[0], "QT_QPA_PLATFORM": station.platform},
            role=role_at(station.platform, place), training=station.training,
        )  # fmt: skip
        theirs.close()
        for descriptor in handed:
            os.close(descriptor)
        return Wipeable(child, offered)
