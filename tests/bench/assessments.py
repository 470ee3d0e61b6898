"""How long it takes to say what papers prove and what would complete them, for 100 kinds of paper.

One pack for each kind of rule, and the worst that could be thought of. Beside each is how many
lists were found; what a pack asks for is in its name.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from random import Random

from kiosk.policy import Cover, DocumentKind, EvidencePolicy, Group, Mark, Requirement, Sum
from kiosk.session.evidence import Applicant, Document, completions, weigh
from tests.bench.figures import Figure, median_ms
from tests.session.rules import ADDRESS, BIRTH_DATE, PHOTO, any_of, asks, paper

LIMIT = 20  # ms, for rules as cities have them
WORST = 200  # ms, for rules that no city has: the search gives up and says what it has proved
_KINDS = 100
_TODAY = date(2026, 11, 24)
_ADULT = Applicant(30)
_MARKS: tuple[tuple[Mark, ...], ...] = (
    (PHOTO, BIRTH_DATE),
    (),
    (BIRTH_DATE,),
    (ADDRESS,),
    (PHOTO,),
)
_LISTS = ("a", "ab", "b", "bc", "c", "cd", "d", "de", "e", "ace")
_COVERAGE = (asks("photo", Cover((PHOTO,))), asks("birth-date", Cover((BIRTH_DATE,))))


def assessments() -> Iterator[Figure]:
    for name, (rules, limit) in _packs().items():
        for have in (0, 2):
            papers = [Document(kind) for kind in islice(rules.kinds, 1, 1 + have)]
            lists = len(completions(papers, rules, _TODAY, _ADULT))
            took = median_ms(lambda: _assess(papers, rules))  # noqa: B023  # called at once
            yield Figure(f"{name}, with {have}", took, "ms", limit, f"{lists} lists")


def _assess(papers: list[Document], rules: EvidencePolicy) -> None:
    weigh(papers, rules, _TODAY, _ADULT)
    completions(papers, rules, _TODAY, _ADULT)


def _packs() -> dict[str, tuple[EvidencePolicy, int]]:
    sides = (asks("identity", Sum("identity", 3)), asks("residence", Sum("residence", 1)))
    choices = (
        asks("one", any_of({"a": 1, "b": 2}, {"b": 3, "c": 1}, {"c": 4}, {"a": 2, "d": 1})),
        asks("two", any_of({"e": 2}, {"a": 1, "e": 1}, {"d": 3})),
    )
    high = (asks("identity", Sum("identity", 300)), asks("residence", Sum("residence", 100)))
    steep = tuple(asks(side, Sum(side, 60)) for side in ("x", "y", "z"))
    groups = {f"g{number}": Group({"en": "g"}, most=1 + number % 2) for number in range(10)}
    some = (asks("identity", Sum("identity", 8)), asks("residence", Sum("residence", 2)))
    capped = _pack((*some, *_COVERAGE), _grouped())
    beside = _pack((asks("sum", Sum("identity", 10)),), _beside())
    return {
        "points, two sides": (_pack((*sides, *_COVERAGE), _paying((1, 2, 3), "ir")), LIMIT),
        "lists to combine": (_pack((*choices, *_COVERAGE), _listed()), LIMIT),
        "coverage": (_pack(_COVERAGE, _paying((1,), "i")), LIMIT),
        "50-point papers to 300": (_pack(high[:1], _paying((50,), "i")), LIMIT),
        "25 to 75 points, 300 + 100": (_pack(high, _paying((25, 50, 75, 35), "iir")), LIMIT),
        "papers beside others": (beside, LIMIT),
        "ten capped groups": (replace(capped, groups=groups), LIMIT),
        "three sides to 60": (_pack(steep, _steep()), WORST),
    }


def _pack(asked: tuple[Requirement, ...], kinds: Iterator[DocumentKind]) -> EvidencePolicy:
    return EvidencePolicy(asked, {f"k{n}": kind for n, kind in enumerate(islice(kinds, _KINDS))})


def _paying(points: tuple[int, ...], sides: str) -> Iterator[DocumentKind]:
    names = {"i": "identity", "r": "residence"}
    for pays, side, marks in zip(cycle(points), cycle(sides), cycle(_MARKS), strict=False):
        yield paper(*marks, points={names[side]: pays})


def _listed() -> Iterator[DocumentKind]:
    for lists, marks in zip(cycle(_LISTS), cycle(_MARKS[:3]), strict=False):
        yield paper(*marks, lists=tuple(lists))


def _beside() -> Iterator[DocumentKind]:
    for wanted in cycle((0, 2, 0, 4, 0, 5)):
        yield paper(points={"identity": 2}, beside={"identity": wanted} if wanted else {})


def _grouped() -> Iterator[DocumentKind]:
    for number, kind in enumerate(_paying((1, 2, 2), "iiir")):
        yield replace(kind, group=f"g{number % 10}")


def _steep() -> Iterator[DocumentKind]:
    dice = Random(7)
    while True:
        yield paper(points={side: dice.randint(0, 10) for side in "xyz"})
