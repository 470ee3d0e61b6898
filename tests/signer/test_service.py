import itertools
import os
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.isolation import approval, channel
from kiosk.signer import staff
from kiosk.signer.backends import FileKey
from kiosk.signer.service import Allowance, Service
from tests.signer.conftest import (
    CLOSED,
    DIGEST,
    KEY,
    PASSPHRASE,
    ROOT,
    TRAINING,
    WITHIN,
    Files,
    Signer,
    gone,
    is_signature,
)

LENGTHS = (18, 50, 68)
ORDINALS = itertools.count(2)  # of sessions that share a signer
CLERK, SECOND = (12, b"246810"), (65_535, b"1234567890123456")


def request(pin: bytes, digest: bytes = b"", number: int = 12) -> bytes:
    return struct.pack(">H16s", number, pin) + digest


def request_of_two(first: tuple[int, bytes], second: tuple[int, bytes]) -> bytes:
    return request(first[1], number=first[0]) + request(second[1], DIGEST, second[0])


def ask(session: socket.socket, message: bytes) -> bytes:
    session.send(message)
    return session.recv(100)


@contextmanager
def in_this_process(files: Files) -> Iterator[tuple[Service, socket.socket, socket.socket]]:
    """Yield a service that serves when told to, and both ends of its channel to a session."""
    (control, far), (session, asking) = channel.pair(), channel.pair()
    service = Service(control, staff.load(files.staff), FileKey(KEY).sign)
    service._open(session, Allowance())
    try:
        yield service, session, asking
    finally:
        for end in (control, far, session, asking):
            end.close()


# ---- one session ----


def test_a_right_pin_is_confirmed_as_often_as_asked(signer: Signer) -> None:
    session = signer.session(1)
    assert ask(session, request(b"246810")) == b"\xff"
    assert ask(session, request(b"246810")) == b"\xff"


def test_a_right_pin_signs_once_and_the_channel_is_closed(signer: Signer) -> None:
    session = signer.session(1)
    assert is_signature(ask(session, request(b"246810", DIGEST)), DIGEST)
    assert session.recv(1) == CLOSED


def test_the_longest_pin_and_the_highest_number(signer: Signer) -> None:
    answer = ask(signer.session(1), request(b"1234567890123456", number=65_535))
    assert answer == b"\xff"


@pytest.mark.parametrize("digest", [b"", DIGEST])
def test_three_wrong_pins_lock_the_session_out(signer: Signer, digest: bytes) -> None:
    session = signer.session(1)
    assert ask(session, request(b"246811", digest)) == b"\x02"
    assert ask(session, request(b"24681", digest)) == b"\x01"
    assert ask(session, request(b"", digest)) == b"\x00"
    assert session.recv(1) == CLOSED


@pytest.mark.parametrize("digest", [b"", DIGEST])
def test_locked_out_stays_locked_out_on_another_channel(signer: Signer, digest: bytes) -> None:
    session = signer.session(1)
    for _ in range(3):
        ask(session, request(b"0"))
    again = signer.session(1)
    assert ask(again, request(b"246810", digest)) == b"\x00"
    assert again.recv(1) == CLOSED


def test_a_right_pin_gives_no_tries_back(signer: Signer) -> None:
    session = signer.session(1)
    answers = [ask(session, request(pin)) for pin in (b"0", b"246810", b"0", b"246810", b"0")]
    assert answers == [b"\x02", b"\xff", b"\x01", b"\xff", b"\x00"]


@pytest.mark.parametrize(
    ("number", "pin"), [(13, b"246810"), (0, b""), (12, b"1234567890123456"), (65_535, b"246810")]
)
def test_another_number_or_anothers_pin_is_wrong(signer: Signer, number: int, pin: bytes) -> None:
    assert ask(signer.session(1), request(pin, number=number)) == b"\x02"


def test_the_next_session_has_its_own_tries(signer: Signer) -> None:
    for _ in range(3):
        ask(signer.session(1), request(b"0"))
    assert is_signature(ask(signer.session(2), request(b"246810", DIGEST)), DIGEST)


def test_a_family_gets_four_signatures_each_on_a_channel_of_its_own(signer: Signer) -> None:
    for _ in range(approval.MOST_CARDS):
        session = signer.session(1)
        assert is_signature(ask(session, request(b"246810", DIGEST)), DIGEST)
        assert session.recv(1) == CLOSED
    assert is_signature(ask(signer.session(2), request(b"246810", DIGEST)), DIGEST)


def test_every_further_signature_takes_a_right_pin(signer: Signer) -> None:
    ask(signer.session(1), request(b"246810", DIGEST))
    session = signer.session(1)
    assert ask(session, request(b"246811", DIGEST)) == b"\x02"
    assert is_signature(ask(session, request(b"246810", DIGEST)), DIGEST)


