"""Term: from when to when a card is good, and its fee, by the city's rules and the holder's age."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.errors import Incomplete
from kiosk.policy import Span, Term


@dataclass(frozen=True, slots=True)
class CardTerm:
    """A card is good from `issued` through `expires`; None: without end. `fee` is in cents."""

    issued: date
    expires: date | None
    fee: int = 0


def term(born: date, today: date, terms: Sequence[Term]) -> CardTerm:
    """Return the term of a card that somebody born on `born` gets today.

    Raises Incomplete if the pack has no term for their age.
    """
    years_old = age(born, today)
    found = next((term for term in terms if term.ages.hold(years_old)), None)
    if found is None:
        raise Incomplete
    expires = None if found.years is None else Span(years=found.years).last_day(today)
    if found.ends_at_age is not None:
        end = birthday(born, found.ends_at_age)
        expires = end if expires is None else min(expires, end)
    return CardTerm(today, expires, found.fee)


def age(born: date, today: date) -> int:
    """Return the age in whole years; whoever was born on 29 February turns on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def birthday(born: date, years: int) -> date:
    """Return the day on which somebody turns `years`."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
