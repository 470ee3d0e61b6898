"""Examiner: runs a station, stops it at its moments, and searches whatever outlives a session.

At each moment every process that descends from the test is searched, whatever it is: supervisor,
signer, other sessions, helpers, the display server, the printer and what these have started. The
session itself is searched too, while it lives: what is not found there cannot be looked for.
"""

import contextlib
import io
import json
import os
import selectors
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from PIL import Image

from kiosk.signer import staff
from tests.forensics import files, kernel, memory, needles, processes
from tests.forensics.canary import Canary, invent
from tests.forensics.cards import Cards
from tests.forensics.display import Display
from tests.forensics.drawn import Drawing, frame
from tests.forensics.forms import Issued
from tests.forensics.memory import Extent
from tests.forensics.search import Needle, Search, Spread
from tests.forensics.station import CARDS, STAFF

WITH_CARD = frozenset({"issued", "misprint"})
_COST = staff.Cost(memory_kib=1024, iterations=1, lanes=1)  # no secret of anybody is behind it
_PATIENCE = 60  # seconds; only a broken session is waited for that long
_LOOK_EVERY = 0.02  # seconds between two looks at the screen
_MESSAGE = 4096


@dataclass(frozen=True, slots=True)
class Searched:
    """One process at one moment: how much was searched, what was found there."""

    process: str
    moment: str
    searched: int
    left_out: int
    found: dict[str, int]
    written: int
    swapped: int


@dataclass(slots=True)
class Examination:
    """All that was seen of one person."""

    person: int
    ending: str
    needles: dict[str, int] = field(default_factory=dict)  # kind -> how many
    held: dict[str, int] = field(default_factory=dict)  # kind -> how many the session holds
    session: Searched | None = None
    others: list[Searched] = field(default_factory=list)
    tables: dict[str, list[str]] = field(default_factory=dict)  # of the kernel, with a find
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """What kind of station is examined."""

    platform: str
    printer: str = "screen"
    display: Display | None = None
    module: tuple[str, ...] = ()  # the session's module instead of `ui`, and an option a person


