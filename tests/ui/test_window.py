from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.scenes import COVERS, PORTRAIT, Stage, city, empty, journey, settle
from ui.palette import DAY, HIGH_CONTRAST
from ui.theme import theme
from ui.window import SCALES, TITLE, Window

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME = "Guadalupe"


@pytest.fixture
def window(page_stage: Stage, qtbot: QtBot) -> Window:
    """A window that shows the name page with a name on it, in English."""
    with qtbot.waitActive(page_stage.window):
        page_stage.window.activateWindow()
    theme().fit(PORTRAIT)
    page_stage.speak("en")
    page = page_stage.open("name", empty())
    page.given.set_text(NAME)
    settle(page)
    return page_stage.window


def control(window: Window, name: str) -> QWidget:
    found = [widget for widget in window.findChildren(QWidget, name) if widget.isVisible()]
    assert len(found) == 1, name
    return found[0]


def signals(signal: Any) -> list[tuple[Any, ...]]:
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: said.append(values))
    return said


def pixels(window: Window) -> QImage:
    settle(window)
    return window.grab().toImage()


def test_the_title_is_the_same_for_everybody(window: Window) -> None:
    assert window.windowTitle() == TITLE == "City ID"


def test_the_header_says_where_one_is(page_stage: Stage, window: Window) -> None:
    assert window.header.steps.accessibleName() == "Step 2 of 5: About you"
    page_stage.open("attract", empty())
    assert window.header.steps.isHidden()


@pytest.mark.parametrize("key", ["language", "text", "contrast", "hide", "erase"])
def test_every_key_of_the_rail_is_told(window: Window, qtbot: QtBot, key: str) -> None:
    said = signals(window.rail_pressed)
    qtbot.mouseClick(control(window, f"rail:{key}"), LEFT)
    assert said == [(key,)]
    window.show_again()


def test_nothing_offers_speech_while_there_is_none(window: Window) -> None:
    assert window.rail.buttons["listen"].isHidden()


def test_larger_text_goes_round(window: Window, qtbot: QtBot) -> None:
    seen = []
    for _ in SCALES:
        qtbot.mouseClick(control(window, "rail:text"), LEFT)
        seen.append(theme().text_scale)
    assert sorted(seen) == sorted(SCALES)
    assert seen[-1] == 1.0


def test_contrast_is_switched_there_and_back(window: Window, qtbot: QtBot) -> None:
    for palette in (HIGH_CONTRAST, DAY):
        qtbot.mouseClick(control(window, "rail:contrast"), LEFT)
        assert theme().palette is palette
        assert control(window, "rail:contrast").isChecked() is (palette is HIGH_CONTRAST)  # type: ignore[attr-defined]  # a button


def test_a_page_may_leave_nothing_of_the_rail_but_hiding(page_stage: Stage, window: Window) -> None:
    page_stage.open("printing", journey())
    assert [key for key, button in window.rail.buttons.items() if button.isVisible()] == ["hide"]


# -- covers ------------------------------------------------------------------------------------


@pytest.mark.parametrize("cover", COVERS)
def test_behind_a_cover_nothing_can_be_seen_or_typed(window: Window, cover: str) -> None:
    COVERS[cover](window)
    covered = pixels(window)
    visible = [widget for widget in window.findChildren(QLineEdit) if widget.isVisible()]
    assert visible == []
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    page: Any = window.page
    page.given.set_text("somebody else")
    assert pixels(window) == covered
    window.show_again()
    assert not window.covered


