"""A city's pack as frozen values, read and checked from assets/cities. A rule never changes code.

A pack is a folder: `city.toml` (names, languages, questions, terms), `documents.toml` (which papers
prove what) and `card.toml` with its art (see `kiosk.design`). Dated packs of one city stand side by
side: the one whose day has come last is the city's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk import design
from kiosk.assets import ASSETS
from kiosk.errors import BadPack, PackNotConfirmed, UnknownCity
from kiosk.packs import documents, sense
from kiosk.packs.files import Mistake, PackFile, open_file
from kiosk.packs.table import Table
from kiosk.policy import ANY_AGE, OLDEST, Ages, EvidencePolicy, Term, Words

CITIES = ASSETS / "cities"
QUESTIONS = (
    "language",
    "name",
    "latin_name",
    "birth_date",
    "gender",
    "address",
    "veteran",
    "emergency_contact",
)
_NEVER_LEFT_OUT = {"language", "name", "birth_date"}
_AT_SOME_AGES = {"veteran", "emergency_contact"}
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_CODE = 64


@dataclass(frozen=True, slots=True)
class City:
    """One pack. `issuer` is the CWT issuer; `folder` holds card.toml and the art.

    `confirmed`: the city has confirmed that these are its rules; until then no card is issued.
    `forbidden` are questions that the city's law forbids to ask or print; `ages` says of some
    questions at which ages they are asked.
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
    ages: Mapping[str, Ages] = field(default_factory=dict)
    fee_waivers: tuple[Words, ...] = ()
    appeal: Words = field(default_factory=dict)
    source: str = ""

    def asked_at(self, age: int | None) -> tuple[str, ...]:
        """Return the questions for somebody of this age; None: it is not known yet."""
        return tuple(name for name in self.questions if self.ages.get(name, ANY_AGE).hold(age))


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
    code = code.replace("_", "-").lower()
    if len(code) > _LONGEST_CODE or not _CODE.fullmatch(code):
        raise UnknownCity
    if (root / code / "city.toml").is_file():
        return load_folder(root / code)
    members = [pack for pack in _family(code, root) if today is None or pack.since <= today]
    if not members:
        raise UnknownCity
    return max(members, key=lambda pack: (pack.since, pack.code))


def load_folder(folder: Path) -> City:
    """Read the pack in `folder`. Raises BadPack if it is not complete."""
    pack, mistakes = _rules(folder)
    if pack is None or mistakes:
        raise BadPack
    return pack


def read(folder: Path) -> tuple[City | None, tuple[Mistake, ...]]:
    """Read the pack in `folder`, with every mistake in it; None if it cannot be read at all."""
    pack, mistakes = _rules(folder)
    return pack, (*mistakes, *design.read(folder)[1])


def require_confirmed(city: City) -> None:
    """Raise PackNotConfirmed unless the city has confirmed its pack."""
    if not city.confirmed:
        raise PackNotConfirmed


def _rules(folder: Path) -> tuple[City | None, tuple[Mistake, ...]]:
    """Read all but the card's design, which whoever draws cards reads."""
    city, papers = open_file(folder, "city.toml"), open_file(folder, "documents.toml")
    if isinstance(city, Mistake):
        return None, (city, papers) if isinstance(papers, Mistake) else (city,)
    languages = city.table.texts("languages")
    # Without its languages the other file cannot be judged.
    rules = papers.table if isinstance(papers, PackFile) and languages else None
    pack = _city(city.table, folder, documents.read(rules or Table({}, []), languages), languages)
    city.table.faults.extend(sense.term_faults(pack.terms))
    if rules is not None:
        rules.faults.extend(sense.policy_faults(pack.evidence))
    found = (papers,) if isinstance(papers, Mistake) else papers.mistakes()
    return pack if rules is not None else None, (*city.mistakes(), *found)


def _family(code: str, root: Path) -> Iterator[City]:
    """Yield the packs of a family. Raises BadPack if it is not known which belong to it."""
    if not root.is_dir():
        return
    for folder in sorted(root.iterdir()):
        if folder.name.startswith(f"{code}-") and (folder / "city.toml").is_file():
            pack, mistakes = _rules(folder)
            if pack is not None and pack.family != code:
                continue
            if pack is None or mistakes:
                raise BadPack
            yield pack


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
        ages=_ages(table),
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
    _check_questions(table, pack)
    if pack.confirmed and _is_unfinished(pack):
        table.blame("says that it is unfinished, and is confirmed", "confirmed")
    if pack.family and not pack.code.startswith(f"{pack.family}-"):
        table.blame("the folder's name must be the family's and a version's", "family")
    if pack.family and (pack.folder.parent / pack.family / "city.toml").is_file():
        table.blame(
            "beside it is a pack with the family's own name, which is always taken", "family"
        )


def _check_questions(table: Table, pack: City) -> None:
    for key, questions in (("questions", pack.questions), ("forbidden", pack.forbidden)):
        for question in questions:
            if question not in QUESTIONS:
                table.blame(f"there is no question {question!r}", key)
    for question in sorted(_NEVER_LEFT_OUT - set(pack.questions)):
        table.blame(f"the question {question!r} cannot be left out", "questions")
    for question in sorted(set(pack.questions) & set(pack.forbidden)):
        table.blame(f"{question!r} is asked although it is forbidden", "forbidden")


def _ages(table: Table) -> dict[str, Ages]:
    """Return at which ages some questions are asked."""
    ages = table.table("ages")
    if ages is None:
        return {}
    asked = table.texts("questions")
    for question in ages.raw:
        if question not in _AT_SOME_AGES:
            ages.blame(f"{question!r} is asked at every age", question)
        elif question not in asked:
            ages.blame(f"{question!r} is not asked at all", question)
    return {question: ages.ages(question) for question in ages.raw}


def _is_unfinished(pack: City) -> bool:
    return bool(pack.unfinished) or any(kind.unknown for kind in pack.evidence.kinds.values())


def _term(table: Table) -> Term:
    endless = table.flag("without_end")
    if endless == table.has("years"):
        table.blame("needs either 'years' or 'without_end'")
    term = Term(
        ages=table.ages(),
        years=_years(table, "years") if not endless else None,
        ends_at_age=_years(table, "ends_at_age") if table.has("ends_at_age") else None,
        fee=table.number("fee", 0),
    )
    table.close()
    return term


def _years(table: Table, key: str) -> int:
    return table.number(key, 1, least=1, most=OLDEST)


def _waiver(table: Table, languages: tuple[str, ...]) -> Words:
    words = table.words("name", languages)
    table.close()
    return words
