"""However a session fails, nothing of what it knows is said anywhere.

A station's sessions have /dev/null for output and errors. Here they get a pipe instead, so that
what would have been said is seen: the walls must not hang on one descriptor.
"""

import signal
import subprocess
import sys

import pytest

from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say, Tell, fault_byte, pair
from kiosk.supervisor.children import FORGETTING, environment
from ui.__main__ import CRASHED

VALUE_ERROR = fault_byte(ValueError)
ERASED = bytes([Say.ERASED])
DOUBLE_FREE = b"double free or corruption (fasttop)\n"  # a constant of the C library


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        ("slot", CRASHED, VALUE_ERROR),
        ("thread", CRASHED, VALUE_ERROR),
        ("work", CRASHED, VALUE_ERROR),
        ("timer", CRASHED, VALUE_ERROR),
        ("del", CRASHED, VALUE_ERROR),
        ("recursion", CRASHED, fault_byte(RecursionError)),
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
        heard = list(iter(lambda: ours.recv(2), b""))
        words, _ = session.communicate(timeout=60)
    assert [message for message in heard if message != bytes([Say.PAINTED])] == [said][: len(said)]
    assert words in {b"", DOUBLE_FREE}
    # The signal's number is a status, since the kernel logs what dies of a signal.
    assert session.returncode == status
