"""Audit: processes of a station are killed at random instants, and every count is checked.

`python -m tests.bench.audit [STATIONS [WRITERS]]` kills 200 times in a real station with a real
printer process, on one ledger, and a ledger's writer alone 1,000 times. Exit code 1: a count was
wrong. The seed is printed; `KIOSK_SEED` repeats it.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from kiosk.supervisor.ledger import Entry, LedgerFile
from tests.bench.figures import Figure, median_ms, table
from tests.printer.fixture import CardPrinterProcess, run_bus
from tests.printer.mechanism import STEPS
from tests.station.audit import Audit, Instant, audit
from tests.station.runs import ANA, write_people
from tests.supervisor.killed_ledger import WRITER, check

STATIONS, WRITERS = 200, 1000
MOST_READ = 40  # entries of a writer before it is killed
_VICTIMS = ("supervisor", "supervisor", "session", "signer", "printer")
_MOMENTS = (
    "hears PRINTER", "hears SIGNER", "hears OPENED", "counts opened", "counted opened", "booked",
    *(f"printer {step}" for step in STEPS),
)  # fmt: skip
_GOOD = ("hears GOOD", "counts issued", "counted issued", "hears TAKEN", "counts taken",
         "counted taken", "hears ISSUED")  # fmt: skip
_BAD = ("hears SPOILED", "counts spoiled", "counted spoiled", "hears MISPRINT")


def main(stations: int, writers: int) -> int:
    seed = int(os.environ.get("KIOSK_SEED", time.time_ns()))
    print("seed", seed)
    chance = Random(seed)
    figures = [booking(), *kill_writers(chance, writers), *kill_in_stations(chance, stations)]
    print(table(figures))
    return 0 if all(figure.fine for figure in figures) else 1


def booking() -> Figure:
    """Return how long a blank takes to be booked on this machine's disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        with closing(LedgerFile.open(path, training=True)) as file:
            took = median_ms(lambda: file.count(Entry.OPENED), 200)
    return Figure("audit: to book a blank", took, "ms", 100, "median of 200, flushed to the disk")


def kill_writers(chance: Random, kills: int) -> Iterator[Figure]:
    """Kill whoever writes one ledger, again and again, after a random entry."""
    wrong = held = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        for _ in range(kills):
            acknowledged = _kill_a_writer(path, chance)
            try:
                held = check(path, held + acknowledged)
            except AssertionError:
                wrong += 1
                break  # what follows would be wrong too
    yield Figure("audit: ledgers wrong after a kill", wrong, "", 0, f"of {kills}, {held} entries")


def _kill_a_writer(path: Path, chance: Random) -> int:
    """Return how many entries it had acknowledged."""
    command = [*WRITER, str(path), "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as writer:
        assert writer.stdout is not None
        acknowledged = 0
        for _ in range(chance.randrange(MOST_READ)):
            acknowledged += len(writer.stdout.read(1))
        writer.kill()
        while piece := writer.stdout.read(4096):
            acknowledged += len(piece)
    return acknowledged


def kill_in_stations(chance: Random, kills: int) -> Iterator[Figure]:
    """Kill a process of a station at a random instant, and start a new one, again and again."""
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name, run_bus(_new(Path(name, "bus"))) as bus:
        printer = CardPrinterProcess(Path(name, "printer"), bus, keep=False)
        try:
            for number in range(kills):
                instant = _instant(chance)
                print(f"{number + 1} of {kills}: {instant}", flush=True)
                printer.switch_off()  # it may still wait for the document of a session that died
                printer.switch_on()
                found = _audit(printer, Path(name), instant, chance)
                seen["asked"] += len(found.told) - 1
                seen[instant.victim] += 1
                _note(found, instant, wrong)
        finally:
            printer.stop()
    reference = ", ".join(f"{count} {name}" for name, count in sorted(seen.items()))
    told = f"of {kills}: {reference}"
    yield Figure("audit: stations wrong after a kill", len(wrong), "", 0, told)


def _audit(printer: CardPrinterProcess, folder: Path, instant: Instant, chance: Random) -> Audit:
    """Play a person whose clerk says the truth: a card of a printer that died is a bad one."""
    bad = instant.victim == "printer" or instant.moment in _BAD
    bad = bad or (instant.moment not in _GOOD and chance.random() < 0.3)
    ending = "misprint" if bad else "issued"
    people = write_people(folder / "people.json", [{**ANA, "ending": ending}])
    return audit(printer, people, folder / "ledger.sqlite", instant)


def _note(found: Audit, instant: Instant, wrong: list[str]) -> None:
    try:
        found.check()
    except AssertionError as fault:
        wrong.append(f"{instant}: {found}")
        print(wrong[-1], fault)


def _instant(chance: Random) -> Instant:
    victim = chance.choice(_VICTIMS)
    moments = _MOMENTS if victim == "printer" else (*_MOMENTS, *_GOOD, *_BAD)
    return Instant(victim, chance.choice(moments))


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    numbers = list(map(int, sys.argv[1:]))
    sys.exit(main(*(numbers + [STATIONS, WRITERS][len(numbers) :])))
