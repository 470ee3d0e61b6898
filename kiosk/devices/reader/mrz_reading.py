"""What one frame showed of a machine-readable zone, and how far that can be believed."""

from dataclasses import dataclass

from kiosk.formats.mrz import Checks
from kiosk.formats.mrz_layout import Kind

# A score. Of 1,458 frames that were read right, 3 score less, and so do two thirds of all wrong
# fields; two frames agreed on a wrong one only below -0.25.
CLEAR = -0.2
_MOST_RIGHT, _SOME_RIGHT = 0.7, 0.5  # of the check digits


@dataclass(frozen=True, slots=True)
class MrzReading:
    """`sure` has for each sign how probable it is, 0 to 1."""

    kind: Kind
    lines: tuple[str, ...]
    sure: tuple[tuple[float, ...], ...]
    score: float  # 0 if every sign is sure
    pitch: float  # pixels from sign to sign
    checks: Checks

    @property
    def clean(self) -> bool:
        """Whether there is nothing to say against it."""
        return self.checks.all_right and self.score > CLEAR

    @property
    def good(self) -> bool:
        """Whether it is this zone, in all likelihood, with a sign or two read wrong."""
        return self.score > CLEAR and self._share_right > _MOST_RIGHT

    @property
    def readable(self) -> bool:
        """Whether it is worth comparing, and no other text that was taken for a zone."""
        return self.score > CLEAR and self._share_right >= _SOME_RIGHT

    @property
    def worth(self) -> tuple[bool, float]:
        """What to compare readings of one frame by."""
        return self.readable, 0.6 * self._share_right + self.score

    @property
    def _share_right(self) -> float:
        known = [right for right in self.checks.every if right is not None]
        return sum(known) / len(known)
