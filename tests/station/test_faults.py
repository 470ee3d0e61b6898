"""However a session fails, nothing of what it knows is said anywhere.

A station's sessions have /dev/null for output and errors. Here they get a pipe instead, so that
what would have been said is seen: the walls must not hang on one descriptor.
"""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say, Tell, fault_byte, pair
from kiosk.supervisor.children import FORGETTING, environment

WAITS = -signal.SIGKILL  # it has to be killed: it waits to be wiped
VALUE_ERROR = fault_byte(ValueError)
ERASED = bytes([Say.ERASED])
DOUBLE_FREE = b"double free or corruption (fasttop)\n"  # a constant of the C library


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        ("slot", WAITS, VALUE_ERROR),
        ("thread", WAITS, VALUE_ERROR),
        ("work", WAITS, VALUE_ERROR),
        ("timer", WAITS, VALUE_ERROR),
        ("del", WAITS, VALUE_ERROR),
        ("recursion", WAITS, fault_byte(RecursionError)),
        ("warning", 0, ERASED),
        ("qt-message", 0, ERASED),
        ("qt-fatal", signal.SIGABRT, b""),
        ("abort", signal.SIGABRT, b""),
        ("segfault", signal.SIGSEGV, b""),
        ("free", signal.SIGABRT, b""),
    ],
)
def test_a_fault_says_its_kind_and_nothing_else(fault: str, status: int, said: bytes) -> None:
    ours, theirs = pair()
    ours.settimeout(60)
    command = [
        sys.executable, "-s", "-B", "-m", "tests.station.faulty", "--control",
        str(theirs.fileno()), "--parent", "0", "--city", TRAINING_CITY, "--training", "--size",
        "1080x1920",
    ]  # fmt: skip
    variables = {"QT_QPA_PLATFORM": "offscreen", "KIOSK_FAULT": fault}
    with ours, subprocess.Popen(
        command, env=environment({}) | FORGETTING | variables, pass_fds=[theirs.fileno()],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as session:  # fmt: skip
        theirs.close()
        assert ours.recv(2) == bytes([Say.READY])
        ours.send(bytes([Tell.SHOW]))
        heard = list(_hear(ours, last=said if status == WAITS else b""))
        if status == WAITS:
            session.kill()
        words, _ = session.communicate(timeout=60)
    assert [message for message in heard if message != bytes([Say.PAINTED])] == [said][: len(said)]
    assert words in {b"", DOUBLE_FREE}
    # The signal's number is a status, since the kernel logs what dies of a signal.
    assert session.returncode == status


def _hear(ours: socket.socket, last: bytes) -> Iterator[bytes]:
    """Hear what a session says, up to the word that it waits after, or to its end."""
    while (message := ours.recv(2)) not in {b"", last}:
        yield message
    if message:
        yield message
