"""Figures: times and memory of a rehearsal. What may not be read is None, never 0."""

from collections.abc import Iterable, Sequence
from pathlib import Path


def pss_mb(pids: Iterable[int | None]) -> float | None:
    """Return the proportional set size of these processes together, in megabytes (10^6 bytes).

    None if any of them may not be read: the kernel hides a sealed process from its own user.
    """
    total = 0
    for pid in pids:
        kilobytes = _pss(pid) if pid is not None else None
        if kilobytes is None:
            return None
        total += kilobytes
    return round(total * 1024 / 1e6, 1)


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that at least `share` of the values do not exceed."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 100) * len(ordered) // 100) - 1))]


def _pss(pid: int) -> int | None:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    found = next((line for line in lines if line.startswith("Pss:")), None)
    return int(found.split()[1]) if found else None
