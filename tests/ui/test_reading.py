"""A paper that was read suggests, changes nothing, and is forgotten when its face goes."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.devices import Box, Frame
from kiosk.devices.drawn_camera import draw
from kiosk.formats.look import Reading, ReadingKind
from kiosk.session.application import Name
from kiosk.session.journey import Journey
from kiosk.session.scan import Scan
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import LICENCE, ZONE, application, journey, settle
from tests.ui.test_clerk_papers import find, tick, verdicts
from ui.widgets import Text


class Camera:
    """A camera that sees the same thing until it is closed."""

    def __init__(self) -> None:
        self.closed = False

    def read(self) -> Frame:
        return draw()

    def close(self) -> None:
        self.closed = True


class Eyes:
    """Eyes that read the same in every picture."""

    def __init__(self, kind: ReadingKind, text: bytes) -> None:
        self.sizes: list[tuple[int, int, int]] = []
        self._found = Reading(kind, text)

    def faces(self, width: int, height: int, grey: bytes) -> tuple[Box, ...] | None: ...

    def read(self, width: int, height: int, grey: bytes) -> tuple[Reading, ...]:
        self.sizes.append((width, height, len(grey)))
        return (self._found,)

    def close(self) -> None: ...


def anna() -> Journey:
    answers = replace(
        application(), name=Name("Anna Maria", "Eriksson"), birth_date=date(1974, 8, 12)
    )
    return replace(journey(), application=answers)


def called(open_page: Open, before: Journey, *, reading: bool = True) -> Hand:
    hand = open_page("evidence", before, reading=reading)
    hand.touch("clerk-here")
    return hand


def look(hand: Hand, eyes: Eyes | None, qtbot: QtBot) -> Camera:
    """Look through a camera until a paper has been read."""
    camera = Camera()
    hand.page.clerk.reading.show_eyes(eyes)
    hand.page.clerk.reading.show_camera(camera)
    if eyes is not None:
        qtbot.waitUntil(lambda: hand.shows("compared:name"))
    return camera


def type_fast(hand: Hand, text: str) -> None:
    """Press keys as fast as a scanner does."""
    for sign in text:
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign
        )
        QApplication.sendEvent(hand.window, pressed)


def shown(hand: Hand) -> dict[str, str]:
    settle(hand.page)
    return {
        point: hand.control(f"compared:{point}").verdict.head.text()
        for point in ("name", "birth_date", "address", "expiry")
        if hand.shows(f"compared:{point}")
    }


@pytest.fixture
def zone() -> Eyes:
    return Eyes(ReadingKind.MRZ, ZONE)


def test_nothing_is_read_where_the_station_does_not_want_it(open_page: Open) -> None:
    hand = called(open_page, journey(), reading=False)
    assert not hand.shows("read-paper")
    find(hand, "foreign-passport")
    assert not hand.shows("read-this")


def test_what_a_zone_says_stands_beside_what_was_typed(
    open_page: Open, qtbot: QtBot, zone: Eyes
) -> None:
    hand = called(open_page, anna())
    opened = heard(hand.page.clerk.reading.opened)
    hand.touch("read-paper")
    assert len(opened) == 1
    camera = look(hand, zone, qtbot)
    assert shown(hand) == {
        "name": "Name: agrees", "birth_date": "Birth date: agrees", "expiry": "Expiry: expired",
    }  # fmt: skip
    row = hand.control("compared:name")
    assert (row.typed.text(), row.printed.text()) == (
        "Eriksson, Anna Maria",
        "ERIKSSON, ANNA MARIA",
    )
    assert zone.sizes == [(720, 960, 720 * 960)] * 2
    assert camera.closed


def test_a_licence_is_shown_after_one_frame_and_changes_nothing(
    open_page: Open, qtbot: QtBot
) -> None:
    before = journey()
    hand = called(open_page, before)
    said = heard(hand.page.submitted)
    hand.touch("read-paper")
    eyes = Eyes(ReadingKind.AAMVA, LICENCE)
    look(hand, eyes, qtbot)
    assert len(eyes.sizes) == 1
    assert shown(hand)["name"] == "Name: differs"
    assert shown(hand)["birth_date"] == "Birth date: agrees"
    assert hand.page.clerk._journey is before
    assert verdicts(hand) == {}
    assert said == []


def _back(hand: Hand) -> None:
    hand.touch("reading-done")


def _leave(hand: Hand) -> None:
    hand.page.leave()


def _enter(hand: Hand) -> None:
    hand.page.enter(journey())


def _next(hand: Hand) -> None:
    hand.touch("reading-done")
    tick(hand, "foreign-passport", "utility-bill")
    hand.touch("next")


@pytest.mark.parametrize("go", [_back, _leave, _enter, _next])
def test_what_was_read_does_not_outlive_the_face(
    open_page: Open, qtbot: QtBot, zone: Eyes, go: Any
) -> None:
    hand = called(open_page, anna())
    closed = heard(hand.page.clerk.reading.closed)
    hand.touch("read-paper")
    look(hand, zone, qtbot)
    go(hand)
    settle(hand.page)
    face = hand.page.clerk.reading
    assert closed
    assert (face._paper, face.view.frame, face.view._image) == (None, None, None)
    assert face.view._watch._reader.zones == ()
    texts = [text.text() for text in hand.window.findChildren(Text)]
    assert "ERIKSSON, ANNA MARIA" not in texts


def test_leaving_while_it_looks_closes_the_camera(open_page: Open, qtbot: QtBot) -> None:
    hand = called(open_page, anna())
    hand.touch("read-paper")
    camera = look(hand, None, qtbot)
    hand.page.leave()
    assert camera.closed
    late = Camera()
    hand.page.clerk.reading.show_camera(late)
    assert late.closed


def test_a_zone_ticks_that_a_machine_can_read_the_paper_which_can_be_taken_back(
    open_page: Open, qtbot: QtBot, zone: Eyes
) -> None:
    hand = called(open_page, anna())
    find(hand, "national-id")
    hand.touch("read-this")
    look(hand, zone, qtbot)
    hand.touch("reading-done")
    assert hand.control("shows:readable").isChecked()
    assert [paper.machine_readable for paper, _ in hand.page.clerk.evidence.verdicts] == [True]
    hand.touch("shows:readable")
    assert [paper.machine_readable for paper, _ in hand.page.clerk.evidence.verdicts] == [False]


def test_without_a_camera_the_clerk_is_told_to_compare(open_page: Open) -> None:
    hand = called(open_page, anna())
    hand.touch("read-paper")
    hand.page.clerk.reading.show_camera(None)
    assert hand.page.clerk.reading.title.text() == "There is no camera"
    hand.touch("reading-done")
    assert hand.shows("read-paper")


def test_a_picture_that_was_kept_is_shown_where_it_lies_until_it_is_overwritten(
    open_page: Open, qtbot: QtBot
) -> None:
    hand = called(open_page, anna())
    scan = Scan()
    face = hand.page.clerk.reading
    face.use_scan(scan)
    hand.touch("read-paper")
    look(hand, None, qtbot)
    hand.touch("keep-picture")
    assert scan.size == (720, 960)
    assert bytes(scan.rgb) == draw().rgb
    hand.touch("reading-done")
    hand.touch("read-paper")
    assert face.title.text() == "Clerk: look at the picture"
    image = face.view._image
    assert image is not None
    scan.overwrite()
    assert image.pixelColor(10, 10).name() == "#000000"


def test_a_picture_can_be_kept_of_a_paper_that_was_read(
    open_page: Open, qtbot: QtBot, zone: Eyes
) -> None:
    hand = called(open_page, anna())
    scan = Scan()
    hand.page.clerk.reading.use_scan(scan)
    hand.touch("read-paper")
    look(hand, zone, qtbot)
    hand.touch("keep-picture")
    assert scan.size is None
    hand.page.clerk.reading.show_camera(Camera())
    qtbot.waitUntil(lambda: len(zone.sizes) > 3)
    hand.touch("keep-picture")
    assert scan.size == (720, 960)


def test_a_clerk_who_is_called_anew_finds_no_picture(open_page: Open, qtbot: QtBot) -> None:
    hand = called(open_page, anna())
    scan = Scan()
    hand.page.clerk.reading.use_scan(scan)
    hand.touch("read-paper")
    look(hand, None, qtbot)
    hand.touch("keep-picture")
    hand.page.enter(journey())
    assert scan.size is None
    assert not any(scan.rgb)


def test_a_scanner_that_types_is_heard_and_a_person_is_not(open_page: Open) -> None:
    hand = called(open_page, anna())
    hand.touch("read-paper")
    type_fast(hand, "hello")
    assert shown(hand) == {}
    type_fast(hand, "\x02" + LICENCE.decode("ascii") + "\x03")
    assert shown(hand)["birth_date"] == "Birth date: differs"


def test_a_burst_without_a_frame_is_heard_when_it_is_over(open_page: Open, qtbot: QtBot) -> None:
    hand = called(open_page, anna())
    hand.touch("read-paper")
    type_fast(hand, LICENCE.decode("ascii"))
    qtbot.waitUntil(lambda: hand.shows("compared:name"))


def test_a_persons_key_still_presses_the_button_that_has_the_focus(
    open_page: Open, qtbot: QtBot
) -> None:
    hand = called(open_page, anna())
    hand.touch("read-paper")
    hand.control("reading-done").setFocus()
    qtbot.keyClick(hand.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hand.shows("read-paper"))
