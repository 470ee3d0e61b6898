import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.devices import Box, Frame
from kiosk.devices.drawn_camera import DrawnCamera, draw
from kiosk.session.advice import Advice
from kiosk.session.framing import frame_head, middle
from kiosk.session.journey import Journey
from kiosk.session.portrait import Portrait, crop, even
from tests.ui import hand as hands
from tests.ui.hand import Hand, heard
from tests.ui.scenes import OneFrame, confirmation, journey, settle
from ui.pages.portrait_parts import POINTERS
from ui.pages.viewfinder import _PATIENCE
from ui.watch import Seen
from ui.widgets import Mirror, Pointer
from ui.widgets.picture import GOOD_LINE
from ui.words import word

FACE = Box(170, 276, 376, 376)
Open = Callable[..., Hand]


@pytest.fixture
def open_page(open_page: hands.Open) -> Open:
    """Open the portrait page; without a `beat` the picture is taken at once."""

    def show(before: Journey | None = None, language: str = "en", *, beat: int = 0) -> Hand:
        hand = open_page("portrait", before, language)
        hand.page.mirror.beat = beat
        return hand

    return show


class Camera(QObject):
    """A camera with one picture, which knows whether it was closed, and can be pulled out."""

    read_once = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame: Frame | None = draw()
        self.reads = 0
        self.closed = False

    def read(self) -> Frame | None:
        self.reads += 1
        self.read_once.emit()
        return self.frame

    def close(self) -> None:
        self.closed = True


class FakeEyes:
    """Eyes that answer when they are told to."""

    def __init__(self, answer: tuple[Box, ...] | None, *, at_once: bool = True) -> None:
        self._answer = answer
        self.asked: list[tuple[int, int, int]] = []
        self.may_answer = threading.Event()
        if at_once:
            self.may_answer.set()

    def faces(self, width: int, height: int, grey: bytes) -> tuple[Box, ...] | None:
        self.asked.append((width, height, len(grey)))
        assert self.may_answer.wait(30)
        return self._answer

    def read(self, width: int, height: int, grey: bytes) -> None: ...

    def close(self) -> None: ...


def see(hand: Hand, advice: Advice | None, faces: tuple[Box, ...] | None = (FACE,)) -> None:
    """Let the page see one frame, and be told this of it, and nothing else."""
    hand.page.show_camera(OneFrame())
    hand.page.mirror._watch.stop()
    hand.page.mirror._tell(Seen(faces, advice))


def portrait_of(said: list[tuple[object, ...]]) -> Portrait:
    (portrait,) = said[-1]
    assert isinstance(portrait, Portrait)
    return portrait


# -- taking it ---------------------------------------------------------------------------------


def test_a_photo_is_taken_seen_and_used(open_page: Open) -> None:
    hand = open_page()
    said = heard(hand.page.submitted)
    hand.page.show_camera(Camera())
    hand.touch("take-photo")
    assert said == []
    hand.touch("use-photo")
    assert portrait_of(said) == crop(draw())


def test_a_photo_can_be_taken_again(open_page: Open, qtbot: QtBot) -> None:
    hand = open_page()
    hand.page.show_camera(DrawnCamera())
    hand.touch("take-photo")
    hand.touch("retake")
    qtbot.waitUntil(lambda: hand.control("take-photo").isEnabled())


def test_no_photo_can_be_taken_before_there_is_a_picture(open_page: Open) -> None:
    hand = open_page()
    assert not hand.control("take-photo").isEnabled()


def test_without_a_camera_the_page_says_to_call_a_clerk(open_page: Open) -> None:
    hand = open_page()
    hand.page.show_camera(None)
    assert hand.page.missing.isVisible()
    assert not hand.control("take-photo").isEnabled()


def test_a_photo_taken_before_is_shown_again(open_page: Open) -> None:
    hand = open_page(replace(journey(), portrait=confirmation().portrait))
    said = heard(hand.page.submitted)
    hand.touch("use-photo")
    assert said == [(confirmation().portrait,)]


