from pytestqt.qtbot import QtBot

from kiosk.devices import Box, Frame
from kiosk.devices.drawn_camera import draw
from kiosk.session.advice import Advice
from tests.session.faces import drawn, frame
from ui.watch import Seen, Watch, see


class Eyes:
    """Eyes that see one face in every picture."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int, int]] = []

    def faces(self, width: int, height: int, grey: bytes) -> tuple[Box, ...]:
        self.sizes.append((width, height, len(grey)))
        return (Box(10, 20, 30, 40),)

    def read(self, width: int, height: int, grey: bytes) -> None: ...

    def close(self) -> None: ...


def dark() -> Frame:
    return frame(drawn().point(lambda level: level // 5))


def test_faces_are_told_in_the_pixels_of_the_frame() -> None:
    eyes = Eyes()
    assert see(draw(), eyes).faces == (Box(20, 40, 60, 80),)
    assert eyes.sizes == [(360, 480, 360 * 480)]


def test_without_eyes_there_is_advice_and_no_faces() -> None:
    assert see(dark(), None) == Seen(None, Advice.DARK)


def test_words_change_when_two_looks_agree(qtbot: QtBot) -> None:
    told: list[Advice | None] = []
    watch = Watch(lambda seen: told.append(seen.advice))
    for shown in (draw(), dark(), draw(), dark(), dark(), draw(), draw()):
        before = len(told)
        watch.look(shown, None)
        qtbot.waitUntil(lambda before=before: len(told) > before)  # type: ignore[misc]  # bound now
    assert told == [None, None, None, None, Advice.DARK, Advice.DARK, None]
