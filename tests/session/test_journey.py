from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import NoWayBack
from kiosk.session.application import Address, AddressKind, Application, Name, Question
from kiosk.session.journey import (
    DONE,
    WALK_UP,
    Journey,
    answered,
    before,
    discarded,
    pictured,
    returned,
    shown,
    stage,
)
from kiosk.session.printing import Printed, Seen

ANSWERS: dict[str, Any] = {
    "language": "en",
    "name": Name("Ana", "Li"),
    "latin_name": "LI, ANA",
    "birth_date": date(1990, 1, 1),
    "gender": "",
    "address": Address(AddressKind.OMITTED),
}
VALVE = WALK_UP.index("credential")


def after(count: int) -> Journey:
    """Return the journey of someone who has finished `count` stages of the walk-up order."""
    finished = WALK_UP[:count]
    application = Application(**{name: ANSWERS[name] for name in finished if name in ANSWERS})
    others: dict[str, Any] = {name: "done" for name in finished if name not in ANSWERS}
    return replace(Journey(application=application), **others)


@pytest.mark.parametrize("count", range(len(WALK_UP) + 1))
def test_stage_is_the_first_one_unfinished(count: int) -> None:
    assert stage(after(count), WALK_UP) == [*WALK_UP, DONE][count]


@given(
    count=st.integers(0, len(WALK_UP)),
    wish=st.one_of(st.none(), st.sampled_from(WALK_UP), st.text()),
)
def test_no_page_is_reached_without_the_earlier_ones(count: int, wish: str | None) -> None:
    """Whatever is wished for: an earlier stage before the valve, else the one to be done."""
    journey = after(count)
    at = shown(journey, WALK_UP, wish)
    if wish in WALK_UP[:count] and count <= VALVE:
        assert at == wish
    else:
        assert at == stage(journey, WALK_UP)


@pytest.mark.parametrize("count", range(VALVE + 1, len(WALK_UP) + 1))
def test_nobody_returns_behind_the_valve(count: int) -> None:
    journey = after(count)
    with pytest.raises(NoWayBack):
        answered(journey, Question.NAME, Name("Eva", "Li"))
    with pytest.raises(NoWayBack):
        pictured(journey, None)
    with pytest.raises(NoWayBack):
        returned(journey)
    with pytest.raises(NoWayBack):
        before(journey, WALK_UP, "check")


def test_back_leads_to_the_stage_before_and_ends_at_the_first() -> None:
    journey = after(5)
    assert before(journey, WALK_UP, "birth_date") == "latin_name"
    with pytest.raises(NoWayBack):
        before(journey, WALK_UP, "language")


def test_a_changed_answer_empties_what_rests_on_it_and_keeps_the_rest() -> None:
    journey = answered(after(VALVE), Question.GENDER, "non-binary")
    assert (journey.check, journey.review) == (None, None)
    assert journey.evidence is not None
    assert journey.portrait is not None
    assert stage(journey, WALK_UP) == "check"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (Question.ADDRESS, Address(AddressKind.HOME, ("1 Harbor Street",))),
        (Question.BIRTH_DATE, date(1991, 1, 1)),
    ],
)
def test_an_answer_that_papers_prove_has_them_weighed_anew(question: Question, value: Any) -> None:
    assert answered(after(VALVE), question, value).evidence is None


def test_an_answer_given_again_changes_nothing() -> None:
    journey = after(VALVE)
    assert answered(journey, Question.NAME, ANSWERS["name"]) is journey


def test_a_new_portrait_is_confirmed_anew() -> None:
    journey = pictured(after(VALVE), None)
    assert (journey.portrait, journey.check, journey.review) == (None, None, None)
    assert journey.evidence is not None


def test_what_the_clerk_gives_back_is_checked_by_both_anew() -> None:
    journey = returned(after(VALVE))
    assert stage(journey, WALK_UP) == "check"
    assert journey.evidence is None


def test_a_printed_card_leaves_nothing_of_the_resident_in_the_journey() -> None:
    printed = Printed(Seen.BY_CLERK)
    journey = discarded(printed)
    assert journey == Journey(printed=printed)
    assert stage(journey, WALK_UP) == "taken"
    assert stage(replace(journey, taken=True), WALK_UP) == DONE
