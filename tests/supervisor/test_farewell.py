import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from subprocess import PIPE, Popen

import pytest

from kiosk.isolation import channel
from kiosk.supervisor import farewell
from kiosk.supervisor.children import Child
from kiosk.supervisor.farewell import Farewell
from kiosk.supervisor.sources import Sources
from tests.isolation.children import ROOT
from tests.isolation.test_wiper import SECRET, copies

# A session that has offered its memory and goes on writing what it knows, until it is stopped.
SESSION = """
import sys
from kiosk.isolation import wiper
wiper.offer(int(sys.argv[1]))
secret = bytes.fromhex(sys.argv[2])
kept = [bytearray(secret * 9000)]
sys.stdout.write("r")
sys.stdout.flush()
while True:
    kept.append(bytearray(secret))
    del kept[1:]
"""


class Session:
    """A session in the middle of its work, and what it has offered."""

    def __init__(self) -> None:
        self.offered, theirs = channel.pair()
        ours, control = channel.pair()
        arguments = [str(theirs.fileno()), SECRET.hex()]
        self.process = Popen(
            [sys.executable, "-c", SESSION, *arguments],
            pass_fds=[theirs.fileno()],
            cwd=ROOT,
            stdout=PIPE,
        )
        theirs.close()
        control.close()
        assert self.process.stdout is not None
        assert self.process.stdout.read(1) == b"r"
        self.process.stdout.close()
        self.child = Child(self.process, os.pidfd_open(self.process.pid), ours)


@pytest.fixture
def session() -> Iterator[Session]:
    started = Session()
    yield started
    started.process.kill()
    started.process.wait()


def say_farewell(
    session: Session, offered: socket.socket | None, look: Callable[[], None] = lambda: None
) -> float:
    """Return how long it took; `look` is called at every turn."""
    sources, told = Sources(), list[float]()
    farewell_ = Farewell(sources, session.child, offered, training=True)
    farewell_.begin(told.append)
    while not told:
        look()
        sources.wait(1.0)
    return told[0]


def test_an_ended_session_is_stopped_overwritten_and_killed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(farewell, "WITHIN", 30.0)  # the wiper has all the time of this machine
    assert copies(session.process.pid) >= 9000
    left: list[int] = []
    kill = Child.kill

    def count_and_kill(child: Child) -> None:
        if child is session.child and not left:
            left.append(copies(child.pid))
        kill(child)

    monkeypatch.setattr(Child, "kill", count_and_kill)
    say_farewell(session, session.offered)
    assert left == [0]
    assert session.process.returncode == -signal.SIGKILL


def test_a_session_that_has_offered_nothing_is_killed_all_the_same(session: Session) -> None:
    say_farewell(session, None)
    assert session.process.returncode == -signal.SIGKILL
    session.offered.close()


def test_a_wiper_that_hangs_does_not_keep_a_session_alive(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(farewell, "WIPER_READY", b"something else")

    def hang(self: Farewell, _started: Child) -> None:
        self._sources.forget(_started.control)

    monkeypatch.setattr(Farewell, "_hear", hang)
    say_farewell(session, session.offered)
    assert session.process.returncode == -signal.SIGKILL


def test_a_session_that_is_dead_already_is_only_buried(session: Session) -> None:
    session.process.kill()
    assert select.select([session.child.pidfd], [], [], 10)[0]
    say_farewell(session, session.offered)
    assert session.process.returncode == -signal.SIGKILL


def test_a_farewell_can_be_broken_off(session: Session) -> None:
    sources, told = Sources(), list[float]()
    farewell_ = Farewell(sources, session.child, session.offered, training=True)
    farewell_.begin(told.append)
    farewell_.break_off()
    assert len(told) == 1
    sources.wait(0.0)
    assert session.process.returncode == -signal.SIGKILL
