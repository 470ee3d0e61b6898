"""Soak: hundreds of sessions one after another; what lives long must not grow, and hold nobody.

`python -m tests.bench.soak [COUNT]` (`make soak`) plays COUNT people, each with texts of their own,
through the real station, and at its end searches every process of it for all of them. Exit code 1:
something grew, or somebody was found.
"""

import json
import os
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bench.figures import Figure, table
from tests.forensics import memory
from tests.forensics.memory import Extent
from tests.forensics.search import Needle, Search

COUNT = 500
SETTLED = 20  # people after whom the long-lived processes have all that they will ever need
ENDINGS = ("erased", "panic", "issued", "idle", "crash", "erased", "misprint", "panic")
LONG_LIVED = ("supervisor", "signer")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a process weighs: pages of its own in bytes, and open descriptors."""

    bytes: int
    descriptors: int


def main(count: int) -> int:
    figures = list(soak(count))
    print(table(figures))
    return 0 if all(figure.fine for figure in figures) else 1


def soak(count: int) -> Iterator[Figure]:
    """Play `count` people, weigh the long-lived processes early and late, and search at the end."""
    chance = Random()
    people = [_person(chance, place) for place in range(count)]
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:  # no disk
        file = Path(folder, "people.json")
        file.write_text(json.dumps(people), encoding="utf-8")
        command = [sys.executable, "-m", "kiosk", "rehearse", "--json", "--people", str(file)]
        with subprocess.Popen(
            [*command, "--hold", "600"], stdout=subprocess.PIPE, text=True
        ) as station:
            yield from _watch(station, people)
            station.terminate()


def _watch(station: subprocess.Popen[str], people: list[dict[str, object]]) -> Iterator[Figure]:
    early: dict[str, Weight] = {}
    endings: list[str] = []
    assert station.stdout is not None
    for line in station.stdout:
        said = json.loads(line)
        if "summary" in said:
            pids = said["summary"]["pids"]
            break
        endings.append(said["ending"])
        if len(endings) == min(SETTLED, len(people) // 2):
            early = {name: weigh(pid) for name, pid in _long_lived(station.pid).items()}
    else:
        raise AssertionError(endings)
    wanted = [str(person["ending"]) for person in people]
    other = sum(was != will for was, will in zip(endings, wanted, strict=True))
    reference = f"of {len(people)} sessions"
    yield Figure("soak: sessions that ended otherwise", float(other), "", 0, reference)
    for name, pid in _long_lived(station.pid).items():
        late = weigh(pid)
        growth = 100 * (late.bytes / early[name].bytes - 1)
        reference = f"{early[name].bytes / 1e6:.1f} to {late.bytes / 1e6:.1f} MB"
        yield Figure(f"soak: {name} grew by", growth, "%", 5, reference)
        more = late.descriptors - early[name].descriptors
        reference = f"{early[name].descriptors} to {late.descriptors}"
        yield Figure(f"soak: more descriptors, {name}", float(more), "", 0, reference)
    yield _search(people, pids)


def _search(people: list[dict[str, object]], pids: dict[str, int]) -> Figure:
    search = Search(_needles(people))
    extent = Extent()
    residues = sum(
        sum(search.exact(buffer).values())
        for pid in pids.values()
        for buffer in memory.buffers(pid, extent)
    )
    control = Search(_needles(people)).exact(json.dumps(people, ensure_ascii=False).encode())
    assert len(control) >= 2 * len(people), "the search is blind"
    reference = f"{len(search.needles)} needles in {extent.searched / 1e6:.0f} MB of {len(pids)}"
    return Figure("soak: residues at the end", float(residues), "", 0, reference)


def _needles(people: list[dict[str, object]]) -> Iterator[Needle]:
    for person in people:
        for field in ("given_names", "family_names"):
            for encoding in _ENCODINGS:
                yield Needle(encoding, str(person[field]).encode(encoding).rstrip(b"\0"))


def _person(chance: Random, place: int) -> dict[str, object]:
    given, family = (_word(chance) for _ in range(2))
    return {
        "language": ("en", "es", "ar")[place % 3],
        "given_names": given,
        "family_names": family,
        "birth_date": "1987-03-27",
        "gender": "",
        "address": [],
        "ending": ENDINGS[place % len(ENDINGS)],
    }


def _word(chance: Random) -> str:
    return "".join(chance.choices(string.ascii_lowercase, k=10)).capitalize()


def _long_lived(supervisor: int) -> dict[str, int]:
    children = Path(f"/proc/{supervisor}/task/{supervisor}/children").read_text().split()
    signer = next(int(child) for child in children if b"kiosk.signer" in _command(int(child)))
    return dict(zip(LONG_LIVED, (supervisor, signer), strict=True))


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def weigh(pid: int) -> Weight:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    dirty = next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))
    return Weight(dirty * 1024, len(os.listdir(f"/proc/{pid}/fd")))  # noqa: PTH208  # names alone


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else COUNT))
