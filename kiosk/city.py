"""A city's pack as frozen values, read and checked from assets/cities. A rule never changes code.

A pack is a folder: `city.toml` (names, languages, questions, terms), `documents.toml` (which papers
prove what) and `card.toml` with its art (see `kiosk.design`).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.assets import ASSETS
from kiosk.errors import BadPack, UnknownCity

CITIES = ASSETS / "cities"

Words = Mapping[str, str]
"""A text in several languages, by language code."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What one kind of document proves, in points per requirement."""

    points: Mapping[str, int]
    grace_days: int = 0  # days after expiry on which the city still accepts it
    name: Words = field(default_factory=dict)
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvidencePolicy:
    """Points wanted per requirement, in the order shown, and the kinds that give them."""

    required: Mapping[str, int]
    kinds: Mapping[str, DocumentKind]


@dataclass(frozen=True, slots=True)
class City:
    """One pack. `issuer` is the CWT issuer; `folder` holds card.toml and the art."""

    code: str
    name: Words
    issuer: str
    languages: tuple[str, ...]
    questions: tuple[str, ...]
    validity_years: int
    evidence: EvidencePolicy
    folder: Path


def cities() -> tuple[str, ...]:
    """Return the codes of the packs at hand."""
    return tuple(
        sorted(folder.name for folder in CITIES.iterdir() if (folder / "city.toml").is_file())
    )


def load(code: str, root: Path = CITIES) -> City:
    """Read the pack of the city called `code`.

    Raises UnknownCity if there is none, BadPack if it is not complete.
    """
    folder = root / code
    if not code.isidentifier() or not (folder / "city.toml").is_file():
        raise UnknownCity
    try:
        return _read(folder)
    except (OSError, KeyError, TypeError, ValueError, AttributeError):
        raise BadPack from None


def _read(folder: Path) -> City:
    city = _toml(folder / "city.toml")
    documents = _toml(folder / "documents.toml")
    languages = tuple(map(str, city["languages"]))
    return City(
        code=folder.name,
        name=_words(city["name"], languages),
        issuer=str(city["issuer"]),
        languages=languages,
        questions=tuple(map(str, city["questions"])),
        validity_years=int(city["validity_years"]),
        evidence=EvidencePolicy(
            required={str(name): int(wanted) for name, wanted in documents["required"].items()},
            kinds={
                str(kind): _kind(entry, languages) for kind, entry in documents["kinds"].items()
            },
        ),
        folder=folder,
    )


def _kind(entry: dict[str, Any], languages: tuple[str, ...]) -> DocumentKind:
    return DocumentKind(
        points={str(name): int(points) for name, points in entry["points"].items()},
        grace_days=int(entry.get("grace_days", 0)),
        name=_words(entry["name"], languages),
        note=_words(entry["note"], languages) if "note" in entry else {},
    )


def _words(entry: dict[str, Any], languages: tuple[str, ...]) -> Words:
    """Return the text in every language of the pack; a KeyError names a pack that lacks one."""
    return {language: str(entry[language]) for language in languages}


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
