"""Rehearsal: the supervisor's side of playing invented applicants, one session after another.

The people file goes to each session as a freshly opened descriptor with the number of one person;
no process that lives longer reads it. A person begins when the next session stands by, as it does
long before a resident has read the first page. What comes back is a record of fixed size a page:
which page, by its place in a closed list, and how long it took to be painted.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.isolation.channel import Fault, Say, Tell
from kiosk.isolation.record import PAGES, RECORD
from kiosk.supervisor.plan import Barred, Event, Gone
from kiosk.supervisor.station import Observer

CARD_FILES = ("front.png", "back.png", "qr.txt")

_ENDINGS = {
    Say.ISSUED: "issued",
    Say.ERASED: "erased",
    Say.IDLE: "idle",
    Say.PANIC: "panic",
    Say.MISPRINT: "misprint",
    Say.REFUSED: "refused",
    Gone.SILENT: "hang",
}


@dataclass(slots=True)
class Record:
    """What is known of one person's session; `fault` is an exception's class name."""

    person: int
    ending: str = ""
    printed: bool = False
    pages_ms: dict[str, float] = field(default_factory=dict)
    handover_ms: float | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class _Playing:
    """A person's number, where their records are read, and where they are told to begin."""

    person: int
    reading: int
    begin: int


@dataclass(slots=True)
class Rehearsal(Observer):
    """Plays persons 1 to `count`; `done` is called after the last hand-over.

    `issued` tells how many cards were issued so far, `end` ends a session that has nobody to play,
    `buried` gets the milliseconds from each session's end until it is wiped and dead.
    """

    people: Path
    count: int
    cards: Path | None
    finished: Callable[[Record], None]
    done: Callable[[], None]
    issued: Callable[[], int]
    end: Callable[[int], None]
    buried: Callable[[float], None] = lambda _: None
    _waiting: list[int] = field(default_factory=list)
    _playing: dict[int, _Playing] = field(default_factory=dict)
    _shown: int = 0
    _settling: set[int] = field(default_factory=set)
    _last: Record | None = None
    _issued_before: int = 0
    _over: bool = False

    def __post_init__(self) -> None:
        self._waiting = list(range(1, self.count + 1))

    def arguments(self, ordinal: int) -> tuple[Sequence[str], Sequence[int]]:
        """Give the next person to this session: the file, two pipes, and where cards go."""
        if not self._waiting:
            return (), ()
        person = self._waiting.pop(0)
        reading, writing = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        told, begin = os.pipe2(os.O_CLOEXEC)
        self._playing[ordinal] = _Playing(person, reading, begin)
        descriptors = [os.open(self.people, os.O_RDONLY | os.O_CLOEXEC), told, writing]
        arguments = ["--person", str(person), "--people-folder", str(self.people.parent)]
        descriptors += [_create(path) for path in self._card_paths(person)]
        return [*arguments, "--rehearse", ",".join(map(str, descriptors))], descriptors

    def shown(self, ordinal: int, message: Tell) -> None:
        """Note a session that only settles the last one's blank: its person comes again."""
        self._shown = ordinal
        self._issued_before = self.issued()
        if message is not Tell.SHOW:
            self._settling.add(ordinal)

    def standby_ready(self) -> None:
        """Let the person in the shown session begin; one without a person makes room."""
        if self._shown in self._playing:
            os.write(self._playing[self._shown].begin, b"!")
        elif self._playing:
            self.end(self._shown)

    def painted(self, ordinal: int, handover_ms: float | None) -> None:  # noqa: ARG002
        """Complete the last record with its hand-over."""
        self._finish(handover_ms)
        if not self._over and not self._waiting and not self._playing:
            self._over = True
            self.done()

    def ended(self, ordinal: int, ending: Event) -> None:
        """Close the record of the person that this session played."""
        if ordinal not in self._playing:
            return
        playing = self._playing.pop(ordinal)
        person = playing.person
        record = Record(person, pages_ms=dict(_records(playing.reading)))
        os.close(playing.reading)
        os.close(playing.begin)
        if ordinal in self._settling or not record.pages_ms:
            self._waiting.insert(0, person)  # this session never got to the person
            return
        record.ending = (
            "crash" if isinstance(ending, (Fault, Barred)) else _ENDINGS.get(ending, "crash")
        )
        record.fault = ending.name if isinstance(ending, Fault) else None
        record.printed = self.issued() > self._issued_before
        self._finish(None)
        self._last = record

    def dead(self, ordinal: int, after_ms: float) -> None:  # noqa: ARG002
        """Pass on how long a session's last moments took."""
        self.buried(after_ms)

    def _finish(self, handover_ms: float | None) -> None:
        if self._last is not None:
            self._last.handover_ms = handover_ms
            self.finished(self._last)
            self._last = None

    def _card_paths(self, person: int) -> list[Path]:
        if self.cards is None:
            return []
        return [self.cards / f"{person:03d}-{name}" for name in CARD_FILES]


def _ending(event: Event) -> str:
    return "crash" if isinstance(event, (Fault, Barred)) else _ENDINGS.get(event, "crash")


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)


def _records(reading: int) -> Iterator[tuple[str, float]]:
    """Read what a session reported; anything that is no record ends the reading."""
    try:
        raw = os.read(reading, 64 * RECORD.size)
    except BlockingIOError:
        return
    for start in range(0, len(raw) - RECORD.size + 1, RECORD.size):
        page, microseconds = RECORD.unpack_from(raw, start)
        if page >= len(PAGES):
            return
        yield PAGES[page], round(microseconds / 1000, 1)
