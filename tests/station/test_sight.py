"""A sight lives and dies with its session, in a whole station; its own death ends nobody."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from kiosk.devices.drawn_camera import draw
from kiosk.session.portrait import HEIGHT, WIDTH, crop
from kiosk.supervisor import farewell
from kiosk.supervisor.children import Child
from kiosk.supervisor.loop import Loop
from tests.isolation.children import found
from tests.station import replaced
from tests.station.runs import ANA, play, write_people

HELD = 24  # bytes of a needle


@pytest.fixture(autouse=True)
def _seeing_sessions() -> Iterator[None]:
    with replaced.sessions("tests.station.seeing"):
        yield


def sight_of(loop: Loop) -> Child | None:
    shown = loop.plan.shown
    companion = loop._gifts._companions._of.get(shown.ordinal) if shown is not None else None
    return None if companion is None else companion.child


def test_a_session_whose_sight_is_killed_lives_on(tmp_path: Path) -> None:
    killed: set[int] = set()

    def kill_sights(loop: Loop) -> None:
        sight = sight_of(loop)
        if sight is not None and sight.pid not in killed:
            killed.add(sight.pid)
            os.kill(sight.pid, signal.SIGKILL)

    people = write_people(tmp_path / "p.json", [ANA, {**ANA, "ending": "panic"}])
    stage = play(people, 2, kill_sights)
    assert [record.ending for record in stage.records] == ["issued", "panic"]
    assert len(killed) >= 2


def test_a_session_that_is_killed_takes_its_sight_along_wiped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert os.geteuid() == 0, "run this test as root: only root may search a sealed process"
    monkeypatch.setattr(farewell, "WITHIN", 30.0)  # however slow this machine is
    needle = piece_of_portrait()
    holding: list[Child] = []
    at_the_kill: list[int] = []
    kill = Child.kill

    def kill_session(loop: Loop) -> None:
        sight, pid = sight_of(loop), loop.pids()["session"]
        if not holding and sight is not None and holds(sight.pid, needle):
            assert pid is not None
            holding.append(sight)
            os.kill(pid, signal.SIGKILL)

    def search_and_kill(child: Child) -> None:
        if child in holding and child.process.returncode is None and not at_the_kill:
            at_the_kill.append(found(child.pid, needle))
        kill(child)

    monkeypatch.setattr(Child, "kill", search_and_kill)
    play(write_people(tmp_path / "p.json", [ANA]), 1, kill_session)
    assert at_the_kill == [0]
    assert [child.process.returncode for child in holding] == [-signal.SIGKILL]


def holds(pid: int, needle: bytes) -> bool:
    try:
        return found(pid, needle) > 0
    except OSError:  # it is starting: what was there a moment ago is not
        return False


def piece_of_portrait() -> bytes:
    """Return the most varied piece of the grey portrait that every drawn camera gives."""
    picture = Image.frombytes("RGB", (WIDTH, HEIGHT), crop(draw()).rgb).convert("L").tobytes()
    pieces = (picture[place : place + HELD] for place in range(0, len(picture) - HELD, HELD))
    return max(pieces, key=lambda piece: len(set(piece)))
