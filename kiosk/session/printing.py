"""Printing: the card to the printer, and what really happened to the blank.

A printer's "completed" is not a card: it counts sides, not cards in the tray. So a person looks,
and a reader reads the code back where there is one; only then is there a Printed. Every blank that
was opened (the first byte had left) ends as exactly one of three, so that the stock adds up:
opened = issued + spoiled + unused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.devices import CardPrinter, JobEnd, News, Outcome
from kiosk.session.card import Card


class Look(StrEnum):
    """What the clerk found in the printer's tray."""

    GOOD = "good"
    BAD = "bad"
    NONE = "none"


class Seen(StrEnum):
    """How a good card was recognised."""

    BY_CLERK = "by-clerk"
    READ_BACK = "read-back"  # a reader read the code on it, and it is this card's


@dataclass(frozen=True, slots=True)
class Printed:
    """A good card that somebody holds in their hands."""

    seen: Seen


class Settlement(StrEnum):
    """What became of a blank, as the ledger counts it."""

    ISSUED = "issued"
    SPOILED = "spoiled"
    UNUSED = "unused"


def send(
    card: Card,
    printer: CardPrinter,
    first_byte: Callable[[], None],
    tell: Callable[[News], None],
) -> JobEnd:
    """Print `card` on one blank and return how the job ended. Never sends twice.

    `first_byte` is called once, before the first byte leaves: the blank counts as opened from then.
    """
    return printer.print_sides((card.front, card.back), first_byte, tell)


def settle(end: JobEnd, look: Look) -> Settlement:
    """Return what became of the blank.

    UNUSED only if nothing was sent. "No card" after that is SPOILED: the blank may be jammed, half
    fed or in a pocket, and nobody should be able to turn a card into an unused blank by a word. If
    it is still in the hopper after all, the evening's count shows one more, never one less.
    """
    if end.outcome is Outcome.NOT_STARTED:
        return Settlement.UNUSED
    return Settlement.ISSUED if look is Look.GOOD else Settlement.SPOILED


def printed(end: JobEnd, look: Look, seen: Seen) -> Printed | None:
    """Return the good card, or None if the blank was not issued."""
    return Printed(seen) if settle(end, look) is Settlement.ISSUED else None


def is_read_back(scanned: str, on_the_card: str) -> bool:
    """Return whether a reader's text is exactly what was to be printed in the code.

    Readers that type end with a line break. Blanks count: they are digits of Base45 (RFC 9285).
    """
    return scanned.rstrip("\r\n") == on_the_card
