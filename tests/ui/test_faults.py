import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.isolation.channel import Fault, SupervisorEnd, pair
from tests.isolation.children import ROOT

NAME = "Quillon Brambleweft"
CODE = """
import sys, threading
from kiosk.isolation.channel import SessionEnd
from ui.__main__ import _end_on_any_fault
_end_on_any_fault(SessionEnd(int(sys.argv[1])))
class Torn:
    def __del__(self):
        raise ValueError(sys.argv[2])
def fail():
    raise ValueError(sys.argv[2])
"""
WAYS = {
    "in the main thread": "fail()",
    "in another thread": "threading.Thread(target=fail).start()",
    "in a destructor": "Torn()",
}


@contextmanager
def failing(way: str) -> Iterator[tuple[subprocess.Popen[bytes], SupervisorEnd]]:
    ours, theirs = pair()
    with (
        ours,
        subprocess.Popen(
            [sys.executable, "-c", CODE + way, str(theirs.fileno()), NAME],
            pass_fds=[theirs.fileno()],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        theirs.close()
        assert select.select([ours], [], [], 30)[0]
        yield process, SupervisorEnd(ours)
        process.kill()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_fault_is_told_by_its_class_alone_and_then_waited_out(way: str) -> None:
    with failing(way) as (process, supervisor):
        assert supervisor.hear() == Fault("ValueError")
        pidfd = os.pidfd_open(process.pid)
        stat = Path(f"/proc/{process.pid}/stat")
        while (state := stat.read_text(encoding="ascii").rpartition(")")[2].split()[0]) == "R":
            pass
        assert state == "S"  # its memory is still there, to be wiped
        assert not select.select([pidfd], [], [], 0)[0]
        os.close(pidfd)
        process.kill()
        assert process.stdout is not None
        assert process.stdout.read() == b""
