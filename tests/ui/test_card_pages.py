"""The pages on which a card is printed and taken, and what is left in a printer is settled."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kiosk.session.journey import Journey
from tests.ui.hand import Open, heard
from tests.ui.scenes import (
    application,
    journey,
    sibling,
)
from ui.words import word


def test_coming_up_asks_for_the_card_to_be_printed(open_page: Open) -> None:
    hand = open_page("printing")
    said = heard(hand.page.started)
    hand.page.start()
    assert len(said) == 1


def test_a_trouble_is_told_and_taken_back(open_page: Open) -> None:
    hand = open_page("printing")
    hand.page.trouble("printer-jam")
    hand.page.trouble("printer-jam")
    assert hand.page.notice.head.text() == word("printer-jam")
    hand.page.trouble(None)
    assert not hand.page.notice.isVisible()


@pytest.mark.parametrize("look", ["good", "bad", "none"])
def test_the_clerk_says_what_lies_in_the_tray(open_page: Open, look: str) -> None:
    hand = open_page("printing")
    said = heard(hand.page.looked)
    hand.page.ask_look(True)
    hand.touch(f"look:{look}")
    assert said == [(look,)]


@pytest.mark.parametrize(("button", "signal"), [("try-again", "try_again"), ("stop", "stop")])
def test_what_was_not_printed_can_be_tried_again_or_stopped(
    open_page: Open, button: str, signal: str
) -> None:
    hand = open_page("printing")
    said = heard(getattr(hand.page, signal))
    hand.page.not_started("printer-out-of-cards")
    hand.touch(button)
    assert len(said) == 1
    hand.page.spoiled()
    hand.touch(button)
    assert len(said) == 2


def test_while_the_printer_works_there_is_nothing_to_touch_but_hiding(open_page: Open) -> None:
    hand = open_page("printing")
    names = {
        button.objectName()
        for button in hand.window.findChildren(QAbstractButton)
        if button.isVisible()
    }
    assert names == {"rail:hide"}


def test_the_card_is_taken(open_page: Open) -> None:
    hand = open_page("taken")
    said = heard(hand.page.submitted)
    hand.touch("have-card")
    assert said == [(True,)]


@pytest.mark.parametrize(("left", "look"), [(False, "good"), (False, "none"), (True, "empty")])
def test_a_clerk_settles_what_the_last_session_left(
    open_page: Open, *, left: bool, look: str
) -> None:
    hand = open_page("look")
    said = heard(hand.page.answered)
    hand.page.mode(left)
    hand.touch(f"look:{look}")
    assert said == []
    hand.write("number", "12")
    hand.write("pin", "246810")
    hand.touch(f"look:{look}")
    assert said == [(12, "246810", look)]


def test_after_the_last_try_nothing_can_be_settled(open_page: Open) -> None:
    hand = open_page("look")
    hand.page.refused(0)
    assert not hand.control("look:good").isEnabled()


def test_another_child_is_offered_only_where_something_was_left_for_one(open_page: Open) -> None:
    assert not open_page("taken", journey()).shows("another-child")
    hand = open_page("taken", sibling())
    went, said = heard(hand.page.another), heard(hand.page.submitted)
    hand.touch("another-child")
    assert (len(went), said) == (1, [])


def test_what_stays_known_for_another_child_is_said(open_page: Open) -> None:
    assert "answers are already erased" in open_page("taken", journey()).page.erased.head.text()
    assert "Address" in open_page("taken", sibling()).page.erased.body.text()


def test_a_caretaker_who_was_named_before_is_named_for_the_next_child(open_page: Open) -> None:
    before = Journey(application=application("en"), shared=sibling().shared)
    assert open_page("readiness", before).page.caretaker.isChecked()
    assert not open_page("readiness", Journey()).page.caretaker.isChecked()
