"""Weighing and completing, against trying every subset of papers of random packs."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.policy import (
    Asked,
    Choice,
    Cover,
    DocumentKind,
    EvidencePolicy,
    Group,
    OldEnough,
    Sum,
)
from kiosk.session.evidence import Document, completions, weigh
from tests.session.rules import BIRTH_DATE, PHOTO, any_of, asks, paper

TODAY = date(2026, 11, 23)

_POINTS = st.dictionaries(st.sampled_from(["identity", "residence"]), st.integers(0, 3), max_size=2)
_MARKS = st.lists(st.sampled_from([PHOTO, BIRTH_DATE]), unique=True)
_LISTS = st.lists(st.sampled_from(["a", "b"]), unique=True)


@st.composite
def kinds(draw: st.DrawFn) -> DocumentKind:
    return paper(
        *draw(_MARKS),
        points=draw(_POINTS),
        lists=tuple(draw(_LISTS)),
        group=draw(st.sampled_from(["", "few"])),
        paper=draw(st.sampled_from(["", "", "same"])),
        beside=draw(st.sampled_from([{}, {}, {"identity": 2}])),
    )


@st.composite
def policies(draw: st.DrawFn) -> EvidencePolicy:
    codes = [f"k{number}" for number in range(draw(st.integers(1, 6)))]
    asked = [
        asks("identity", Sum("identity", draw(st.integers(1, 4)))),
        asks("total", Sum("total", draw(st.integers(1, 5)))),
        asks("cover", Cover((PHOTO, BIRTH_DATE), draw(st.integers(1, 2)))),
        asks("lists", any_of({"a": draw(st.integers(1, 2))}, {"a": 1, "b": 1})),
    ]
    chosen = draw(st.lists(st.sampled_from(asked), min_size=1, unique_by=lambda a: a.code))
    groups = {"few": Group({"en": "few"}, draw(st.integers(1, 2)))}
    return EvidencePolicy(tuple(chosen), {code: draw(kinds()) for code in codes}, groups)


def does(rules: EvidencePolicy, codes: tuple[str, ...]) -> bool:
    """Return by trying everything whether some of these papers, each once, meet all rules."""
    return any(
        _allowed(rules, some)
        and all(_holds(asked.asks, [rules.kinds[c] for c in some]) for asked in rules.requirements)
        for size in range(len(codes) + 1)
        for some in combinations(codes, size)
    )


def _allowed(rules: EvidencePolicy, codes: tuple[str, ...]) -> bool:
    of = [rules.kinds[code] for code in codes]
    most = rules.groups["few"].most or 0
    besides = all(
        sum(other.points.get("identity", 0) for other in of if other is not kind) >= wanted
        for kind in of
        for wanted in kind.beside.values()
    )
    few, same = sum(kind.group == "few" for kind in of), sum(kind.paper == "same" for kind in of)
    return few <= most and same <= 1 and besides


def _holds(what: Asked, of: list[DocumentKind]) -> bool:
    match what:
        case Sum("total", least):
            return sum(sum(kind.points.values()) for kind in of) >= least
        case Sum(side, least):
            return sum(kind.points.get(side, 0) for kind in of) >= least
        case Cover(marks, least, _):
            return sum(kind.shows.keys() >= set(marks) for kind in of) >= least
        case Choice(ways):
            return any(_matched(dict(way.lists), of) for way in ways)
        case OldEnough():
            return False


def _matched(wanted: dict[str, int], of: list[DocumentKind]) -> bool:
    """Return whether papers can be put on the lists, each on one of them."""
    if not any(wanted.values()):
        return True
    if not of:
        return False
    first, *rest = of
    return _matched(wanted, rest) or any(
        _matched(wanted | {name: wanted[name] - 1}, rest)
        for name in first.lists
        if wanted.get(name, 0) > 0
    )


@given(policies(), st.data())
@settings(max_examples=300, deadline=None)
def test_papers_suffice_exactly_if_some_of_them_meet_all_rules(
    rules: EvidencePolicy, data: st.DataObject
) -> None:
    codes = data.draw(st.lists(st.sampled_from(list(rules.kinds)), unique=True))
    documents = [Document(code) for code in codes]
    assert weigh(documents, rules, TODAY).sufficient is does(rules, tuple(codes))


@given(policies(), st.data())
@settings(max_examples=300, deadline=None)
def test_completions_are_exactly_the_shortest_lists_that_do(
    rules: EvidencePolicy, data: st.DataObject
) -> None:
    have = tuple(data.draw(st.lists(st.sampled_from(list(rules.kinds)), unique=True)))
    found = completions([Document(code) for code in have], rules, TODAY)
    wanted: list[tuple[str, ...]] = []
    others = [code for code in rules.kinds if code not in have]
    for size in range(len(others) + 1):
        wanted = [more for more in combinations(others, size) if does(rules, have + more)]
        if wanted:
            break
    assert list(found) == ([] if wanted == [()] else wanted)
