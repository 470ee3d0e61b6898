"""Sense: what is well written in a pack and still cannot be meant.

A rule that nobody could meet turns everybody away, and one that no paper touches was misspelt: both
would be found only with a person at the counter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.packs.table import Fault, Path
from kiosk.policy import (
    OLDEST,
    TOTAL,
    Ages,
    Choice,
    Cover,
    DocumentKind,
    EvidencePolicy,
    Holder,
    Mark,
    OldEnough,
    Points,
    Requirement,
    Sum,
    Term,
    Way,
)

_CODE = re.compile(r"[a-z0-9-]+")


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
        for place, asked in enumerate(requirements):
            yield from _requirement(policy, asked, (key, place))
            if any(asked.code == earlier.code for earlier in requirements[:place]):
                yield Fault((key, place, "code"), f"the code {asked.code!r} is used twice")
            yield from _code(asked.code, (key, place, "code"))
    asked_for = _AskedFor(_lists_asked_for(policy), _sides_asked_for(policy))
    for code, kind in policy.kinds.items():
        yield from _code(code, ("kinds", code))
        yield from _kind(policy, kind, asked_for, ("kinds", code))
        yield from _never_reached(policy, code, kind)
    for code in policy.groups:
        yield from _code(code, ("groups", code))
        if all(kind.group != code for kind in policy.kinds.values()):
            yield Fault(("groups", code), "no document is in this group")


def term_faults(terms: Sequence[Term]) -> Iterator[Fault]:
    """Yield the terms that end before they begin, and the first age without exactly one term."""
    for place, term in enumerate(terms):
        oldest = OLDEST if term.ages.most is None else term.ages.most
        if term.ends_at_age is not None and term.ends_at_age <= oldest:
            reason = f"a card of somebody aged {oldest} would end before it begins"
            yield Fault(("terms", place, "ends_at_age"), reason)
    for age in range(OLDEST + 1):
        many = sum(term.ages.hold(age) for term in terms)
        if many != 1:
            found = "no term is" if many == 0 else "more than one term is"
            yield Fault(("terms",), f"{found} for the age of {age}")
            return


def _requirement(policy: EvidencePolicy, asked: Requirement, path: Path) -> Iterator[Fault]:
    match asked.asks:
        case Sum(side, least):
            if _most_points(policy.kinds.values(), side) < least:
                yield Fault((*path, "points"), f"all papers together have fewer than {least}")
        case Cover(_, least, among) as cover:
            yield from _unknown_lists(policy, among, (*path, "shows", "among"))
            if sum(_can_cover(kind, cover) for kind in policy.kinds.values()) < least:
                yield Fault((*path, "shows"), f"fewer than {least} kinds of paper show this")
        case Choice(ways):
            for place, way in enumerate(ways):
                yield from _way(policy, way, (*path, "any", place))
            yield from _needless_ways(ways, (*path, "any"))
        case OldEnough():
            pass  # the reader keeps to ages that people reach


def _way(policy: EvidencePolicy, way: Way, path: Path) -> Iterator[Fault]:
    yield from _unknown_lists(policy, way.lists, (*path, "lists"))
    for name, wanted in way.lists.items():
        if 0 < len(_papers_on(policy, name)) < wanted:
            yield Fault((*path, "lists", name), f"fewer than {wanted} papers are on this list")


def _needless_ways(ways: Sequence[Way], path: Path) -> Iterator[Fault]:
    """Yield the ways that are never the easier one; of two that are alike, the later."""
    for place, way in enumerate(ways):
        others = [other for other in ways[:place] if _asks_no_more(other, way)]
        others += [
            other
            for other in ways[place + 1 :]
            if _asks_no_more(other, way) and not _asks_no_more(way, other)
        ]
        if others:
            yield Fault((*path, place), "cannot be reached: another way asks for no more")


def _asks_no_more(way: Way, than: Way) -> bool:
    fewer = all(than.lists.get(name, 0) >= wanted for name, wanted in way.lists.items())
    return fewer and _within(than.ages, way.ages)


def _within(ages: Ages, other: Ages) -> bool:
    """Return whether every age of `ages` is one of `other`."""
    unknown_or_known = (None, *range(OLDEST + 1))
    return all(other.hold(age) for age in unknown_or_known if ages.hold(age))


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


def _never_reached(policy: EvidencePolicy, code: str, kind: DocumentKind) -> Iterator[Fault]:
    """Yield the conditions that no heap of papers can meet."""
    path = ("kinds", code)
    if not kind.holders:
        yield Fault((*path, "holders"), "cannot be reached: nobody may show this paper")
    if kind.spouse_with == code:
        yield Fault((*path, "spouse_with"), "a paper cannot be the proof of marriage for itself")
    if kind.with_address and Mark.ADDRESS not in kind.shows:
        yield Fault((*path, "with_address"), "cannot be reached: it never shows an address")
    others = [other for name, other in policy.kinds.items() if name != code]
    for side, wanted in kind.beside.items():
        if _most_points(others, side) < wanted:
            reason = f"cannot be reached: all other papers together have fewer than {wanted}"
            yield Fault((*path, "beside", side), reason)


def _not_asked_for(kind: DocumentKind, asked_for: _AskedFor, path: Path) -> Iterator[Fault]:
    for name in kind.lists:
        if name not in asked_for.lists:
            yield Fault((*path, "lists"), f"no requirement asks for the list {name!r}")
    for key, points in _all_points(kind):
        for side in points:
            if side == TOTAL:
                yield Fault((*path, *key, side), f"{side!r} is the sum of all sides; name a side")
            elif side not in asked_for.sides:
                yield Fault((*path, *key, side), f"no requirement asks for points on {side!r}")


def _unknown_lists(policy: EvidencePolicy, names: Iterable[str], path: Path) -> Iterator[Fault]:
    for name in names:
        if not _papers_on(policy, name):
            yield Fault(path, f"cannot be reached: no paper is on the list {name!r}")


def _papers_on(policy: EvidencePolicy, name: str) -> set[str]:
    return {kind.paper or code for code, kind in policy.kinds.items() if name in kind.lists}


def _all_points(kind: DocumentKind) -> Iterator[tuple[Path, Points]]:
    """Yield all that a paper may pay, and where that is said."""
    yield ("points",), kind.points
    yield ("with_address",), kind.with_address
    yield ("unreadable",), kind.unreadable or {}
    for place, step in enumerate(kind.late):
        yield ("late", place, "points"), step.points or {}


def _most_points(kinds: Iterable[DocumentKind], side: str) -> int:
    """Return more than all papers can ever give together, or exactly that."""
    return sum(
        max(_on(points, side) for _, points in _all_points(kind)) + _on(kind.with_address, side)
        for kind in kinds
    )


def _on(points: Points, side: str) -> int:
    return sum(points.values()) if side == TOTAL else points.get(side, 0)


def _code(code: str, path: Path) -> Iterator[Fault]:
    if code and not _CODE.fullmatch(code):
        yield Fault(path, "a code must be of small letters, digits and hyphens")


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
            case Sum() | OldEnough():
                pass
    return names


def _sides_asked_for(policy: EvidencePolicy) -> set[str]:
    asks = [asked.asks for asked in (*policy.requirements, *policy.caretaker)]
    sides = {asked.side for asked in asks if isinstance(asked, Sum)}
    if TOTAL in sides:
        return {
            side
            for kind in policy.kinds.values()
            for _, points in _all_points(kind)
            for side in points
        }
    return sides
