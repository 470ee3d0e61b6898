"""Every page, measured: nothing clipped, nothing too small, nothing outside or over another."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.ui.scenes import COVERS, LANDSCAPE, LANGUAGES, PORTRAIT, SCENES, Stage
from ui.keyboard.keys import Key
from ui.theme import METRICS, theme
from ui.translate import direction
from ui.widgets import Text
from ui.window import SCALES, Window

SHAPES = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
LEAST_KEY = 18.0  # mm
ROUNDING = 1  # pixels


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:  # noqa: ARG001 there must be one
    stage = Stage()
    stage.window.show()
    yield stage
    stage.end()


def place(widget: QWidget, window: Window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def visible(window: Window, kind: type[Any]) -> list[Any]:
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def faults(window: Window) -> list[str]:
    """Return everything on the screen that somebody could not see, read or touch."""
    return [*_buttons(window), *_texts(window), *_fields(window)]


def _buttons(window: Window) -> list[str]:
    found = []
    buttons = [(button, place(button, window)) for button in visible(window, QAbstractButton)]
    for button, box in buttons:
        least = theme().mm(LEAST_KEY if isinstance(button, Key) else METRICS.target)
        if not window.rect().contains(box):
            found.append(f"outside: {button.objectName()} {box}")
        if min(box.width(), box.height()) < least - ROUNDING:
            found.append(f"small: {button.objectName()} {box.size()}")
        if button.hasHeightForWidth() and button.heightForWidth(box.width()) > box.height() + 1:
            found.append(f"clipped: {button.objectName()} {button.text()!r}")
    for (one, here), (other, there) in combinations(buttons, 2):
        if here.intersects(there):
            found.append(f"overlap: {one.objectName()} {other.objectName()}")
    return found


def _texts(window: Window) -> list[str]:
    found = []
    texts = [text for text in visible(window, Text) if text.text()]
    for text in texts:
        if not window.rect().contains(place(text, window)):
            found.append(f"outside: {text.text()!r}")
        if text.heightForWidth(text.width()) > text.height() + ROUNDING:
            found.append(f"clipped: {text.text()!r}")
        if not _inside(text, window):
            found.append(f"cut by its parent: {text.text()!r}")
    boxes = [(text, place(text, window)) for text in texts]
    for (one, here), (other, there) in combinations(boxes, 2):
        if here.intersects(there):
            found.append(f"overlap: {one.text()!r} {other.text()!r}")
    return found


def _fields(window: Window) -> list[str]:
    found = []
    for edit in visible(window, QLineEdit):
        box = edit.parentWidget()
        if box.height() < theme().mm(METRICS.target) or not _inside(box, window):
            found.append(f"field: {edit.objectName()} {place(box, window)}")
    return found


def _inside(widget: QWidget, window: Window) -> bool:
    """Whether no parent cuts anything of `widget` off."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if not place(parent, window).contains(place(widget, window)):
            return False
        parent = parent.parentWidget()
    return True


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_seen_read_and_touched(
    stage: Stage, language: str, shape: str, scale: float
) -> None:
    stage.window.resize(SHAPES[shape])
    theme().fit(SHAPES[shape])
    theme().set_text_scale(scale)
    QApplication.setLayoutDirection(direction(language))
    wrong = {}
    for name in (*SCENES, *COVERS):
        stage.play(name, language)
        found = faults(stage.window)
        if found:
            wrong[name] = found
    assert wrong == {}
