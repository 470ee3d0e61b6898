"""A city's rules as frozen values: what each kind of paper proves, what is asked, for how long.

They are read from a pack by `kiosk.packs`; `kiosk.session.evidence` weighs papers by them. Rules
differ in kind from city to city (points, lists to combine, coverage), so a requirement is one of
three, and everything that can change a paper's worth is said of the paper.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

Words = Mapping[str, str]
"""A text in several languages, by language code."""

Points = Mapping[str, int]
"""Points by side, as "identity" and "residence"."""

OLDEST = 130  # years; nobody on record was older
TOTAL = "total"  # the side that is the sum of all sides


class Mark(StrEnum):
    """What a paper can show of its holder."""

    PHOTO = "photo"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"  # an address in the city


class Certain(StrEnum):
    """Whether every paper of a kind shows a mark. What only some show is ticked from the paper."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"


class Copy(StrEnum):
    """What lies on the desk, from the best to the least."""

    ORIGINAL = "original"
    CERTIFIED = "certified"  # a copy certified by whoever issued the paper
    ANY = "any"  # a plain copy, or a paper on a telephone's screen


class Holder(StrEnum):
    """In whose name a paper is."""

    APPLICANT = "applicant"
    CARETAKER = "caretaker"
    SPOUSE = "spouse"


class CardAddress(StrEnum):
    """What the address line of the card must be if residence is proved by this paper."""

    HOME = "home"
    CARE_OF = "care-of"
    OMITTED = "omitted"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages in whole years, both ends included; None: no end."""

    least: int | None = None
    most: int | None = None

    def hold(self, age: int | None) -> bool:
        """Return whether `age` lies between; an age nobody knows yet lies in no narrowed span."""
        if age is None:
            return self.least is None and self.most is None
        return (self.least or 0) <= age and (self.most is None or age <= self.most)


ANY_AGE = Ages()


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time by the calendar."""

    years: int = 0
    months: int = 0
    days: int = 0

    def last_day(self, start: date) -> date:
        """Return the last day within the span from `start`; 29 February becomes 28 February.

        A span that is longer than the calendar ends with it.
        """
        months = start.year * 12 + start.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        try:
            return _day(year, month + 1, start.day) + timedelta(days=self.days)
        except OverflowError:
            return date.max


@dataclass(frozen=True, slots=True)
class Until:
    """A day of a later year, as "until 15 April of the next year"."""

    month: int
    day: int
    years_after: int

    def last_day(self, start: date) -> date:
        """Return the day, counted from the year of `start`; 29 February may become the 28th."""
        return _day(start.year + self.years_after, self.month, self.day)


def _day(year: int, month: int, day: int) -> date:
    """Return the day, or the last one of a shorter month, or of the calendar."""
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Late:
    """Until when an expired paper still counts, and for what. `points` None: as before."""

    within: Span
    points: Points | None = None


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """What one kind of document proves, and under which conditions.

    `lists` are the lists it is on; `needs` is what it must show to count at all. Kinds with the
    same `paper` are one piece of paper seen two ways, of which one counts. `unknown`: the city
    accepts it, and nobody has found yet what it proves.
    """

    name: Words
    group: str = ""
    paper: str = ""
    unknown: bool = False
    # What it proves.
    points: Points = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    shows: Mapping[Mark, Certain] = field(default_factory=dict)
    with_address: Points = field(default_factory=dict)  # further points if it shows one
    unreadable: Points | None = None  # points instead, unless it is known to be machine-readable
    beside: Points = field(default_factory=dict)  # what all others together must prove as well
    address: CardAddress | None = None
    # When it counts.
    needs: tuple[Mark, ...] = ()
    late: tuple[Late, ...] = ()
    dated: Span | Until | None = None
    copies: Copy = Copy.CERTIFIED
    holders: tuple[Holder, ...] = (Holder.APPLICANT,)
    spouse_with: str = ""  # the kind that proves the marriage
    ages: Ages = ANY_AGE
    # What people are told.
    note: Words = field(default_factory=dict)
    guide: Words = field(default_factory=dict)
    source: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that are shown together, and how many papers of them count at most."""

    name: Words
    most: int | None = None
    icon: str = "file-text"


@dataclass(frozen=True, slots=True)
class Sum:
    """At least so many points on a side."""

    side: str
    least: int


@dataclass(frozen=True, slots=True)
class Cover:
    """At least so many papers that each show all of `marks`; `among` these lists, or anywhere."""

    marks: tuple[Mark, ...]
    least: int = 1
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """So many papers from each of these lists; no paper is counted for two of them."""

    lists: Mapping[str, int]
    ages: Ages = ANY_AGE


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of several ways."""

    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class OldEnough:
    """Nobody younger gets a card; no paper makes up for that."""

    least: int


Asked = Sum | Cover | Choice | OldEnough


@dataclass(frozen=True, slots=True)
class Waiver:
    """Who need not meet a requirement."""

    ages: Ages = ANY_AGE
    caretaker: bool = False  # only somebody who comes with a caretaker


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that must be proved. `unmet` says what is lacking and may hold {missing}.

    `exception`: two members of staff together may do without it.
    """

    code: str
    name: Words
    unmet: Words
    asks: Asked
    ages: Ages = ANY_AGE
    waivers: tuple[Waiver, ...] = ()
    exception: bool = False


@dataclass(frozen=True, slots=True)
class EvidencePolicy:
    """All rules about papers. `caretaker`: what a caretaker's own papers have to prove.

    `holder` is in whose name papers are looked for that would complete others.
    """

    requirements: tuple[Requirement, ...]
    kinds: Mapping[str, DocumentKind]
    groups: Mapping[str, Group] = field(default_factory=dict)
    caretaker: tuple[Requirement, ...] = ()
    holder: Holder = Holder.APPLICANT

    @property
    def turning_points(self) -> tuple[int, ...]:
        """The ages from which on something else is asked, or counts; 0 is always the first."""
        spans = [kind.ages for kind in self.kinds.values()]
        for asked in self.requirements:
            spans += [asked.ages, *(waiver.ages for waiver in asked.waivers)]
            if isinstance(asked.asks, Choice):
                spans += [way.ages for way in asked.asks.ways]
            if isinstance(asked.asks, OldEnough):
                spans.append(Ages(asked.asks.least))
        firsts = {span.least or 0 for span in spans} | {0}
        firsts |= {span.most + 1 for span in spans if span.most is not None}
        return tuple(sorted(first for first in firsts if first <= OLDEST))

    def caretaker_spares(self, age: int | None) -> bool:
        """Return whether a caretaker who comes along could spare somebody of this age a paper."""
        return any(
            waiver.caretaker and waiver.ages.hold(age)
            for asked in self.requirements
            for waiver in asked.waivers
        )

    def of_caretaker(self) -> "EvidencePolicy":
        """Return the rules by which a caretaker's own papers are weighed."""
        return replace(self, requirements=self.caretaker, caretaker=(), holder=Holder.CARETAKER)


@dataclass(frozen=True, slots=True)
class Term:
    """How long a card is good for, and its fee in cents, by age on the day of issue.

    `years` None: without end. `ends_at_age`: no later than that birthday.
    """

    ages: Ages
    years: int | None
    ends_at_age: int | None = None
    fee: int = 0
