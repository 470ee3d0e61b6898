"""Walls: what they add to a session's start."""

import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure

STARTS = 9


def walls() -> Iterator[Figure]:
    """Measure in processes of their own, because a wall cannot be taken down again."""
    command = [sys.executable, "-m", "tests.bench.walled"]
    took = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(STARTS)
    ]
    reference = f"median of {STARTS}, {min(took):.1f} to {max(took):.1f} ms"
    yield Figure("all walls of a session", statistics.median(took), "ms", 5, reference)
