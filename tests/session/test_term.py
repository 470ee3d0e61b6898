from datetime import date

import pytest

from kiosk.errors import Incomplete
from kiosk.policy import Ages, Term
from kiosk.session.term import CardTerm, age, birthday, term

TODAY = date(2026, 11, 24)
TERMS = (
    Term(Ages(None, 13), years=2, ends_at_age=14),
    Term(Ages(14, 64), years=5, fee=1000),
    Term(Ages(65), years=None),
)


@pytest.mark.parametrize(
    ("born", "expires", "fee"),
    [
        (date(2020, 6, 1), date(2028, 11, 24), 0),
        (date(2013, 6, 1), date(2027, 6, 1), 0),
        (date(2012, 11, 25), date(2026, 11, 25), 0),  # fourteen tomorrow
        (date(2012, 11, 24), date(2031, 11, 24), 1000),  # fourteen today
        (date(1961, 11, 25), date(2031, 11, 24), 1000),
        (date(1961, 11, 24), None, 0),  # sixty-five today
    ],
)
def test_the_term_is_by_age_on_the_day(born: date, expires: date | None, fee: int) -> None:
    assert term(born, TODAY, TERMS) == CardTerm(TODAY, expires, fee)


def test_a_card_made_on_29_february_ends_on_28_february() -> None:
    assert term(date(1990, 1, 1), date(2028, 2, 29), TERMS).expires == date(2033, 2, 28)


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2034, 2, 28), 13), (date(2034, 3, 1), 14), (date(2036, 2, 29), 16)],
)
def test_whoever_was_born_on_29_february_turns_on_1_march(today: date, years: int) -> None:
    born = date(2020, 2, 29)
    assert age(born, today) == years
    assert birthday(born, 14) == date(2034, 3, 1)


def test_a_pack_without_a_term_for_an_age_gives_none() -> None:
    with pytest.raises(Incomplete):
        term(date(1990, 1, 1), TODAY, TERMS[:1])
