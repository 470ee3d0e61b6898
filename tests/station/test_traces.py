"""A session that is warm opens nothing and never writes to a file, whoever comes and however.

Access times and file names would tell who came when and in which script they write. Whole stations
are watched by strace, which sees a call before a wall refuses it.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say, Tell, pair
from kiosk.supervisor.children import FORGETTING, environment
from kiosk.supervisor.loop import Loop
from tests.printer.fixture import StartCardPrinter
from tests.station import strace
from tests.station.runs import ANA, KIOSK, play, write_people, x_server
from tests.station.test_rehearse import ENDINGS, LANGUAGES, SCRIPTS
from tests.worn import wear_in

pytestmark = pytest.mark.timeout(300)
NOT_FILES = ("socket:", "pipe:", "anon_inode:", "/dev/null", "/memfd:")


def people(endings: Sequence[str]) -> list[dict[str, Any]]:
    """Return somebody for each ending, in another language and a script with a font of its own."""
    names = [SCRIPTS[place] for place in (0, 1, 3, 4, 5, 10, 6)]
    return [
        {**ANA, "ending": ending, "given_names": given, "family_names": family,
         "language": LANGUAGES[place % 3]}
        for place, (ending, (given, family)) in enumerate(zip(endings, names, strict=False))
    ]  # fmt: skip


@pytest.fixture(scope="module")
def offscreen(tmp_path_factory: pytest.TempPathFactory) -> list[strace.Thread]:
    return _rehearsed(people(["issued", "crash", "hang"]), tmp_path_factory.mktemp("offscreen"))


@pytest.fixture(scope="module")
def on_x11(tmp_path_factory: pytest.TempPathFactory) -> list[strace.Thread]:
    with x_server() as display:
        folder = tmp_path_factory.mktemp("x11")
        return _rehearsed(people(ENDINGS), folder, "--platform", "xcb", DISPLAY=display)


def _rehearsed(
    played: list[dict[str, Any]], folder: Path, *options: str, **variables: str
) -> list[strace.Thread]:
    file = write_people(folder / "people.json", played)
    command = [*KIOSK, "rehearse", "--people", str(file), *options]
    with strace.start(command, folder / "trace", env={**os.environ, **variables}) as station:
        said, _ = station.communicate(timeout=280)
    assert station.returncode == 0, said
    return list(strace.threads(folder / "trace"))


@pytest.fixture(params=["offscreen", "on_x11"])
def station(request: pytest.FixtureRequest) -> list[strace.Thread]:
    threads: list[strace.Thread] = request.getfixturevalue(request.param)
    return threads


def test_no_file_is_opened_once_a_session_is_warm(station: list[strace.Thread]) -> None:
    sessions = [thread for thread in station if thread.is_session and thread.warm]
    assert len(sessions) > 3
    assert [line for session in sessions for line in session.files_when_warm()] == []


def test_no_thread_opens_a_file_at_any_time(station: list[strace.Thread]) -> None:
    threads = [thread for thread in station if not thread.is_program]
    assert threads
    assert [line for thread in threads for line in thread.files()] == []


def test_nobody_in_the_station_writes_to_a_file(station: list[strace.Thread]) -> None:
    writes = [line for thread in station if not thread.is_wiper for line in thread.writes()]
    assert len(writes) > 1000
    assert [line for line in writes if not _to_no_file(line)] == []


def test_wipers_write_zeros_into_memory_and_nothing_anywhere_else(
    station: list[strace.Thread],
) -> None:
    """Under strace some are too slow, and are killed before they begin."""
    memories: list[str] = []
    for wiper in (thread for thread in station if thread.is_wiper):
        wipes = [line for line in wiper.writes() if line.startswith("pwrite64(")]
        assert all(re.match(r'[^"]*"(\\0)+"', line) for line in wipes)
        memories += {_target(line) for line in wipes}
        others = [line for line in wiper.writes() if line not in wipes]
        assert [line for line in others if not _to_no_file(line)] == []
    assert memories
    assert len(memories) == len(set(memories))  # no two wipers wrote into one
    assert all(re.fullmatch(r"/proc/\d+/mem", memory) for memory in memories)


def test_a_session_connects_to_its_display_and_to_nothing_else(
    station: list[strace.Thread],
) -> None:
    """Nothing asks for an accessibility bus, an input method or a name server."""
    children = [thread for thread in station if thread.is_session or not thread.is_program]
    connects = [line for thread in children for line in thread.connects()]
    assert [line for line in connects if "/tmp/.X11-unix/X" not in line] == []  # noqa: S108


def _target(line: str) -> str:
    return line.partition("<")[2].partition(">")[0]


def _to_no_file(line: str) -> bool:
    target = line.partition("<")[2]
    return target.startswith(NOT_FILES) or (line.startswith("write(1<") and "issued" in line)


def test_nor_does_one_that_prints_on_a_real_printer(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    printer = start_card_printer()
    endings = people(["issued", "misprint"])
    threads = _rehearsed(endings, tmp_path, "--printer", printer.uri)
    assert printer.cards_out == 2
    sessions = [thread for thread in threads if thread.is_session and thread.warm]
    assert [line for session in sessions for line in session.files_when_warm()] == []
    assert [line for thread in threads if not thread.is_program for line in thread.files()] == []


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_nor_one_that_shows_itself_in_every_way(platform: str, tmp_path: Path) -> None:
    with x_server() as display:
        session = _wander(tmp_path / "trace", platform, display)
    assert session.files_when_warm() == []


def _wander(folder: Path, platform: str, display: str) -> strace.Thread:
    ours, theirs = pair()
    ours.settimeout(200)
    command = [
        sys.executable, "-B", "-m", "tests.station.wanderer", "--control", str(theirs.fileno()),
        "--parent", "0", "--city", TRAINING_CITY, "--training", "--size", "1080x1920",
    ]  # fmt: skip
    variables = environment({"DISPLAY": display}) | FORGETTING | {"QT_QPA_PLATFORM": platform}
    with ours, strace.start(command, folder, env=variables, pass_fds=[theirs.fileno()]) as session:
        theirs.close()
        assert ours.recv(1) == bytes([Say.READY])
        ours.send(bytes([Tell.SHOW]))
        said = {ours.recv(1), ours.recv(1)}
        assert said == {bytes([Say.PAINTED]), bytes([Say.ERASED])}, said
        ours.close()
        assert session.wait(20) == 0
    (thread,) = (thread for thread in strace.threads(folder) if thread.is_session)
    return thread


def test_the_kernel_counts_no_byte_written_to_a_disk(tmp_path: Path) -> None:
    wear_in()
    written: dict[int, int] = {}

    def look(loop: Loop) -> None:
        for pid in filter(None, loop.pids().values()):
            written[pid] = _written(pid)

    play(write_people(tmp_path / "people.json", people(["issued", "crash"])), 2, look)
    del written[os.getpid()]  # the supervisor is this process, which keeps what tests say
    assert len(written) > 3
    assert set(written.values()) == {0}


def _written(pid: int) -> int:
    lines = Path(f"/proc/{pid}/io").read_text().splitlines()
    return int(dict(line.split(": ") for line in lines)["write_bytes"])
