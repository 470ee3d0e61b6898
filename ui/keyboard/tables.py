"""Keyboard tables: which signs a language's keys carry, read from assets/keyboards.

No long press and no dead keys: a sign is on some page, and pages are a touch away. The top row of a
Latin table carries the letters that an English keyboard lacks.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "assets" / "keyboards"

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One language's letters. `shift` is the second plane; None means upper case.

    `label` names the script on the globe key. `word_start_shift` shows the second plane where a
    word starts: capitals, or the independent vowels of Devanagari.
    """

    code: str
    name: str
    label: str
    latin: bool
    word_start_shift: bool
    rows: Rows
    shift: Rows | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a station, and the pages that every language shares."""

    letters: Mapping[str, Table]
    extra: tuple[Rows, ...]  # Latin letters of other languages
    numbers: Rows
    digits: Rows

    def scripts(self, language: str) -> tuple[str, ...]:
        """Return the codes the globe key goes through: `language`, then one for each other script.

        A language without a table writes with the Latin one.
        """
        first = language if language in self.letters else "en"
        labels = {self.letters[first].label: first}
        for code, table in self.letters.items():
            labels.setdefault(table.label, code)
        return tuple(labels.values())


def load_tables(languages: Sequence[str], folder: Path = FOLDER) -> Tables:
    """Read the tables of `languages`, and English, which every station has.

    Languages without a file are left out: their people write with the pages of Latin letters.
    """
    codes = dict.fromkeys(("en", *languages))
    files = {code: folder / f"{code}.toml" for code in codes}
    return Tables(
        letters={code: _table(code, path) for code, path in files.items() if path.is_file()},
        extra=tuple(_rows(page["rows"]) for page in _read(folder / "latin-extra.toml")["pages"]),
        numbers=_rows(_read(folder / "numbers.toml")["rows"]),
        digits=_rows(_read(folder / "digits.toml")["rows"]),
    )


def _table(code: str, path: Path) -> Table:
    raw = _read(path)
    return Table(
        code=code,
        name=str(raw["name"]),
        label=str(raw["label"]),
        latin=bool(raw["latin"]),
        word_start_shift=bool(raw["word_start_shift"]),
        rows=_rows(raw["rows"]),
        shift=_rows(raw["shift"]) if "shift" in raw else None,
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _rows(raw: Sequence[str]) -> Rows:
    return tuple(tuple(row.split()) for row in raw)
