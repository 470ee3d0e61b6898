import os
import pwd
import resource
import socket
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.supervisor.display import Display, Screen
from kiosk.supervisor.sources import Sources

# A real compositor, on a screen that nobody sees.
HEADLESS = ("weston", "--backend=headless-backend.so", "--use-pixman", "--no-config",
            "--shell=kiosk-shell.so")  # fmt: skip
GET_REGISTRY = struct.pack("=IHHI", 1, 1, 12, 2)  # wayland.xml: wl_display.get_registry(2)


def compositors() -> list[int]:
    """Return the compositors among this process's children, which other tests may have too."""
    own = Path(f"/proc/self/task/{os.getpid()}/children")
    children = map(int, own.read_text().split())
    return [pid for pid in children if Path(f"/proc/{pid}/comm").read_text() == "weston\n"]


@pytest.fixture
def sources() -> Sources:
    return Sources()


@pytest.fixture
def display(tmp_path: Path, sources: Sources) -> Iterator[Display]:
    made = Display(sources, Screen(tmp_path / "run", command=HEADLESS, console=None))
    yield made
    made.close()


def client(display: Display, ordinal: int) -> socket.socket:
    """Start a compositor and be its one client."""
    surroundings, (connection,) = display.start(ordinal)
    assert surroundings == {"WAYLAND_SOCKET": str(connection)}
    end = socket.socket(fileno=connection)
    end.settimeout(30)
    return end


def test_a_session_gets_a_compositor_that_answers_it(display: Display) -> None:
    with client(display, 1) as session:
        session.sendall(GET_REGISTRY)

        assert b"wl_compositor" in session.recv(4096)


def test_nobody_else_can_connect_to_it(display: Display, tmp_path: Path) -> None:
    with client(display, 1) as session:
        session.sendall(GET_REGISTRY)
        session.recv(4096)

        files = {path.name for path in (tmp_path / "run" / "1").iterdir()}
        assert not {name for name in files if name.startswith("wayland")}


def test_it_leaves_no_core_file(display: Display) -> None:
    with client(display, 1) as session:
        session.sendall(GET_REGISTRY)
        session.recv(4096)
        (compositor,) = compositors()

        assert resource.prlimit(compositor, resource.RLIMIT_CORE) == (0, 0)


def test_it_dies_with_its_session_and_leaves_nothing(
    display: Display, sources: Sources, tmp_path: Path
) -> None:
    with client(display, 1) as session:
        session.sendall(GET_REGISTRY)
        session.recv(4096)

        told: list[None] = []
        display.leave(1, lambda: told.append(None))
        assert not told  # it is dying, and nobody waits

        while session.recv(4096):
            pass  # what it had said before
        while list((tmp_path / "run").iterdir()):
            sources.wait(1.0)
        assert told == [None]
        assert not compositors()
        display.leave(1, lambda: told.append(None))
        assert told == [None] * 2  # who is gone already is gone at once


def test_a_second_one_stands_by_meanwhile(display: Display) -> None:
    with client(display, 1) as first, client(display, 2) as second:
        display.show(1)
        display.leave(1, lambda: None)

        second.sendall(GET_REGISTRY)
        assert b"wl_compositor" in second.recv(4096)
        assert first.recv(1) == b""


def test_it_runs_as_a_user_of_its_own_without_groups(sources: Sources) -> None:
    assert os.geteuid() == 0, "run this test as root: only root can become another user"
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)  # pytest's own folders are closed to other users
        screen = Screen(Path(outer) / "run", user="nobody", command=HEADLESS, console=None)
        display = Display(sources, screen)
        with client(display, 1) as session:
            session.sendall(GET_REGISTRY)
            session.recv(4096)

            (compositor,) = compositors()
            told = Path(f"/proc/{compositor}/status").read_text().splitlines()
        display.close()

    nobody = pwd.getpwnam("nobody").pw_uid
    assert "Uid:" + f"\t{nobody}" * 4 in told
    assert "Groups:\t " in told
    assert "CapEff:\t0000000000000000" in told
    assert "NoNewPrivs:\t1" in told
