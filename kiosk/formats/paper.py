"""What a slip is printed on: how wide, how fine, and whether it is a roll or sheets."""

from dataclasses import dataclass
from enum import IntEnum

RECEIPT_DPI = 203


class Roll(IntEnum):
    """Dots across what a receipt printer of this paper width can print at 203 dots per inch."""

    MM_80 = 576
    MM_58 = 384


@dataclass(frozen=True, slots=True)
class Paper:
    """The room that a slip has: `width` dots across, and as many along as it needs."""

    width: int = Roll.MM_80
    dpi: int = RECEIPT_DPI


USUAL = Paper()
"""What is printed on unless a station says otherwise, and what the screen shows."""
