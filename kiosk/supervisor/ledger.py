"""Ledger: counts of blanks, and nothing else. opened = issued + spoiled + unused + in the printer.

A blank is opened before the first byte of a card leaves, and settled once, by what a person saw.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Entry(StrEnum):
    """What can be counted; the value names the count."""

    OPENED = "opened"
    ISSUED = "issued"
    SPOILED = "spoiled"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Blanks since the station started."""

    opened: int = 0
    issued: int = 0
    spoiled: int = 0
    unused: int = 0

    @property
    def unsettled(self) -> int:
        return self.opened - self.issued - self.spoiled - self.unused


def count(ledger: Ledger, entry: Entry) -> Ledger:
    """Return `ledger` with one more `entry`."""
    return replace(ledger, **{entry.value: getattr(ledger, entry.value) + 1})
