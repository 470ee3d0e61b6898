"""A city's pack as frozen values, read and checked from assets/cities. A rule never changes code.

A pack is a folder: `city.toml` (names, languages, questions, terms), `documents.toml` (which papers
prove what) and `card.toml` with its art (see `kiosk.design`). Dated packs of one city stand side by
side: the one whose day has come last is the city's.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import design
from kiosk.assets import ASSETS
from kiosk.errors import BadPack, PackNotConfirmed, UnknownCity
from kiosk.packs import documents, sense
from kiosk.packs.lines import line_of
from kiosk.packs.table import Table
from kiosk.policy import EvidencePolicy, Term, Words

CITIES = ASSETS / "cities"
QUESTIONS = ("language", "name", "latin_name", "birth_date", "gender", "address")
_NEVER_LEFT_OUT = {"language", "name", "birth_date"}
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class City:
    """One pack. `issuer` is the CWT issuer; `folder` holds card.toml and the art.

    `confirmed`: the city has confirmed that these are its rules; until then no card is issued.
    `forbidden` are questions that the city's law forbids to ask or print.
    """

    code: str
    name: Words
    issuer: str
    languages: tuple[str, ...]
    questions: tuple[str, ...]
    terms: tuple[Term, ...]
    evidence: EvidencePolicy
    folder: Path
    version: str
    since: date
    family: str = ""
    confirmed: bool = False
    unfinished: Words = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()
    fee_waivers: tuple[Words, ...] = ()
    appeal: Words = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in a pack: the file, the line in it, and the reason in words."""

    file: str
    line: int
    reason: str


def cities() -> tuple[str, ...]:
    """Return the codes of the packs at hand."""
    return tuple(
        sorted(folder.name for folder in CITIES.iterdir() if (folder / "city.toml").is_file())
    )


def load(code: str, root: Path = CITIES, today: date | None = None) -> City:
    """Read the pack called `code`, or the newest of the city called `code` that is in force.

    `today` None: whatever is in force later is in force now. Raises UnknownCity if there is none,
    BadPack if it is not complete.
    """
    if not _CODE.fullmatch(code):
        raise UnknownCity
    if (root / code / "city.toml").is_file():
        return _whole(root / code)
    members = [pack for pack in _family(code, root) if today is None or pack.since <= today]
    if not members:
        raise UnknownCity
    return max(members, key=lambda pack: pack.since)


def read(folder: Path) -> tuple[City | None, tuple[Mistake, ...]]:
    """Read the pack in `folder`, with every mistake in it.

    Raises OSError if a file is not there.
    """
    pack, mistakes = _rules(folder)
    return pack, (*mistakes, *_card_mistakes(folder))


def require_confirmed(city: City) -> None:
    """Raise PackNotConfirmed unless the city has confirmed its pack."""
    if not city.confirmed:
        raise PackNotConfirmed


def _rules(folder: Path) -> tuple[City | None, tuple[Mistake, ...]]:
    """Read all but the card's design, which whoever draws cards reads."""
    mistakes: list[Mistake] = []
    city = _toml(folder, "city.toml", mistakes)
    papers = _toml(folder, "documents.toml", mistakes)
    if city is None or papers is None:
        return None, tuple(mistakes)
    languages = city.table.texts("languages")
    pack = _city(city.table, folder, documents.read(papers.table, languages), languages)
    city.table.faults.extend(sense.term_faults(pack.terms))
    papers.table.faults.extend(sense.policy_faults(pack.evidence))
    return pack, (*city.mistakes(), *papers.mistakes())


def _whole(folder: Path) -> City:
    try:
        pack, mistakes = _rules(folder)
    except OSError:
        raise BadPack from None
    if pack is None or mistakes:
        raise BadPack
    return pack


