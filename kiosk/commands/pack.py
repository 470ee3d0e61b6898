"""`kiosk pack`: check a city's pack for mistakes, and list the packs at hand."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk import city
from kiosk.city import City, Mistake
from kiosk.commands import Misuse
from kiosk.packs.lines import line_of
from kiosk.session.evidence import Applicant, completions

# One age of each kind of life; a caretaker comes along, which only ever makes it easier.
_AGES = (5, 13, 16, 19, 30, 70)


def command(arguments: argparse.Namespace) -> int:
    """Run the action; 0 if there is no mistake, else 1."""
    return _check(arguments) if arguments.action == "check" else _list(arguments)


def _check(arguments: argparse.Namespace) -> int:
    folder: Path = arguments.folder.resolve()
    if not folder.is_dir():
        raise Misuse(f"{arguments.folder} is no folder. Name the folder of a pack.")
    missing = [name for name in ("city.toml", "documents.toml") if not (folder / name).is_file()]
    if missing:
        found: Sequence[Mistake] = [Mistake(name, 1, "the file is missing") for name in missing]
    else:
        pack, mistakes = city.read(folder)
        found = [*mistakes, *(_impossible(pack) if pack and not mistakes else ())]
    if arguments.json:
        print(json.dumps([asdict(mistake) for mistake in found], ensure_ascii=False))
    else:
        for mistake in found:
            print(f"{mistake.file}:{mistake.line}: {mistake.reason}.")
        print("No mistake was found." if not found else f"{len(found)} mistake(s) were found.")
        _remark(folder, found)
    return 1 if found else 0


def _impossible(pack: City) -> Iterator[Mistake]:
    """Yield the ages at which no papers at all would do."""
    text = (pack.folder / "documents.toml").read_text(encoding="utf-8")
    today = datetime.now().astimezone().date()
    for age in _AGES:
        if not completions([], pack.evidence, today, Applicant(age, caretaker=True)):
            reason = f"nobody aged {age} can ever meet all that is asked"
            yield Mistake("documents.toml", line_of(text, ("require",)), reason)


def _remark(folder: Path, found: Sequence[Mistake]) -> None:
    """Say of a pack without a mistake that it may not be used yet, which is no mistake."""
    if found:
        return
    pack = city.load(folder.name, folder.parent)
    if not pack.confirmed:
        print("It is not confirmed by the city, so no production day opens on it.")
        for text in list(pack.unfinished.values())[:1]:
            print(text)


def _list(arguments: argparse.Namespace) -> int:
    packs = [city.load(code) for code in city.cities()]
    if arguments.json:
        rows = [
            {
                "code": pack.code, "version": pack.version, "since": pack.since.isoformat(),
                "confirmed": pack.confirmed, "papers": len(pack.evidence.kinds),
            }
            for pack in packs
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for pack in packs:
        state = "confirmed" if pack.confirmed else "not confirmed by the city"
        papers = len(pack.evidence.kinds)
        print(f"{pack.code}: version {pack.version} of {pack.since}, {papers} papers, {state}")
    return 0
