"""Run lines in a process of their own, as walls cannot be taken down, and look into processes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def found(pid: int, *needles: bytes) -> int:
    """Return how many copies of the needles lie in a process's memory."""
    count = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            if "r" in line.split()[1] and "[v" not in line:
                memory.seek(start)
                piece = memory.read(end - start)
                count += sum(piece.count(needle) for needle in needles)
    return count


def run(code: str, *arguments: str, status: int = 0) -> str:
    """Return what the code printed; fails unless it ended with `status`."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done.stdout
