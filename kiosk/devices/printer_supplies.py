"""What a card printer says it holds: cards in its trays, and for how many its ribbon lasts.

Pure. Levels are what a printer believes (PWG 5100.13 sections 5.6 "printer-input-tray" and 5.7
"printer-supply"): a negative one is unknown, and what is unknown keeps nobody from a card.
"""

import re
from collections.abc import Iterable

from kiosk.devices import Condition, Trouble
from kiosk.formats.ipp_answer import Attributes, integers, octets, texts

_LEVEL = re.compile(rb"(?:^|;)level=(-?[0-9]{1,9})(?:;|$)")
_FEWEST_OF_RIBBON = 2  # with less, a card may come out half coloured
_FEW = 5  # cards: somebody should see to it
_LOW = frozenset({"media-low", "marker-supply-low", "toner-low"})


def supplies(said: Attributes, trouble: Trouble | None) -> Condition:
    """Return what a printer holds beside the `trouble` that keeps it from printing."""
    cards, ribbon = _cards(said), min(_ribbons(said), default=None)
    if trouble is None and cards == 0:
        trouble = Trouble.OUT_OF_CARDS
    few = any(left is not None and left <= _FEW for left in (cards, ribbon))
    return Condition(trouble, cards, ribbon, few or _says_low(said) or _is_low(said))


def shortage(said: Attributes) -> Trouble | None:
    """Return the trouble of a ribbon that will not last for the card."""
    empty = any(level == 0 for level in integers(said, "marker-levels"))
    few = any(level < _FEWEST_OF_RIBBON for level in _ribbons(said))
    return Trouble.RIBBON if empty or few else None


def _cards(said: Attributes) -> int | None:
    levels = tuple(_known(octets(said, "printer-input-tray")))
    return sum(levels) if levels else None


def _ribbons(said: Attributes) -> Iterable[int]:
    """Yield for how many cards each consumed supply lasts, where it is counted in cards."""
    counted = (
        supply
        for supply in octets(said, "printer-supply")
        if b"supplyThatIsConsumed" in supply and b"unit=items" in supply
    )
    return _known(counted)


def _known(descriptions: Iterable[bytes]) -> Iterable[int]:
    for description in descriptions:
        level = _LEVEL.search(description)
        if level is not None and int(level[1]) >= 0:
            yield int(level[1])


def _says_low(said: Attributes) -> bool:
    reasons = texts(said, "printer-state-reasons")
    return any(reason.startswith(tuple(_LOW)) for reason in reasons)


def _is_low(said: Attributes) -> bool:
    levels, lows = integers(said, "marker-levels"), integers(said, "marker-low-levels")
    return any(0 <= level <= low for level, low in zip(levels, lows, strict=False))
