"""A slip on the screen: the very dots that a printer would burn, on a strip of paper.

A slip that would be too small to read is shown in pieces, cut between its lines.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.formats.bitmap import Bitmap, cut
from ui.theme import theme
from ui.widgets.paint import follow_theme, painter_on, soft_shadow

_LEAST: Final = 105.0  # mm across: letters are hardly smaller than the page's own
_WIDEST: Final = 170.0
_RIM: Final = 4.0  # mm around the paper, for its shadow
_TOOTH: Final = 2.0  # mm: the edge where paper was torn off
_WHITE, _BLACK = 0xFFFFFFFF, 0xFF000000


class SlipView(QWidget):
    """Shows a slip as large as its place allows. `divided` says into how many pieces."""

    divided = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._slip: Bitmap | None = None
        self._pieces: tuple[Bitmap, ...] = ()
        self._place = 0
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self)
        theme().changed.connect(self._divide)

    def set_slip(self, slip: Bitmap | None) -> None:
        """Show `slip` from its beginning; None forgets the last one."""
        self._slip = slip
        self._place = 0
        self._divide()

    def turn(self) -> None:
        """Show the next piece, after the last one the first."""
        self._place = (self._place + 1) % max(1, len(self._pieces))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(120), theme().mm(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(60), theme().mm(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._pieces:
            return
        painter = painter_on(self)
        picture = self._scaled(self._pieces[self._place])
        left, top = (self.width() - picture.width()) / 2, float(theme().mm(_RIM))
        box = QRectF(left, top, picture.width(), picture.height())
        paper = _torn(box)
        if theme().palette.plain:
            painter.setPen(QPen(theme().color("line"), theme().mm(0.75)))
        else:
            soft_shadow(painter, box, 0, theme().mm(_RIM))
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_WHITE))
        painter.drawPolygon(paper)
        painter.drawImage(box.topLeft(), picture)

    def _divide(self) -> None:
        """Find the scale, and the pieces at which nothing is too small to read."""
        slip = self._slip
        if slip is None:
            self._pieces = ()
        else:
            width = self.width() - 2 * theme().mm(_RIM)
            height = max(1, self.height() - 2 * theme().mm(_RIM) - theme().mm(_TOOTH))
            least = min(width, theme().mm(_LEAST * theme().text_scale)) / slip.width
            widest = min(width, theme().mm(_WIDEST * theme().text_scale)) / slip.width
            self._scale = max(least, min(widest, height / slip.height), 1 / slip.width)
            self._pieces = cut(slip, max(1, int(height / self._scale)))
        self._place = min(self._place, max(0, len(self._pieces) - 1))
        self.divided.emit(len(self._pieces))
        self.update()

    def _scaled(self, piece: Bitmap) -> QImage:
        size = (round(piece.width * self._scale), max(1, round(piece.height * self._scale)))
        ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return _as_image(piece).scaled(*size, *ways)


def _as_image(piece: Bitmap) -> QImage:
    size = (piece.width, piece.height, piece.stride)
    image = QImage(piece.rows, *size, QImage.Format.Format_Mono)
    image.setColorTable([_WHITE, _BLACK])
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _torn(box: QRectF) -> QPolygonF:
    """Return the outline of a paper whose lower edge was torn off."""
    tooth = theme().mm(_TOOTH)
    count = max(1, round(box.width() / (2 * tooth)))
    step = box.width() / count
    edge = [box.topLeft(), box.topRight(), box.bottomRight()]
    for number in range(count):
        right = box.right() - number * step
        edge += [
            QPointF(right - step / 2, box.bottom() + tooth),
            QPointF(right - step, box.bottom()),
        ]
    return QPolygonF(edge)
