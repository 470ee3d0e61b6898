"""Table: one table of a TOML file being read; what is wrong in it is noted, not raised.

A wrong or missing value becomes one that harms nothing, so that reading goes on to the next one.
What was never asked for is a mistake too: a rule whose key is misspelt must not be a rule left out.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.policy import ANY_AGE, OLDEST, Ages, Words

Path = tuple[str | int, ...]
WANTED = object()  # a default that is none: the key has to be there
LARGEST = 1_000_000
_A_DAY = "a day, as 2026-11-24"
_ROWS = "a list of lists of texts"
_AGES = f"a list of one or two ages, from 0 to {OLDEST}"
_Member = TypeVar("_Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake: where it is, as keys and places from the top of the file, and why it is one."""

    path: Path
    reason: str


@dataclass(slots=True)
class Table:
    """Values by key, read once each; `close` notes the keys that nobody asked for."""

    raw: Mapping[str, Any]
    faults: list[Fault]
    path: Path = ()
    _read: set[str] = field(default_factory=set)

    def blame(self, reason: str, *keys: str | int) -> None:
        """Note a mistake in this table, or in what `keys` lead to."""
        self.faults.append(Fault((*self.path, *keys), reason))

    def close(self) -> None:
        """Note every key that was not read."""
        for key in self.raw:
            if key not in self._read:
                self.blame(f"the key {key!r} is not known here", key)

    def has(self, key: str) -> bool:
        return key in self.raw

    def text(self, key: str, default: object = WANTED) -> str:
        """Return a text that is not empty."""
        value = self._value(key, str, "a text", default)
        given = self.raw.get(key)
        if isinstance(given, str) and not given.strip():
            self.blame("must not be empty", key)
        return str(value or "")

    def number(
        self, key: str, default: object = WANTED, least: int = 0, most: int = LARGEST
    ) -> int:
        """Return a whole number from `least` to `most`."""
        value = self._value(key, int, "a whole number", default)
        if value is None:
            return least
        if not least <= value <= most:
            self.blame(f"must be {least} or more" if value < least else f"is above {most}", key)
        return min(max(int(value), least), most)

    def decimal(self, key: str, default: object = WANTED) -> float:
        """Return a number that may have decimals."""
        value = self._value(key, (int, float), "a number", default)
        if value is not None and not _is_decimal(value):
            self.blame("must be a number", key)
            return 0.0
        return float(value or 0)

    def decimals(self, key: str, names: Sequence[str]) -> tuple[float, ...]:
        """Return a list with a number for each of `names`."""
        value = self._value(key, list, f"[{', '.join(names)}]")
        if value is None:
            return (0.0,) * len(names)
        if len(value) != len(names) or not all(_is_decimal(number) for number in value):
            self.blame(f"must be [{', '.join(names)}]", key)
            return (0.0,) * len(names)
        return tuple(float(number) for number in value)

    def flag(self, key: str) -> bool:
        """Return a true or false that may be left out."""
        return bool(self._value(key, bool, "true or false", default=False))

    def day(self, key: str) -> date:
        """Return a day."""
        value = self._value(key, date, _A_DAY)
        if isinstance(value, datetime):
            self.blame(f"must be {_A_DAY}", key)
            return value.date()
        return value or date.min

    def texts(self, key: str, default: object = WANTED) -> tuple[str, ...]:
        """Return a list of texts, without repetition."""
        value = self._value(key, list, "a list of texts", default)
        if value is None:
            return ()
        if not value and default is WANTED:
            self.blame("must not be empty", key)
        if not _are_texts(value):
            self.blame("must be a list of texts", key)
            return ()
        if len(set(value)) < len(value):
            self.blame("names something twice", key)
        return tuple(dict.fromkeys(value))

    def lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts."""
        value = self._value(key, list, _ROWS) or ()
        if not all(isinstance(entry, list) and _are_texts(entry) for entry in value):
            self.blame(f"must be {_ROWS}", key)
            return ()
        return tuple(tuple(entry) for entry in value)

    def member(self, key: str, kind: type[_Member], default: _Member) -> _Member:
        """Return one of the words of `kind`."""
        word = self.text(key, str(default))
        return self._member(key, word, kind) or default if word else default

    def members(
        self, key: str, kind: type[_Member], default: tuple[_Member, ...] = ()
    ) -> tuple[_Member, ...]:
        """Return several words of `kind`."""
        if not self.has(key):
            self._read.add(key)
            return default
        found = [self._member(key, word, kind) for word in self.texts(key)]
        return tuple(member for member in found if member is not None)

    def points(self, key: str) -> dict[str, int]:
        """Return whole numbers by name; empty if it is left out."""
        table = self.table(key)
        if table is None:
            return {}
        found = {name: table.number(name) for name in table.raw}
        table.close()
        return found

    def words(self, key: str, languages: Collection[str], *, wanted: bool = True) -> Words:
        """Return a text in every one of `languages`."""
        table = self.table(key)
        if table is None:
            if wanted and not self.has(key):
                self.blame(f"needs {key!r} in {', '.join(languages)}")
            return dict.fromkeys(languages, "") if wanted else {}
        for language in languages:
            if not table.has(language):
                table.blame(f"the language {language!r} is missing")
        found = {language: table.text(language, "") for language in languages}
        for language in table.raw:
            if language not in found:
                table.blame(f"{language!r} is not among the pack's languages", language)
        return found

    def ages(self, key: str = "ages") -> Ages:
        """Return ages as `[least]` or `[least, most]` in years."""
        value = self._value(key, list, _AGES, None)
        if value is None:
            return ANY_AGE
        if len(value) not in (1, 2) or not all(_is_age(age) for age in value):
            self.blame(f"must be {_AGES}", key)
            return ANY_AGE
        ages = Ages(value[0] or None, value[1] if len(value) > 1 else None)
        if ages.most is not None and ages.most < (ages.least or 0):
            self.blame("the first age is above the second", key)
        return ages

    def table(self, key: str) -> "Table | None":
        """Return the table under `key`, None if it is left out or is none."""
        value = self._value(key, dict, "a table", None)
        return Table(value, self.faults, (*self.path, key)) if isinstance(value, dict) else None

    def tables(self, key: str) -> "Iterator[Table]":
        """Yield the tables of a list of tables."""
        for place, entry in enumerate(self._value(key, list, "a list of tables", [])):
            if isinstance(entry, dict):
                yield Table(entry, self.faults, (*self.path, key, place))
            else:
                self.blame("must be a table", key, place)

    def entries(self, key: str) -> "Iterator[tuple[str, Table]]":
        """Yield the tables of a table of tables, by name."""
        table = self.table(key)
        if table is None:
            return
        for name in table.raw:
            entry = table.table(name)
            if entry is not None:
                yield name, entry

    def _member(self, key: str, word: str, kind: type[_Member]) -> _Member | None:
        try:
            return kind(word)
        except ValueError:
            self.blame(f"{word!r} is none of {', '.join(kind)}", key)
            return None

    def _value(
        self, key: str, kind: type | tuple[type, ...], what: str, default: object = WANTED
    ) -> Any:
        """Return the value under `key` if it is of `kind`, or `default`; None if it is wanted."""
        self._read.add(key)
        fallback = None if default is WANTED else default
        if key not in self.raw:
            if default is WANTED:
                self.blame(f"the key {key!r} is missing")
            return fallback
        value = self.raw[key]
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            self.blame(f"must be {what}", key)
            return fallback
        return value


def _is_age(value: object) -> bool:
    return type(value) is int and 0 <= value <= OLDEST


def _is_decimal(value: object) -> bool:
    """Return whether something can be measured by it, which `inf` and `true` cannot."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return -LARGEST <= value <= LARGEST  # not so of nan


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)
