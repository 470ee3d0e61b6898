"""One application, one theme and the bundled fonts for all tests of `ui`, reset for each test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.session.journey import Journey
from tests.ui.hand import Hand, Open
from tests.ui.scenes import Stage, empty
from ui.theme import Look, Theme, install, load_all_fonts, load_first_fonts, theme
from ui.translate import direction

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FONTS = Path(__file__).resolve().parent.parent.parent / "assets" / "fonts"

PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)


@pytest.fixture(scope="session")
def _themed(qapp: QApplication) -> Theme:
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    fresh = Theme()
    install(qapp, fresh)
    return fresh


@pytest.fixture(autouse=True)
def look(_themed: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, as it is at the start of a session, for each test."""
    _themed.set_look(Look())
    _themed.keys_drive = False
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    yield _themed
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show a widget at a size and hand it back, laid out."""

    def show(widget: QWidget, size: QSize | None = None) -> QWidget:
        qtbot.addWidget(widget)
        if size is not None:
            widget.resize(size)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture(scope="module")
def page_stage(qapp: QApplication) -> Iterator[Stage]:  # noqa: ARG001 there must be one
    """A window in portrait, on which pages are opened one after another."""
    stage = Stage()
    stage.window.resize(PORTRAIT)
    stage.window.show()
    yield stage
    stage.end()


@pytest.fixture
def open_page(page_stage: Stage, qtbot: QtBot) -> Open:
    """Open a page as a person finds it who comes with the journey `before`."""

    def show(name: str, before: Journey | None = None, language: str = "en", **place: bool) -> Hand:
        theme().fit(page_stage.window.size())
        page_stage.speak(language)
        QApplication.setLayoutDirection(direction(language))
        shown = page_stage.open(name, before or empty(language), **place)
        return Hand(shown, page_stage, qtbot)

    return show