def test_the_tries_of_a_family_are_those_of_one_session(signer: Signer) -> None:
    assert ask(signer.session(1), request(b"0", DIGEST)) == b"\x02"
    ask(signer.session(1), request(b"246810", DIGEST))
    assert ask(signer.session(1), request(b"0", DIGEST)) == b"\x01"


def test_a_fifth_signature_is_refused_on_any_channel(signer: Signer) -> None:
    spare = signer.session(1)
    for _ in range(approval.MOST_CARDS):
        ask(signer.session(1), request(b"246810", DIGEST))
    for session in (spare, signer.session(1)):
        assert ask(session, request(b"246810", DIGEST)) == CLOSED


def test_after_the_signature_a_clerk_can_still_be_recognized(signer: Signer) -> None:
    ask(signer.session(1), request(b"246810", DIGEST))
    assert ask(signer.session(1), request(b"246810")) == b"\xff"


@pytest.mark.parametrize("length", [*(n for n in range(87) if n not in LENGTHS), 1000, 100_000])
def test_any_other_length_closes_the_channel(one_signer: Signer, length: int) -> None:
    session = one_signer.session(1)
    right = request(b"246810", DIGEST) + bytes(100_000)
    assert ask(session, right[:length]) == CLOSED


def test_another_length_costs_no_try_and_gives_none(signer: Signer) -> None:
    for _ in range(5):
        ask(signer.session(1), request(b"246810") + b"\0")
    assert ask(signer.session(1), request(b"0")) == b"\x02"


def test_a_descriptor_from_a_session_is_not_taken(signer: Signer) -> None:
    session = signer.session(1)
    reading, writing = os.pipe()
    socket.send_fds(session, [request(b"246810")], [writing])
    os.close(writing)
    assert session.recv(2) == b"\xff"
    readable, _, _ = select.select([reading], [], [], WITHIN)
    assert readable
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_a_session_that_died_stops_nothing(signer: Signer) -> None:
    dying = signer.session(1)
    dying.send(request(b"246810", DIGEST))
    dying.close()
    assert ask(signer.session(2), request(b"246810")) == b"\xff"


@pytest.mark.parametrize("asked", [request(b"246810", DIGEST), request_of_two(SECOND, CLERK)])
def test_the_request_is_wiped_once_it_is_answered(
    files: Files, monkeypatch: pytest.MonkeyPatch, asked: bytes
) -> None:
    seen: list[object] = []

    def answer(_: Service, request: memoryview, __: Allowance) -> bytes:
        assert b"246810" in bytes(request)
        seen.append(request.obj)
        return b""

    monkeypatch.setattr(Service, "_answer", answer)
    with in_this_process(files) as (service, session, asking):
        asking.send(asked)
        service._hear_session(session, Allowance())
    assert seen == [bytearray(69)]


# ---- two people ----


WRONG_PAIRS = pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param((12, b"246811"), SECOND, id="the first PIN"),
        pytest.param(CLERK, (65_535, b"1"), id="the second PIN"),
        pytest.param((12, b"246811"), (65_535, b"1"), id="both PINs"),
        pytest.param((12, SECOND[1]), (65_535, CLERK[1]), id="each other's PIN"),
        pytest.param((13, b"246810"), SECOND, id="the first is unknown"),
        pytest.param(CLERK, (13, b"246810"), id="the second is unknown"),
        pytest.param(CLERK, (0, b""), id="no second"),
        pytest.param(CLERK, CLERK, id="the same person"),
        pytest.param(CLERK, (12, b"246811"), id="the same person, then wrong"),
        pytest.param((12, b"246811"), CLERK, id="the same person, wrong at first"),
    ],
)


@pytest.mark.parametrize(("first", "second"), [(CLERK, SECOND), (SECOND, CLERK)])
def test_two_right_pins_sign_once_and_the_channel_is_closed(
    signer: Signer, first: tuple[int, bytes], second: tuple[int, bytes]
) -> None:
    session = signer.session(1)
    assert is_signature(ask(session, request_of_two(first, second)), DIGEST)
    assert session.recv(1) == CLOSED


def test_signatures_of_one_and_of_two_are_counted_together(signer: Signer) -> None:
    for asked in (request(b"246810", DIGEST), request_of_two(CLERK, SECOND)) * 2:
        assert is_signature(ask(signer.session(1), asked), DIGEST)
    assert ask(signer.session(1), request_of_two(CLERK, SECOND)) == CLOSED
    assert ask(signer.session(1), request(b"246810", DIGEST)) == CLOSED


