import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.isolation.channel import (
    FAULTS,
    Broken,
    Fault,
    Say,
    SessionEnd,
    SupervisorEnd,
    Tell,
    fault_byte,
    pair,
)


@pytest.fixture
def ends() -> Iterator[tuple[SupervisorEnd, socket.socket]]:
    ours, theirs = pair()
    with ours, theirs:
        yield SupervisorEnd(ours), theirs


@given(raw=st.binary(min_size=2, max_size=300))
def test_no_message_longer_than_a_byte_is_taken(raw: bytes) -> None:
    ours, theirs = pair()
    with ours, theirs:
        theirs.send(raw)
        with pytest.raises(Broken):
            SupervisorEnd(ours).hear()


def test_an_unknown_byte_is_not_taken(ends: tuple[SupervisorEnd, socket.socket]) -> None:
    end, session = ends
    known = {int(say) for say in Say} | set(range(0x80, 0x80 + len(FAULTS)))
    for byte in set(range(256)) - known:
        session.send(bytes([byte]))
        with pytest.raises(Broken):
            end.hear()


def test_no_descriptor_of_a_session_is_taken(ends: tuple[SupervisorEnd, socket.socket]) -> None:
    end, session = ends
    before = len(list(Path("/proc/self/fd").iterdir()))
    socket.send_fds(session, [bytes([Say.READY])], [session.fileno()])
    with pytest.raises(Broken):
        end.hear()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_the_end_of_the_other_side_is_told(ends: tuple[SupervisorEnd, socket.socket]) -> None:
    end, session = ends
    session.close()
    assert end.hear() is None


def test_a_descriptor_travels_from_the_supervisor_to_the_session() -> None:
    ours, theirs = pair()
    reading, writing = os.pipe()
    with ours, closing(SessionEnd(theirs.detach())) as session:
        SupervisorEnd(ours).tell(Tell.PRINTER, writing)
        heard = session.hear()
        assert heard is not None
        message, descriptor = heard
        assert message is Tell.PRINTER
        assert descriptor is not None
        os.write(descriptor, b"x")
        assert os.read(reading, 1) == b"x"
        for open_one in (reading, writing, descriptor):
            os.close(open_one)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(ValueError, "ValueError"), (UnicodeDecodeError, "UnicodeError"), (KeyError, "KeyError")],
)
def test_of_a_fault_only_the_name_of_its_class_leaves(kind: type[Exception], name: str) -> None:
    ours, theirs = pair()
    with ours, closing(SessionEnd(theirs.detach())) as session:
        session.confess(kind)
        assert SupervisorEnd(ours).hear() == Fault(name)


def test_a_class_that_is_not_known_is_told_as_another() -> None:
    class Surname(BaseException):
        """A class that somebody could name after a person."""

    assert fault_byte(Surname) == b"\x80"
