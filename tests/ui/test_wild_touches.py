"""However fast or wildly the screen is touched, no page is reached without the ones before it."""

import random
from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.isolation.channel import ENDINGS, Say, SessionEnd, SupervisorEnd, Tell, pair
from kiosk.session import journey as journeys
from kiosk.session.journey import DONE, WALK_UP, Journey
from tests.ui.sessions import ARGUMENTS
from ui.book import page_of
from ui.start import Session
from ui.widgets import Field, Touch

TOUCHES = 250
TEXTS = {
    "given": "Ana Li",
    "family": "Example",
    "day": "27",
    "month": "3",
    "year": "1987",
    "line1": "1 Harbor Street",
    "reach": "desk 4",
    "number": "12",
    "pin": "111111",
}
LEAVE_ALONE = {"rail:erase", "erase-yes", "not-today", "erase-now"}  # the session would be over


@pytest.fixture
def supervised(qapp: QApplication, qtbot: QtBot) -> Iterator[tuple[Session, SupervisorEnd]]:
    ours, theirs = pair()
    with ours:
        session = Session(qapp, ARGUMENTS, SessionEnd(theirs.detach()), [])
        qtbot.addWidget(session.app.parts.window)
        session.app.parts.window.resize(1080, 1920)
        yield session, SupervisorEnd(ours)
        session.app.parts.idle.set_enabled(False)
        session.app.parts.outside.stop_listening()
        session.app.parts.flow.journey = Journey()  # a card that is still drawn is for no page


@pytest.mark.parametrize("seed", range(3))
def test_no_page_without_the_ones_before_it(
    supervised: tuple[Session, SupervisorEnd], qtbot: QtBot, seed: int
) -> None:
    session, supervisor = supervised
    chance, app = random.Random(seed), session.app
    app.come_up(Tell.SHOW)
    seen = set()
    for _ in range(TOUCHES):
        touch_something(app.parts.window, qtbot, chance)
        assert not answer(supervisor) & ENDINGS
        page = app.parts.window.page
        assert page is not None
        seen.add(page.name)
        assert_nothing_skipped(session, page.name)
    assert {"name", "birth_date"} <= seen


def touch_something(window: QWidget, qtbot: QtBot, chance: random.Random) -> None:
    """Fill an empty field, or touch any control that can be touched."""
    empty = [
        field for field in window.findChildren(Field) if field.isVisible() and not field.text()
    ]
    known = [field for field in empty if field.objectName() in TEXTS]
    if known and chance.random() < 0.4:
        field = chance.choice(known)
        field.set_text(TEXTS[field.objectName()])
        return
    controls = [
        control
        for control in window.findChildren(Touch)
        if control.isVisible() and control.isEnabled() and control.objectName() not in LEAVE_ALONE
    ]
    forward = [control for control in controls if control.objectName() in {"next", "start"}]
    control = chance.choice(forward if forward and chance.random() < 0.3 else controls)
    middle = QPoint(control.width() // 2, control.height() // 2)
    for _ in range(chance.choice([1, 1, 1, 3])):
        with suppress(RuntimeError):  # the first touch may have taken the page away
            qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=middle)


def answer(supervisor: SupervisorEnd) -> set[Say]:
    """Answer what the session asks for: there is no camera, and no signer."""
    said: set[Say] = set()
    with suppress(BlockingIOError):
        while isinstance(heard := supervisor.hear(), Say):
            said.add(heard)
            if heard is Say.CAMERA:
                supervisor.tell(Tell.NO_CAMERA)
            if heard is Say.SIGNER:
                supervisor.tell(Tell.NO_SIGNER)
    QApplication.processEvents()
    return said


def assert_nothing_skipped(session: Session, page: str) -> None:
    journey = session.app.parts.flow.journey
    order = journeys.order(session.app.parts.place.asked(journey.application))
    assert set(WALK_UP) - set(order) <= {"veteran", "emergency_contact"}  # asked at some ages
    stage = journeys.stage(journey, order)
    reached = order if stage == DONE else order[: order.index(stage) + 1]
    allowed = {page_of(name) for name in reached} | {"attract", "language"}
    assert page in allowed, (page, stage)
