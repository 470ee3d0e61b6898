"""Shelves: many things to choose from, one group at a time, each under its name.

A pack may know a hundred kinds of paper. Nobody reads a list of a hundred, and nobody guesses that
a list goes on: one button leafs through everything, and comes round to the first shelf again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.pages.leaves import Leaves
from ui.pages.parts import Bench
from ui.widgets import Button, Text


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group: its name in the language shown, and what stands on it."""

    title: str
    things: Sequence[QWidget]


class Shelves:
    """Parts of a column: `title`, then `leaves`, then `turn`, which has nothing to turn alone.

    `gap` is the room between things that are tiles; 0 for rows of one panel.
    """

    def __init__(self, gap: float = 0) -> None:
        self.title = Text("strong")
        self.leaves = Leaves(gap=gap, turned_outside=True)
        self.more = Button("secondary", icon="chevron-down", name="more")
        self.previous = Button("ghost", icon="chevron-up", name="previous")
        self.turn = Bench(self.previous, self.more, shares=(1, 2))
        self._shelves: Sequence[Shelf] = ()
        self._at = 0
        self.more.clicked.connect(self._on)
        self.previous.clicked.connect(self._back)

    def fill(self, shelves: Sequence[Shelf]) -> None:
        """Show these shelves, from the first one; empty ones are left out."""
        kept = [thing for shelf in self._shelves for thing in shelf.things]
        self._shelves = [shelf for shelf in shelves if shelf.things]
        now = {id(thing) for shelf in self._shelves for thing in shelf.things}
        for shelf in self._shelves:  # what has no parent would be a window of its own
            for thing in shelf.things:
                if thing.parent() is not self.leaves:
                    thing.setParent(self.leaves)
                    thing.hide()
        for thing in kept:
            if id(thing) not in now:
                thing.hide()
        self._show(0)

    def rename(self, titles: Sequence[str]) -> None:
        """Give the shelves that are shown their names in another language."""
        self._shelves = [
            Shelf(title, shelf.things) for title, shelf in zip(titles, self._shelves, strict=True)
        ]
        self._say()

    def _show(self, at: int) -> None:
        self._at = at % max(1, len(self._shelves))
        self.leaves.set_rows(self._shelves[self._at].things if self._shelves else ())
        self._say()

    def _on(self) -> None:
        if self.leaves.at_end:
            self._show(self._at + 1)
        else:
            self.leaves.turn_over()

    def _back(self) -> None:
        self._show(self._at - 1)

    def _say(self) -> None:
        many = len(self._shelves)
        title = self._shelves[self._at].title if self._shelves else ""
        self.title.setText(f"{title} ({self._at + 1}/{many})" if many > 1 else title)
        self.more.setText(QCoreApplication.translate("Shelves", "More papers"))
        self.previous.setText(QCoreApplication.translate("Shelves", "Earlier"))
        self.turn.setVisible(many > 1 or not self.leaves.at_end)
