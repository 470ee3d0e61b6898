"""Progress: sent, front, back: what the printer itself has counted, and nothing that is guessed.

A printer that counts nothing gets no row: the moving picture says all that is known.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import METRICS, theme
from ui.widgets.icon import draw_icon
from ui.widgets.paint import follow_theme, is_rtl, painter_on
from ui.widgets.paragraph import Align, Paragraph, Setting, fit_words

_DISC: Final = 17.0  # mm
_GAP: Final = 2.0
_STAGES: Final = 3


class Progress(QWidget):
    """A row of stages: those that are done have a tick. `done` counts them."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0
        self._labels: tuple[str, ...] = ("",) * _STAGES
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)

    def show_sides(self, sides: int | None) -> None:
        """Show how many sides the printer has counted; None: it counts none."""
        self.done = 0 if sides is None else min(sides + 1, _STAGES)
        self.setVisible(sides is not None)
        self._name()
        self.update()

    def set_texts(self, *labels: str) -> None:
        """Set the words for "sent", "front" and "back"."""
        self._labels = labels
        self._name()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        words = max(self._words(label, width / _STAGES).height for label in self._labels)
        return theme().mm(_DISC + _GAP) + round(words + 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(120), self.heightForWidth(theme().mm(120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(60), theme().mm(_DISC + _GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        wide = self.width() / _STAGES
        middles = [wide * (place + 0.5) for place in range(_STAGES)]
        if is_rtl(self):
            middles.reverse()
        self._draw_line(painter, middles)
        for place, (label, middle) in enumerate(zip(self._labels, middles, strict=True)):
            self._draw_disc(painter, middle, place)
            ink = theme().color("ink" if place <= self.done else "ink2")
            words = self._words(label, wide)
            top = theme().mm(_DISC + _GAP)
            painter.setPen(ink)
            words.paint(painter, middle - wide / 2, top)

    def _draw_line(self, painter: QPainter, middles: list[float]) -> None:
        y = theme().mm(_DISC / 2)
        for place, (one, other) in enumerate(pairwise(middles)):
            ink = theme().color("brand" if place + 1 < self.done else "line")
            painter.setPen(QPen(ink, theme().mm(1)))
            painter.drawLine(round(one), y, round(other), y)

    def _draw_disc(self, painter: QPainter, middle: float, place: int) -> None:
        now = theme()
        side = now.mm(_DISC)
        disc = QRectF(middle - side / 2, 0, side, side).adjusted(2, 2, -2, -2)
        done, next_one = place < self.done, place == self.done
        painter.setPen(QPen(now.color("brand" if done or next_one else "edge"), now.mm(1)))
        painter.setBrush(now.color("brand" if done else "surface"))
        if next_one:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
        painter.drawEllipse(disc)
        if done:
            inset = side * 0.24
            draw_icon(painter, "check", disc.adjusted(inset, inset, -inset, -inset), "on_brand")

    def _words(self, label: str, width: float) -> Paragraph:
        font = fit_words(label, theme().font(METRICS.body, bold=True), width)
        return Paragraph(label, font, width, Setting(is_rtl(self), align=Align.CENTRE))

    def _name(self) -> None:
        self.setAccessibleName(", ".join(self._labels[: self.done]))
