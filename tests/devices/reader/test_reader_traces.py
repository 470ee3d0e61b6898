"""Reading a paper leaves no trace: no file is opened, no process or thread is started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FORBIDDEN = ("open", "creat", "unlink", "rename", "mkdir", "exec", "fork", "clone", "socket")


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the calls of a whole process that loads the reader and reads a frame."""
    assert shutil.which("strace"), "apt-get install strace"
    trace = tmp_path_factory.mktemp("reader") / "trace"
    command = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=%file,%process,%network,write"]
    python = [sys.executable, "-m", "tests.devices.reader.read_once"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(
        [*command, *python], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    return trace.read_text().splitlines()


def test_between_ready_and_read_nothing_is_opened_or_started(calls: list[str]) -> None:
    ready, read = (_mark(calls, word) for word in ("ready", "right"))
    between = [line.split(maxsplit=1)[1] for line in calls[ready + 1 : read]]
    assert [call for call in between if call.startswith(FORBIDDEN)] == []
    assert [call for call in between if call.startswith("write")] == []


def test_the_trace_sees_files_that_are_opened(calls: list[str]) -> None:
    before = calls[: _mark(calls, "ready")]
    assert any("open" in line and "ocrb.npz" in line for line in before)


def test_no_file_is_written_from_beginning_to_end(calls: list[str]) -> None:
    modes = ("O_WRONLY", "O_RDWR", "O_CREAT")
    written = [line for line in calls if "open" in line and any(mode in line for mode in modes)]
    assert [line for line in written if "/dev/null" not in line] == []


def _mark(calls: list[str], word: str) -> int:
    marks = [place for place, line in enumerate(calls) if f'write(1, "{word}"' in line]
    assert len(marks) == 1
    return marks[0]
