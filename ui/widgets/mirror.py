"""Mirror: a live picture to get ready in, with the oval, an arrow that leads, and a countdown.

Arrows are about the room in front of the mirror: they point the same way in every language.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF

from ui.theme import METRICS, theme
from ui.widgets.paint import painter_on
from ui.widgets.picture import Guide, Picture

_LENGTH: Final = 24.0  # mm of an arrow
_GAP: Final = 3.0  # mm between an arrow and the oval
_COUNT: Final = 4 * METRICS.display
_COUNT_SHARE: Final = 0.3  # of a small mirror's height
_COUNT_TOP: Final = 8.0  # mm: above the eyes, which are to look up at the camera


class Pointer(Enum):
    """Where to go, as seen in the mirror."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEARER = "nearer"
    BACK = "back"


# Degrees clockwise from pointing right, and on which side of the oval: across and down.
_ARROWS: Final[Mapping[Pointer, tuple[tuple[int, int, int], ...]]] = {
    Pointer.LEFT: ((180, -1, 0),),
    Pointer.RIGHT: ((0, 1, 0),),
    Pointer.UP: ((270, 0, -1),),
    Pointer.DOWN: ((90, 0, 1),),
    Pointer.NEARER: ((225, -1, -1), (315, 1, -1), (135, -1, 1), (45, 1, 1)),
    Pointer.BACK: ((45, -1, -1), (135, 1, -1), (315, -1, 1), (225, 1, 1)),
}
_SHAPE: Final = QPolygonF(
    [QPointF(x, y) for x, y in (
        (-0.5, -0.16), (0.05, -0.16), (0.05, -0.42), (0.5, 0), (0.05, 0.42), (0.05, 0.16),
        (-0.5, 0.16),
    )]
)  # fmt: skip
"""An arrow of length 1 around its middle, pointing right."""


class Mirror(Picture):
    """Shows the camera's frames as a mirror would."""

    def __init__(self) -> None:
        super().__init__(fill=True, mirrored=True, guide=Guide.WAITING)
        self._pointer: Pointer | None = None
        self._count = 0

    @property
    def pointer(self) -> Pointer | None:
        return self._pointer

    @property
    def count(self) -> int:
        return self._count

    def set_pointer(self, pointer: Pointer | None) -> None:
        """Show the way with an arrow; None: there is nowhere to go."""
        if pointer is not self._pointer:
            self._pointer = pointer
            self.update()

    def set_count(self, count: int) -> None:
        """Show a number over the picture; 0: none."""
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_on(self)
        if self._count:
            self._draw_count(painter)
        elif self._pointer is not None:
            for arrow in _ARROWS[self._pointer]:
                self._draw_arrow(painter, *arrow)

    def _draw_arrow(self, painter: QPainter, degrees: int, across: int, down: int) -> None:
        painter.save()
        painter.translate(self._beside_oval(across, down))
        painter.rotate(degrees)
        length = theme().mm(_LENGTH)
        painter.scale(length, length)
        pen = QPen(theme().color("focus_ink"), theme().mm(1.5))
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme().color("focus"))
        painter.drawPolygon(_SHAPE)
        painter.restore()

    def _beside_oval(self, across: int, down: int) -> QPointF:
        """Return the middle of an arrow on that side of the oval, all of it in the picture."""
        box = QRectF(self.rect())
        oval = self.oval(box)
        corner = 0.76 if across and down else 1.0  # an oval leaves its corners free
        reach = theme().mm(_LENGTH / 2 + _GAP)
        x = oval.center().x() + across * (corner * oval.width() / 2 + reach)
        y = oval.center().y() + down * (corner * oval.height() / 2 + reach)
        edge = theme().mm(_LENGTH / 2 + 1)
        return QPointF(
            max(box.left() + edge, min(x, box.right() - edge)),
            max(box.top() + edge, min(y, box.bottom() - edge)),
        )

    def _draw_count(self, painter: QPainter) -> None:
        em = min(_COUNT, _COUNT_SHARE * self.height() / theme().px_per_mm)
        number = QPainterPath()
        font = theme().font(em, bold=True, scaled=False)
        number.addText(QPointF(0, 0), font, str(self._count))
        drawn = number.boundingRect()
        middle = QPointF(self.rect().center().x(), theme().mm(_COUNT_TOP) + drawn.height() / 2)
        number.translate(middle - drawn.center())
        painter.strokePath(number, QPen(theme().color("focus_ink"), theme().mm(3)))
        painter.fillPath(number, Qt.GlobalColor.white)
