"""Drawn ornament: guilloche, rosette, the seal of the sample city, and an illustration of a card.

The lines of identity papers say what the machine is for without a word. They are decoration: no
text relies on them, and the high-contrast palette leaves them out.
"""

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ui.palette import DAY
from ui.widgets.paint import rounded, soft_shadow

CARD_RATIO: Final = 53.98 / 85.60  # height to width of an ID-1 card (ISO/IEC 7810)
CARD_CORNER: Final = 3.18 / 85.60
_SHADOW_ROOM: Final = 0.06  # of the card's width, around the illustration


def guilloche(
    painter: QPainter, box: QRectF, color: QColor, alpha: float = 0.18, lines: int = 30
) -> None:
    """Fill `box` with interlaced waves along its longer side, as on banknotes."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(_line(color, alpha, max(1.0, min(box.width(), box.height()) / 420)))
    if box.height() > box.width():
        painter.translate(box.center())
        painter.rotate(90)
        painter.translate(-box.center())
        turned = QRectF(0, 0, box.height(), box.width())
        turned.moveCenter(box.center())
        box = turned
    for number in range(lines):
        painter.drawPolyline(_wave(box, number / lines))
    painter.restore()


def _wave(box: QRectF, shift: float, points: int = 160) -> QPolygonF:
    wave = QPolygonF()
    for step in range(points + 1):
        u = step / points
        envelope = 0.28 + 0.72 * math.sin(math.pi * u) ** 2
        phase = math.cos(math.pi * (u * 0.9 - 0.35) + 0.6 * shift)
        y = 0.5 + 0.40 * envelope * math.sin(2 * math.pi * (1.6 * u + shift)) * phase
        y += 0.10 * math.sin(2 * math.pi * (3.1 * u - 1.4 * shift))
        wave.append(QPointF(box.left() + u * box.width(), box.top() + y * box.height()))
    return wave


def rosette(
    painter: QPainter, center: QPointF, radius: float, color: QColor, alpha: float = 0.3
) -> None:
    """Draw a flower of interlaced rings around `center`."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_line(color, alpha, max(1.0, radius / 240)))
    for ring in range(8):
        painter.drawPolyline(_petals(center, radius, ring))
    painter.restore()


def _petals(center: QPointF, radius: float, ring: int, petals: int = 12) -> QPolygonF:
    line = QPolygonF()
    for degree in range(361):
        angle = math.radians(degree)
        swing = math.sin(petals * angle + ring * math.pi / 8) * (1 - 0.05 * ring)
        reach = radius * (0.62 + 0.30 * swing + 0.08 * math.cos(2 * petals * angle))
        step = QPointF(reach * math.cos(angle), reach * math.sin(angle))
        line.append(center + step)
    return line


