"""Whole stations for the tests: real processes, real pages, a real X server."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Tell
from kiosk.supervisor.doors import resolve
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.rehearsal import Record, Rehearsal

KIOSK = [sys.executable, "-m", "kiosk"]

ANA: dict[str, Any] = {
    "language": "en",
    "given_names": "Ana Li",
    "family_names": "Example",
    "birth_date": "1990-01-01",
    "gender": "female",
    "address": ["1 Harbor Street", "Apt 2"],
    "postcode": "60601",
}


@dataclass(frozen=True)
class Played:
    """What `kiosk rehearse --json` said."""

    code: int
    people: list[dict[str, Any]]
    summary: dict[str, Any]
    errors: str


def write_people(path: Path, people: Sequence[dict[str, Any]]) -> Path:
    path.write_text(json.dumps(people), encoding="utf-8")
    return path


def rehearse(people: Path, *options: str, timeout: float = 110) -> Played:
    """Play everybody, and read what was said."""
    command = [*KIOSK, "rehearse", "--json", "--people", str(people), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=timeout)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    summary = lines.pop()["summary"] if lines and "summary" in lines[-1] else {}
    return Played(done.returncode, lines, summary, done.stderr)


class Stage(Rehearsal):
    """A rehearsal that remembers how sessions were shown, and what became of the people."""

    loop: Loop

    def remember(self) -> None:
        self.told: list[Tell] = []
        self.records: list[Record] = []
        self.finished = self.records.append

    def shown(self, ordinal: int, message: Tell) -> None:
        self.told.append(message)
        super().shown(ordinal, message)


_Stage = TypeVar("_Stage", bound=Stage)


def play(
    people: Path, count: int, meddle: Callable[[Loop], None], printer: str | None = None
) -> Stage:
    """Play everybody in a loop of this process, while `meddle` is called 20 times a second."""
    playing = prepare(Stage, people, count, printer)

    def again() -> None:
        meddle(playing.loop)
        playing.loop.sources.at(0.05, again)

    again()
    playing.loop.run()
    return playing


def prepare(
    kind: type[_Stage],
    people: Path,
    count: int,
    printer: str | None = None,
    ledger: Path | None = None,
    loop: type[Loop] = Loop,
) -> _Stage:
    """Return a stage of this kind whose loop has only to be run."""
    stage = kind(
        people=people,
        count=count,
        cards=None,
        finished=lambda _: None,
        done=lambda: stage.loop.stop(),
        issued=lambda: stage.loop.ledger.good,
        end=lambda ordinal: stage.loop.end(ordinal),
    )
    stage.remember()
    address = None if printer is None else resolve(printer)
    named = None if printer is None or address is None else (printer, address)
    shape = training.Shape("offscreen", "1080x1920")
    station = replace(training.station(TRAINING_CITY, shape, named), ledger=ledger)
    stage.loop = loop(station, stage)
    return stage


@contextmanager
def x_server(size: str = "1080x1920", *options: str) -> Iterator[str]:
    """Run an X server of our own; yields its DISPLAY. Later options win over ours."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24"]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset", *options],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        # To the end of the line: the server writes it in two parts, and dies if nobody reads.
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start. Please run: make test (it names what is missing)"
        try:
            yield f":{number}"
        finally:
            server.terminate()
