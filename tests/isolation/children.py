"""Run a few lines in a process of their own, because a wall cannot be taken down again."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


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