def _family(code: str, root: Path) -> Iterator[City]:
    for folder in sorted(root.iterdir()):
        if folder.name.startswith(f"{code}-") and (folder / "city.toml").is_file():
            pack = _whole(folder)
            if pack.family == code:
                yield pack


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: str
    table: Table

    def mistakes(self) -> Iterator[Mistake]:
        for fault in self.table.faults:
            where = " › ".join(str(part) for part in fault.path)
            reason = f"{where}: {fault.reason}" if where else fault.reason
            yield Mistake(self.name, line_of(self.text, fault.path), reason)


def _toml(folder: Path, name: str, mistakes: list[Mistake]) -> _File | None:
    raw = (folder / name).read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        mistakes.append(Mistake(name, line, "is not UTF-8"))
        return None
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        mistakes.append(Mistake(name, line, f"is not TOML: {error}"))
        return None
    return _File(name, text, Table(table, []))


def _city(table: Table, folder: Path, evidence: EvidencePolicy, languages: tuple[str, ...]) -> City:
    pack = City(
        code=folder.name,
        name=table.words("name", languages),
        issuer=table.text("issuer"),
        languages=languages,
        questions=table.texts("questions"),
        terms=tuple(_term(entry) for entry in table.tables("terms")),
        evidence=evidence,
        folder=folder,
        version=table.text("version"),
        since=table.day("since"),
        family=table.text("family", ""),
        confirmed=table.flag("confirmed"),
        unfinished=table.words("unfinished", languages, wanted=False),
        forbidden=table.texts("forbidden", ()),
        fee_waivers=tuple(_waiver(entry, languages) for entry in table.tables("fee_waivers")),
        appeal=table.words("appeal", languages, wanted=False),
        source=table.text("source", ""),
    )
    table.close()
    _check(table, pack)
    return pack


def _check(table: Table, pack: City) -> None:
    """Note what goes against the order of the program, or against the pack's own words."""
    if not _CODE.fullmatch(pack.code):
        table.blame("the folder's name must be small letters, digits and hyphens")
    for question in (*pack.questions, *pack.forbidden):
        if question not in QUESTIONS:
            table.blame(f"there is no question {question!r}", "questions")
    for question in sorted(_NEVER_LEFT_OUT - set(pack.questions)):
        table.blame(f"the question {question!r} cannot be left out", "questions")
    for question in set(pack.questions) & set(pack.forbidden):
        table.blame(f"{question!r} is asked although it is forbidden", "forbidden")
    if pack.confirmed and _is_unfinished(pack):
        table.blame("says that it is unfinished, and is confirmed", "confirmed")
    if pack.family and not pack.code.startswith(f"{pack.family}-"):
        table.blame("the folder's name must be the family's and a version's", "family")


def _is_unfinished(pack: City) -> bool:
    return bool(pack.unfinished) or any(kind.unknown for kind in pack.evidence.kinds.values())


def _term(table: Table) -> Term:
    endless = table.flag("without_end")
    if endless == table.has("years"):
        table.blame("needs either 'years' or 'without_end'")
    term = Term(
        ages=table.ages(),
        years=None if endless else table.number("years", 1, least=1),
        ends_at_age=table.number("ends_at_age", 1, least=1) if table.has("ends_at_age") else None,
        fee=table.number("fee", 0),
    )
    table.close()
    return term


def _waiver(table: Table, languages: tuple[str, ...]) -> Words:
    words = table.words("name", languages)
    table.close()
    return words


def _card_mistakes(folder: Path) -> Iterator[Mistake]:
    """Yield what keeps the card's design from being used; its own reader names no lines yet."""
    if not (folder / "card.toml").is_file():
        yield Mistake("card.toml", 1, "the file is missing")
        return
    text = (folder / "card.toml").read_text(encoding="utf-8", errors="replace")
    try:
        seal = str(tomllib.loads(text)["seal"])
    except (tomllib.TOMLDecodeError, KeyError):
        seal = ""
    if not seal or not (folder / seal).is_file():
        yield Mistake("card.toml", line_of(text, ("seal",)), "the city's seal is missing")
        return
    try:
        design.load(folder)
    except BadPack:
        yield Mistake("card.toml", 1, "is incomplete or breaks a limit of card printers")
