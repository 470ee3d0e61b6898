"""The pages on which a clerk is called, sees whom a card is for, and approves it."""

import pytest

from tests.ui.hand import Open, heard
from tests.ui.scenes import (
    excepted,
    journey,
)
from ui.words import word


def test_the_clerk_can_be_called_and_comes(open_page: Open) -> None:
    hand = open_page("evidence", journey())
    hand.touch("clerk-here")
    assert hand.page.clerk.isVisible()


def test_the_clerk_approves_with_number_and_pin(open_page: Open) -> None:
    hand = open_page("review", journey())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    for digit in "12":
        hand.touch(f"key:{digit}")
    hand.touch("key:next")
    for digit in "246810":
        hand.touch(f"key:{digit}")
    hand.touch("approve")
    assert said == [((12, "246810"), None)]


def test_no_pin_is_taken_before_the_papers_are_handed_back(open_page: Open) -> None:
    hand = open_page("review", journey())
    assert not hand.shows("pin")
    assert not hand.shows("approve")
    hand.touch("handed-back")
    assert hand.shows("pin")
    hand.page.enter(journey())
    assert not hand.shows("pin")


def test_an_exception_takes_two_different_people(open_page: Open) -> None:
    hand = open_page("review", excepted())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    for name, text in (("number", "12"), ("pin", "246810")):
        hand.write(name, text)
        hand.write(f"second-{name}", text)
    hand.touch("approve")
    assert said == []
    assert hand.page.second.error.text() == word("same-person")
    hand.write("second-number", "21")
    hand.write("second-pin", "135790")
    hand.touch("approve")
    assert said == [((12, "246810"), (21, "135790"))]


@pytest.mark.parametrize(("number", "pin"), [("", "246810"), ("12", ""), ("x", "246810")])
def test_an_incomplete_approval_says_so(open_page: Open, number: str, pin: str) -> None:
    hand = open_page("review", journey())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    hand.write("number", number)
    hand.write("pin", pin)
    hand.touch("approve")
    assert said == []
    assert hand.page.who.error.isVisible()


def test_a_wrong_pin_is_forgotten_and_the_tries_are_told(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.write("number", "12")
    hand.write("pin", "111111")
    hand.page.refused(2)
    assert (hand.text("number"), hand.text("pin")) == ("12", "")
    assert "2" in hand.page.who.error.text()


def test_after_the_last_try_nothing_can_be_approved_but_it_can_be_given_back(
    open_page: Open,
) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.page.refused(0)
    assert not hand.control("approve").isEnabled()
    assert hand.control("give-back").isEnabled()
    assert hand.page.who.error.isVisible()


def test_while_a_card_is_signed_nothing_can_be_touched(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.page.busy(True)
    assert not hand.control("approve").isEnabled()
    assert not hand.control("give-back").isEnabled()
    hand.page.busy(False)
    hand.page.trouble("signer-lost")
    assert hand.page.who.error.text() == word("signer-lost")
    assert hand.control("approve").isEnabled()


def test_the_clerk_sees_whom_the_card_is_for(open_page: Open) -> None:
    hand = open_page("review", journey("es"))
    hand.touch("handed-back")
    shown = [value.text() for value in hand.page.values.values()]
    assert shown == [
        "María Guadalupe Nguyễn-Wójcik", "NGUYEN-WOJCIK, MARIA GUADALUPE", "27 March 1987",
    ]  # fmt: skip


def test_leaving_the_review_forgets_the_pin(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.write("pin", "246810")
    hand.page.leave()
    assert hand.text("pin") == ""


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("name", ["review", "look"])
def test_the_training_pin_is_told_in_training_only(
    open_page: Open, name: str, *, training: bool
) -> None:
    hand = open_page(name, journey(), training=training)
    if name == "review":
        hand.touch("handed-back")
    assert hand.page.hint.isVisible() is training
