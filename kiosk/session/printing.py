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
from kiosk.session.credential import Credential
from kiosk.trust import verify
from kiosk.trust.keys import Issuer


class Look(StrEnum):
    """What the clerk found in the printer's tray."""

    GOOD = "good"
    BAD = "bad"
    NONE = "none"


class Seen(StrEnum):
    """How a good card was recognised."""

    BY_CLERK = "by-clerk"
    READ_BACK = "read-back"  # a reader read the code on it, and it is this card's


class Code(StrEnum):
    """What a reader read."""

    THIS_CARD = "this-card"
    ANOTHER = "another-card"  # whatever else it is: nothing is counted by it
    UNVERIFIED = "card-unverified"  # this card's text, and its signature is not right


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


def settle(end: JobEnd, look: Look, seen: Seen | None) -> Settlement:
    """Return what became of the blank; a good card that nobody recognised is not issued.

    UNUSED only if nothing was sent. "No card" after that is SPOILED: the blank may be jammed, half
    fed or in a pocket, and nobody should be able to turn a card into an unused blank by a word. If
    it is still in the hopper after all, the evening's count shows one more, never one less.
    """
    if end.outcome is Outcome.NOT_STARTED:
        return Settlement.UNUSED
    good = look is Look.GOOD and seen is not None
    return Settlement.ISSUED if good else Settlement.SPOILED


def printed(end: JobEnd, look: Look, seen: Seen | None) -> Printed | None:
    """Return the good card, or None if the blank was not issued."""
    issued = settle(end, look, seen) is Settlement.ISSUED
    return Printed(seen) if issued and seen is not None else None


def recognised(code: Code | None, *, reader: bool) -> Seen | None:
    """Return how a card that looks good counts as this one, None if it does not.

    `code` is what was read last, None if nothing was. Where there is a reader nobody's word stands
    in for it: a card that cannot be read is of no use at any door.
    """
    if code is Code.THIS_CARD:
        return Seen.READ_BACK
    return Seen.BY_CLERK if code is None and not reader else None


def look_up(scanned: str, credential: Credential, issuer: Issuer) -> Code:
    """Return whose code a reader has read, and whether a verifier would believe it."""
    if not is_read_back(scanned, credential.text):
        return Code.ANOTHER
    claims = verify.read_back(scanned.rstrip("\r\n"), issuer)
    right = claims is not None and claims.serial == credential.serial
    return Code.THIS_CARD if right else Code.UNVERIFIED


def is_read_back(scanned: str, on_the_card: str) -> bool:
    """Return whether a reader's text is exactly what was to be printed in the code.

    Readers that type end with a line break. Blanks count: they are digits of Base45 (RFC 9285).
    """
    return scanned.rstrip("\r\n") == on_the_card
