"""Preview: how smoothly the mirror runs while faces are looked for."""

import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure

LENGTH = 8  # seconds
SLOWEST = 1000 / 15  # milliseconds a frame


def preview(width: int = 1280, height: int = 720) -> Iterator[Figure]:
    """Measure in a process of its own, which may end as it likes."""
    command = [sys.executable, "-m", "tests.bench.previewed", f"{width}", f"{height}", f"{LENGTH}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    painted, looks, faces = (float(part) for part in done.stdout.split())
    reference = f"{painted:.0f} frames, {looks:.0f} looks, {faces:.0f} faces a second"
    frame = 1000 / max(painted, 0.1)
    yield Figure(f"preview {width} x {height}, a frame", frame, "ms", SLOWEST, reference)
