"""Which camera the photo page is given, and what becomes of one that comes too late."""

import os
import socket
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices import Camera, Eyes
from kiosk.devices.v4l2 import V4l2Camera
from kiosk.isolation.channel import Say
from tests.devices.camera_kernel import CameraKernel
from ui import seeing
from ui.outside import Answer
from ui.seeing import Seeing


class Outside:
    """Keeps what was asked for until a test answers."""

    def __init__(self) -> None:
        self.asked: dict[Say, list[Answer]] = {Say.CAMERA: [], Say.SIGHT: []}

    def ask(self, what: Say, answer: Answer) -> None:
        self.asked[what].append(answer)


class Viewer:
    """A page that keeps what it was given."""

    def __init__(self) -> None:
        self.cameras: list[Camera | None] = []
        self.eyes: list[Eyes | None] = []

    def show_camera(self, camera: Camera | None) -> None:
        self.cameras.append(camera)

    def show_eyes(self, eyes: Eyes | None) -> None:
        self.eyes.append(eyes)


class Desk:
    """A viewer that has come up, and what it asked for."""

    def __init__(self, *, training: bool) -> None:
        self.training = training
        self.outside = Outside()
        outside: Any = self.outside
        self.seeing = Seeing(outside, training=training)
        self.viewer = Viewer()
        self.seeing.begin(self.viewer)

    @property
    def without(self) -> Camera | None:
        """What is shown where there is no camera."""
        return self.seeing.twin if self.training else None

    def answer(self, descriptor: int | None, what: Say = Say.CAMERA) -> None:
        self.outside.asked[what].pop(0)(descriptor)


@pytest.fixture(params=[True, False], ids=["training", "production"])
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk(training=request.param)


def is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> CameraKernel:
    made = CameraKernel()
    monkeypatch.setattr(
        seeing, "V4l2Camera", lambda given, _wanted: V4l2Camera(given, (64, 48), made.edge)
    )
    return made


def test_without_a_device_training_shows_the_drawn_face_and_production_nothing(desk: Desk) -> None:
    desk.answer(None)
    assert desk.viewer.cameras == [desk.without]


def test_a_device_is_looked_through(desk: Desk, kernel: CameraKernel, qtbot: QtBot) -> None:
    desk.answer(os.memfd_create("camera"))
    qtbot.waitUntil(lambda: bool(desk.viewer.cameras))
    (camera,) = desk.viewer.cameras
    assert isinstance(camera, V4l2Camera)
    assert kernel.streams
    camera.close()


def test_a_device_that_is_no_camera_is_closed_and_is_none(desk: Desk, qtbot: QtBot) -> None:
    descriptor = os.memfd_create("not a camera")
    desk.answer(descriptor)
    qtbot.waitUntil(lambda: bool(desk.viewer.cameras))
    assert desk.viewer.cameras == [desk.without]
    assert not is_open(descriptor)


def test_a_camera_that_comes_after_the_page_has_gone_is_closed(
    desk: Desk, kernel: CameraKernel, qtbot: QtBot
) -> None:
    descriptor = os.memfd_create("camera")
    desk.seeing.end()
    desk.answer(descriptor)
    qtbot.waitUntil(lambda: "STREAMOFF" in kernel.calls and not is_open(descriptor))
    assert desk.viewer.cameras == []


def test_every_time_the_page_comes_up_it_asks_for_a_fresh_camera(desk: Desk) -> None:
    desk.answer(None)
    desk.seeing.end()
    desk.seeing.begin(desk.viewer)
    assert len(desk.outside.asked[Say.CAMERA]) == 1


def test_a_page_that_comes_back_while_a_camera_starts_gets_that_one(
    desk: Desk, kernel: CameraKernel, qtbot: QtBot
) -> None:
    desk.seeing.end()
    desk.seeing.begin(desk.viewer)
    assert len(desk.outside.asked[Say.CAMERA]) == 1
    desk.answer(os.memfd_create("camera"))
    qtbot.waitUntil(lambda: bool(desk.viewer.cameras))
    (camera,) = desk.viewer.cameras
    assert isinstance(camera, V4l2Camera)
    assert kernel.streams
    camera.close()


def test_the_process_that_looks_is_asked_for_once_and_kept(desk: Desk) -> None:
    ours, theirs = socket.socketpair()
    desk.answer(ours.detach(), Say.SIGHT)
    desk.seeing.end()
    later = Viewer()
    desk.seeing.begin(later)
    assert desk.outside.asked[Say.SIGHT] == []
    assert desk.viewer.eyes[0] is None
    (eyes,) = later.eyes
    assert eyes is desk.viewer.eyes[-1]
    assert eyes is not None
    eyes.close()
    theirs.close()


def test_without_such_a_process_there_is_nobody_to_look(desk: Desk) -> None:
    desk.answer(None, Say.SIGHT)
    assert desk.viewer.eyes == [None, None]
