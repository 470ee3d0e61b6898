import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from kiosk.devices.sight import Box, Reading, ReadingKind, Sight
from kiosk.errors import SightLost
from kiosk.formats import look
from kiosk.formats.look import Wish
from kiosk.sight.faces import Picture
from kiosk.sight.papers import read_nothing
from kiosk.sight.service import Find, Read, Service

GREY = bytes(range(1, 13))
LICENCE = Reading(ReadingKind.AAMVA, b"@\n\x1e\rANSI ")


def no_faces(_: Picture) -> list[Box]:
    return []


@contextmanager
def served(find: Find = no_faces, read: Read = read_nothing) -> Iterator[tuple[Service, Sight]]:
    """Serve a session in a thread, as long as there is one."""
    ours, theirs = socket.socketpair()
    service, faults = Service(theirs, find, read), list[BaseException]()

    def serve() -> None:
        try:
            service.serve()
        except (SightLost, OSError, ValueError) as fault:
            faults.append(fault)
        finally:
            service.close()

    thread = threading.Thread(target=serve)
    thread.start()
    sight = Sight(ours.detach(), 30.0)
    yield service, sight
    sight.close()
    thread.join()
    assert len(faults) == 1


def test_who_looks_for_faces_gets_the_picture_as_rows() -> None:
    seen: list[list[list[int]]] = []

    def find(picture: Picture) -> list[Box]:
        seen.append(picture.tolist())
        return [Box(0, 0, 1, 1)]

    with served(find) as (_, sight):
        assert sight.faces(4, 3, GREY) == (Box(0, 0, 1, 1),)
    assert seen == [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]]


def test_papers_are_read_where_the_station_wants_it_and_nowhere_else() -> None:
    with served(read=lambda _: [LICENCE]) as (_, sight):
        assert sight.read(4, 3, GREY) == (LICENCE,)
    with served() as (_, sight):
        assert sight.read(4, 3, GREY) == ()


def test_a_picture_is_overwritten_before_it_is_answered() -> None:
    with served() as (service, sight):
        assert sight.faces(4, 3, GREY) == ()
        assert not np.frombuffer(service._room, np.uint8).any()


def test_a_picture_is_overwritten_when_looking_at_it_fails() -> None:
    def fail(_: Picture) -> list[Box]:
        raise ValueError

    with served(fail) as (service, sight):
        assert sight.faces(4, 3, GREY) is None
        assert not np.frombuffer(service._room, np.uint8).any()


@pytest.mark.parametrize(
    "raw",
    [
        look.HEAD.pack(ord("X"), 4, 3) + GREY,
        look.HEAD.pack(Wish.FACES, 0, 0),
        look.HEAD.pack(Wish.READ, look.LONGEST_SIDE + 1, 2) + GREY,
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_request_ends_the_service(raw: bytes) -> None:
    with served() as (_, sight):
        sight._end.sendall(raw)
        sight._end.settimeout(30.0)
        assert _is_closed(sight._end)


def _is_closed(end: socket.socket) -> bool:
    try:
        return end.recv(1) == b""
    except ConnectionResetError:  # it had not read all that was sent
        return True