class Examiner:
    """Examines one station, from its start to its last person."""

    def __init__(self, folder: Path, endings: Sequence[str], shape: Shape, chance: Random) -> None:
        self._folder = folder
        self._shape = shape
        self._chance = chance
        self._drawing = Drawing()
        self._other = self._drawing.card(self._another())
        self._codes = [self._drawing.code(self._another()) for _ in range(needles.OTHER_CODES)]
        self.people = [
            invent(chance, number, folder, ending) for number, ending in enumerate(endings, 1)
        ]
        self.examinations = [Examination(one.number, one.ending) for one in self.people]
        self._searches: dict[int, Search] = {}
        self._faces: dict[int, list[Needle]] = {}
        self._shown = 0
        self._heard = 0.0
        self._began = time.time()
        self._cards = {one.number: Cards(folder / CARDS, one.number) for one in self.people}
        (folder / STAFF).write_text(_staff(self.people), encoding="utf-8")

    def run(self) -> None:
        """Play everybody, and search."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-B", "-m", "tests.forensics.station", str(theirs.fileno())]
        command += [str(self._folder), str(len(self.people)), self._shape.platform]
        command += [self._shape.printer, *self._shape.module]
        display = self._shape.display
        environment = {**os.environ, **({"DISPLAY": display.name} if display else {})}
        with (
            ours,
            processes.inherit_orphans(),
            subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment) as station,
        ):
            theirs.close()
            try:
                self._listen(ours)
            finally:
                station.kill()

    def _listen(self, station: socket.socket) -> None:
        """Serve the station and the pipes until the station says that it is over."""
        with selectors.DefaultSelector() as selector:
            selector.register(station, selectors.EVENT_READ, partial(self._hear, station))
            for cards in self._cards.values():
                for file in cards.files:
                    selector.register(file, selectors.EVENT_READ, partial(cards.read, file))
            self._heard = time.monotonic()
            while station in selector.get_map():
                assert time.monotonic() - self._heard < _PATIENCE, "the station is silent"
                ready = selector.select(_LOOK_EVERY)
                if not ready:  # a session that sends its card must not be kept waiting
                    self._look()
                for key, _ in ready:
                    if not key.data():
                        selector.unregister(key.fileobj)

    def _hear(self, station: socket.socket) -> bool:
        """Take one message; False if there will be no other."""
        raw = station.recv(_MESSAGE)
        assert raw, "the station has died"
        message = json.loads(raw)
        if message["moment"] == "over":
            return False
        self._come_to(**message)
        station.send(b".")
        self._heard = time.monotonic()
        return True

    def search_files(self, *own: Path) -> files.Changed:
        """Search every file on the machine that has changed since this examiner was made."""
        everything = [needle for search in self._searches.values() for needle in search.needles]
        return files.search(Search(everything), self._began, [self._folder, *own])

    # -- a moment ------------------------------------------------------------------------------

    def _look(self) -> None:
        """Remember the face that is on the screen."""
        if self._shape.display is not None and self._shown:
            faces = self._shape.display.faces()
            if faces:
                self._faces[self._shown] = faces

    def _come_to(self, moment: str, person: int, pid: int) -> None:
        seen = self.examinations[person - 1]
        if moment == "shown":
            self._shown = person
            return
        began = time.monotonic()
        if moment == "held":
            self._look()
            self._shown = 0
            processes.wait_until_all_is_seen()
            self._hold(seen, pid)
        if moment == "ended":
            processes.wait_until_still(pid)
            moment = "stopped" if processes.is_stopped(pid) else moment
            if self._shape.display is not None:
                self._shape.display.settle()
        self._search_others(seen, moment, pid)
        seen.seconds += time.monotonic() - began

    def _search_others(self, seen: Examination, moment: str, pid: int) -> None:
        """Search every process but the session itself; and the kernel's tables, at last."""
        search = self._searches[seen.person]
        names = _Names()
        for other in (*processes.descendants(), *processes.print_servers()):
            if other != pid:
                name = names.name(other)
                spread = moment != "held"
                seen.others.append(_search_process(search, other, name, moment, spread=spread)[0])
        if moment == "painted":
            for name, table in kernel.tables():
                kinds = sorted({needle.kind for needle in search.exact(table)})
                if kinds:
                    seen.tables[name] = kinds

    def _hold(self, seen: Examination, pid: int) -> None:
        """Search the living session for everything, and note what it holds."""
        search = self._searches[seen.person] = self._needles_of(self.people[seen.person - 1])
        sought: tuple[Needle | Spread, ...] = (*search.needles, *search.spreads)
        seen.needles = dict(Counter(one.kind for one in sought))
        seen.session, found = _search_process(search, pid, "session", "held")
        seen.held = dict(Counter(one.kind for one in found))

    def _another(self) -> Canary:
        """Invent somebody who has no session."""
        return invent(self._chance, 0, self._folder, "issued")

    def _needles_of(self, canary: Canary) -> Search:
        found = needles.of_canary(canary)
        drawn = self._drawing.card(canary)
        others = [self._other.front, *self._drawing.grounds()]
        found += needles.of_front(drawn.front, others, self._chance)
        found += self._faces.get(canary.number, [])
        if canary.ending in WITH_CARD:
            issued = self._issued(self._cards[canary.number])
            found += needles.of_issued(issued, self._other, self._codes, self._chance)
        return Search(found, needles.spreads(canary))

    def _issued(self, cards: "Cards") -> Issued:
        """Return what the session has issued, once it has sent all of it."""
        cards.complete()
        front, back = (frame(Image.open(io.BytesIO(cards.content[place]))) for place in (0, 1))
        return Issued(cards.content[2].decode().strip(), front, back)


class _Names:
    """Names processes by what they are; of several sessions the oldest is the one shown."""

    def __init__(self) -> None:
        self._sessions = iter(("next session", "standby", "further session", "further session"))

    def name(self, pid: int) -> str:
        role = processes.role(pid)
        return next(self._sessions) if role == "session" else role


def _search_process(
    search: Search, pid: int, name: str, moment: str, *, spread: bool = True
) -> tuple[Searched, Counter[Needle | Spread]]:
    extent = Extent()
    found: Counter[Needle | Spread] = Counter()
    for buffer in memory.buffers(pid, extent):
        found.update(search.exact(buffer))
        if spread:
            found.update(search.spread(buffer))
    kinds: Counter[str] = Counter()
    for one, times in found.items():
        kinds[one.kind] += times
    written = swapped = 0
    with contextlib.suppress(FileNotFoundError, ProcessLookupError, KeyError):
        written, swapped = processes.written(pid), processes.swapped(pid)
    searched = Searched(
        name, moment, extent.searched, extent.left_out, dict(kinds), written, swapped
    )
    return searched, found


def _staff(people: Sequence[Canary]) -> str:
    """Return a staff file with each person's clerk: their PINs' verifiers."""
    lines = ["[argon2id]", f"memory_kib = {_COST.memory_kib}", f"iterations = {_COST.iterations}"]
    lines.append(f"lanes = {_COST.lanes}")
    for one in people:
        salt = os.urandom(staff.SALT_LENGTH)
        verifier = staff.hash_pin(one.pin.encode(), salt, _COST)
        lines += ["[[staff]]", f"number = {one.number}"]
        lines += [f'salt = "{salt.hex()}"', f'verifier = "{verifier.hex()}"']
    return "\n".join(lines) + "\n"
