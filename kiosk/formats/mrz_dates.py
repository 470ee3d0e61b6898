"""Dates of a machine-readable zone: six signs, no century, and parts that may be unknown.

A person was born in the past, so the latest century that allows it is taken; whoever is past a
hundred gets the wrong one, which is why a reading is only ever a suggestion. A paper's expiry is
taken in the hundred years that began twenty years ago: one that "never" expires says 99.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_UNKNOWN = ("<<", "00")  # ICAO 9303-3 section 4.8 has fillers; zeros are in use too
_LEAP = 2000  # a year with a 29 February, for a date whose year is not known
_LONGEST_EXPIRED = 20
_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose unknown parts are None."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def exact(self) -> date | None:
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def birth_date(signs: str, today: date) -> PartialDate | None:
    """Return the latest such date that is not after `today`, or None if it is no date."""

    def full_year(year: int, month: int | None, day: int | None) -> int:
        this_century = today.year // 100 * 100 + year
        later = (this_century, month or 1, day or 1) > (today.year, today.month, today.day)
        return this_century - 100 if later else this_century

    return _dated(signs, full_year)


def expiry(signs: str, today: date) -> PartialDate | None:
    """Return the date at most twenty years before `today`'s year, or None if it is no date."""
    first = today.year - _LONGEST_EXPIRED
    return _dated(signs, lambda year, _month, _day: first + (year - first) % 100)


def _dated(
    signs: str, full_year: Callable[[int, int | None, int | None], int]
) -> PartialDate | None:
    """Return the date of these signs, its two signs of a year completed by `full_year`."""
    parts = _parts(signs)
    if parts is None:
        return None
    year, month, day = parts
    return _real(None if year is None else full_year(year, month, day), month, day)


def _parts(signs: str) -> tuple[int | None, int | None, int | None] | None:
    pairs = [signs[start : start + 2] for start in range(0, len(signs), 2)]
    if len(signs) != _LENGTH or not all(pair.isdecimal() or pair == "<<" for pair in pairs):
        return None
    year, month, day = pairs
    if set(pairs) == {"<<"}:
        return None
    return (
        int(year) if year.isdecimal() else None,
        None if month in _UNKNOWN else int(month),
        None if day in _UNKNOWN else int(day),
    )


def _real(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    try:
        date(year or _LEAP, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year, month, day)
