"""A reader opens no file, writes nothing and starts nothing while it reads: strace says so."""

import os
import sys
from pathlib import Path

import pytest

from tests.devices.reader import watched
from tests.station import strace


@pytest.fixture(scope="module")
def threads(tmp_path_factory: pytest.TempPathFactory) -> list[strace.Thread]:
    folder = tmp_path_factory.mktemp("reader") / "trace"
    command = [sys.executable, "-s", "-B", "-m", watched.__name__]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    with strace.start(command, folder, env=environment) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    return list(strace.threads(Path(folder)))


def test_nothing_is_opened_and_nothing_written_while_reading(
    threads: list[strace.Thread],
) -> None:
    (lines,) = (thread.lines for thread in threads)
    begin, end = (
        next(place for place, line in enumerate(lines) if f'"{word.decode()}"' in line)
        for word in (watched.BEGIN, watched.END)
    )
    assert lines[begin].startswith("write(")
    assert lines[begin + 1 : end] == ()


def test_no_program_and_no_thread_is_started(threads: list[strace.Thread]) -> None:
    (only,) = threads
    assert [line for line in only.lines if "execve(" in line] == [only.lines[0]]
