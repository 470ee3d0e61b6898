"""Vigil: how long a job is waited for, and when it is time to do something about it.

A card takes half a minute, and a complaint waits for a person, however long that takes. What is
given up on is silence, and a job in which nothing changes and of which nothing is said.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.devices.printer_says import Sight


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and the clock to wait by."""

    poll: float = 0.2  # between two looks at the job
    answer: float = 5.0  # for the next byte of an answer, before the connection counts as lost
    contact: float = 120.0  # without any contact, before the job is given up
    stuck: float = 180.0  # without change or complaint, before the printer is asked to stop
    wait: Callable[[float], object] | None = None  # between two looks; None: or until told to stop
    now: Callable[[], float] = time.monotonic


class Vigil:
    """Since when nothing was heard or nothing changed, and since when the job should stop."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._heard = self._changed = patience.now()
        self._stopping: float | None = None
        self._before: Sight | None = None

    def note(self, seen: Sight | None) -> None:
        """Take note of a look at the job; None: there was no contact."""
        if seen is None:
            return
        self._heard = self._patience.now()
        now_seen = replace(seen, up_time=None)
        # A complaint waits for a person, however long that takes.
        if now_seen != self._before or seen.complaint is not None:
            self._changed = self._heard
        self._before = now_seen

    def stop(self) -> None:
        """Take note that the printer was asked to stop."""
        self._stopping = self._patience.now()

    @property
    def stopping(self) -> bool:
        """Whether the printer was asked to stop."""
        return self._stopping is not None

    @property
    def stuck(self) -> bool:
        """Whether nothing has changed for so long that the printer is to be asked to stop."""
        return self._patience.now() - self._changed > self._patience.stuck

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to wait for."""
        since = self._heard if self._stopping is None else min(self._heard, self._stopping)
        return self._patience.now() - since > self._patience.contact
