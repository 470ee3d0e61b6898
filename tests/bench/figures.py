"""Figure: one measured number, its limit, and what it was measured beside."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

REPEATS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is None where this machine does not let it be read."""

    name: str
    value: float | None
    unit: str
    limit: float
    reference: str

    @property
    def fine(self) -> bool:
        return self.value is None or self.value <= self.limit


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines, those over their limit marked."""
    width = max(len(figure.name) for figure in figures)
    return "\n".join(_line(figure, width) for figure in figures)


def median_ms(job: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the median milliseconds of `job`, after one run that does not count."""
    job()
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        job()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def seconds(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return how long a Python process with these arguments takes, from start to end."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, check=True)
    return time.perf_counter() - started


def _line(figure: Figure, width: int) -> str:
    value = "not readable" if figure.value is None else f"{figure.value:.1f} {figure.unit}"
    limit = f"limit {figure.limit:g} {figure.unit}"
    mark = "" if figure.fine else "  OVER"
    return f"{figure.name:{width}}  {value:>14}  {limit:18} {figure.reference}{mark}"
