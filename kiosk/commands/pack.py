"""`kiosk pack`: check a pack, preview its card, list the packs at hand, or one pack's papers."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from kiosk import city, design
from kiosk.city import City
from kiosk.commands.assess import open_pack, spoken
from kiosk.commands.preview import folder_of, preview, too_long
from kiosk.packs.files import Mistake
from kiosk.packs.lines import line_of
from kiosk.packs.table import Path as Place
from kiosk.policy import EvidencePolicy, OldEnough
from kiosk.session.completion import MOST_PAPERS
from kiosk.session.evidence import Applicant, can_be_met

_NOT_PRINTED = {"language"}  # the card is in the city's own languages


def command(arguments: argparse.Namespace) -> int:
    """Run the action; 0 if there is no mistake, else 1."""
    actions = {"check": _check, "preview": preview, "list": _list, "papers": _papers}
    return actions[arguments.action](arguments)


# -- check ---------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    pack, mistakes = city.read(folder_of(arguments.pack))
    found = [*mistakes, *(_unusable(pack) if pack and not mistakes else ())]
    if arguments.json:
        print(json.dumps([asdict(mistake) for mistake in found], ensure_ascii=False))
        return 1 if found else 0
    for mistake in found:
        print(f"{mistake.file}:{mistake.line}: {mistake.reason}.")
    print("No mistake was found." if not found else f"{len(found)} mistake(s) were found.")
    if pack and not found and not pack.confirmed:
        print("It is not confirmed by the city, so no production day opens on it.")
        for text in list(pack.unfinished.values())[:1]:
            print(text)
    return 1 if found else 0


def _unusable(pack: City) -> Iterator[Mistake]:
    """Yield what is well written and would be found out only with a person at the counter."""
    yield from _impossible(pack)
    card = design.load(pack.folder)
    text = (pack.folder / "card.toml").read_text(encoding="utf-8")
    places = {field.name for field in card.fields()}
    for question in pack.questions:
        if question not in places | _NOT_PRINTED:
            reason = f"{question} is asked, and has no place on the card"
            yield Mistake("card.toml", line_of(text, ("front", "column")), reason)
    for question in places & {*pack.forbidden}:
        reason = f"{question} is forbidden to ask or print, and has a place on the card"
        yield Mistake("card.toml", line_of(text, ("fields", question)), reason)
    for side, words in too_long(card):
        reason = f"these words do not fit their box: {words}"
        yield Mistake("card.toml", line_of(text, (side, "texts")), reason)


def _impossible(pack: City) -> Iterator[Mistake]:
    """Yield the requirements that nobody of some age can ever meet."""
    text = (pack.folder / "documents.toml").read_text(encoding="utf-8")
    today = datetime.now().astimezone().date()
    own, caretakers = pack.evidence, pack.evidence.of_caretaker()
    for key, policy in (("require", own), ("caretaker", caretakers)):
        for place, reason in _never_met(policy, today):
            yield Mistake("documents.toml", line_of(text, (key, *place)), reason)


def _never_met(policy: EvidencePolicy, today: date) -> Iterator[tuple[Place, str]]:
    """Yield the requirements that no papers meet, or that none meet together, with the first age.

    A caretaker comes along, which only ever makes it easier.
    """
    codes = {asked.code for asked in policy.requirements}
    # Whoever is too young is told so; that is meant.
    ages = {asked.code for asked in policy.requirements if isinstance(asked.asks, OldEnough)}
    for age in policy.turning_points:
        applicant = Applicant(age, caretaker=True)
        if can_be_met(policy, today, applicant, frozenset(ages)):
            continue
        alone = [
            place
            for place, asked in enumerate(policy.requirements)
            if asked.code not in ages
            and not can_be_met(policy, today, applicant, frozenset(codes - {asked.code}))
        ]
        for place in alone:
            yield (place,), f"nobody aged {age} can ever meet this"
        if not alone:
            yield (), f"nobody aged {age} can meet all of this with {MOST_PAPERS} papers or fewer"
        return


# -- list, and papers ----------------------------------------------------------------------------


def _list(arguments: argparse.Namespace) -> int:
    packs = {code: city.read(city.CITIES / code) for code in city.cities()}
    rows = [_row(code, pack, len(mistakes)) for code, (pack, mistakes) in packs.items()]
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        print("\n".join(_line(row) for row in rows))
    return 1 if any("mistakes" in row for row in rows) else 0


def _row(code: str, pack: City | None, mistakes: int) -> dict[str, Any]:
    if pack is None or mistakes:
        return {"code": code, "mistakes": mistakes}
    return {
        "code": code, "version": pack.version, "since": pack.since.isoformat(),
        "confirmed": pack.confirmed, "papers": len(pack.evidence.kinds),
    }  # fmt: skip


def _line(row: dict[str, Any]) -> str:
    if "mistakes" in row:
        return f"{row['code']}: {row['mistakes']} mistake(s), which kiosk pack check FOLDER names"
    state = "confirmed" if row["confirmed"] else "not confirmed by the city"
    version = f"version {row['version']} of {row['since']}"
    return f"{row['code']}: {version}, {row['papers']} papers, {state}"


def _papers(arguments: argparse.Namespace) -> int:
    pack = open_pack(arguments.city, datetime.now().astimezone().date())
    language = spoken(pack, arguments.language)
    names = {code: kind.name[language] for code, kind in pack.evidence.kinds.items()}
    if arguments.json:
        rows = [{"code": code, "name": name} for code, name in names.items()]
        print(json.dumps(rows, ensure_ascii=False))
    else:
        width = max(map(len, names), default=0)
        print("\n".join(f"{code:{width}}  {name}" for code, name in names.items()))
    return 0
