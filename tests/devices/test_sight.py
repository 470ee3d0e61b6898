import contextlib
import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

from kiosk.devices import sight
from kiosk.devices.sight import Box, Reading, ReadingKind, Sight
from kiosk.errors import NotAPicture
from kiosk.formats import look
from kiosk.formats.look import Wish

GREY = bytes(range(12))
FACE = Box(1, 0, 2, 3)
MRZ = Reading(ReadingKind.MRZ, b"P<UTOERIKSSON<<ANNA")


class Helper:
    """The other end: what it is asked, and a thread that answers as a test wants."""

    def __init__(self) -> None:
        ours, self.end = socket.socketpair()
        self.sight = Sight(ours.detach(), patience=30.0)
        self._threads: list[threading.Thread] = []

    def does(self, act: Callable[[], object]) -> None:
        thread = threading.Thread(target=act)
        thread.start()
        self._threads.append(thread)

    def answers(self, raw: bytes) -> None:
        def answer() -> None:
            with contextlib.suppress(BrokenPipeError):  # who asked has given up
                self.receive(look.HEAD.size + len(GREY))
                self.end.sendall(raw)

        self.does(answer)

    def receive(self, length: int) -> bytes:
        received = b""
        while len(received) < length:
            piece = self.end.recv(length - len(received))
            if not piece:
                raise BrokenPipeError
            received += piece
        return received

    def close(self) -> None:
        for thread in self._threads:
            thread.join()
        self.sight.close()
        self.end.close()


@pytest.fixture
def helper() -> Iterator[Helper]:
    made = Helper()
    yield made
    made.close()


def test_a_picture_is_sent_whole_and_its_faces_come_back(helper: Helper) -> None:
    asked: list[bytes] = []

    def answer() -> None:
        asked.append(helper.receive(look.HEAD.size + len(GREY)))
        helper.end.sendall(look.faces([FACE]))

    helper.does(answer)
    assert helper.sight.faces(4, 3, GREY) == (FACE,)
    assert asked == [look.request(Wish.FACES, 4, 3) + GREY]


def test_what_was_read_comes_back(helper: Helper) -> None:
    helper.answers(look.readings([MRZ]))
    assert helper.sight.read(4, 3, GREY) == (MRZ,)


def test_no_face_is_an_answer_and_no_loss(helper: Helper) -> None:
    helper.answers(look.faces([]))
    assert helper.sight.faces(4, 3, GREY) == ()
    helper.answers(look.faces([FACE]))
    assert helper.sight.faces(4, 3, GREY) == (FACE,)


@pytest.mark.parametrize(
    "answer",
    [
        look.LENGTH.pack(0),
        look.LENGTH.pack(look.LONGEST_ANSWER + 1),
        look.LENGTH.pack(1) + b"\x05",
        look.faces([Box(3, 0, 2, 3)]),
    ],
)
def test_a_wrong_answer_loses_the_sight_for_good(helper: Helper, answer: bytes) -> None:
    helper.answers(answer)
    assert helper.sight.faces(4, 3, GREY) is None
    assert helper.sight.faces(4, 3, GREY) is None
    assert helper.end.recv(1) == b""


def test_a_helper_that_dies_in_the_middle_of_an_answer_is_lost(helper: Helper) -> None:
    def die() -> None:
        helper.receive(look.HEAD.size + len(GREY))
        helper.end.send(look.faces([FACE])[:4])
        helper.end.close()

    helper.does(die)
    assert helper.sight.faces(4, 3, GREY) is None


def test_a_helper_that_never_reads_or_answers_is_given_up() -> None:
    ours, theirs = socket.socketpair()
    alone = Sight(ours.detach(), patience=0.05)
    large = bytes(look.LONGEST_SIDE**2)  # more than a socket holds
    with theirs:
        assert alone.faces(look.LONGEST_SIDE, look.LONGEST_SIDE, large) is None
        assert alone.read(4, 3, GREY) is None


@pytest.mark.parametrize(("patience", "told"), [(2.5, None), (9.0, (MRZ,))])
def test_the_time_is_for_the_whole_answer_and_not_for_each_piece(
    helper: Helper,
    monkeypatch: pytest.MonkeyPatch,
    patience: float,
    told: tuple[Reading, ...] | None,
) -> None:
    passing = itertools.count()  # a second goes by at every look at the clock
    monkeypatch.setattr(sight, "time", SimpleNamespace(monotonic=lambda: float(next(passing))))
    helper.sight._patience = patience
    helper.answers(look.readings([MRZ]))
    assert helper.sight.read(4, 3, GREY) == told


def test_a_closed_sight_wakes_who_waits_for_it(helper: Helper) -> None:
    answers: list[object] = []
    helper.does(lambda: answers.append(helper.sight.faces(4, 3, GREY)))
    helper.receive(look.HEAD.size + len(GREY))
    helper.sight.close()
    assert helper.end.recv(1) == b""
    helper._threads[0].join()
    assert answers == [None]
    assert helper.sight.faces(4, 3, GREY) is None


def test_what_is_no_picture_of_its_size_is_a_fault_of_the_program(helper: Helper) -> None:
    for width, height in ((4, 4), (0, 3), (look.LONGEST_SIDE + 1, 1)):
        with pytest.raises(NotAPicture):
            helper.sight.faces(width, height, GREY)
    helper.answers(look.faces([FACE]))
    assert helper.sight.faces(4, 3, GREY) == (FACE,)
