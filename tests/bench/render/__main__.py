"""The same card drawn by Pillow with Raqm, by Qt, by Pango with Cairo, and over a PDF, in one run.

`python -m tests.bench.render [PYTHON]`, PYTHON one that has cairocffi, pangocffi, pangocairocffi,
numpy and qrcode, on a machine with poppler-utils; they are no part of the project. A card is a
ground, a photo, two lines of a name fitted by their ink, three lines of data, and a code; the names
are in seven scripts. A card printer takes half a minute: what counts is that nobody waits for this.
"""

import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from tests.bench.render.scene import NAMES, ROOT, Draw, matrix

REPEATS = 9
ENGINES = {
    "pillow": "with_pillow",
    "qt": "with_qt",
    "pango": "with_pango",
    "pdf": "with_pdf",
}


def main(python: str) -> None:
    for dpi in (300, 600):
        for engine in ENGINES:
            own = engine in {"pillow", "qt"}
            command = [sys.executable if own else python, "-m", "tests.bench.render", engine]
            done = subprocess.run(
                [*command, str(dpi)], capture_output=True, text=True, check=False, cwd=ROOT
            )
            missing = done.stderr.strip().splitlines()[-1:]
            print(f"{engine:7} {dpi} dpi: {done.stdout.strip() or f'not here {missing}'}")


def child(engine: str, dpi: int) -> None:
    """Draw every name REPEATS times and say how long it took."""
    draw: Draw = importlib.import_module(f"tests.bench.render.{ENGINES[engine]}").engine(dpi)
    took = [ms for name in NAMES for ms in _times(partial(draw, *name))]
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(statistics.quantiles(took, n=20)[-1], 1),
        "of_it_qrcode_ms": round(statistics.median(_times(matrix)), 1),
        "rss_mb": round(largest),
    }
    print(json.dumps(figures))


def _times(job: Callable[[], object]) -> list[float]:
    job()
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        job()
        times.append((time.perf_counter() - started) * 1000)
    return times


if __name__ == "__main__":
    if len(sys.argv) == 3:
        child(sys.argv[1], int(sys.argv[2]))
    else:
        main(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
