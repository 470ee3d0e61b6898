"""A sealed session tries everything we could think of to let a name out. Nothing may succeed.

Each attempt is made four times: without walls, behind Landlock alone, behind seccomp alone, and
behind all. So a refusal is known to be the work of the wall that is named beside the attempt.
"""

import functools
import json
import os
import pty
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.isolation.attempt import Attempt, Scene, Stops, Without
from tests.isolation.attempts import ATTEMPTS

ROOT = Path(__file__).resolve().parent.parent.parent
REFUSALS = {"EPERM", "EACCES", "ENOSYS", "EAFNOSUPPORT", "EROFS", "EXDEV"}
VICTIM = """
import ctypes, sys
ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # where Yama asks for it
print("ready", flush=True)
sys.stdin.read()
"""


class Tries:
    """What came of every attempt, by the walls that stood."""

    def __init__(self, folder: Path, scene: Scene) -> None:
        self._folder = folder
        self._scene = scene
        self.behind = functools.lru_cache(self._behind)

    def _behind(self, walls: str) -> dict[str, str]:
        folder = self._folder / walls
        folder.mkdir()
        file = folder / "file"
        for each in (file, folder / "removed", folder / "old", folder / "spare"):
            each.write_bytes(b"public")
        (folder / "pointer").symlink_to("file")
        handle = os.open(file, os.O_RDONLY)
        scene = {
            **asdict(self._scene),
            "folder": str(folder),
            "file": str(file),
            "read_only": handle,
        }
        done = subprocess.run(
            [sys.executable, "-B", "-m", "tests.isolation.escapee", walls, json.dumps(scene)],
            pass_fds=[handle, self._scene.terminal], cwd=ROOT, stdout=subprocess.PIPE, check=True,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(handle)
        for place in ("/tmp", "/dev/shm"):  # noqa: S108  # where the attempts without walls wrote
            (Path(place) / walls).unlink(missing_ok=True)
        outcomes: dict[str, str] = json.loads(done.stdout)
        return outcomes


@pytest.fixture(scope="module")
def tries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tries]:
    folder = tmp_path_factory.mktemp("escapes")
    terminals = pty.openpty()
    with (
        subprocess.Popen(
            [sys.executable, "-c", VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as victim,
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_UNIX) as named,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        assert victim.stdout is not None
        assert victim.stdout.readline() == b"ready\n"
        named.bind(str(folder / "bus"))
        abstract.bind(f"\0kiosk-test-{os.getpid()}")
        named.listen()
        abstract.listen()
        scene = Scene(
            folder="",
            file="",
            read_only=-1,
            terminal=terminals[1],
            victim=victim.pid,
            parent=os.getpid(),
            tcp_port=tcp.getsockname()[1],
            unix_path=str(folder / "bus"),
            abstract=f"kiosk-test-{os.getpid()}",
        )
        yield Tries(folder, scene)
        victim.kill()
    for terminal in terminals:
        os.close(terminal)


def _name(attempt: Attempt) -> str:
    return attempt.name


def test_there_are_at_least_150_attempts_each_with_its_own_name() -> None:
    assert len({attempt.name for attempt in ATTEMPTS}) == len(ATTEMPTS) >= 150


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=_name)
def test_no_attempt_succeeds_behind_all_walls(attempt: Attempt, tries: Tries) -> None:
    outcome = tries.behind("all")[attempt.name]
    if attempt.stops == (Stops.KERNEL,):
        assert outcome in {"EBADF", "EINVAL"}
    else:
        assert outcome in REFUSALS


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=_name)
def test_no_attempt_succeeds_behind_the_walls_of_a_sight(attempt: Attempt, tries: Tries) -> None:
    unharmed = {"EBADF", "EINVAL"} if attempt.stops == (Stops.KERNEL,) else set()
    assert tries.behind("sight")[attempt.name] in REFUSALS | unharmed


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=_name)
def test_each_wall_stops_what_it_is_there_for_on_its_own(attempt: Attempt, tries: Tries) -> None:
    for wall in set(attempt.stops) - {Stops.KERNEL}:
        assert tries.behind(wall.value)[attempt.name] in REFUSALS, wall


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=_name)
def test_without_walls_it_would_have_worked(attempt: Attempt, tries: Tries) -> None:
    outcome = tries.behind("none")[attempt.name]
    match attempt.without:
        case Without.DONE:
            assert outcome == "done"
        case Without.REACHES:
            assert outcome not in REFUSALS
        case Without.ROOT:
            assert (outcome == "done") is (os.geteuid() == 0)
        case Without.REACHES_AS_ROOT:
            assert outcome not in REFUSALS or os.geteuid() != 0
        case Without.MACHINE:
            pass
        case Without.NEVER:
            assert outcome != "done"


def test_nothing_was_left_in_any_file_of_the_sealed_session(tries: Tries) -> None:
    tries.behind("all")
    left = sorted((tries._folder / "all").iterdir())
    assert [file.name for file in left] == ["file", "old", "pointer", "removed", "spare"]
    assert {file.read_bytes() for file in left} == {b"public"}
    assert not any(os.listxattr(file) for file in left)
