from datetime import date

import pytest

from kiosk.errors import Incomplete
from kiosk.policy import Sum
from kiosk.session.application import Application
from kiosk.session.evidence import Evidence, Unmet
from kiosk.session.portrait import Portrait
from kiosk.session.review import Confirmation, Review, approve
from kiosk.session.term import CardTerm
from tests.session.rules import asks

CONFIRMATION = Confirmation(
    Application(), Portrait(b""), "7QX4K2M9PT3DV6HZ", CardTerm(date(2026, 11, 24), None)
)
ENOUGH = Evidence((), (), {})
EXCEPTED = Evidence((), (), {}, excepted=("residence",))
LACKING = Evidence((), (Unmet(asks("identity", Sum("identity", 1)), 1),), {})
CLERK, SECOND = 12, 21


def test_a_clerk_alone_approves_papers_that_suffice() -> None:
    assert approve(CONFIRMATION, ENOUGH, CLERK) == Review(CONFIRMATION, ENOUGH, CLERK)


def test_an_exception_is_the_decision_of_two() -> None:
    review = approve(CONFIRMATION, EXCEPTED, CLERK, SECOND)
    assert (review.clerk, review.second) == (CLERK, SECOND)


def test_no_clerk_alone_makes_an_exception() -> None:
    with pytest.raises(Incomplete):
        approve(CONFIRMATION, EXCEPTED, CLERK)


@pytest.mark.parametrize("evidence", [ENOUGH, EXCEPTED])
def test_nobody_is_their_own_second_person(evidence: Evidence) -> None:
    with pytest.raises(Incomplete):
        approve(CONFIRMATION, evidence, CLERK, CLERK)


@pytest.mark.parametrize("second", [None, SECOND])
def test_papers_that_do_not_suffice_are_approved_by_nobody(second: int | None) -> None:
    with pytest.raises(Incomplete):
        approve(CONFIRMATION, LACKING, CLERK, second)
