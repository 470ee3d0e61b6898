"""Whole stations for the tests: real processes, real pages, a real X server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@contextmanager
def x_server(size: str = "1080x1920") -> Iterator[str]:
    """Run an X server of our own; yields its DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24"]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL
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
