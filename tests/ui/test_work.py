"""What comes faster than it can be worked on is taken in turns."""

import threading

from pytestqt.qtbot import QtBot

from ui.work import Turns


class Gate:
    """A job that is under way until it is let go, and counts how often it was begun."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.begun = 0

    def job(self) -> int:
        self.begun += 1
        self.open.wait()
        return self.begun


def test_a_job_that_comes_while_another_is_under_way_is_dropped(qtbot: QtBot) -> None:
    gate, turns, told = Gate(), Turns(), list[int]()
    turns.take(gate.job, told.append)
    turns.take(gate.job, told.append)
    gate.open.set()
    qtbot.waitUntil(lambda: bool(told))
    turns.take(gate.job, told.append)
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told == [1, 2]
    assert gate.begun == 2


def test_nothing_is_told_of_what_was_forgotten_and_the_next_turn_comes(qtbot: QtBot) -> None:
    gate, turns = Gate(), Turns()
    forgotten, told = list[int](), list[int]()
    turns.take(gate.job, forgotten.append)
    turns.forget()
    gate.open.set()

    def told_of_another() -> bool:
        turns.take(gate.job, told.append)
        return bool(told)

    qtbot.waitUntil(told_of_another)
    assert forgotten == []