def seal(painter: QPainter, box: QRectF, ring: QColor, leaf: QColor, ground: QColor | None) -> None:
    """Draw the sample city's seal: an alder leaf in a ring, on a disc of `ground` if given."""
    painter.save()
    side = min(box.width(), box.height())
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / 100, side / 100)
    if ground is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(50, 50), 50, 50)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ring, 3))
    painter.drawEllipse(QPointF(50, 50), 42, 42)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(leaf)
    painter.drawPath(_leaf())
    painter.setPen(QPen(ground or ring, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x, y in ((0, 36), (-9, 42), (9, 42), (-9, 55), (9, 55)):
        painter.drawLine(QPointF(50, y + 9 if x else 68), QPointF(50 + x, y))
    painter.restore()


def _leaf() -> QPainterPath:
    leaf = QPainterPath(QPointF(50, 17))
    leaf.cubicTo(QPointF(63, 27), QPointF(70, 38), QPointF(70, 48))
    leaf.cubicTo(QPointF(70, 60), QPointF(61, 67), QPointF(52, 68))
    leaf.lineTo(QPointF(52, 82))
    leaf.lineTo(QPointF(48, 82))
    leaf.lineTo(QPointF(48, 68))
    leaf.cubicTo(QPointF(39, 67), QPointF(30, 60), QPointF(30, 48))
    leaf.cubicTo(QPointF(30, 38), QPointF(37, 27), QPointF(50, 17))
    leaf.closeSubpath()
    return leaf


def sample_card(painter: QPainter, box: QRectF) -> None:
    """Draw an illustration of a card: a face without features and bars where words would be.

    It must never look like somebody's card, and it needs no translation. It is drawn once a size
    and kept as pixels, because its lines take longer than all the words of a page.
    """
    room = box.width() * _SHADOW_ROOM
    image = _sample_card(round(box.width()))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box.adjusted(-room, -room, room, room), image)


@lru_cache(maxsize=3)
def _sample_card(width: int) -> QImage:
    room = width * _SHADOW_ROOM
    card = QRectF(room, room, width, width * CARD_RATIO)
    size = QSizeF(width + 2 * room, card.height() + 2 * room).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_sample_card(painter, card)
    painter.end()
    return image


def _draw_sample_card(painter: QPainter, box: QRectF) -> None:
    unit = box.width() / 856  # a tenth of a millimetre on the card
    corner = box.width() * CARD_CORNER
    soft_shadow(painter, box, corner, 26 * unit)
    painter.setClipPath(rounded(box, corner), Qt.ClipOperation.IntersectClip)
    painter.translate(box.topLeft())
    painter.scale(unit, unit)
    _card_ground(painter)
    _card_head(painter)
    portrait(painter, QRectF(40, 150, 236, 303))
    _card_words(painter)
    rim = QPen(QColor(255, 255, 255, 120), 5)  # its head is as dark as the ground it stands on
    painter.strokePath(rounded(QRectF(0, 0, 856, 540), 32), rim)


def _card_ground(painter: QPainter) -> None:
    shine = QLinearGradient(0, 0, 856, 540)
    shine.setColorAt(0, QColor("#FDFBF6"))
    shine.setColorAt(0.55, QColor("#EEF3F0"))
    shine.setColorAt(1, QColor("#DCE9E9"))
    painter.fillRect(QRectF(0, 0, 856, 540), shine)
    guilloche(painter, QRectF(0, 100, 856, 440), QColor(DAY.brand), 0.20, 26)
    rosette(painter, QPointF(730, 410), 150, QColor(DAY.warning_edge), 0.42)


def _card_head(painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, 856, 108), QColor(DAY.brand))
    painter.fillRect(QRectF(0, 108, 856, 6), QColor(DAY.accent))
    seal(painter, QRectF(28, 16, 76, 76), QColor(DAY.accent), QColor(DAY.accent), QColor(DAY.brand))
    _bar(painter, QRectF(126, 28, 330, 26), "#FFFFFF", 1)
    _bar(painter, QRectF(126, 66, 430, 15), "#FFFFFF", 0.7)


def portrait(painter: QPainter, box: QRectF) -> None:
    """Draw a person without features in a frame."""
    painter.save()
    frame = rounded(box, box.width() * 0.05)
    sky = QLinearGradient(box.topLeft(), box.bottomLeft())
    sky.setColorAt(0, QColor("#DCE7EA"))
    sky.setColorAt(1, QColor("#B9CDD3"))
    painter.fillPath(frame, sky)
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#5E7E88"))
    width, middle = box.width(), box.center().x()
    painter.drawEllipse(QPointF(middle, box.top() + width * 0.55), width * 0.235, width * 0.29)
    painter.drawEllipse(QPointF(middle, box.bottom() + width * 0.10), width * 0.42, width * 0.50)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(DAY.brand), box.width() / 80))
    painter.drawPath(frame)


def _card_words(painter: QPainter) -> None:
    bars = ((150, 90, 12), (172, 410, 34), (218, 330, 20), (268, 110, 12), (290, 220, 24),
            (342, 90, 12), (364, 380, 22), (396, 300, 22))  # fmt: skip
    for top, width, height in bars:
        small = height <= 12  # noqa: PLR2004 a label's bar is low
        _bar(painter, QRectF(312, top, width, height), DAY.ink, 0.35 if small else 0.78)
    _bar(painter, QRectF(40, 486, 420, 13), DAY.ink, 0.35)


def _bar(painter: QPainter, box: QRectF, color: str, alpha: float) -> None:
    ink = QColor(color)
    ink.setAlphaF(alpha)
    painter.fillPath(rounded(box, box.height() / 2), ink)


def _line(color: QColor, alpha: float, width: float) -> QPen:
    ink = QColor(color)
    ink.setAlphaF(alpha)
    return QPen(ink, width)
