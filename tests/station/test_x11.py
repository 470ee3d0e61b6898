"""What a second client of the display learns from a session: nothing that differs by person.

A real session shows itself in every way that it can, on a real X server, while another client owns
every selection, waits for anybody to take or ask for one, and reads all windows and their notes.
"""

import select
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say, Tell, pair
from kiosk.supervisor.children import FORGETTING, environment
from tests.station.runs import x_server
from tests.station.wanderer import NAME, samples
from tests.station.x11 import Client

TITLES = {b"City ID", b"city-id", b"Qt Selection Owner for city-id"}  # the last two are Qt's own
pytestmark = pytest.mark.timeout(200)


@dataclass
class Seen:
    """What the other client saw."""

    root_before: dict[str, bytes] = field(default_factory=dict)
    root_after: dict[str, bytes] = field(default_factory=dict)
    notes: dict[str, set[bytes]] = field(default_factory=dict)
    owners: list[dict[str, int]] = field(default_factory=list)
    asked_for: int = 0
    names: set[str] = field(default_factory=set)
    windows_left: int = 0
    segments_before: list[str] = field(default_factory=list)
    segments_after: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    with x_server() as display, Client(display) as other:
        found = Seen(root_before=other.properties(other.root), segments_before=_segments())
        other.own_selections()
        windows = len(list(other.windows()))
        with Wandering(display) as session:
            _watch(other, session, found)
        other.wait_for_windows(windows)
        found.windows_left = len(list(other.windows())) - windows
        found.root_after = other.properties(other.root)
        found.names = set(other.atoms())
        found.asked_for = other.events
        found.segments_after = _segments()
        yield found


class Wandering:
    """A session on `display`, told to show itself."""

    def __init__(self, display: str) -> None:
        self.control, theirs = pair()
        self.control.settimeout(100)
        command = [
            sys.executable, "-B", "-m", "tests.station.wanderer", "--control",
            str(theirs.fileno()), "--parent", "0", "--city", TRAINING_CITY, "--training", "--size",
            "1080x1920",
        ]  # fmt: skip
        variables = environment({"DISPLAY": display}) | FORGETTING | {"QT_QPA_PLATFORM": "xcb"}
        self._process = subprocess.Popen(command, env=variables, pass_fds=[theirs.fileno()])
        theirs.close()

    def __enter__(self) -> Self:
        assert self.control.recv(1) == bytes([Say.READY])
        self.control.send(bytes([Tell.SHOW]))
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self.control.close()


def _watch(other: Client, session: Wandering, found: Seen) -> None:
    """Look again and again until the session has ended, and once more before it is killed."""
    ended = False
    while not ended:
        if select.select([session.control], [], [], 0.01)[0]:
            said = session.control.recv(1)
            assert said in {bytes([Say.PAINTED]), bytes([Say.ERASED])}, said
            ended = said == bytes([Say.ERASED])
        found.owners.append(other.owners())
        for window in list(other.windows())[1:]:
            for note, value in other.properties(window).items():
                if value:  # it may have gone between two questions
                    found.notes.setdefault(note, set()).add(value)


def _segments() -> list[str]:
    """Return the System V memory that exists and is not yet to be removed with its last user."""
    lines = Path("/proc/sysvipc/shm").read_text().splitlines()[1:]
    return sorted(line.split()[1] for line in lines)


def test_titles_are_constants(seen: Seen) -> None:
    assert len(seen.owners) > 20
    for note in ("WM_NAME", "_NET_WM_NAME"):
        assert seen.notes[note] <= TITLES
    assert seen.notes["WM_CLASS"] == {b"city-id\0city-id\0"}


def test_what_is_noted_on_windows_does_not_differ_by_page_or_language(seen: Seen) -> None:
    differing = {note for note, values in seen.notes.items() if len(values) > 1}
    # When the window was touched last is noted on it, and goes with it.
    assert differing <= {"WM_NAME", "_NET_WM_NAME", "_NET_WM_USER_TIME"}


def test_no_selection_is_taken_and_none_is_asked_for(seen: Seen) -> None:
    assert all(owner == seen.owners[0] and all(owner.values()) for owner in seen.owners)
    assert seen.asked_for == 0


def test_no_text_is_in_any_note_or_any_name(seen: Seen) -> None:
    texts = [NAME, *(text for text in samples() if len(text) > 2)]
    everything = b"\n".join(value for values in seen.notes.values() for value in values)
    for text in texts:
        assert text not in seen.names
        assert text.encode() not in everything
        assert text.encode("utf-16-le") not in everything


def test_nothing_is_left_when_it_is_gone(seen: Seen) -> None:
    assert seen.windows_left == 0
    assert seen.root_after == seen.root_before
    assert set(seen.segments_after) <= set(seen.segments_before)