@WRONG_PAIRS
def test_a_pair_that_is_wrong_costs_one_try(
    one_signer: Signer, first: tuple[int, bytes], second: tuple[int, bytes]
) -> None:
    session = one_signer.session(next(ORDINALS))
    assert ask(session, request_of_two(first, second)) == b"\x02"
    assert is_signature(ask(session, request_of_two(CLERK, SECOND)), DIGEST)


@WRONG_PAIRS
def test_whatever_is_wrong_with_a_pair_takes_the_same_work(
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
    first: tuple[int, bytes],
    second: tuple[int, bytes],
) -> None:
    hashed: list[bytes] = []
    hash_pin = staff.hash_pin

    def counted(pin: bytes, salt: bytes, cost: staff.Cost) -> bytes:
        hashed.append(pin)
        return hash_pin(pin, salt, cost)

    monkeypatch.setattr(staff, "hash_pin", counted)
    with in_this_process(files) as (service, session, asking):
        asking.send(request_of_two(first, second))
        service._hear_session(session, Allowance())
        assert asking.recv(2) == b"\x02"
    assert hashed == [first[1], second[1]]


def test_the_tries_of_one_and_of_two_are_the_same_tries(signer: Signer) -> None:
    session = signer.session(1)
    assert ask(session, request(b"0")) == b"\x02"
    assert ask(session, request_of_two(CLERK, CLERK)) == b"\x01"
    assert ask(session, request(b"0", DIGEST)) == b"\x00"
    assert ask(signer.session(1), request_of_two(CLERK, SECOND)) == b"\x00"


# ---- the supervisor ----


def test_a_ping_is_answered(signer: Signer) -> None:
    for _ in range(3):
        assert ask(signer.control, b"p") == b"p"


def _with_descriptors(message: bytes, count: int) -> Callable[[socket.socket], None]:
    def send(control: socket.socket) -> None:
        ends = channel.pair()
        socket.send_fds(control, [message], [end.fileno() for end in ends][:count])
        for end in ends:
            end.close()

    return send


@pytest.mark.parametrize(
    "say",
    [
        lambda control: control.close(),
        lambda control: control.shutdown(socket.SHUT_WR),
        _with_descriptors(b"x", 0),
        _with_descriptors(b"pp", 0),
        _with_descriptors(b"p", 1),
        _with_descriptors(b"c\0\0\0\1", 0),
        _with_descriptors(b"c\0\0\0\1", 2),
        _with_descriptors(b"c\0\0\0", 1),
        _with_descriptors(b"c\0\0\0\1\0", 1),
        _with_descriptors(b"d\0\0\0\1", 1),
    ],
)
def test_without_a_supervisor_or_with_a_mad_one_it_ends(
    signer: Signer, say: Callable[[socket.socket], None]
) -> None:
    session = signer.session(1)
    pidfd = os.pidfd_open(signer.process.pid)
    say(signer.control)
    assert gone(pidfd)
    os.close(pidfd)
    assert signer.process.wait() == 0  # it left; it did not crash
    assert session.recv(1) == CLOSED


_PARENT = """
import os, subprocess, sys
child = subprocess.Popen(
    [sys.executable, "-m", "kiosk.signer", "--parent", str(os.getpid()), *sys.argv[1:]],
    pass_fds=[int(sys.argv[2]), int(sys.argv[4])],
)
print(child.pid, flush=True)
child.wait()
"""


def test_a_killed_supervisor_takes_the_signer_along(files: Files) -> None:
    # Our copies of both ends stay open, so that only the kernel can tell the signer.
    ours, theirs = channel.pair()
    ours.settimeout(WITHIN)
    passphrase, writing = os.pipe()
    os.write(writing, PASSPHRASE)
    os.close(writing)
    arguments = ["--control", str(theirs.fileno()), "--passphrase-fd", str(passphrase)]
    arguments += ["--key", str(files.key), "--staff", str(files.staff), *TRAINING]
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, *arguments],
        pass_fds=[theirs.fileno(), passphrase],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    with parent, ours, theirs:
        assert parent.stdout is not None
        pidfd = os.pidfd_open(int(parent.stdout.readline()))
        assert ours.recv(2) == b"r"
        parent.kill()
        assert gone(pidfd)
        os.close(pidfd)
    os.close(passphrase)


def test_it_leaves_no_core_and_no_file_that_others_may_read(signer: Signer) -> None:
    about = Path(f"/proc/{signer.process.pid}")
    limits = [line.split() for line in (about / "limits").read_text().splitlines()]
    assert ["Max", "core", "file", "size", "0", "0"] in [line[:6] for line in limits]
    assert "Umask:\t0777" in (about / "status").read_text()