@pytest.mark.parametrize("advice", Advice)
def test_no_advice_keeps_anybody_from_taking_the_photo(open_page: Open, advice: Advice) -> None:
    hand = open_page()
    said = heard(hand.page.submitted)
    see(hand, advice)
    hand.touch("take-photo")
    hand.touch("use-photo")
    assert len(said) == 1


def test_numbers_count_down_before_the_photo_is_taken(open_page: Open, qtbot: QtBot) -> None:
    hand = open_page(beat=1)
    hand.page.show_camera(DrawnCamera())
    numbers: list[int] = []

    def note(number: int) -> None:
        numbers.append(number)
        Mirror.set_count(hand.page.mirror, number)

    hand.page.mirror.set_count = note
    with qtbot.waitSignal(hand.page.mirror.taken):
        hand.touch("take-photo")
    assert numbers[:4] == [3, 2, 1, 0]
    assert hand.control("use-photo").isVisible()


def test_nothing_is_taken_of_whom_nobody_sees(open_page: Open, qtbot: QtBot) -> None:
    hand = open_page(beat=30_000)
    hand.page.show_camera(DrawnCamera())
    hand.touch("take-photo")
    hand.window.hide_answers()
    assert not hand.page.mirror._counter.isActive()
    hand.window.show_again()
    qtbot.waitUntil(lambda: hand.control("take-photo").isEnabled())
    assert hand.page.mirror.count == 0


# -- the camera --------------------------------------------------------------------------------


def test_the_camera_is_read_again_and_again_while_it_is_seen(open_page: Open, qtbot: QtBot) -> None:
    hand, camera = open_page(), Camera()
    hand.page.show_camera(camera)
    before = camera.reads
    qtbot.waitUntil(lambda: camera.reads >= before + 3)


def test_a_hidden_screen_does_not_look_through_the_camera(open_page: Open, qtbot: QtBot) -> None:
    hand, camera = open_page(), Camera()
    hand.page.show_camera(camera)
    hand.window.hide_answers()
    assert not hand.page.mirror._timer.isActive()
    hand.window.show_again()
    with qtbot.waitSignal(camera.read_once):
        pass


def test_a_camera_is_not_read_while_its_photo_is_looked_at(open_page: Open) -> None:
    hand, camera = open_page(), Camera()
    hand.page.show_camera(camera)
    hand.touch("take-photo")
    assert not hand.page.mirror._timer.isActive()
    assert not camera.closed


def test_the_camera_is_closed_on_leaving(open_page: Open) -> None:
    hand, camera = open_page(), Camera()
    hand.page.show_camera(camera)
    hand.page.leave()
    assert camera.closed
    assert not hand.page.mirror._timer.isActive()


def test_a_second_camera_closes_the_first(open_page: Open) -> None:
    hand, first = open_page(), Camera()
    hand.page.show_camera(first)
    hand.page.show_camera(DrawnCamera())
    assert first.closed


def test_a_camera_that_is_pulled_out_is_told_of_and_may_come_back(open_page: Open) -> None:
    hand, camera = open_page(), Camera()
    hand.page.show_camera(camera)
    frame, camera.frame = camera.frame, None
    for _ in range(_PATIENCE):
        hand.page.mirror._look()
    assert hand.page.missing.isVisible()
    assert not hand.control("take-photo").isEnabled()
    camera.frame = frame
    hand.page.mirror._look()
    assert not hand.page.missing.isVisible()
    assert hand.control("take-photo").isEnabled()


# -- advice ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("advice", Advice)
def test_one_thing_is_said_in_words_and_shown_by_an_arrow(
    open_page: Open, advice: Advice, language: str
) -> None:
    hand = open_page(language=language)
    see(hand, advice)
    assert hand.page.say.text() == word(advice)
    assert hand.page.mirror.pointer is POINTERS.get(advice)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("pointer", "side"), [(Pointer.LEFT, 0), (Pointer.RIGHT, 1)])
