"""Which camera the photo page is given, and what becomes of one that comes too late."""

import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices.v4l2 import V4l2Camera
from kiosk.isolation.channel import Say
from tests.devices.camera_kernel import CameraKernel
from tests.ui.scenes import page
from ui import duties
from ui.duties import Duties
from ui.outside import Answer


class Outside:
    """Keeps what was asked for until a test answers."""

    def __init__(self) -> None:
        self.asked: dict[Say, list[Answer]] = {Say.CAMERA: [], Say.SIGHT: []}

    def ask(self, what: Say, answer: Answer) -> None:
        self.asked[what].append(answer)


class Desk:
    """Duties with nothing around them but a photo page and what it asks outside."""

    def __init__(self, *, training: bool) -> None:
        self.page: Any = page("portrait", training=training)
        self.outside = Outside()
        issuing = SimpleNamespace(ask_size=lambda: None)
        place = SimpleNamespace(training=training)
        hands: Any = SimpleNamespace(issuing=issuing, outside=self.outside, place=place)
        self.duties = Duties(hands)
        self.given: list[object] = []
        self.page.show_camera = self.given.append

    def answer(self, descriptor: int | None) -> None:
        self.outside.asked[Say.CAMERA].pop(0)(descriptor)


@pytest.fixture(params=[True, False], ids=["training", "production"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(training=request.param)
    qtbot.addWidget(made.page)
    made.duties.shown(made.page)
    yield made
    made.duties.left(made.page)


def training(desk: Desk) -> bool:
    return bool(desk.page.place.training)


def is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> CameraKernel:
    made = CameraKernel()
    monkeypatch.setattr(duties, "V4l2Camera", lambda given: V4l2Camera(given, (64, 48), made.edge))
    return made


def test_without_a_device_training_shows_the_drawn_face_and_production_nothing(desk: Desk) -> None:
    desk.answer(None)
    assert desk.given == [desk.duties.twin if training(desk) else None]


def test_a_device_is_looked_through(desk: Desk, kernel: CameraKernel, qtbot: QtBot) -> None:
    descriptor = os.memfd_create("camera")
    desk.answer(descriptor)
    qtbot.waitUntil(lambda: bool(desk.given))
    (camera,) = desk.given
    assert isinstance(camera, V4l2Camera)
    assert kernel.streams
    camera.close()


def test_a_device_that_is_no_camera_is_closed_and_is_none(desk: Desk, qtbot: QtBot) -> None:
    descriptor = os.memfd_create("not a camera")
    desk.answer(descriptor)
    qtbot.waitUntil(lambda: bool(desk.given))
    assert desk.given == [desk.duties.twin if training(desk) else None]
    assert not is_open(descriptor)


def test_a_camera_that_comes_after_the_page_has_gone_is_closed(
    desk: Desk, kernel: CameraKernel, qtbot: QtBot
) -> None:
    desk.duties.left(desk.page)
    descriptor = os.memfd_create("camera")
    desk.answer(descriptor)
    qtbot.waitUntil(lambda: "STREAMOFF" in kernel.calls and not is_open(descriptor))
    assert desk.given == []


def test_the_process_that_looks_is_asked_for_once_and_kept(desk: Desk) -> None:
    given: list[object] = []
    desk.page.show_eyes = given.append
    desk.duties.left(desk.page)
    desk.duties.shown(desk.page)
    assert len(desk.outside.asked[Say.SIGHT]) == 1
    assert given == [None]
    desk.outside.asked[Say.SIGHT].pop()(None)
    assert given == [None, None]
