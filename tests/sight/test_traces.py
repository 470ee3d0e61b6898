"""A sight opens nothing and writes nowhere once the first picture can come: watched by strace."""

import re
import select
import socket
import sys
from pathlib import Path

from kiosk.devices.sight import Sight
from kiosk.isolation import channel
from kiosk.supervisor.children import FORGETTING, environment
from kiosk.supervisor.companions import ALONE
from tests.sight.pictures import HEIGHT, WIDTH, face, noise
from tests.station import strace

# strace stands between the test and the sight, which would take the test for a parent that is gone.
START = """
import os, runpy, sys
sys.argv[1:1] = ["--parent", str(os.getppid())]
runpy.run_module("kiosk.sight", run_name="__main__", alter_sys=True)
"""


def test_a_sight_opens_no_file_after_it_is_loaded_and_writes_only_answers(tmp_path: Path) -> None:
    control, theirs = channel.pair()
    offered, offering = channel.pair()
    session, connection = socket.socketpair()
    handed = {"--control": theirs, "--memory": offering, "--session": connection}
    arguments = [word for name, end in handed.items() for word in (name, str(end.fileno()))]
    command = [sys.executable, "-s", "-B", "-c", START, "--training", *arguments]
    with control, offered, strace.start(
        command, tmp_path / "trace", env={**environment({}), **FORGETTING, **ALONE},
        pass_fds=[end.fileno() for end in handed.values()],
    ) as traced:  # fmt: skip
        for end in handed.values():
            end.close()
        sight = Sight(session.detach(), 60.0)
        answers = [sight.faces(WIDTH, HEIGHT, pixels) for pixels in (face(), noise())]
        sight.read(WIDTH, HEIGHT, noise())
        sight.close()
        assert select.select([control], [], [], 60)[0], traced.communicate()
        traced.kill()
    assert [len(found or ()) for found in answers] == [1, 0]
    (thread,) = strace.threads(tmp_path / "trace")
    first = next(at for at, line in enumerate(thread.lines) if line.startswith("sendto("))
    assert any("haarcascade" in line for line in thread.lines[:first])
    answers_and_that_it_is_over = thread.lines[first:]
    assert len(answers_and_that_it_is_over) == 4
    assert all(re.match(r"sendto\(\d+<socket:", line) for line in answers_and_that_it_is_over)
