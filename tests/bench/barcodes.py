"""First-frame rates of PDF417 and QR codes by size and condition; zxing-cpp alone beside ours.

`python -m tests.bench.barcodes [FRAMES]`, FRAMES a cell (default 3). Simulated camera, invented
cards: the figures compare readers and sizes, and are no promise for a real camera.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import zxingcpp

from kiosk.devices.reader.barcodes import read_barcodes
from kiosk.devices.reader.stripes import Grey
from tests.documents.barcode_scene import city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS, Page
from tests.documents.licences import MODERN, changed, payload

SIZES = (1.5, 2.0, 2.5, 3.0, 4.0)  # pixels a module
CARD = "ALDERPORT:" + "0A1B2C3D" * 40  # as long as a credential
FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.PDF417, zxingcpp.BarcodeFormat.QRCode])


@dataclass(frozen=True, slots=True)
class Attempt:
    """One frame: who read it right, whether ours read it wrong, and how long ours took."""

    size: float
    condition: str
    ours: bool
    plain: bool
    wrong: bool
    ms: float


def main() -> int:
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for name in ("PDF417", "QR"):
        attempts = list(_attempts(name, frames))
        print(f"\n{name}, {frames} frames a cell, read in the first frame (zxing-cpp alone)")
        print(_table(attempts))
    return 0


def _attempts(name: str, frames: int) -> Iterator[Attempt]:
    for seed in range(frames):
        page, expected = _page(name, seed)
        for size in SIZES:
            for place, (condition, conditions) in enumerate(CONDITIONS.items()):
                rng = np.random.default_rng([seed, int(size * 10), place])
                frame = frame_of(page, size, conditions, rng)
                yield _attempt(frame, expected, size, condition)


def _page(name: str, seed: int) -> tuple[Page, bytes]:
    if name == "QR":
        text = f"{CARD}{seed:04d}"
        return city_card_back(text), text.encode()
    licence = payload(changed(MODERN, DAQ=f"Q{seed:011d}"))
    return licence_back(licence), licence


def _attempt(frame: Grey, expected: bytes, size: float, condition: str) -> Attempt:
    started = time.perf_counter()
    ours = [code.payload for code in read_barcodes(frame)]
    took = (time.perf_counter() - started) * 1000
    plain = [bytes(code.bytes) for code in zxingcpp.read_barcodes(frame, formats=FORMATS)]
    wrong = any(payload != expected for payload in ours)
    return Attempt(size, condition, expected in ours, expected in plain, wrong, took)


def _table(attempts: list[Attempt]) -> str:
    rows = [_row("px a module", [f"{size:g}" for size in SIZES])]
    for condition in CONDITIONS:
        at = [a for a in attempts if a.condition == condition]
        rows.append(_row(condition, [_rates([a for a in at if a.size == s]) for s in SIZES]))
    by_size = [[a for a in attempts if a.size == size] for size in SIZES]
    rows.append(_row("all", [_rates(cell) for cell in by_size]))
    rows.append(
        _row("ms, median", [f"{statistics.median(a.ms for a in cell):.0f}" for cell in by_size])
    )
    slowest = [statistics.quantiles([a.ms for a in cell], n=20)[-1] for cell in by_size]
    rows.append(_row("ms, p95", [f"{ms:.0f}" for ms in slowest]))
    rows.append(f"read wrong: {sum(a.wrong for a in attempts)} of {len(attempts)}")
    return "\n".join(rows)


def _rates(cell: list[Attempt]) -> str:
    ours = statistics.mean(attempt.ours for attempt in cell)
    plain = statistics.mean(attempt.plain for attempt in cell)
    return f"{ours:.0%} ({plain:.0%})"


def _row(name: str, cells: list[str]) -> str:
    return f"{name:12}" + "".join(f"{cell:>16}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
