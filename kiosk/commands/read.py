"""`kiosk read`: what pictures of specimen papers say, to set up scanners and to try the reader.

docs/reading.md describes the JSON. The numbers of papers are in none of the values it prints.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.commands import Misuse
from kiosk.devices import still
from kiosk.devices.reader import ZoneReader, mrz_reader, pictures, read
from kiosk.errors import NotAPicture
from kiosk.formats.compare import Day
from kiosk.formats.printed import Printed, of_text


def command(arguments: argparse.Namespace) -> int:
    """Print what every picture says; 0 if each says something, else 1."""
    network = mrz_reader.load()
    found = [
        (str(path), _printed(path, lambda grey: mrz_reader.read_mrz(grey, network)))
        for path in arguments.images
    ]
    for file, papers in found:
        lines = _as_json_lines(file, papers) if arguments.json else _as_words(file, papers)
        print("\n".join(lines))
    return 0 if all(papers for _, papers in found) else 1


def _printed(path: Path, read_zone: ZoneReader) -> list[Printed]:
    try:
        frame = still.load(path)
    except NotAPicture:
        raise Misuse(f"{path} is not a picture.") from None
    today = datetime.now().astimezone().date()
    suggested = (of_text(reading.text, today) for reading in read(pictures.grey(frame), read_zone))
    return [printed for printed in suggested if printed]


def as_json(printed: Printed) -> dict[str, Any]:
    """Return what a paper says as docs/reading.md describes it; what it does not say is absent."""
    home = printed.home
    fields = {
        "family_names": printed.name.family,
        "given_names": printed.name.given,
        "birth_date": _day(printed.birth_date),
        "sex": printed.sex,
        "expires": _day(printed.expires),
        "issuer": printed.issuer,
        "address": list(home.lines),
        "city": home.city,
        "state": home.state,
        "postcode": home.postcode,
    }
    said = {name: value for name, value in fields.items() if value}
    return {"kind": printed.kind, "fields": said, "checks": dict(printed.checks)}


def _as_json_lines(file: str, papers: Sequence[Printed]) -> Iterator[str]:
    nothing: dict[str, Any] = {"kind": None, "fields": {}, "checks": {}}
    for paper in [as_json(printed) for printed in papers] or [nothing]:
        yield json.dumps({"file": file, **paper}, ensure_ascii=False)


def _as_words(file: str, papers: Sequence[Printed]) -> Iterator[str]:
    if not papers:
        yield f"{file}: nothing that can be read. Take a sharper picture, closer and level."
    for printed in papers:
        paper = as_json(printed)
        yield f"{file}: {printed.kind}"
        for name, value in paper["fields"].items():
            yield f"    {name}: {', '.join(value) if isinstance(value, list) else value}"
        for name, right in paper["checks"].items():
            if right is False:
                yield f"    not sure: {name}"


def _day(day: Day | None) -> str:
    """Return a day as 1987-03-27; what the paper leaves unknown is XX (ISO 8601-2)."""
    if day is None:
        return ""
    year = "XXXX" if day.year is None else f"{day.year:04d}"
    month, date = (f"{part:02d}" if part else "XX" for part in (day.month, day.day))
    return f"{year}-{month}-{date}"
