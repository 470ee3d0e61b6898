"""People: a JSON list of invented applicants, for specimens, rehearsals and tests.

    python -m kiosk.people FD CITY FOLDER

checks the file behind a descriptor in a process of its own, which dies at once, so that no process
that lives longer reads it: it prints the ending each one wants, or one sentence and exits with 2.
A sentence names a person by number and a key by name; it never repeats a value.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from kiosk.city import City, load
from kiosk.errors import KioskError


class Ending(StrEnum):
    """How a session of a rehearsal is to end."""

    ISSUED = "issued"
    ERASED = "erased"
    IDLE = "idle"
    PANIC = "panic"
    CRASH = "crash"
    HANG = "hang"
    MISPRINT = "misprint"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented applicant. An empty text or tuple means "left out", None "as the page suggests".

    `documents` empty means the first combination that does; `portrait` None means drawn.
    """

    language: str
    given_names: str
    family_names: str
    birth_date: date
    latin_name: str | None
    gender: str
    address: tuple[str, ...]
    postcode: str
    documents: tuple[str, ...]
    portrait: Path | None
    ending: Ending
    veteran: bool = False
    emergency_contact: tuple[str, ...] = ()

    @property
    def two_lines(self) -> tuple[str, str]:
        """The address as the page takes it: what is more than two lines goes into the second."""
        return _two(self.address)

    @property
    def contact(self) -> tuple[str, str]:
        """Whom to call, and how: one line is a number, and what is more than two goes to it."""
        lines = self.emergency_contact
        return _two(lines) if len(lines) > 1 else ("", "".join(lines))


def _two(lines: tuple[str, ...]) -> tuple[str, str]:
    return (lines[0] if lines else "", ", ".join(lines[1:]))


@dataclass(frozen=True, slots=True)
class People:
    """The people of a file, and what was ignored in it, as sentences."""

    people: tuple[Person, ...]
    warnings: tuple[str, ...]


class BadPeopleFile(KioskError):
    """The file cannot be used; `sentence` says where and why, without a value from it."""

    code = "bad-people-file"

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


_TEXTS = ("language", "given_names", "family_names", "birth_date", "gender", "postcode", "ending")
_LISTS = ("address", "documents", "emergency_contact")
_FLAGS = ("veteran",)
_OPTIONAL_TEXTS = ("latin_name", "portrait")
_KEYS = frozenset((*_TEXTS, *_LISTS, *_OPTIONAL_TEXTS, *_FLAGS))
# A key that a pack may not use: the question that asks for it.
_ASKED_BY = {
    "gender": "gender",
    "address": "address",
    "postcode": "address",
    "latin_name": "latin_name",
    "veteran": "veteran",
    "emergency_contact": "emergency_contact",
}


def read(raw: bytes, city: City, folder: Path) -> People:
    """Read a people file for `city`; `folder` is what the paths of portraits start from.

    Raises BadPeopleFile.
    """
    try:
        entries = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadPeopleFile("It is not JSON in UTF-8.") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadPeopleFile("It must be a JSON list of objects, one a person.")
    if not entries:
        raise BadPeopleFile("It holds no person.")
    warnings: list[str] = []
    people = [
        _person(number, entry, (city, folder), warnings) for number, entry in enumerate(entries, 1)
    ]
    return People(tuple(people), tuple(warnings))


def _person(
    number: int, entry: Mapping[str, Any], place: tuple[City, Path], warnings: list[str]
) -> Person:
    city, folder = place
    _check_types(number, entry)
    for key, question in _ASKED_BY.items():
        if entry.get(key) and question not in city.questions:
            warnings.append(f"Person {number}: {key} is ignored; this city does not ask for it.")
    used = {
        key: value
        for key, value in entry.items()
        if _ASKED_BY.get(key) is None or _ASKED_BY[key] in city.questions
    }
    language = used.get("language") or city.languages[0]
    if language not in city.languages:
        offered = ", ".join(city.languages)
        warnings.append(f"Person {number}: the language is not offered here ({offered}).")
        language = city.languages[0]
    if not (used.get("given_names") or used.get("family_names")):
        raise BadPeopleFile(f"Person {number} has no name.")
    if any(kind not in city.evidence.kinds for kind in used.get("documents", ())):
        raise BadPeopleFile(f"Person {number} has a document that this city does not know.")
    portrait = used.get("portrait")
    return Person(
        language=language,
        given_names=used.get("given_names") or "",
        family_names=used.get("family_names") or "",
        birth_date=_birth_date(number, used.get("birth_date")),
        latin_name=used.get("latin_name"),
        gender=used.get("gender") or "",
        address=tuple(used.get("address") or ()),
        postcode=used.get("postcode") or "",
        documents=tuple(used.get("documents") or ()),
        portrait=folder / portrait if portrait else None,
        ending=_ending(number, used.get("ending")),
        veteran=bool(used.get("veteran")),
        emergency_contact=tuple(used.get("emergency_contact") or ()),
    )


def _check_types(number: int, entry: Mapping[str, Any]) -> None:
    unknown = sorted(entry.keys() - _KEYS)
    if unknown:
        raise BadPeopleFile(f"Person {number} has an unknown key: {unknown[0][:40]!r}.")
    for key in (*_TEXTS, *_OPTIONAL_TEXTS):
        if not isinstance(entry.get(key, ""), str | None):
            raise BadPeopleFile(f"Person {number}: {key} must be a text or null.")
    for key in _LISTS:
        items = entry.get(key, [])
        if items is not None and (
            not isinstance(items, list) or not all(isinstance(item, str) for item in items)
        ):
            raise BadPeopleFile(f"Person {number}: {key} must be a list of texts.")
    for key in _FLAGS:
        if not isinstance(entry.get(key), bool | None):
            raise BadPeopleFile(f"Person {number}: {key} must be true, false or null.")


def _birth_date(number: int, text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        sentence = f"Person {number}: birth_date must be a day like 1987-03-27."
        raise BadPeopleFile(sentence) from None


def _ending(number: int, text: str | None) -> Ending:
    try:
        return Ending(text or Ending.ISSUED)
    except ValueError:
        known = ", ".join(Ending)
        raise BadPeopleFile(f"Person {number}: ending must be one of {known}.") from None


def _check_portraits(people: People) -> None:
    from PIL import Image  # noqa: PLC0415  # nobody else who reads people files looks at pictures

    for number, person in enumerate(people.people, 1):
        if person.portrait is None:
            continue
        try:
            with Image.open(person.portrait) as picture:
                picture.verify()
        except (OSError, SyntaxError, ValueError):
            sentence = f"Person {number}: the portrait is not there, or is no picture."
            raise BadPeopleFile(sentence) from None


def _main(descriptor: int, city: str, folder: str) -> int:
    try:
        with open(descriptor, "rb") as file:  # a descriptor has no path
            people = read(file.read(), load(city), Path(folder))
        _check_portraits(people)
    except BadPeopleFile as fault:
        print(fault.sentence, file=sys.stderr)  # noqa: T201  # the way out of this process
        return 2
    for warning in people.warnings:
        print(warning, file=sys.stderr)  # noqa: T201
    print("\n".join(person.ending for person in people.people))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(_main(int(sys.argv[1]), *sys.argv[2:4]))
