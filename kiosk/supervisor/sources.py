"""Sources: what the one thread waits for, descriptors and moments, each with what to call."""

import contextlib
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Call = Callable[[], None]
Source = socket.socket | int


@dataclass(slots=True)
class Sources:
    """A selector and a list of moments; `wait` calls what is ready and what is due."""

    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _due: list[tuple[float, Call]] = field(default_factory=list)

    def readable(self, source: Source, call: Call) -> None:
        """Call `call` whenever `source` can be read, or has ended."""
        self._selector.register(source, selectors.EVENT_READ, call)

    def writable(self, source: Source, call: Call) -> None:
        """Call `call` when `source` can be written: a connection is there, or has failed."""
        self._selector.register(source, selectors.EVENT_WRITE, call)

    def forget(self, source: Source) -> None:
        """Wait for `source` no longer; one that is not waited for is no fault."""
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(source)

    def at(self, delay: float, call: Call) -> None:
        """Call `call` once, after `delay` seconds."""
        self._due.append((time.monotonic() + delay, call))

    def wait(self, longest: float) -> None:
        """Wait at most `longest` seconds; call what is ready and what is due."""
        now = time.monotonic()
        soonest = min((when for when, _ in self._due), default=now + longest)
        for key, _ in self._selector.select(max(0.0, min(longest, soonest - now))):
            # An earlier call of this turn may have closed it, and its number may be another's now.
            if self._selector.get_map().get(key.fd) is key:
                key.data()
        now = time.monotonic()
        due = [call for when, call in self._due if when <= now]
        self._due = [(when, call) for when, call in self._due if when > now]
        for call in due:
            call()
