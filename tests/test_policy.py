from datetime import date

import pytest

from kiosk.policy import ANY_AGE, Ages, Holder, Span, Until
from tests.session.rules import policy


@pytest.mark.parametrize(
    ("ages", "age", "holds"),
    [
        (Ages(14, 64), 13, False),
        (Ages(14, 64), 14, True),
        (Ages(14, 64), 64, True),
        (Ages(14, 64), 65, False),
        (Ages(65), 130, True),
        (Ages(None, 13), 0, True),
        (Ages(None, 13), None, False),
        (ANY_AGE, None, True),
    ],
)
def test_both_ends_of_ages_are_included(ages: Ages, age: int | None, *, holds: bool) -> None:
    assert ages.hold(age) is holds


@pytest.mark.parametrize(
    ("span", "start"),
    [
        (Span(years=1), date.max),
        (Span(days=1), date.max),
        (Span(months=1), date(9999, 12, 1)),
        (Span(years=10**6, months=10**6, days=10**6), date(2026, 11, 24)),
        (Span(days=10**12), date(2026, 11, 24)),
    ],
)
def test_a_span_longer_than_the_calendar_ends_with_it(span: Span, start: date) -> None:
    assert span.last_day(start) == date.max


@pytest.mark.parametrize(
    ("until", "start", "last"),
    [
        (Until(2, 29, 1), date(2026, 5, 1), date(2027, 2, 28)),
        (Until(2, 29, 1), date(2027, 5, 1), date(2028, 2, 29)),
        (Until(12, 31, 0), date(2026, 1, 1), date(2026, 12, 31)),
        (Until(4, 15, 1), date(9999, 1, 1), date.max),
    ],
)
def test_a_day_of_a_later_year_is_there_in_every_year(
    until: Until, start: date, last: date
) -> None:
    assert until.last_day(start) == last


def test_a_caretakers_rules_look_for_papers_in_their_own_name() -> None:
    own = policy()
    assert own.holder is Holder.APPLICANT
    assert own.of_caretaker().holder is Holder.CARETAKER
