"""Chips: things to tick in a few words, as many in a row as fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import METRICS, theme
from ui.widgets.icon import draw_icon
from ui.widgets.paint import box_shape, focus_ring, follow_theme, is_rtl, painter_on
from ui.widgets.paragraph import Align, Paragraph, Setting, natural_width
from ui.widgets.touch import Touch

_LEAST = METRICS.target  # mm
_BOX = 7.0  # mm, the tick's
_PAD = 3.0  # mm
_GAP = 2.5  # mm between chips


class Chip(Touch):
    """A tick box and a few words. One of several that exclude one another looks the same."""

    def __init__(self, name: str = "") -> None:
        super().__init__("", name)
        self.setCheckable(True)

    def natural(self) -> int:
        """Return the width in which its words stand in one line."""
        return round(natural_width(self.text(), self._font()) + 1) + self._around()

    def heightForWidth(self, width: int) -> int:
        words = self._words(width - self._around())
        return max(theme().mm(_LEAST), round(words.height) + 2 * theme().mm(1.5))

    def sizeHint(self) -> QSize:
        width = self.natural()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        edge: Token = "brand" if self.isChecked() else "edge"
        box_shape(painter, box, "tint" if self.lit else "surface", edge, 0.75 * self.isChecked())
        side, pad = theme().mm(_BOX), theme().mm(_PAD)
        words = self._words(self.width() - self._around())
        rtl = is_rtl(self)
        left = self.width() - pad - side if rtl else pad
        square = QRectF(left, (self.height() - side) / 2, side, side)
        box_shape(painter, square, "brand" if self.isChecked() else "surface", "edge")
        if self.isChecked():
            inset = side * 0.15
            draw_icon(painter, "check", square.adjusted(inset, inset, -inset, -inset), "on_brand")
        painter.setPen(theme().color("on_tint" if self.lit else "ink"))
        start = pad if rtl else 2 * pad + side
        words.paint(painter, start, (self.height() - words.height) / 2)
        if self.ring:
            focus_ring(painter, box)

    def _around(self) -> int:
        return theme().mm(_BOX) + 3 * theme().mm(_PAD)

    def _font(self) -> QFont:
        return theme().font(METRICS.body, bold=True)

    def _words(self, width: float) -> Paragraph:
        return Paragraph(self.text(), self._font(), width, Setting(is_rtl(self), align=Align.START))


class Chips(QWidget):
    """Chips in reading order, each as wide as its words, in rows."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: Sequence[Chip] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)
        theme().changed.connect(self._place)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these and no others; the caller keeps them."""
        for chip in self._chips:
            chip.hide()
        self._chips = chips
        for chip in chips:
            chip.setParent(self)
            chip.show()
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = theme().mm(120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(40), theme().mm(_LEAST) if self._chips else 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()
        super().changeEvent(event)

    def _places(self, width: int) -> list[QRect]:
        """Return where each chip stands, from the left."""
        gap = theme().mm(_GAP)
        places: list[QRect] = []
        left = top = tallest = 0
        for chip in self._chips:
            across = min(chip.natural(), width)
            if left and left + across > width:
                left, top, tallest = 0, top + tallest + gap, 0
            high = chip.heightForWidth(across)
            places.append(QRect(left, top, across, high))
            left, tallest = left + across + gap, max(tallest, high)
        return places

    def _place(self) -> None:
        rtl = is_rtl(self)
        for chip, place in zip(self._chips, self._places(self.width()), strict=True):
            if rtl:
                place.moveTopLeft(QPoint(self.width() - place.right() - 1, place.top()))
            chip.setGeometry(place)
