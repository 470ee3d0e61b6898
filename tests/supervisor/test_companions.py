import os
import select
import signal
import socket
from collections.abc import Callable, Iterator

import pytest

from kiosk.devices.sight import Sight
from kiosk.formats import look
from kiosk.formats.look import Wish
from kiosk.supervisor import farewell
from kiosk.supervisor.children import Child, Wipeable
from kiosk.supervisor.companions import Companions, Manner
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.sources import Sources
from tests.isolation.children import found
from tests.sight.pictures import HEIGHT, WIDTH, face, noise

SESSION = 7
WITHIN = 30.0


class Station:
    """What a loop does for companions, and what they hand to sessions."""

    def __init__(self) -> None:
        self.sources = Sources()
        self.departures = Departures(self.sources, training=True)
        manner = Manner(training=True, reading=False)
        self.companions = Companions(self.sources, self.departures, manner)
        self.handed: list[Sight | None] = []

    def ask(self) -> Sight | None:
        self.companions.start(SESSION, self._take)
        return self.handed[-1]

    def child(self) -> Child:
        companion = self.companions._of[SESSION]
        assert companion is not None
        return companion.child

    def wait_until(self, done: Callable[[], bool]) -> None:
        while not done():
            self.sources.wait(1.0)

    def _take(self, descriptor: int | None) -> None:
        if descriptor is None:
            self.handed.append(None)
            return
        connection = socket.fromfd(descriptor, socket.AF_UNIX, socket.SOCK_STREAM)
        self.handed.append(Sight(connection.detach(), WITHIN))


@pytest.fixture
def station() -> Iterator[Station]:
    made = Station()
    yield made
    for sight in made.handed:
        if sight is not None:
            sight.close()
    made.departures.begin(made.companions.release(SESSION))
    made.departures.break_off()


def test_a_session_that_asks_gets_a_sight_once(station: Station) -> None:
    sight = station.ask()
    assert sight is not None
    assert station.ask() is None
    boxes = sight.faces(WIDTH, HEIGHT, face())
    assert boxes is not None
    assert len(boxes) == 1


def test_the_supervisor_keeps_no_end_of_the_connection(station: Station) -> None:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  # names alone
    sight = station.ask()
    assert sight is not None
    # Its end of the control channel, its pidfd, the right to wipe it; and the session's end.
    assert len(os.listdir("/proc/self/fd")) == before + 4  # noqa: PTH208
    station.child().kill()
    assert sight.faces(WIDTH, HEIGHT, face()) is None


def test_what_goes_with_a_session_is_wiped_before_it_is_killed(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert os.geteuid() == 0, "run this test as root: only root may search a sealed process"
    monkeypatch.setattr(farewell, "WITHIN", WITHIN)  # the wiper has all the time of this machine
    sight = station.ask()
    assert sight is not None
    assert sight.faces(WIDTH, HEIGHT, face())
    pixels = noise()
    needles = [pixels[place : place + 24] for place in (0, 70_000, 150_000)]
    sight._end.sendall(look.request(Wish.FACES, WIDTH, HEIGHT) + pixels[:-1])
    while found(station.child().pid, *needles) < len(needles):
        pass  # a test that waits for ever is ended by its time limit
    left: list[int] = []
    child, kill = station.child(), Child.kill

    def count_and_kill(killed: Child) -> None:
        if killed is child and not left:
            left.append(found(child.pid, *needles))
        kill(killed)

    monkeypatch.setattr(Child, "kill", count_and_kill)
    gone: list[float] = []
    station.departures.begin(station.companions.release(SESSION), gone.append)
    station.wait_until(lambda: bool(gone))
    assert left == [0]
    assert child.process.returncode == -signal.SIGKILL
    assert station.departures.farewells == []


def test_a_sight_that_dies_is_buried_and_its_session_gets_no_other(station: Station) -> None:
    assert station.ask() is not None
    child = station.child()
    os.kill(child.pid, signal.SIGKILL)
    station.wait_until(lambda: child.process.returncode is not None)
    assert station.ask() is None
    assert station.companions.release(SESSION) == []


def test_a_sight_that_its_session_has_closed_goes_at_once(station: Station) -> None:
    sight = station.ask()
    assert sight is not None
    child = station.child()
    sight.close()
    station.wait_until(lambda: child.process.returncode is not None)
    assert child.process.returncode == -signal.SIGKILL
    assert station.ask() is None


def test_a_session_without_a_sight_takes_nobody_along(station: Station) -> None:
    assert station.companions.release(SESSION) == []


def test_a_departure_is_over_when_the_last_is_dead(station: Station) -> None:
    assert station.ask() is not None
    first = station.companions.release(SESSION)
    assert station.ask() is not None
    second = station.companions.release(SESSION)
    both: list[Wipeable] = [*first, *second]
    gone: list[float] = []

    def look_and_note(after_ms: float) -> None:
        assert all(one.child.process.returncode is not None for one in both)
        gone.append(after_ms)

    station.departures.begin(both, look_and_note)
    station.wait_until(lambda: bool(gone))
    assert len(gone) == 1


def test_departures_can_be_broken_off(station: Station) -> None:
    assert station.ask() is not None
    pidfd = os.dup(station.child().pidfd)
    gone: list[float] = []
    station.departures.begin(station.companions.release(SESSION), gone.append)
    station.departures.break_off()
    assert len(gone) == 1
    assert select.select([pidfd], [], [], 0)[0]
    os.close(pidfd)
