"""Three examinations at once, each in a process of its own; their results also go to build/."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.worn import wear_in

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "build" / "forensics"
KINDS = ("offscreen", "xcb", "planted")
_IN_MEMORY = "/dev/shm"  # noqa: S108  # what is in memory is written to no disk

Examination = dict[str, Any]


@pytest.fixture(scope="session")
def examination() -> Iterator[Callable[[str], Examination]]:
    """Return the result of an examination by its kind; all of them are begun at the first call."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    wear_in()
    with ExitStack() as stack:
        running = {kind: _begin(kind, stack) for kind in KINDS}

        def result(kind: str) -> Examination:
            assert running[kind].wait() == 0, _log(kind).read_text("utf-8")
            found: Examination = json.loads((RESULTS / f"{kind}.json").read_text("utf-8"))
            return found

        yield result


def _begin(kind: str, stack: ExitStack) -> subprocess.Popen[bytes]:
    folder = Path(tempfile.mkdtemp(prefix="forensics-", dir=_IN_MEMORY))
    stack.callback(_remove, folder)
    result = RESULTS / f"{kind}.json"
    result.unlink(missing_ok=True)
    with _log(kind).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.forensics.examine", kind, str(folder), str(result)],
            cwd=ROOT,
            stderr=log,
        )
    stack.enter_context(process)
    stack.callback(process.kill)
    return process


def _log(kind: str) -> Path:
    return RESULTS / f"{kind}.log"


def _remove(folder: Path) -> None:
    """Remove what an examination had, and what its leaking sessions left beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    for left in folder.parent.glob(f"{folder.name}-*"):
        left.unlink()
