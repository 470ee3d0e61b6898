"""Tray: the keyboard of a page, and the order in which it fills the page's fields.

The keyboard is told its field outright, because a panel without a window manager, or a person who
moves by five keys, has no focus to rely on.
"""

from functools import lru_cache

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent

from ui.keyboard import Keyboard, Tables, load_tables
from ui.translate import LANGUAGES, language
from ui.widgets import Field, Panel, vbox


class Tray(Panel):
    """A keyboard for `fields`, each after the other; `finished` comes after the last one.

    With `latin` it starts with Latin letters in every language.
    """

    finished = Signal()

    def __init__(self, *fields: Field, latin: bool = False) -> None:
        super().__init__("sunken", edge=None, square=True)
        self._fields = fields
        self._latin = latin
        self._target = fields[0]
        digits = all(field.digits for field in fields)
        self.keyboard = Keyboard(_tables(), digits=digits)
        if digits:
            self.keyboard.setMinimumWidth(1)  # the pad never shows the letters, which want more
        self.setLayout(vbox(1, self.keyboard, 1, gap=0))
        self.keyboard.advanced.connect(self._advance)
        for field in fields:
            field.entered.connect(self._entered)
            field.returned.connect(self._advance)
        self._show_letters()

    def start(self, field: Field | None = None) -> None:
        """Type into `field`, or else into the first one, from now on."""
        self._target = field or self._fields[0]
        self._show_letters()
        self._target.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._show_letters()
        super().showEvent(event)
        self._target.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        # A keyboard that nobody sees would take a megabyte for every language.
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._show_letters()
        super().changeEvent(event)

    def _show_letters(self) -> None:
        self.keyboard.set_language("en" if self._latin else language())
        self.keyboard.set_target(self._target)

    def _entered(self, field: Field) -> None:
        self._target = field
        self.keyboard.set_target(field)

    def _advance(self) -> None:
        place = self._fields.index(self._target) + 1
        following = next((field for field in self._fields[place:] if field.isVisible()), None)
        if following is None:
            self.finished.emit()
        else:
            following.setFocus()
            self._entered(following)


@lru_cache(maxsize=1)
def _tables() -> Tables:
    return load_tables(tuple(LANGUAGES))
