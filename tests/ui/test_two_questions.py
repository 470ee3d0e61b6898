"""Whether the card shows that its holder served, and whom to call: asked of some, never needed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.session import journey as journeys
from kiosk.session.application import Application, Question
from kiosk.session.journey import Journey, answered
from kiosk.session.readiness import Readiness
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import city, empty, journey, page, young
from ui.flow import Flow
from ui.words import word


@pytest.mark.parametrize(("tile", "value"), [("veteran:yes", True), ("veteran:no", False)])
def test_serving_is_shown_or_not_as_was_chosen(open_page: Open, tile: str, value: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    hand = open_page("veteran")
    said = heard(hand.page.submitted)
    hand.touch(tile)
    hand.touch("next")
    assert said == [(value,)]


def test_nothing_about_serving_is_chosen_beforehand(open_page: Open) -> None:
    hand = open_page("veteran")
    assert not any(tile.isChecked() for tile in hand.page.tiles.values())
    assert not hand.control("next").isEnabled()


@pytest.mark.parametrize("value", [True, False])
def test_what_was_said_about_serving_is_shown_again(open_page: Open, value: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    before = Journey(application=Application(language="en", veteran=value))
    hand = open_page("veteran", before)
    assert [tile.isChecked() for tile in hand.page.tiles.values()] == [value, not value]
    hand.page.enter(empty())
    assert not any(tile.isChecked() for tile in hand.page.tiles.values())


def _contact(hand: Hand, who: str, reach: str) -> list[tuple[Any, ...]]:
    said = heard(hand.page.submitted)
    hand.write("who", who)
    hand.write("reach", reach)
    hand.touch("next")
    return said


@pytest.mark.parametrize(
    ("who", "reach", "lines"),
    [
        ("Grandma", "+1 555 0134", ("Grandma", "+1 555 0134")),
        ("", "+1 555 0134", ("+1 555 0134",)),
        ("  الجدة ", " desk 4 ", ("الجدة", "desk 4")),
    ],
)
def test_whom_to_call_is_written_in_any_words(
    open_page: Open, who: str, reach: str, lines: tuple[str, ...]
) -> None:
    assert _contact(open_page("emergency_contact"), who, reach) == [(lines,)]


@pytest.mark.parametrize(
    ("who", "reach", "field", "code"),
    [
        ("Grandma", "", "reach", "contact-empty"),
        ("", "", "reach", "contact-empty"),
        ("Grandma", "\U00013000", "reach", "unprintable"),
        ("\U00013000", "+1 555 0134", "who", "unprintable"),
    ],
)
def test_what_nobody_could_call_is_refused_where_it_stands(
    open_page: Open, who: str, reach: str, field: str, code: str
) -> None:
    hand = open_page("emergency_contact")
    assert _contact(hand, who, reach) == []
    errors = {name: getattr(hand.page, name).error.text() for name in ("who", "reach")}
    assert errors == {"who": "", "reach": "", field: word(code).format(sign="U+13000")}


def test_whom_to_call_can_be_left_out_whatever_is_typed(open_page: Open) -> None:
    hand = open_page("emergency_contact")
    said = heard(hand.page.submitted)
    hand.write("who", "Grandma")
    hand.touch("leave-out")
    assert said == [((),)]


@pytest.mark.parametrize("lines", [("Grandma", "+1 555 0134"), ("+1 555 0134",), ()])
def test_whom_to_call_is_shown_again(open_page: Open, lines: tuple[str, ...]) -> None:
    before = Journey(application=Application(language="en", emergency_contact=lines))
    hand = open_page("emergency_contact", before)
    said = heard(hand.page.submitted)
    hand.touch("next" if lines else "leave-out")
    assert said == [(lines,)]


@pytest.mark.parametrize(
    ("born", "asked"),
    [
        (date(2011, 3, 27), {"emergency_contact"}),
        (date(2009, 3, 27), {"veteran", "emergency_contact"}),
        (date(1987, 3, 27), {"veteran"}),
        (None, set()),
    ],
)
def test_each_is_asked_at_the_ages_that_the_pack_says(born: date | None, asked: set[str]) -> None:
    place = page("veteran").place
    answers = replace(journey().application, birth_date=born)
    assert {"veteran", "emergency_contact"} & set(place.asked(answers)) == asked
    assert set(city().questions) - {"veteran", "emergency_contact"} <= set(place.asked(answers))


def test_somebody_who_turns_out_to_be_a_child_is_asked_whom_to_call() -> None:
    place = page("veteran").place
    flow = Flow(lambda now: journeys.order(place.asked(now.application)))
    adult = replace(journey(), portrait=None, readiness=None)
    flow.go(answered(adult, Question.BIRTH_DATE, date(2011, 3, 27)), "birth_date")
    flow.go(replace(flow.journey, readiness=young().readiness or Readiness()))
    assert flow.stage == "emergency_contact"


def test_a_grown_up_steps_back_over_the_question_for_children() -> None:
    place = page("veteran").place
    flow = Flow(lambda now: journeys.order(place.asked(now.application)))
    flow.go(replace(journey(), portrait=None, readiness=Readiness()))
    assert flow.stage == "portrait"
    flow.back("portrait")
    assert flow.stage == "veteran"


def test_a_new_birth_date_forgets_whom_to_call() -> None:
    """It would be printed on the card of somebody who was never asked."""
    child = young()
    assert child.application.emergency_contact
    grown = answered(child, Question.BIRTH_DATE, date(1987, 3, 27))
    assert grown.application.emergency_contact is None
    same = answered(child, Question.BIRTH_DATE, date(2011, 3, 27))
    assert same.application.emergency_contact


@pytest.mark.parametrize(
    ("before", "there", "not_there"),
    [(journey, "veteran", "emergency_contact"), (young, "emergency_contact", "veteran")],
)
def test_the_check_shows_what_was_asked_and_lets_it_be_changed(
    open_page: Open, before: Any, there: str, not_there: str
) -> None:
    hand = open_page("check", before())
    wished = heard(hand.page.change)
    assert not hand.shows(f"change:{not_there}")
    while not hand.shows(f"change:{there}"):
        hand.touch("more")
    hand.touch(f"change:{there}")
    assert wished == [(there,)]
