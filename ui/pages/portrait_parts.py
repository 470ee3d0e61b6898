"""Portrait parts: words that change without moving the mirror, and the hand that moves a photo."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.session import framing
from kiosk.session.advice import Advice
from kiosk.session.portrait import Shot
from ui.pages.parts import Bench
from ui.watch import Seen
from ui.widgets import Align, Button, Pointer, Text, vbox
from ui.words import word

POINTERS: Final[Mapping[Advice, Pointer]] = {
    Advice.LEFT: Pointer.LEFT,
    Advice.RIGHT: Pointer.RIGHT,
    Advice.UP: Pointer.UP,
    Advice.DOWN: Pointer.DOWN,
    Advice.NEARER: Pointer.NEARER,
    Advice.BACK: Pointer.BACK,
}
"""The advice that an arrow can show. The mirror turns left and right as a mirror does, so that the
arrow to one's own left points to the left."""

# What moves the face on the picture: steps of the cut across and down, which go the other way.
_MOVES: Final[Mapping[str, tuple[int, int]]] = {
    "left": (1, 0), "up": (0, 1), "down": (0, -1), "right": (-1, 0),
}  # fmt: skip


class Coach(Text):
    """Says one thing at a time to who looks into the mirror.

    It always has room for the longest that it may say, so that nothing moves while it speaks.
    """

    def __init__(self) -> None:
        super().__init__("lead", bold=True, align=Align.CENTRE)
        self._longest: tuple[str, ...] = ()
        self._heights: dict[tuple[int, int], int] = {}

    def advise(self, seen: Seen) -> None:
        """Say what would make a better photo; that no face is found is never said."""
        if seen.advice is not None:
            self.setText(word(seen.advice))
        else:
            self.setText(self._ready() if seen.faces else self._begin())

    def make_room(self, *, wanted: bool) -> None:
        """Have room for any advice from now on, or for what is said alone."""
        advice = (word(each) for each in Advice)
        self._longest = (self._begin(), self._ready(), *advice) if wanted else ()
        self._heights.clear()
        self.updateGeometry()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        key = (width, self.text_font().pixelSize())
        if key not in self._heights:
            heights = (self._height(text, width) for text in self._longest)
            self._heights[key] = max(heights, default=0)
        return max(self._heights[key], super().heightForWidth(width))

    def _height(self, text: str, width: int) -> int:
        shown, self._text = self._text, text
        height = super().heightForWidth(width)
        self._text = shown
        return height

    def _begin(self) -> str:
        return self.tr("Put your face in the oval and look at the camera.")

    def _ready(self) -> str:
        return self.tr("Good. Take the photo when you are ready.")


class Pad(QWidget):
    """Moves and zooms a shot by hand. `changed` carries the new Shot."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shot: Shot | None = None
        self.larger = Button("secondary", icon="zoom-in", name="photo:larger")
        self.smaller = Button("secondary", icon="zoom-out", name="photo:smaller")
        self.arrows = {
            way: Button("secondary", icon=f"chevron-{way}", name=f"photo:{way}") for way in _MOVES
        }
        for button in (self.larger, self.smaller, *self.arrows.values()):
            button.set_horizontal(QSizePolicy.Policy.Expanding)
        arrows = Bench(*self.arrows.values())
        arrows.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # left is left in every language
        self.setLayout(vbox(Bench(self.larger, self.smaller, shares=(1, 1)), arrows))
        self._connect()

    def set_shot(self, shot: Shot | None) -> None:
        """Change `shot` from now on."""
        self._shot = shot

    def retranslate(self) -> None:
        self.larger.setText(self.tr("Larger"))
        self.smaller.setText(self.tr("Smaller"))
        names = {
            "left": self.tr("Move the photo left"),
            "up": self.tr("Move the photo up"),
            "down": self.tr("Move the photo down"),
            "right": self.tr("Move the photo right"),
        }
        for way, name in names.items():
            self.arrows[way].setAccessibleName(name)

    def _connect(self) -> None:
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        for way, steps in _MOVES.items():
            self.arrows[way].clicked.connect(lambda _=False, steps=steps: self._move(*steps))

    def _zoom(self, steps: int) -> None:
        if self._shot is not None:
            self._change(framing.zoomed(self._shot.area, self._shot.frame, steps))

    def _move(self, across: int, down: int) -> None:
        if self._shot is not None:
            self._change(framing.moved(self._shot.area, self._shot.frame, across, down))

    def _change(self, area: framing.Area) -> None:
        if self._shot is not None:
            self._shot = Shot(self._shot.frame, area, self._shot.lighter)
            self.changed.emit(self._shot)
