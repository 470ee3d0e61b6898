"""Slips on the screen and from the printer's twin."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.devices import SlipPrinter, SlipTrouble
from kiosk.devices.screen_slip_printer import ScreenSlipPrinter
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.paper import USUAL, Paper, Roll
from kiosk.formats.slip import Slip, appeal, take_home
from tests.formats.slips import APPEAL, TAKE_HOME
from tests.ui.conftest import LANDSCAPE, PORTRAIT
from tests.ui.scenes import LANGUAGES, TODAY, settle, studio
from ui import slip_words
from ui.pages.slip import SlipPart
from ui.slips import SlipDesk, Slips, SlipTools
from ui.theme import theme
from ui.translate import Translator
from ui.widgets.slip import SlipView
from ui.words import word

LEFT = Qt.MouseButton.LeftButton
SLIP = TAKE_HOME["en"]


@lru_cache
def drawn(slip: Slip = SLIP, paper: Paper = USUAL) -> Bitmap:
    return studio().draw_slip(slip, paper)


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    assert qapp  # words are shown in an application
    speaker = Translator(LANGUAGES)
    yield speaker
    speaker.use("en")


@pytest.fixture
def part(translator: Translator, qtbot: QtBot) -> SlipPart:
    translator.use("en")
    shown = SlipPart()
    qtbot.addWidget(shown)
    theme().fit(PORTRAIT)
    shown.resize(1080, 1400)
    shown.show()
    return shown


def visible_words(part: SlipPart) -> str:
    notices = (part.keep, part.printed, part.failed)
    shown = [notice for notice in notices if notice.isVisible()]
    assert len(shown) == 1
    return f"{shown[0].head.text()} {shown[0].body.text()}"


# -- what is shown -------------------------------------------------------------------------------


def test_without_a_printer_the_slip_is_to_be_written_down(part: SlipPart) -> None:
    part.show_slip(drawn(), "TD17K", printable=False)
    assert visible_words(part) == "Write this down or photograph it. Code for the office: TD17K"
    assert not part.print.isVisible()


def test_with_a_printer_it_is_printed_when_somebody_wants_it(part: SlipPart, qtbot: QtBot) -> None:
    part.show_slip(drawn(), SLIP.code, printable=True)
    with qtbot.waitSignal(part.print_wanted):
        qtbot.mouseClick(part.print, LEFT)


def test_while_it_is_printed_it_is_not_wanted_again(part: SlipPart) -> None:
    part.show_slip(drawn(), SLIP.code, printable=True)
    part.printing()
    assert not part.print.isEnabled()
    assert part.print.text() == "Printing"


def test_what_was_printed_is_to_be_taken(part: SlipPart) -> None:
    part.show_slip(drawn(), SLIP.code, printable=True)
    part.ended(None)
    assert visible_words(part).startswith("Take your paper")
    assert part.print.isEnabled()


@pytest.mark.parametrize("trouble", SlipTrouble)
def test_a_failure_says_why_and_to_write_it_down(trouble: SlipTrouble, part: SlipPart) -> None:
    part.show_slip(drawn(), SLIP.code, printable=True)
    part.ended(trouble)
    said = visible_words(part)
    assert said.startswith(word(trouble.value))
    assert "Write this down" in said
    assert SLIP.code in said
    assert part.print.text() == "Try again"


def test_every_word_follows_the_language(part: SlipPart, translator: Translator) -> None:
    part.show_slip(drawn(), "TD17K", printable=True)
    translator.use("ar")
    settle(part)
    assert visible_words(part) == "اكتب هذا أو صوّره. الرمز للمكتب: TD17K"
    assert part.print.text() == "اطبع"


def test_a_slip_that_was_cleared_is_shown_no_more(part: SlipPart) -> None:
    settle(part)
    before = part.view.grab().toImage()
    part.show_slip(drawn(), "TD17K", printable=True)
    assert part.view.grab().toImage() != before
    part.clear()
    settle(part)
    assert "TD17K" not in visible_words(part)
    assert part.view.grab().toImage() == before


def test_the_screen_shows_the_dots_of_the_paper(qtbot: QtBot) -> None:
    view = SlipView()
    qtbot.addWidget(view)
    theme().fit(PORTRAIT)
    view.resize(theme().mm(170 + 8), 3000)
    bars = Bitmap(8, 8, b"\xf0" * 4 + b"\x0f" * 4)  # black above at the left, below at the right
    view.set_slip(bars)
    image = view.grab().toImage()
    side, rim = theme().mm(170), theme().mm(4)
    left = (image.width() - side) // 2
    near, far = side // 4, side * 3 // 4
    seen = [
        image.pixelColor(left + x, rim + y).lightness() for y in (near, far) for x in (near, far)
    ]
    assert seen == [0, 255, 255, 0]


def test_a_slip_too_long_for_the_screen_is_shown_in_turns(part: SlipPart, qtbot: QtBot) -> None:
    theme().fit(LANDSCAPE)
    part.resize(LANDSCAPE.width(), 500)
    part.show_slip(drawn(), SLIP.code, printable=False)
    settle(part)
    first = part.view.grab().toImage()
    assert part.more.isVisible()
    qtbot.mouseClick(part.more, LEFT)
    settle(part)
    assert part.view.grab().toImage() != first


def test_a_slip_that_fits_needs_no_turning(part: SlipPart) -> None:
    part.show_slip(drawn(), SLIP.code, printable=False)
    settle(part)
    assert not part.more.isVisible()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("scale", [0.85, 1.0, 1.6])
def test_letters_are_never_much_smaller_than_the_page_s_own(
    size: QSize, scale: float, part: SlipPart
) -> None:
    theme().fit(size)
    theme().set_text_scale(scale)
    part.resize(size.width(), size.height() - 400)
    part.show_slip(drawn(), SLIP.code, printable=True)
    settle(part)
    across = part.view._scale * USUAL.width / theme().px_per_mm
    assert across >= min(105 * scale, part.view.width() / theme().px_per_mm - 9)


# -- what is printed -----------------------------------------------------------------------------


class Desk:
    """A part with its desk and a printer."""

    def __init__(
        self, part: SlipPart, printer: SlipPrinter | None, *, has_one: bool = True
    ) -> None:
        opener = (lambda: printer) if has_one else None
        self.slips = Slips(SlipTools(studio().draw_slip, opener))
        self.part, self.desk = part, SlipDesk(part, self.slips)

    def show(self, qtbot: QtBot, slip: Slip = SLIP) -> None:
        with qtbot.waitSignal(self.slips.drawn):
            self.desk.show_slip(slip)

    def print(self, qtbot: QtBot) -> list[Any]:
        with qtbot.waitSignal(self.slips.ended) as ended:
            qtbot.mouseClick(self.part.print, LEFT)
        return list(ended.args)


def test_a_slip_is_drawn_anew_for_the_paper_of_the_printer(part: SlipPart, qtbot: QtBot) -> None:
    narrow = Paper(Roll.MM_58)
    twin = ScreenSlipPrinter(paper=narrow)
    desk = Desk(part, twin)
    desk.show(qtbot)
    assert desk.print(qtbot) == [SLIP, None]
    assert twin.last == drawn(SLIP, narrow)
    assert part.printed.isVisible()


def test_a_printer_that_complains_is_told_on_the_page(part: SlipPart, qtbot: QtBot) -> None:
    desk = Desk(part, ScreenSlipPrinter(SlipTrouble.OUT_OF_PAPER))
    desk.show(qtbot)
    assert desk.print(qtbot) == [SLIP, SlipTrouble.OUT_OF_PAPER]
    assert word("slip-printer-out-of-paper") in visible_words(part)


def test_a_printer_that_does_not_answer_is_told_on_the_page(part: SlipPart, qtbot: QtBot) -> None:
    desk = Desk(part, None)
    desk.show(qtbot)
    assert desk.print(qtbot) == [SLIP, SlipTrouble.NOT_THERE]
    assert part.failed.isVisible()


def test_a_station_without_a_printer_offers_none(part: SlipPart, qtbot: QtBot) -> None:
    desk = Desk(part, None, has_one=False)
    desk.show(qtbot)
    assert not desk.slips.printable
    assert not part.print.isVisible()


def test_what_became_of_another_slip_is_not_told_here(part: SlipPart, qtbot: QtBot) -> None:
    desk = Desk(part, ScreenSlipPrinter())
    desk.show(qtbot)
    with qtbot.waitSignal(desk.slips.ended):
        desk.slips.print_slip(APPEAL["en"])
    assert part.keep.isVisible()


def test_a_slip_that_was_cleared_does_not_come_back(part: SlipPart, qtbot: QtBot) -> None:
    desk = Desk(part, ScreenSlipPrinter())
    with qtbot.waitSignal(desk.slips.drawn):
        desk.desk.show_slip(SLIP)
        desk.desk.clear()
    assert SLIP.code not in visible_words(part)


def test_a_page_may_be_destroyed_while_its_slip_is_printed(
    translator: Translator, qtbot: QtBot
) -> None:
    translator.use("en")
    slips = Slips(SlipTools(studio().draw_slip, ScreenSlipPrinter))
    part = SlipPart()
    SlipDesk(part, slips).show_slip(SLIP)
    part.deleteLater()
    QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete.value)
    with qtbot.waitSignal(slips.ended):
        slips.print_slip(SLIP)


# -- its words -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_slip_is_of_its_language_and_can_be_printed(
    language: str, translator: Translator
) -> None:
    translator.use(language)
    rules = slip_words.rules("Alderport", "alderport", "3", TODAY)
    slips = [
        take_home(["1"], [["2"], ["3"]], "T111", rules, slip_words.take_home_words()),
        appeal([("4", "5")], "A111", rules, slip_words.appeal_words(["6"])),
    ]
    english = {"What to bring", "Still missing", "Or this", "No card today", "Why"}
    for slip in slips:
        assert slip.language == language
        assert (slip.heading in english) is (language == "en")
        headings = {section.heading for section in slip.sections}
        assert bool(headings & english) is (language == "en")
        assert studio().draw_slip(slip, USUAL).height > 300
