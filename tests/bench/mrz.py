"""Zones: how often a frame, and five frames of one paper, are read right, and how fast.

`python -m tests.bench.mrz` prints more: rates by distance and by what is wrong with the frames,
and other readers on the same frames where `--peer` names a Python that has them.
"""

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import cv2
import numpy as np

from kiosk.devices.reader.mrz_agree import MOST_FRAMES, SHOWN, Agreement, agree
from kiosk.devices.reader.mrz_reader import MrzReading, load, read_mrz
from kiosk.formats.mrz import Mrz, parse
from kiosk.formats.mrz_layout import Field, Kind
from kiosk.supervisor.figures import percentile
from tests.bench import mrz_peers
from tests.bench.figures import Figure
from tests.documents import camera, papers, zones
from tests.documents.zones import Zone

TODAY = date(2026, 11, 24)
SEED = 7_2026
PITCHES = (13, 16, 20)  # pixels from sign to sign: what the limits are for
MORE_PITCHES = (8, 10, *PITCHES)
KINDS = (Kind.TD3, Kind.TD1, Kind.TD2, Kind.TD3, Kind.TD1, Kind.MRV_A, Kind.MRV_B)
OF_MRZ = {
    Field.ISSUING_STATE: ("issuing_state",),
    Field.NAME: ("family_name", "given_names"),
    Field.BIRTH_DATE: ("birth_date",),
    Field.SEX: ("sex",),
    Field.EXPIRY: ("expiry",),
    Field.NATIONALITY: ("nationality",),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, under one condition: its zone, and what each of its frames was read as."""

    pitch: float
    conditions: str
    zone: Zone
    readings: tuple[MrzReading | None, ...]
    took_ms: tuple[float, ...]

    @property
    def exact(self) -> int:
        return sum(bool(reading and reading.lines == self.zone) for reading in self.readings)

    @property
    def agreement(self) -> Agreement | None:
        return agree([reading for reading in self.readings if reading], TODAY)

    @property
    def settled(self) -> bool:
        return bool(self.agreement and self.agreement.settled)

    @property
    def wrong(self) -> list[Field]:
        """The fields that are agreed and are not what the paper says."""
        truth, found = parse(self.zone, TODAY), self.agreement
        assert truth is not None
        return (
            [field for field in found.agreed if _differs(field, found.mrz, truth)] if found else []
        )

    @property
    def clean_but_wrong(self) -> int:
        """Frames with every check digit right that were read wrong."""
        found = (reading for reading in self.readings if reading)
        return sum(reading.clean and reading.lines != self.zone for reading in found)


def mrz(papers_each: int = 2) -> Iterator[Figure]:
    """Measure frames with at least 13 pixels a sign and without glare."""
    conditions = [name for name, each in camera.CONDITIONS.items() if not each.glare]
    yield from _figures(list(_photographed(PITCHES, conditions, papers_each)))


def _figures(seen: Sequence[Paper]) -> Iterator[Figure]:
    frames, count = sum(len(paper.readings) for paper in seen), len(seen)
    agreed = sum(len(paper.agreement.agreed) for paper in seen if paper.agreement)
    took = [ms for paper in seen for ms in paper.took_ms]
    lost = 100 * (1 - sum(paper.exact for paper in seen) / frames)
    unsettled = 100 * sum(not paper.settled for paper in seen) / count
    accepted = 100 * sum(paper.settled and bool(paper.wrong) for paper in seen) / count
    clean = sum(paper.clean_but_wrong for paper in seen)
    wrong = sum(len(paper.wrong) for paper in seen)
    of_papers = f"{count} papers, {MOST_FRAMES} frames each"
    yield Figure("zones: frames not read right", lost, "%", 5, f"of {frames} frames")
    yield Figure("zones: papers not settled", unsettled, "%", 0.5, f"of {of_papers}")
    yield Figure("zones: settled, and wrong", accepted, "%", 0.1, f"{clean} frames alone were")
    yield Figure("zones: fields agreed, and wrong", wrong, "", 0, f"of {agreed} agreed")
    slow = f"p95 {percentile(took, 0.95):.0f} ms, of {frames} frames"
    yield Figure("zones: a frame, median", statistics.median(took), "ms", 120, slow)


def _photographed(
    pitches: Sequence[float],
    conditions: Sequence[str],
    papers_each: int,
    also: Callable[[float, str, Zone, camera.Grey], object] = lambda *_: None,
) -> Iterator[Paper]:
    """Print papers, and read frames of each; `also` is shown the first frame of each."""
    cv2.setNumThreads(1)
    network, rng, number = load(), np.random.default_rng(SEED), 0
    for pitch in pitches:
        for name in conditions:
            for _ in range(papers_each):
                kind, number = KINDS[number % len(KINDS)], number + 1
                zone = zones.invent(kind, rng)
                page = papers.print_paper(kind, zone, rng)
                readings, took = [], []
                for first in (True, *[False] * (MOST_FRAMES - 1)):
                    glare_at = (rng.uniform(0.2, 0.8), papers.zone_middle(kind))
                    frame = camera.photograph(
                        page, pitch / papers.PITCH_MM, camera.CONDITIONS[name], rng, glare_at
                    )
                    started = time.perf_counter()
                    readings.append(read_mrz(frame, network))
                    took.append((time.perf_counter() - started) * 1000)
                    if first:
                        also(pitch, name, zone, frame)
                yield Paper(pitch, name, zone, tuple(readings), tuple(took))


def _differs(field: Field, found: Mrz, truth: Mrz) -> bool:
    return any(getattr(found, name) != getattr(truth, name) for name in OF_MRZ[field])


def _rates(title: str, groups: dict[str, list[Paper]]) -> None:
    print(f"{title:16} frames  exact  settled  wrong, agreed   median / p95 ms")
    for name, seen in groups.items():
        frames = sum(len(paper.readings) for paper in seen)
        exact = 100 * sum(paper.exact for paper in seen) / frames
        settled = 100 * sum(paper.settled for paper in seen) / len(seen)
        wrong, took = sum(len(p.wrong) for p in seen), [ms for p in seen for ms in p.took_ms]
        times = f"{statistics.median(took):.0f} / {percentile(took, 0.95):.0f}"
        print(f"{name:16} {frames:6} {exact:5.1f}% {settled:7.1f}% {wrong:14}   {times}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Read zones of invented papers.")
    parser.add_argument("--papers", type=int, default=2, help="for each distance and condition")
    parser.add_argument("--peer", type=Path, help="a Python with tesserocr or fastmrz, or both")
    arguments = parser.parse_args()
    assert len(SHOWN) == len(OF_MRZ) + 1  # all but the French card's given names
    peers = mrz_peers.Peers(arguments.peer) if arguments.peer else None
    show = peers.show if peers else lambda *_: None
    seen = list(_photographed(MORE_PITCHES, list(camera.CONDITIONS), arguments.papers, show))
    near = [paper for paper in seen if paper.pitch >= PITCHES[0]]
    by_pitch, by_condition = defaultdict(list), defaultdict(list)
    for paper in seen:
        by_pitch[f"{paper.pitch:.0f}"].append(paper)
    for paper in near:
        by_condition[paper.conditions].append(paper)
    _rates("pixels a sign", by_pitch)
    _rates("from 13 pixels", by_condition)
    plain = [paper for paper in near if not camera.CONDITIONS[paper.conditions].glare]
    _rates("the limits' own", {"without glare": plain})
    if peers:
        print(peers.table())


if __name__ == "__main__":
    main()
