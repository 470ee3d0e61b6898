"""Documents: a pack's `documents.toml` as a policy.

The keys are described in docs/packs.md, and in assets/schemas for editors.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.packs.table import Table
from kiosk.policy import (
    ANY_AGE,
    OLDEST,
    Asked,
    CardAddress,
    Certain,
    Choice,
    Copy,
    Cover,
    DocumentKind,
    EvidencePolicy,
    Group,
    Holder,
    Late,
    Mark,
    OldEnough,
    Requirement,
    Span,
    Sum,
    Until,
    Waiver,
    Way,
)

_MONTHS = 12
_LEAP_YEAR = 2024
_STARTS = (date(2024, 2, 29), date(2025, 1, 31))  # from which lengths of time are compared
_NO_KIND = DocumentKind({})


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a value of the file may depend on: the languages, and what holds for all kinds."""

    languages: tuple[str, ...]
    usual: DocumentKind


def read(top: Table, languages: tuple[str, ...]) -> EvidencePolicy:
    """Read the whole file; mistakes are noted in `top`."""
    usual = top.table("usual")
    reading = _Reading(languages, _usual(usual) if usual else _NO_KIND)
    policy = EvidencePolicy(
        requirements=tuple(_requirement(entry, languages) for entry in top.tables("require")),
        kinds={code: _kind(entry, reading) for code, entry in top.entries("kinds")},
        groups={code: _group(entry, languages) for code, entry in top.entries("groups")},
        caretaker=tuple(_requirement(entry, languages) for entry in top.tables("caretaker")),
    )
    top.close()
    return policy


def _usual(table: Table) -> DocumentKind:
    """Read what holds for every kind that does not say otherwise."""
    kind = DocumentKind(
        {}, late=_late(table.tables("late")), copies=table.member("copies", Copy, Copy.CERTIFIED)
    )
    table.close()
    return kind


def _kind(table: Table, reading: _Reading) -> DocumentKind:
    usual = reading.usual
    holders = table.members("holders", Holder, (Holder.APPLICANT,))
    kind = DocumentKind(
        name=table.words("name", reading.languages),
        group=table.text("group", ""),
        paper=table.text("paper", ""),
        unknown=table.flag("unknown"),
        points=table.points("points"),
        lists=table.texts("lists", ()),
        shows=_shows(table.table("shows")),
        with_address=table.points("with_address"),
        unreadable=table.points("unreadable") if table.has("unreadable") else None,
        beside=table.points("beside"),
        address=table.member("address", CardAddress, CardAddress.HOME)
        if table.has("address")
        else None,
        needs=table.members("needs", Mark),
        late=_late(table.tables("late")) if table.has("late") else usual.late,
        dated=_dated(table.table("dated")),
        copies=table.member("copies", Copy, usual.copies),
        holders=holders,
        spouse_with=table.text("spouse_with", ""),
        ages=table.ages(),
        note=table.words("note", reading.languages, wanted=False),
        guide=table.words("guide", reading.languages, wanted=False),
        source=table.text("source"),
        certainty=table.text("certainty"),
    )
    table.close()
    return kind


def _shows(table: Table | None) -> dict[Mark, Certain]:
    if table is None:
        return {}
    shown = {mark: table.member(mark, Certain, Certain.NEVER) for mark in Mark}
    table.close()
    return {mark: certain for mark, certain in shown.items() if certain is not Certain.NEVER}


def _late(tables: Iterable[Table]) -> tuple[Late, ...]:
    steps: list[Late] = []
    for table in tables:
        within = _within(table)
        if any(_ends_no_later(within, step.within) for step in steps):
            table.blame("cannot be reached: an earlier step is as long")
        steps.append(Late(within, table.points("points") if table.has("points") else None))
        table.close()
    return tuple(steps)


def _within(table: Table) -> Span:
    within = table.table("within")
    if within is not None:
        return _span(within)
    if not table.has("within"):
        table.blame("needs 'within', as { years = 3 } or { days = 60 }")
    return Span()


def _ends_no_later(span: Span, other: Span) -> bool:
    return span != Span() and all(span.last_day(day) <= other.last_day(day) for day in _STARTS)


def _dated(table: Table | None) -> Span | Until | None:
    if table is None:
        return None
    if not table.has("month"):
        return _span(table)
    month = table.number("month", least=1, most=_MONTHS)
    day = table.number("day", least=1)
    until = Until(month, day, table.number("years_after", 0))
    table.close()
    longest = monthrange(_LEAP_YEAR, month)[1]
    if day > longest:
        table.blame(f"is no day of a year: this month has {longest}", "day")
        return Until(month, longest, until.years_after)
    return until


def _span(table: Table) -> Span:
    span = Span(table.number("years", 0), table.number("months", 0), table.number("days", 0))
    table.close()
    if span == Span():
        table.blame("must be longer than nothing, as { days = 60 }")
    return span


def _group(table: Table, languages: tuple[str, ...]) -> Group:
    most = table.number("most", 1, least=1) if table.has("most") else None
    group = Group(table.words("name", languages), most, table.text("icon", "file-text"))
    table.close()
    return group


def _requirement(table: Table, languages: tuple[str, ...]) -> Requirement:
    requirement = Requirement(
        code=table.text("code"),
        name=table.words("name", languages),
        unmet=table.words("unmet", languages),
        asks=_asks(table),
        ages=table.ages(),
        waivers=tuple(_waiver(entry) for entry in table.tables("waived")),
        exception=table.flag("exception"),
    )
    table.close()
    return requirement


def _asks(table: Table) -> Asked:
    readers: dict[str, Callable[[Table], Asked]] = {
        "any": _choice, "shows": _cover, "age": _old_enough, "points": _sum,
    }  # fmt: skip
    found = [key for key in readers if table.has(key)]
    if len(found) != 1:
        table.blame("must ask for one of 'points', 'shows', 'any' and 'age'")
    return readers[found[0]](table) if found else Sum("", 0)


def _choice(table: Table) -> Choice:
    ways = tuple(_way(way) for way in table.tables("any"))
    if not ways:
        table.blame("needs at least one way, as [{ lists = { primary = 1 } }]", "any")
    return Choice(ways)


def _cover(table: Table) -> Asked:
    cover = table.table("shows")
    if cover is None:
        return Sum("", 0)
    asks = Cover(
        cover.members("marks", Mark), cover.number("least", 1, least=1), cover.texts("among", ())
    )
    cover.close()
    if not asks.marks:
        cover.blame("needs 'marks', as [\"photo\"]")
    return asks


def _old_enough(table: Table) -> Asked:
    age = table.table("age")
    if age is None:
        return Sum("", 0)
    asks = OldEnough(age.number("least", least=1))
    age.close()
    if asks.least > OLDEST:
        age.blame("nobody is that old", "least")
    return asks


def _sum(table: Table) -> Sum:
    points = table.table("points")
    if points is None:
        return Sum("", 0)
    asks = Sum(points.text("side"), points.number("least", least=1))
    points.close()
    return asks


def _way(table: Table) -> Way:
    way = Way(table.points("lists"), table.ages())
    table.close()
    if not way.lists or not all(way.lists.values()):
        table.blame("needs 'lists', as { primary = 1 }")
    return way


def _waiver(table: Table) -> Waiver:
    waiver = Waiver(table.ages(), table.flag("caretaker"))
    table.close()
    if waiver.ages == ANY_AGE and not waiver.caretaker:
        table.blame("waives it for everybody; name ages or a caretaker")
    return waiver
