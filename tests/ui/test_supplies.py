"""What is amiss with the printer is told before the photo, never flickers, and goes at once."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices import Condition, Trouble
from kiosk.devices.drawn_camera import DrawnCamera
from tests.ui.hand import Open
from tests.ui.scenes import journey
from ui.steady import Steady
from ui.supplies import Supplies
from ui.words import word

EMPTY = Condition(Trouble.OUT_OF_CARDS, cards=0, low=True)
FINE = Condition(cards=87, ribbon=160)


class Issuing:
    """Answers a look when the test wants it to."""

    def __init__(self) -> None:
        self.looks: list[Callable[[Condition], None]] = []

    def look_at_printer(self, done: Callable[[Condition], None]) -> None:
        self.looks.append(done)


class Desk:
    def __init__(self) -> None:
        self.issuing = Issuing()
        issuing: Any = self.issuing
        self.supplies = Supplies(issuing)
        self.told: list[Condition | None] = []
        self.supplies.watch(self.told.append)

    def see(self, *conditions: Condition) -> None:
        """Have the printer looked at once for each of `conditions`."""
        for condition in conditions:
            if not self.issuing.looks:
                self.supplies._look()  # as when the time has come
            self.issuing.looks.pop(0)(condition)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:  # noqa: ARG001 there must be an application
    return Desk()


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ([FINE, FINE], []),
        ([EMPTY], []),
        ([EMPTY, EMPTY], [EMPTY]),
        ([EMPTY, EMPTY, EMPTY], [EMPTY]),
        ([EMPTY, FINE, EMPTY, FINE, EMPTY], []),
        ([EMPTY, EMPTY, FINE], [EMPTY, None]),
        ([EMPTY, EMPTY, FINE, EMPTY, FINE], [EMPTY, None]),
        ([Condition(Trouble.NOT_THERE)] * 2 + [FINE], [Condition(Trouble.NOT_THERE), None]),
        ([Condition(Trouble.BUSY)] * 3, []),
        ([Condition(cards=3, low=True)] * 2, [Condition(cards=3, low=True)]),
    ],
)
def test_what_two_looks_agree_on_is_told_and_taken_back_at_once(
    desk: Desk, seen: list[Condition], told: list[Condition | None]
) -> None:
    desk.see(*seen)
    assert desk.told == told


def test_the_printer_is_looked_at_again_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.see(EMPTY)
    qtbot.waitUntil(lambda: bool(desk.issuing.looks))
    desk.see(EMPTY)
    assert desk.told == [EMPTY]


def test_a_look_that_comes_after_the_page_went_is_told_to_nobody(desk: Desk) -> None:
    desk.see(EMPTY)
    desk.supplies._look()
    desk.supplies.rest()
    desk.see(EMPTY)
    assert desk.told == []
    assert not desk.supplies._timer.isActive()


def test_a_page_that_comes_up_again_hears_it_again(desk: Desk) -> None:
    desk.see(EMPTY, EMPTY)
    desk.supplies.rest()
    desk.supplies.watch(desk.told.append)
    desk.see(EMPTY, EMPTY)
    assert desk.told == [EMPTY, EMPTY]


def test_one_look_at_a_time(desk: Desk) -> None:
    for _ in range(3):
        desk.supplies._look()
    assert len(desk.issuing.looks) == 1


def test_before_the_photo_a_clerk_is_called_to_the_printer_and_nobody_is_kept(
    open_page: Open,
) -> None:
    hand = open_page("portrait", journey())
    hand.page.show_camera(DrawnCamera())
    hand.page.show_printer(EMPTY)
    assert hand.page.printer.body.text() == word("printer-out-of-cards")
    assert hand.page.printer.picture.scene == "printer-out-of-cards"
    assert hand.control("take-photo").isEnabled()
    hand.page.show_printer(None)
    assert not hand.page.printer.isVisible()


def test_what_is_left_is_said_as_far_as_the_printer_knows(open_page: Open) -> None:
    hand = open_page("portrait", journey())
    for condition, words in (
        (Condition(cards=3, ribbon=160, low=True), ("3", "160")),
        (Condition(cards=3, low=True), ("3",)),
        (Condition(low=True), ("used up",)),
    ):
        hand.page.show_printer(condition)
        assert all(each in hand.page.printer.body.text() for each in words)


# -- while a card is printed -------------------------------------------------------------------


@pytest.fixture
def steady(qtbot: QtBot) -> Steady:  # noqa: ARG001 there must be an application
    return Steady()


def hear(steady: Steady, *words: str | None) -> list[object]:
    told: list[object] = []
    steady.told.connect(told.append)
    for each in words:
        steady.hear(each)
    return told


def test_what_comes_and_goes_is_never_shown(steady: Steady) -> None:
    assert hear(steady, "jam", None, "jam", None, "cover", None) == []


def test_what_lasts_is_shown(steady: Steady, qtbot: QtBot) -> None:
    told = hear(steady, "jam")
    assert told == []
    with qtbot.waitSignal(steady.told):
        pass
    assert told == ["jam"]


def test_what_is_over_is_taken_back_at_once(steady: Steady) -> None:
    assert hear(steady, "jam", "jam", None) == ["jam", None]


def test_another_trouble_has_to_last_as_well(steady: Steady) -> None:
    assert hear(steady, "jam", "jam", "cover", "jam") == ["jam"]
    assert hear(steady, "cover", "cover") == ["cover"]


def test_what_was_forgotten_is_told_anew(steady: Steady) -> None:
    told = hear(steady, "jam", "jam")
    steady.forget()
    steady.hear("jam")
    steady.hear("jam")
    assert told == ["jam", "jam"]
