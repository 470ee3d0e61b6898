"""A sight as the supervisor starts it: a real process behind its walls, on a real connection."""

import select
import socket

from kiosk.devices.sight import Sight
from kiosk.supervisor.children import Child
from kiosk.supervisor.companions import Companions, Manner
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.sources import Sources

WITHIN = 30.0  # seconds until a test gives up; no test waits that long unless it fails


class Started:
    """A running sight of session 1; `client` is the session's end of its connection."""

    def __init__(self, *, reading: bool = False, training: bool = True) -> None:
        sources = Sources()
        self._departures = Departures(sources, training=True)
        manner = Manner(training=training, reading=reading)
        self._companions = Companions(sources, self._departures, manner)
        self._companions.start(1, self._take)
        companion = self._companions._of[1]
        assert companion is not None
        self.child: Child = companion.child

    def _take(self, descriptor: int | None) -> None:
        assert descriptor is not None
        connection = socket.fromfd(descriptor, socket.AF_UNIX, socket.SOCK_STREAM)
        self.client = Sight(connection.detach(), WITHIN)

    def is_over(self) -> bool:
        """Wait for it to say that it is over, which it does while it lives."""
        assert select.select([self.child.control], [], [], WITHIN)[0]
        return self.child.control.recv(2) == b"o" and self.child.exit_status() is None

    def close(self) -> None:
        self.client.close()
        self._departures.begin(self._companions.release(1))
        self._departures.break_off()
