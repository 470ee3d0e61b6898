"""Worth: what one acceptable paper proves, and whether another one proves no less."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.policy import TOTAL, Cover, EvidencePolicy, Mark, Points


@dataclass(frozen=True, slots=True)
class Worth:
    """What one acceptable document of this kind proves."""

    kind: str
    points: Points
    lists: tuple[str, ...]
    shows: frozenset[Mark]

    def on(self, side: str) -> int:
        """Return the points on `side`."""
        return sum(self.points.values()) if side == TOTAL else self.points.get(side, 0)

    def covers(self, cover: Cover) -> bool:
        """Return whether it shows all that is wanted, and stands where that is looked for."""
        among = not cover.among or not set(cover.among).isdisjoint(self.lists)
        return among and self.shows.issuperset(cover.marks)


def outdone(worth: Worth, others: Iterable[Worth], policy: EvidencePolicy) -> bool:
    """Return whether one of `others` is the same piece of paper and proves no less."""
    return any(
        _same_paper(worth.kind, other.kind, policy)
        and all(other.on(side) >= points for side, points in worth.points.items())
        and set(other.lists) >= set(worth.lists)
        and other.shows >= worth.shows
        for other in others
    )


def _same_paper(code: str, other: str, policy: EvidencePolicy) -> bool:
    if code == other:
        return True
    mine, its = policy.kinds[code], policy.kinds[other]
    return (
        bool(mine.paper) and (mine.paper, mine.group) == (its.paper, its.group) and not its.beside
    )
