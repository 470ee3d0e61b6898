"""The sight process itself: what it does behind its walls, and what is left of a picture there."""

import os
import pwd
import select
import signal
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.formats import look
from kiosk.formats.look import Wish
from kiosk.isolation.role import Role
from kiosk.isolation.wall import Wall, by_exit_status
from kiosk.sight import faces
from kiosk.supervisor.children import FORGETTING
from tests.isolation.children import ROOT, found
from tests.sight.conftest import StartSight
from tests.sight.pictures import HEIGHT, WIDTH, face, noise
from tests.sight.started import WITHIN, Started

pytestmark = pytest.mark.isolation
ROOT_ONLY = "run this test as root: only root may search a sealed process"
PIECE = 24  # bytes of a needle
FIRST_COPY = 10  # 24 pixels, what the detector was trained with, by 1.1 to this power are over 60


def about(started: Started) -> dict[str, str]:
    status = Path(f"/proc/{started.child.pid}/status").read_text(encoding="ascii")
    return dict(line.split(":\t", 1) for line in status.splitlines())


def test_a_sight_finds_a_face_behind_its_walls(start_sight: StartSight) -> None:
    started = start_sight()
    boxes = started.client.faces(WIDTH, HEIGHT, face())
    assert boxes is not None
    assert len(boxes) == 1
    told = about(started)
    assert told["Uid"].split("\t")[0] == str(Role.SIGHT.user(training=True)).partition(":")[0]
    assert (told["NoNewPrivs"], told["Threads"]) == ("1", "1")
    assert (told["Seccomp"], told["Seccomp_filters"]) == ("2", "2")  # of both stages
    assert int(told["VmLck"].split()[0]) > 0


def test_a_real_station_without_a_user_for_it_has_no_sight(start_sight: StartSight) -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's rights that are given up"
    assert Role.SIGHT not in {entry.pw_name for entry in pwd.getpwall()}
    started = start_sight(training=False)
    assert started.client.faces(WIDTH, HEIGHT, face()) is None
    assert select.select([started.child.pidfd], [], [], WITHIN)[0]
    assert by_exit_status(started.child.exit_status()) is Wall.OWN_USER


ORPHAN = """
import os, sys
from tests.sight.started import WITHIN, Started
started = Started()
started.client.faces(1, 1, b" ")
print(started.child.pid, flush=True)
sys.stdin.read()
"""


def test_a_sight_dies_with_its_supervisor() -> None:
    with subprocess.Popen(
        [sys.executable, "-B", "-c", ORPHAN],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as supervisor:
        assert supervisor.stdout is not None
        pidfd = os.pidfd_open(int(supervisor.stdout.readline()))
        supervisor.kill()
        assert select.select([pidfd], [], [], WITHIN)[0]
        os.close(pidfd)


def test_a_sight_that_reads_no_papers_says_that_there_is_nothing(start_sight: StartSight) -> None:
    client = start_sight().client
    assert client.read(WIDTH, HEIGHT, noise()) == ()
    assert client.faces(WIDTH, HEIGHT, noise()) == ()


def test_a_sight_is_over_when_its_session_closes_and_waits_to_be_wiped(
    start_sight: StartSight,
) -> None:
    started = start_sight()
    started.client.close()
    assert started.is_over()


def test_a_sight_is_over_when_it_is_sent_what_is_no_request(start_sight: StartSight) -> None:
    started = start_sight()
    started.client._end.sendall(b"hello")
    assert started.is_over()
    assert started.client.faces(WIDTH, HEIGHT, face()) is None


def test_a_half_sent_picture_is_there_and_of_an_answered_one_nothing_is_left(
    start_sight: StartSight,
) -> None:
    assert os.geteuid() == 0, ROOT_ONLY
    started = start_sight()
    client = started.client
    assert client.faces(WIDTH, HEIGHT, face())  # it is there
    pixels = noise()
    needles = _rows(pixels)
    client._end.sendall(look.request(Wish.FACES, WIDTH, HEIGHT) + pixels[:-1])
    _wait_until_it_waits(started)
    assert found(started.child.pid, *needles) >= len(needles)
    client._end.sendall(pixels[-1:])
    client._end.settimeout(30.0)
    assert client._end.recv(100) == look.faces([])
    assert found(started.child.pid, *needles, *_sums(pixels)) == 0


KEEPER = """
import sys
import cv2
import numpy as np
from kiosk.sight.faces import FaceFinder
detector = cv2.CascadeClassifier()
cv2.CascadeClassifier = lambda: detector
width, height = map(int, sys.argv[1:])
pixels = np.frombuffer(sys.stdin.buffer.read(width * height), np.uint8)
FaceFinder().find(pixels.reshape(height, width))
del pixels
print("kept", flush=True)
sys.stdin.read()
"""


def test_a_detector_that_is_kept_would_keep_sums_over_its_last_picture() -> None:
    pixels = noise()
    with subprocess.Popen(
        [sys.executable, "-B", "-c", KEEPER, str(WIDTH), str(HEIGHT)],
        cwd=ROOT, env=FORGETTING, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as keeper:  # fmt: skip
        assert keeper.stdin is not None
        assert keeper.stdout is not None
        keeper.stdin.write(pixels)
        keeper.stdin.flush()
        assert keeper.stdout.readline() == b"kept\n"
        needles = _sums(pixels)
        assert found(keeper.pid, *needles) >= len(needles)
        keeper.kill()


def _rows(pixels: bytes) -> list[bytes]:
    places = (row * WIDTH + 100 for row in range(0, HEIGHT - 1, 100))
    return [pixels[place : place + PIECE] for place in places]


def _sums(pixels: bytes) -> list[bytes]:
    """Return pieces of the sums that OpenCV makes over a picture's first smaller copies."""
    even = cv2.equalizeHist(np.frombuffer(pixels, np.uint8).reshape(HEIGHT, WIDTH))
    needles = []
    for step in range(FIRST_COPY, FIRST_COPY + 3):
        scale = faces._STEP**step
        size = (round(WIDTH / scale), round(HEIGHT / scale))
        sums = cv2.integral(cv2.resize(even, size, interpolation=cv2.INTER_LINEAR_EXACT))
        needles += [sums[row, 20 : 20 + PIECE // 4].tobytes() for row in range(20, size[1], 50)]
    return needles


def _wait_until_it_waits(started: Started) -> None:
    """Return when it has taken all that there is, and sleeps until there is more."""
    stat = Path(f"/proc/{started.child.pid}/stat")
    while stat.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "S":
        pass  # a test that waits for ever is ended by its time limit


def test_a_sight_that_is_killed_is_a_lost_one(start_sight: StartSight) -> None:
    started = start_sight()
    client = started.client
    assert client.faces(WIDTH, HEIGHT, face())
    os.kill(started.child.pid, signal.SIGKILL)
    assert client.faces(WIDTH, HEIGHT, face()) is None


@pytest.mark.parametrize("reading", [True, False])
def test_papers_are_read_where_the_station_says_so(
    start_sight: StartSight,
    reading: bool,  # noqa: FBT001  # a parameter of the test's table
) -> None:
    started = start_sight(reading=reading)
    words = started.child.process.args
    assert isinstance(words, list)
    assert ("--reading" in words) is reading
