import os
import select
import sys
from pathlib import Path
from subprocess import Popen

import pytest

from kiosk.isolation import channel
from kiosk.isolation.role import Role
from kiosk.supervisor import children
from kiosk.supervisor.children import Child, environment, spawn


def test_a_child_knows_nothing_of_the_environment_but_the_display() -> None:
    outer = {"DISPLAY": ":9", "SECRET": "x", "HOME": "/home/clerk", "LD_PRELOAD": "y", "LANG": "ar"}
    inner = environment(outer)
    assert inner["DISPLAY"] == ":9"
    assert inner["HOME"] == "/nonexistent"
    assert inner["LANG"] == "C.UTF-8"
    assert not {"SECRET", "LD_PRELOAD"} & inner.keys()


def test_a_killed_child_is_dead_and_told_by_its_pidfd() -> None:
    child = _python("import time; time.sleep(600)")
    child.kill()
    assert select.select([child.pidfd], [], [], 10)[0]
    child.reap()
    assert child.process.returncode == -9


TELL_DESCRIPTORS = """
import os, socket, sys
end = socket.socket(fileno=int(sys.argv[sys.argv.index("--control") + 1]))
listed = os.listdir("/proc/self/fd")
end.send(" ".join(name for name in listed if os.path.exists("/proc/self/fd/" + name)).encode())
end.recv(1)
"""


def test_a_child_has_no_descriptor_but_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_PYTHON", (sys.executable, "-c", TELL_DESCRIPTORS))
    stray = os.open("/dev/null", os.O_RDONLY)
    os.set_inheritable(stray, True)
    child = spawn("any", [])
    assert select.select([child.control], [], [], 30)[0]
    told = child.control.recv(200).decode().split()
    assert len(told) == 4, told  # stdin, stdout, stderr and the channel
    child.kill()
    child.reap()
    os.close(stray)


@pytest.mark.parametrize(
    ("platform", "variables", "role"),
    [
        ("xcb", {}, Role.SESSION),
        ("offscreen", {}, Role.SESSION),
        ("wayland", {"WAYLAND_SOCKET": "5"}, Role.SESSION),
        ("wayland", {}, None),  # the socket of a compositor is its user's alone
    ],
)
def test_a_session_stays_who_it_is_where_only_that_user_is_admitted(
    platform: str, variables: dict[str, str], role: Role | None
) -> None:
    assert children.role_at(platform, (variables, ())) is role


def _python(code: str) -> Child:
    ours, theirs = channel.pair()
    process = Popen([sys.executable, "-c", code], cwd=Path("/"))
    theirs.close()
    return Child(process, os.pidfd_open(process.pid), ours)
