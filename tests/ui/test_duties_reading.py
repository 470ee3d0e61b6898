"""What is done for the face that reads papers: a camera and the sight, and discard in time."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.devices import Frame
from kiosk.isolation.channel import Say
from kiosk.session.scan import Scan
from tests.ui.scenes import card, journey, page
from ui.duties import Duties
from ui.flow import Flow
from ui.hands import Hands
from ui.outside import Answer


class Issuing(QObject):
    refused, signer_lost, signed = Signal(int), Signal(), Signal(object, object, object)


class Outside:
    """Keeps what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Say, Answer]] = []

    def ask(self, what: Say, answer: Answer) -> None:
        self.asked.append((what, answer))

    def say(self, what: Say) -> None: ...


@pytest.fixture
def hands(qtbot: QtBot) -> Any:  # noqa: ARG001 there must be an application
    doubles: Any = (Issuing(), Outside(), page("evidence").place, None, None)
    issuing, outside, place, slips, end = doubles
    return Hands(Flow(), issuing, outside, place, slips, end, Scan())


def test_a_face_that_opens_looks_through_the_camera_and_has_the_sight_read(
    hands: Any, qtbot: QtBot
) -> None:
    duties = Duties(hands)
    evidence = page("evidence", reading=True)
    qtbot.addWidget(evidence)
    duties._serve_reading(evidence.clerk.reading)
    evidence.clerk.reading.open(journey().application)
    assert [what for what, _ in hands.outside.asked] == [Say.CAMERA, Say.SIGHT]
    hands.outside.asked[0][1](None)
    assert evidence.clerk.reading.view.frame is not None  # the drawn one, in training
    evidence.clerk.reading.shut()
    assert evidence.clerk.reading.view.frame is None


def test_a_signature_overwrites_the_scan_before_anything_is_printed(
    hands: Any, qtbot: QtBot
) -> None:
    duties = Duties(hands)
    review = page("review")
    qtbot.addWidget(review)
    duties.take_on(review)
    hands.scan.keep(Frame(1, 1, b"abc"))
    left: list[bool] = []
    hands.flow.moved.connect(lambda _: left.append(any(hands.scan.rgb)))
    hands.issuing.signed.emit(object(), object(), card("en"))
    assert left == [False]
    assert hands.flow.journey.printed is None
