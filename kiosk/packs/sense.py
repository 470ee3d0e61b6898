"""Sense: what is well written in a pack and still cannot be meant.

A rule that nobody could meet turns everybody away, and one that no paper touches was misspelt: both
would be found only with a person at the counter.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.packs.table import Fault, Path
from kiosk.policy import (
    TOTAL,
    Choice,
    Cover,
    DocumentKind,
    EvidencePolicy,
    Holder,
    Requirement,
    Sum,
    Term,
    Way,
)

_OLDEST = 130


@dataclass(frozen=True, slots=True)
class _AskedFor:
    """The lists and the sides that some requirement asks for."""

    lists: set[str]
    sides: set[str]


def policy_faults(policy: EvidencePolicy) -> Iterator[Fault]:
    """Yield what cannot be meant in the rules about papers."""
    if not policy.requirements:
        yield Fault((), "nothing is required: anybody would get a card for nothing")
    for key, requirements in (("require", policy.requirements), ("caretaker", policy.caretaker)):
        codes = Counter(asked.code for asked in requirements)
        for place, asked in enumerate(requirements):
            yield from _requirement(policy, asked, (key, place))
            if codes[asked.code] > 1:
                yield Fault((key, place, "code"), f"the code {asked.code!r} is used twice")
    asked_for = _AskedFor(_lists_asked_for(policy), _sides_asked_for(policy))
    for code, kind in policy.kinds.items():
        yield from _kind(policy, kind, asked_for, ("kinds", code))
    for code in policy.groups:
        if all(kind.group != code for kind in policy.kinds.values()):
            yield Fault(("groups", code), "no document is in this group")


def term_faults(terms: Sequence[Term]) -> Iterator[Fault]:
    """Yield the first age that no term, or more than one, is for."""
    for age in range(_OLDEST + 1):
        many = sum(term.ages.hold(age) for term in terms)
        if many != 1:
            found = "no term is" if many == 0 else "more than one term is"
            yield Fault(("terms",), f"{found} for the age of {age}")
            return


def _requirement(policy: EvidencePolicy, asked: Requirement, path: Path) -> Iterator[Fault]:
    match asked.asks:
        case Sum(side, least):
            if _most_points(policy, side) < least:
                yield Fault((*path, "points"), f"all papers together have fewer than {least}")
        case Cover(_, least, among) as cover:
            yield from _unknown_lists(policy, among, (*path, "shows", "among"))
            if sum(_can_cover(kind, cover) for kind in policy.kinds.values()) < least:
                yield Fault((*path, "shows"), f"fewer than {least} kinds of paper show this")
        case Choice(ways):
            for place, way in enumerate(ways):
                yield from _way(policy, ways[:place], way, (*path, "any", place))


def _way(policy: EvidencePolicy, earlier: Sequence[Way], way: Way, path: Path) -> Iterator[Fault]:
    yield from _unknown_lists(policy, way.lists, (*path, "lists"))
    for name, wanted in way.lists.items():
        if 0 < len(_papers_on(policy, name)) < wanted:
            yield Fault((*path, "lists", name), f"fewer than {wanted} papers are on this list")
    for other in earlier:
        if other.ages == way.ages and all(
            way.lists.get(name, 0) >= wanted for name, wanted in other.lists.items()
        ):
            yield Fault(path, "cannot be reached: an earlier way asks for no more")


def _kind(
    policy: EvidencePolicy, kind: DocumentKind, asked_for: _AskedFor, path: Path
) -> Iterator[Fault]:
    proves = bool(kind.points or kind.lists or kind.shows or kind.with_address)
    if kind.unknown and proves:
        yield Fault((*path, "unknown"), "what it proves is said and is unknown")
    if not (proves or kind.unknown):
        yield Fault(path, "this paper proves nothing: it has no points, lists or marks")
    if kind.group and kind.group not in policy.groups:
        yield Fault((*path, "group"), f"there is no group {kind.group!r}")
    if kind.spouse_with and kind.spouse_with not in policy.kinds:
        yield Fault((*path, "spouse_with"), f"there is no document {kind.spouse_with!r}")
    if kind.spouse_with and Holder.SPOUSE not in kind.holders:
        yield Fault((*path, "spouse_with"), "cannot be reached: a spouse is not among 'holders'")
    for mark in kind.needs:
        if mark not in kind.shows:
            yield Fault((*path, "needs"), f"cannot be reached: it never shows {mark!s}")
    yield from _not_asked_for(kind, asked_for, path)


def _not_asked_for(kind: DocumentKind, asked_for: _AskedFor, path: Path) -> Iterator[Fault]:
    for name in kind.lists:
        if name not in asked_for.lists:
            yield Fault((*path, "lists"), f"no requirement asks for the list {name!r}")
    for key, points in (("points", kind.points), ("with_address", kind.with_address)):
        for side in points:
            if side not in asked_for.sides:
                yield Fault((*path, key, side), f"no requirement asks for points on {side!r}")


def _unknown_lists(policy: EvidencePolicy, names: Iterable[str], path: Path) -> Iterator[Fault]:
    for name in names:
        if not _papers_on(policy, name):
            yield Fault(path, f"cannot be reached: no paper is on the list {name!r}")


def _papers_on(policy: EvidencePolicy, name: str) -> set[str]:
    return {kind.paper or code for code, kind in policy.kinds.items() if name in kind.lists}


def _most_points(policy: EvidencePolicy, side: str) -> int:
    """Return more than all papers can ever give together, or exactly that."""
    return sum(
        sum(points.values()) if side == TOTAL else points.get(side, 0)
        for kind in policy.kinds.values()
        for points in (kind.points, kind.with_address)
    )


def _can_cover(kind: DocumentKind, cover: Cover) -> bool:
    among = not cover.among or not set(cover.among).isdisjoint(kind.lists)
    return among and kind.shows.keys() >= set(cover.marks)


def _lists_asked_for(policy: EvidencePolicy) -> set[str]:
    names: set[str] = set()
    for asked in (*policy.requirements, *policy.caretaker):
        match asked.asks:
            case Choice(ways):
                names.update(name for way in ways for name in way.lists)
            case Cover(_, _, among):
                names.update(among)
            case Sum():
                pass
    return names


def _sides_asked_for(policy: EvidencePolicy) -> set[str]:
    asks = [asked.asks for asked in (*policy.requirements, *policy.caretaker)]
    sides = {asked.side for asked in asks if isinstance(asked, Sum)}
    if TOTAL in sides:
        return {
            side for kind in policy.kinds.values() for side in (*kind.points, *kind.with_address)
        }
    return sides