def test_what_was_typed_is_still_there_after_hiding(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(control(window, "rail:hide"), LEFT)
    qtbot.mouseClick(control(window, "show-answers"), LEFT)
    settle(window)
    page: Any = window.page
    assert page.given.text() == NAME
    assert QApplication.focusWidget() is page.given.edit


def test_erasing_is_asked_about_once(window: Window, qtbot: QtBot) -> None:
    said = signals(window.erase_confirmed)
    qtbot.mouseClick(control(window, "rail:erase"), LEFT)
    assert said == []
    qtbot.mouseClick(control(window, "erase-no"), LEFT)
    assert not window.covered
    qtbot.mouseClick(control(window, "rail:erase"), LEFT)
    qtbot.mouseClick(control(window, "erase-yes"), LEFT)
    assert len(said) == 1
    window.show_again()


def test_more_time_returns_to_the_page(window: Window, qtbot: QtBot) -> None:
    said = signals(window.more_time)
    window.warn_idle()
    window.count_down(27, 30)
    qtbot.mouseClick(control(window, "more-time"), LEFT)
    assert len(said) == 1
    assert not window.covered


def test_more_time_does_not_show_what_was_hidden(window: Window, qtbot: QtBot) -> None:
    window.hide_answers()
    window.warn_idle()
    qtbot.mouseClick(control(window, "more-time"), LEFT)
    assert control(window, "show-answers").isVisible()
    window.show_again()


def test_everything_can_be_erased_from_the_idle_cover(window: Window, qtbot: QtBot) -> None:
    said = signals(window.erase_confirmed)
    window.warn_idle()
    qtbot.mouseClick(control(window, "erase-now"), LEFT)
    assert len(said) == 1
    window.show_again()


def test_the_countdown_is_told_in_words(window: Window) -> None:
    window.warn_idle()
    window.count_down(1, 30)
    assert window.idle_cover.lead.text().endswith("in 1 second.")
    window.count_down(27, 30)
    assert window.idle_cover.lead.text().endswith("in 27 seconds.")
    window.show_again()


def test_a_dark_screen_stays_dark_whatever_comes() -> None:
    gone = Stage()
    gone.window.resize(PORTRAIT)
    gone.window.show()
    gone.open("name", journey())
    gone.window.go_dark()
    dark = pixels(gone.window)
    assert len({dark.pixel(x, y) for x in range(0, 1080, 40) for y in range(0, 1920, 40)}) == 1
    gone.window.warn_idle()
    gone.window.show_again()
    assert pixels(gone.window) == dark
    gone.end()


# -- keys --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Backspace, CTRL | ALT), (Qt.Key.Key_Escape, CTRL | SHIFT)]
)
def test_the_panic_chord_works_even_while_typing(
    window: Window, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    said = signals(window.panic)
    page: Any = window.page
    qtbot.keyClick(page.given.edit, key, modifiers)
    assert len(said) == 1
    assert page.given.text() == NAME


def test_the_panic_chord_works_behind_a_cover(window: Window, qtbot: QtBot) -> None:
    said = signals(window.panic)
    window.hide_answers()
    qtbot.keyClick(control(window, "show-answers"), Qt.Key.Key_Backspace, CTRL | ALT)
    assert len(said) == 1
    window.show_again()


@pytest.mark.parametrize("modifiers", [CTRL, ALT, Qt.KeyboardModifier.NoModifier])
def test_less_than_the_chord_is_no_panic(
    window: Window, qtbot: QtBot, modifiers: Qt.KeyboardModifier
) -> None:
    said = signals(window.panic)
    page: Any = window.page
    qtbot.keyClick(page.given.edit, Qt.Key.Key_Backspace, modifiers)
    assert said == []


def test_focus_rings_show_for_keys_only(page_stage: Stage, window: Window, qtbot: QtBot) -> None:
    page: Any = window.page
    qtbot.mouseClick(control(window, "rail:hide"), LEFT)
    qtbot.mouseClick(control(window, "show-answers"), LEFT)
    settle(page)
    assert not theme().keys_drive
    page.family.edit.setFocus()
    qtbot.keyClick(page.family.edit, Qt.Key.Key_Tab)
    assert theme().keys_drive
    page_stage.open("name", empty())


# -- languages ---------------------------------------------------------------------------------


def test_another_language_keeps_what_was_typed(page_stage: Stage, window: Window) -> None:
    page: Any = window.page
    for language in ("ar", "es", "en"):
        page_stage.speak(language)
        settle(page)
        assert page.given.text() == NAME
    assert page.title.text() == "What is your name?"


def test_a_language_from_the_right_mirrors_the_page(page_stage: Stage, window: Window) -> None:
    page: Any = window.page

    def left(widget: QWidget) -> int:
        return widget.mapTo(window, QPoint(0, 0)).x()

    assert left(page.foot.back) < left(page.foot.next)
    page_stage.speak("ar")
    settle(page)
    assert left(page.foot.back) > left(page.foot.next)
    assert left(window.rail.buttons["language"]) > left(window.rail.buttons["erase"])
    page_stage.speak("en")


def test_a_refusal_is_said_anew_in_another_language(page_stage: Stage, window: Window) -> None:
    page: Any = page_stage.open("name", empty())
    page.foot.next.click()
    english = page.given.error.text()
    page_stage.speak("es")
    settle(page)
    assert page.given.error.text() not in {"", english}
    page_stage.speak("en")
    assert window.page is page


# -- the banner --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("missing", "said"),
    [((), "TRAINING · SPECIMEN"), (("Landlock",), "TRAINING · SPECIMEN · missing here: Landlock")],
)
def test_a_training_station_says_so(
    page_stage: Stage, qtbot: QtBot, missing: tuple[str, ...], said: str
) -> None:
    page_stage.speak("en")
    window = Window(city(), missing)
    qtbot.addWidget(window)
    assert window.banner.words() == said
    assert not window.banner.isHidden()


def test_a_real_station_has_no_banner(qtbot: QtBot, page_stage: Stage) -> None:
    window = Window(city())
    qtbot.addWidget(window)
    assert window.banner.isHidden()
    assert page_stage.window is not window
