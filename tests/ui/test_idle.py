from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle import COUNTDOWN, Idle

SECOND = 20  # milliseconds: the tests' own second


@pytest.fixture
def idle(qapp: QApplication) -> Iterator[Idle]:
    idle = Idle(qapp)
    idle.set_times(2, 3, second=SECOND)
    yield idle
    idle.set_enabled(False)
    qapp.removeEventFilter(idle)
    idle.setParent(None)


def touch(qapp: QCoreApplication) -> None:
    none = Qt.KeyboardModifier.NoModifier
    qapp.sendEvent(QObject(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none))


def test_there_is_enough_time_to_answer() -> None:
    assert COUNTDOWN >= 20


def test_quiet_is_warned_about_counted_down_and_ended(idle: Idle, qtbot: QtBot) -> None:
    ticks: list[tuple[int, int]] = []
    idle.ticked.connect(lambda left, total: ticks.append((left, total)))
    with qtbot.waitSignals([idle.warned, idle.expired], order="strict"):
        idle.set_enabled(True)
    assert ticks == [(3, 3), (2, 3), (1, 3)]
    assert not idle.counting


def test_it_is_silent_until_it_is_enabled(idle: Idle) -> None:
    assert not idle._quiet.isActive()
    idle.set_enabled(True)
    assert idle._quiet.isActive()
    idle.set_enabled(False)
    assert not idle._quiet.isActive()


def test_a_touch_begins_the_quiet_time_anew(
    idle: Idle, qapp: QCoreApplication, qtbot: QtBot
) -> None:
    idle.set_times(1000, 3, second=SECOND)
    idle.set_enabled(True)
    whole = idle._quiet.interval()
    qtbot.waitUntil(lambda: idle._quiet.remainingTime() < whole - 2 * SECOND)
    spent = idle._quiet.remainingTime()
    touch(qapp)
    assert idle._quiet.remainingTime() > spent


def test_a_touch_does_not_stop_the_countdown(
    idle: Idle, qapp: QCoreApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(idle.warned):
        idle.set_enabled(True)
    touch(qapp)
    assert idle.counting
    assert not idle._quiet.isActive()
    with qtbot.waitSignal(idle.expired):
        pass


def test_more_time_stops_the_countdown(idle: Idle, qtbot: QtBot) -> None:
    with qtbot.waitSignal(idle.warned):
        idle.set_enabled(True)
    idle.restart()
    assert not idle.counting
    with qtbot.waitSignal(idle.warned):
        pass


def test_disabling_stops_the_countdown(idle: Idle, qtbot: QtBot) -> None:
    with qtbot.waitSignal(idle.warned):
        idle.set_enabled(True)
    idle.set_enabled(False)
    assert not idle.counting


def test_painting_is_no_sign_of_anybody(idle: Idle, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    idle.set_times(1000, 3, second=SECOND)
    idle.set_enabled(True)
    started = idle._quiet.remainingTime()
    qtbot.waitUntil(lambda: idle._quiet.remainingTime() < started)
    before = idle._quiet.remainingTime()
    with qtbot.waitExposed(widget):
        widget.show()
    assert idle._quiet.remainingTime() <= before
