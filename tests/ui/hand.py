"""Hand: a page on the screen, and somebody who touches it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.scenes import Stage, settle

Open = Callable[..., "Hand"]


class Hand:
    """Touches controls of `page` by name."""

    def __init__(self, shown: Any, stage: Stage, qtbot: QtBot) -> None:
        self.page, self.stage, self.window, self._qtbot = shown, stage, stage.window, qtbot

    def control(self, name: str) -> Any:
        found = self._visible(name)
        assert len(found) == 1, name
        return found[0]

    def shows(self, name: str) -> bool:
        return bool(self._visible(name))

    def touch(self, name: str) -> None:
        self._qtbot.mouseClick(self.control(name), Qt.MouseButton.LeftButton)
        settle(self.page)

    def text(self, name: str) -> str:
        return str(self.control(name).text())

    def write(self, name: str, text: str) -> None:
        self.control(name).set_text(text)

    def _visible(self, name: str) -> list[QWidget]:
        found = self.window.findChildren(QWidget, name)
        return [widget for widget in found if widget.isVisible()]


def heard(signal: Any) -> list[tuple[Any, ...]]:
    """Return the list that every emission of `signal` is added to."""
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: said.append(values))
    return said
