"""Pictures of a person or a card, out of the bytes of a Frame. Nothing here keeps more than one."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.devices import Frame
from ui.theme import METRICS, theme
from ui.widgets.art import CARD_CORNER, CARD_RATIO, sample_card
from ui.widgets.paint import follow_theme, painter_on, rounded, soft_shadow


class Guide(Enum):
    """The oval over a live picture."""

    NONE = "none"
    WAITING = "waiting"  # dashed
    GOOD = "good"  # a full green line


GOOD_LINE: Final = "#1E9E62"
_GROUND: Final = "#10222B"


def to_image(frame: Frame) -> QImage:
    """Return `frame` as an image that owns its pixels."""
    size = (frame.width, frame.height, 3 * frame.width)
    return QImage(frame.rgb, *size, QImage.Format.Format_RGB888).copy()


class Picture(QWidget):
    """Shows a Frame with rounded corners, keeping its proportion.

    `fill` cuts what does not fit instead of leaving bars; `mirrored` turns left and right, so that
    people who see themselves move the right way; `shape` (width, height) asks for a proportion.
    """

    def __init__(
        self,
        *,
        fill: bool = False,
        mirrored: bool = False,
        guide: Guide = Guide.NONE,
        shape: tuple[int, int] | None = None,
    ) -> None:
        super().__init__()
        self._fill, self._mirrored, self._guide, self._shape = fill, mirrored, guide, shape
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(shape is not None)
        self.setSizePolicy(policy)
        follow_theme(self)

    def set_frame(self, frame: Frame | None) -> None:
        """Show `frame`; None forgets the last one."""
        self.show_image(None if frame is None else to_image(frame))

    def show_image(self, image: QImage | None) -> None:
        """Show `image`, which may lie where its owner can overwrite it; None forgets the last."""
        self._image = image
        self.update()

    def set_guide(self, guide: Guide) -> None:
        if guide is not self._guide:
            self._guide = guide
            self.update()

    def hasHeightForWidth(self) -> bool:
        return self._shape is not None

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape[1] / self._shape[0]) if self._shape else -1

    def sizeHint(self) -> QSize:
        width = theme().mm(80)
        return QSize(width, self.heightForWidth(width) if self._shape else theme().mm(100))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(20), theme().mm(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        painter.setClipPath(rounded(box, theme().mm(METRICS.radius)))
        painter.fillRect(box, QColor(_GROUND))
        if self._image is not None:
            self._draw(painter, self._image, box)
        if self._guide is not Guide.NONE:
            self._oval(painter, box)

    def _draw(self, painter: QPainter, image: QImage, box: QRectF) -> None:
        ratios = (box.width() / image.width(), box.height() / image.height())
        scale = max(ratios) if self._fill else min(ratios)
        width, height = image.width() * scale, image.height() * scale
        painter.save()
        painter.translate(box.center())
        if self._mirrored:
            painter.scale(-1, 1)
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), image)
        painter.restore()

    @staticmethod
    def oval(box: QRectF) -> QRectF:
        """Return where a head is to be: as high in its box as on the portrait."""
        tall = min(box.height(), box.width() * 1.3) * 0.72
        middle = QPointF(box.center().x(), box.top() + box.height() * 0.47)
        return QRectF(middle.x() - tall * 0.37, middle.y() - tall * 0.5, tall * 0.74, tall)

    def _oval(self, painter: QPainter, box: QRectF) -> None:
        oval, shade = QPainterPath(), QPainterPath()
        oval.addEllipse(self.oval(box))
        shade.addRect(box)
        painter.fillPath(shade.subtracted(oval), QColor(8, 24, 31, 150))
        good = self._guide is Guide.GOOD
        painter.setPen(QPen(Qt.GlobalColor.white, theme().mm(3)))
        painter.drawPath(oval)
        color = QColor(GOOD_LINE) if good else theme().color("focus")
        style = Qt.PenStyle.SolidLine if good else Qt.PenStyle.DashLine
        painter.setPen(QPen(color, theme().mm(1.75), style))
        painter.drawPath(oval)


class CardView(QWidget):
    """One side of a card, as large as its place allows, with a card's corners and a soft shadow.

    Without a frame it shows the illustration: after the card is out, the person's data is gone.
    `widest` bounds the card in millimetres.
    """

    def __init__(self, *, widest: float = 225) -> None:
        super().__init__()
        self._widest = widest
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)

    def set_frame(self, frame: Frame | None) -> None:
        """Show a card's side; None shows the illustration and forgets the last side."""
        self._image = None if frame is None else to_image(frame)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = min(width - 2 * self._rim(), theme().mm(self._widest))
        return round(inner * CARD_RATIO) + 2 * self._rim()

    def sizeHint(self) -> QSize:
        width = theme().mm(min(160.0, self._widest)) + 2 * self._rim()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = theme().mm(60)
        return QSize(width, round(width * CARD_RATIO))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        card = self._card()
        if self._image is None:
            sample_card(painter, card)
            return
        corner = card.width() * CARD_CORNER
        if not theme().palette.plain:
            soft_shadow(painter, card, corner, self._rim())
        painter.setClipPath(rounded(card, corner))
        painter.drawImage(card, self._image)

    def _card(self) -> QRectF:
        rim = self._rim()
        tall = (self.height() - 2 * rim) / CARD_RATIO
        width = min(self.width() - 2 * rim, theme().mm(self._widest), tall)
        height = width * CARD_RATIO
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(left, top, width, height)

    def _rim(self) -> int:
        return theme().mm(4)