def test_an_arrow_to_the_left_is_on_the_left_in_every_language(
    open_page: Open, language: str, pointer: Pointer, side: int
) -> None:
    hand = open_page(language=language)
    see(hand, None)
    before = hand.page.mirror.grab().toImage()
    hand.page.mirror.set_pointer(pointer)
    changed = differing(before, hand.page.mirror.grab().toImage())
    assert changed
    assert {column * 2 // before.width() for column in changed} == {side}


def differing(one: QImage, other: QImage) -> set[int]:
    """Return the columns in which two pictures differ."""
    rows, columns = range(0, one.height(), 4), range(0, one.width(), 4)
    return {x for x in columns for y in rows if one.pixel(x, y) != other.pixel(x, y)}


def test_the_preview_is_a_mirror_and_the_photo_is_not(open_page: Open) -> None:
    hand = open_page()
    rgb = bytes([255, 255, 255] * 35 + [0, 0, 0] * 35) * 90  # white on the left
    camera = OneFrame()
    camera._frames = [Frame(70, 90, rgb)]
    hand.page.show_camera(camera)
    assert not white_left(hand.page.mirror.grab().toImage())
    hand.touch("take-photo")
    assert white_left(hand.page.picture.grab().toImage())


def white_left(image: QImage) -> bool:
    middle_row = image.height() // 2
    left, right = (
        image.pixelColor(image.width() * part // 8, middle_row).lightness() for part in (3, 5)
    )
    return left > right


def test_the_oval_is_green_only_when_a_face_is_seen_and_nothing_is_to_be_said(
    open_page: Open,
) -> None:
    hand = open_page()
    see(hand, None, (FACE,))
    assert is_green(hand)
    for faces, advice in (((FACE,), Advice.DARK), ((), None), (None, None)):
        see(hand, advice, faces)
        assert not is_green(hand)


def is_green(hand: Hand) -> bool:
    return GOOD_LINE.lower() in colours(hand.page.mirror.grab().toImage())


def colours(image: QImage) -> set[str]:
    row = image.height() * 47 // 100
    return {image.pixelColor(x, row).name() for x in range(image.width())}


@pytest.mark.parametrize("faces", [(), None])
def test_a_face_that_is_not_found_is_never_told(
    open_page: Open, faces: tuple[Box, ...] | None
) -> None:
    hand = open_page()
    hand.page.show_camera(OneFrame())
    before = hand.page.say.text()
    hand.page.mirror._watch.stop()
    hand.page.mirror._tell(Seen(faces, None))
    assert hand.page.say.text() == before
    assert hand.control("take-photo").isEnabled()


def test_nothing_moves_while_the_words_change(open_page: Open) -> None:
    hand = open_page()
    places = set()
    for advice in (None, *Advice):
        see(hand, advice)
        settle(hand.page)
        places.add((hand.page.mirror.geometry().getRect(), hand.page.say.geometry().getRect()))
    assert len(places) == 1


def test_eyes_are_asked_one_frame_at_a_time_and_the_screen_goes_on(
    open_page: Open, qtbot: QtBot
) -> None:
    hand, camera = open_page(), Camera()
    eyes = FakeEyes((Box(85, 138, 188, 188),), at_once=False)
    hand.page.show_eyes(eyes)
    hand.page.show_camera(camera)
    qtbot.waitUntil(lambda: camera.reads >= 5)
    assert len(eyes.asked) == 1
    assert eyes.asked == [(360, 480, 360 * 480)]
    eyes.may_answer.set()
    qtbot.waitUntil(lambda: hand.page._seen.faces == (FACE,))


def test_a_face_that_is_found_is_framed(open_page: Open, qtbot: QtBot) -> None:
    hand = open_page()
    said = heard(hand.page.submitted)
    hand.page.show_eyes(FakeEyes((Box(85, 138, 188, 188),)))
    camera = Camera()
    hand.page.show_camera(camera)
    qtbot.waitUntil(lambda: hand.page._seen.faces == (FACE,))
    hand.touch("take-photo")
    hand.touch("use-photo")
    assert portrait_of(said) == crop(draw(), frame_head(FACE, draw()))


@pytest.mark.parametrize("answer", [(), None])
def test_the_photo_is_the_middle_where_no_face_is_found(
    open_page: Open, qtbot: QtBot, answer: tuple[Box, ...] | None
) -> None:
    hand = open_page()
    said = heard(hand.page.submitted)
    eyes = FakeEyes(answer)
    hand.page.show_eyes(eyes)
    hand.page.show_camera(Camera())
    qtbot.waitUntil(lambda: len(eyes.asked) >= 2)
    hand.touch("take-photo")
    hand.touch("use-photo")
    assert portrait_of(said) == crop(draw(), middle(draw()))


def test_what_is_seen_after_leaving_is_not_told(open_page: Open, qtbot: QtBot) -> None:
    hand = open_page()
    eyes = FakeEyes((FACE,), at_once=False)
    hand.page.show_eyes(eyes)
    hand.page.show_camera(Camera())
    qtbot.waitUntil(lambda: bool(eyes.asked))
    told = heard(hand.page.mirror.seen)
    hand.page.leave()
    eyes.may_answer.set()
    qtbot.waitUntil(lambda: not hand.page.mirror._watch._turns.busy)
    assert told == []


# -- by hand -----------------------------------------------------------------------------------


def shown(hand: Hand) -> QImage:
    settle(hand.page)
    image: QImage = hand.page.picture.grab().toImage()
    return image


@pytest.fixture
def taken(open_page: Open) -> Hand:
    hand = open_page()
    see(hand, None)
    hand.touch("take-photo")
    return hand


def test_the_photo_can_be_lighter_and_as_it_was(taken: Hand) -> None:
    said = heard(taken.page.submitted)
    before = shown(taken)
    taken.touch("lighter")
    assert shown(taken) != before
    assert taken.page.lighter.text() == "As it was"
    taken.touch("use-photo")
    taken.touch("lighter")
    taken.touch("use-photo")
    lighter, plain = (portrait for (portrait,) in said)
    assert lighter == even(plain)
    assert plain == crop(draw(), frame_head(FACE, draw()))


@pytest.mark.parametrize("way", ["left", "right", "up", "down", "larger", "smaller"])
def test_the_photo_is_moved_and_zoomed_by_touch_and_by_key(
    taken: Hand, qtbot: QtBot, way: str
) -> None:
    taken.touch("move-photo")
    first = shown(taken)
    taken.touch(f"photo:{way}")
    second = shown(taken)
    assert second != first
    button = taken.control(f"photo:{way}")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert shown(taken) != second


@pytest.mark.parametrize(("way", "across", "down"), [
    ("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1),
])  # fmt: skip
def test_an_arrow_moves_the_face_its_way(taken: Hand, way: str, across: int, down: int) -> None:
    taken.touch("move-photo")
    before = taken.page._shot.area
    taken.touch(f"photo:{way}")
    after = taken.page._shot.area
    assert (before.left - after.left > 0) - (before.left - after.left < 0) == across
    assert (before.top - after.top > 0) - (before.top - after.top < 0) == down


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_arrows_stand_where_they_point_in_every_language(
    open_page: Open, language: str
) -> None:
    hand = open_page(language=language)
    see(hand, None)
    hand.touch("take-photo")
    hand.touch("move-photo")
    assert hand.control("photo:left").x() < hand.control("photo:right").x()


def test_what_was_moved_is_used(taken: Hand) -> None:
    said = heard(taken.page.submitted)
    taken.touch("move-photo")
    for name in ("photo:larger", "photo:up", "moved", "lighter", "use-photo"):
        taken.touch(name)
    area = taken.page._shot.area
    assert area != frame_head(FACE, draw())
    assert portrait_of(said) == even(crop(draw(), area))


def test_a_new_photo_is_not_lighter_because_the_last_one_was(taken: Hand, qtbot: QtBot) -> None:
    taken.touch("lighter")
    taken.touch("retake")
    taken.page.show_camera(DrawnCamera())
    qtbot.waitUntil(lambda: taken.control("take-photo").isEnabled())
    taken.touch("take-photo")
    assert taken.page.lighter.text() == "Lighter"
