"""Column: the parts of a page below one another, and how they share a screen that is too small.

Large text, long languages and a keyboard all want the same screen. A column that is too full first
moves closer together, then leaves out what it was told can be spared, then shows its rows in turns
(see `leaves`). Nothing is ever cut, and nothing scrolls by a gesture that one has to know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.pages.leaves import Leaves
from ui.pages.parts import Part, Room
from ui.theme import METRICS, theme
from ui.widgets import Align, Box, Text, hbox, vbox

_GREEDY = 100  # stretch of a picture beside which plain stretches are nothing


@dataclass(frozen=True, slots=True)
class Pitch:
    """Millimetres between the parts of a column, and above the first and below the last one."""

    gap: float
    edge: float


PITCHES: Final = (Pitch(6, 6), Pitch(4.5, 5), Pitch(3, 4), Pitch(1.5, 2))
"""From roomy to the closest that still tells one part from the next."""


class Title(Text):
    """A page's heading, which a column that is far too full makes smaller."""

    def __init__(self, align: Align = Align.START) -> None:
        self._small = False
        super().__init__("title", align=align)

    def set_small(self, *, small: bool) -> None:
        if small is not self._small:
            self._small = small
            self.updateGeometry()
            self.update()

    def height_if(self, width: int, *, small: bool) -> int:
        """Return the height at `width` if it were small, or not."""
        now, self._small = self._small, small
        height = self.heightForWidth(width)
        self._small = now
        return height

    def text_font(self) -> QFont:
        return theme().font(METRICS.lead if self._small else METRICS.title, bold=True)


class Column(QWidget):
    """Parts below one another, in the height that is left for them; see `fill`."""

    def __init__(
        self, *parts: Part, spare: Sequence[QWidget] = (), across: float = METRICS.page
    ) -> None:
        super().__init__()
        self._wanted: dict[QWidget, bool] = {}
        self._parts: tuple[Part, ...] = ()
        self._across = across
        self._pitch = PITCHES[0]
        self._sized = False  # a widget that was never laid out has a width that means nothing
        self._box = vbox(gap=PITCHES[0].gap, margins=(across, PITCHES[0].edge))
        self.setLayout(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.fill(parts, spare)

    def fill(self, parts: Sequence[Part], spare: Sequence[QWidget] = ()) -> None:
        """Hold `parts`, whatever was held before; a number is a stretch of that weight.

        `spare` may be left out, the first one first; whether one has anything to show at all is
        told by `want`.
        """
        # An item that Python still holds keeps its widget from telling its next item of changes.
        for part in self._parts:
            if isinstance(part, QWidget):
                self._box.removeWidget(part)
        while self._box.count():
            self._box.takeAt(0)
        self._parts = tuple(parts)
        self._wanted = {part: self._wanted.get(part, True) for part in spare if part in parts}
        for part in parts:
            if isinstance(part, int):
                self._box.addStretch(part)
            else:
                self._box.addWidget(part, _GREEDY if isinstance(part, Room) else 0)
        self._fit()

    def want(self, part: QWidget, *, wanted: bool) -> None:
        """Say whether a spare part has anything to show now."""
        if part in self._wanted:
            self._wanted[part] = wanted
            self._fit()

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(200), theme().mm(200))

    def minimumSizeHint(self) -> QSize:
        # What does not fit is this column's business: it must not push the screen's other parts.
        return QSize(theme().mm(60), theme().mm(40))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._sized = True
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Decide from the need of everything, so that deciding twice changes nothing."""
        if not self._sized:
            return
        shown = [part for part, wanted in self._wanted.items() if wanted]
        while shown and self._need(shown, PITCHES[-1]) > self.height():
            shown.pop(0)
        fitting = (pitch for pitch in PITCHES if self._need(shown, pitch) <= self.height())
        pitch = next(fitting, PITCHES[-1])
        small = self._need(shown, pitch) > self.height()
        lacking = self._need(shown, pitch, small=small) - self.height()
        self._move_together(pitch)
        for spare in self._wanted:
            if spare.isHidden() is (spare in shown):
                spare.setVisible(spare in shown)
        for part in self._parts:
            if isinstance(part, Title):
                part.set_small(small=small)
            elif isinstance(part, Leaves):
                part.give_up(max(0, lacking))

    def _need(self, spare: Sequence[QWidget], pitch: Pitch, *, small: bool = False) -> int:
        """Return the height that is needed if of the spare parts just these are shown."""
        always = (part for part in self._parts if isinstance(part, QWidget))
        parts = [part for part in always if part in spare or self._stays(part)]
        heights = sum(self._tall(part, small=small) for part in parts)
        return heights + theme().mm(pitch.gap) * (len(parts) - 1) + 2 * theme().mm(pitch.edge)

    def _stays(self, part: QWidget) -> bool:
        return part not in self._wanted and not part.isHidden()

    def _tall(self, part: QWidget, *, small: bool) -> int:
        width = self.width() - 2 * theme().mm(self._across)
        if isinstance(part, Title):
            return part.height_if(width, small=small)
        if isinstance(part, Leaves):
            return part.full_height(width)
        if part.hasHeightForWidth():
            return part.heightForWidth(width)
        return part.minimumSizeHint().height()

    def _move_together(self, pitch: Pitch) -> None:
        if pitch != self._pitch:
            self._pitch = pitch
            self._box.set_gap(pitch.gap, (self._across, pitch.edge))


class Spread(Box):
    """Two parts: below one another in portrait, beside one another in landscape.

    `shares` are their weights in landscape, `portrait` those in portrait; 0 takes what it needs.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        shares: tuple[int, int] = (1, 1),
        portrait: tuple[int, int] = (1, 0),
    ) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, 0, 0)
        self._shares, self._portrait = shares, portrait
        self.addWidget(first)
        self.addWidget(second)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        wide = theme().landscape
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.setDirection(across if wide else down)
        for place, share in enumerate(self._shares if wide else self._portrait):
            self.setStretch(place, share)


class Sides(QWidget):
    """Parts in two columns beside one another in landscape, and in one column in portrait.

    `head` stands on top: of the only column, or of the second one.
    """

    def __init__(
        self,
        first: Sequence[Part],
        second: Sequence[Part],
        *,
        head: QWidget | None = None,
        spare: Sequence[QWidget] = (),
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__()
        self._head = () if head is None else (head,)
        self._first, self._second, self._spare = tuple(first), tuple(second), tuple(spare)
        self.columns = (Column(), Column())
        row = hbox(*self.columns, gap=0)
        for place, share in enumerate(shares):
            row.setStretch(place, share)
        self.setLayout(row)
        theme().changed.connect(self._turn)
        self._wide: bool | None = None
        self._turn()

    def want(self, part: QWidget, *, wanted: bool) -> None:
        """Say whether a spare part has anything to show now."""
        for column in self.columns:
            column.want(part, wanted=wanted)

    def _turn(self) -> None:
        if self._wide is theme().landscape:
            return
        self._wide = theme().landscape
        left, right = self.columns
        if self._wide:
            left.fill((*self._first, 1), self._spare)
            right.fill((*self._head, *self._second), self._spare)
        else:
            right.fill(())
            left.fill((*self._head, *self._first, *self._second), self._spare)
        if right.isHidden() is self._wide:
            right.setVisible(self._wide)
