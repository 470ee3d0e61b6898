"""Steps and Ring: where am I, and how much time is left."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import METRICS, theme
from ui.widgets.icon import draw_icon
from ui.widgets.paint import follow_theme, is_rtl, painter_on
from ui.widgets.paragraph import Align, Paragraph, Setting, fit_words

_DOT: Final = 10.5  # mm


class Steps(QWidget):
    """Numbered dots with names; done ones are ticked. `sentence` is what speech says of it."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._at = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)

    def set_steps(self, names: Sequence[str], at: int, sentence: str = "") -> None:
        """Show `names` with the one at index `at` as the present one."""
        self._names, self._at = tuple(names), at
        self.setAccessibleName(sentence or (self._names[at] if self._names else ""))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tallest = max((words.height for words in self._words(width)), default=0)
        return theme().mm(_DOT) + 2 * theme().mm(1) + round(tallest)

    def sizeHint(self) -> QSize:
        width = theme().mm(34) * max(1, len(self._names))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = theme().mm(18) * max(1, len(self._names))
        return QSize(width, theme().mm(_DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        for index in range(len(self._names) - 1):
            self._thread(painter, index)
        for index, words in enumerate(self._words(self.width())):
            self._dot(painter, index)
            painter.setPen(theme().color("ink" if index == self._at else "ink2"))
            left = self._middle(index).x() - words.width / 2
            words.paint(painter, left, theme().mm(_DOT) + 2 * theme().mm(1))

    def _segment(self, width: int) -> float:
        return width / max(1, len(self._names))

    def _middle(self, index: int) -> QPointF:
        segment = self._segment(self.width())
        x = segment * (index + 0.5)
        y = theme().mm(1) + theme().mm(_DOT) / 2
        return QPointF(self.width() - x if is_rtl(self) else x, y)

    def _words(self, width: int) -> list[Paragraph]:
        room = self._segment(width) - theme().mm(2)
        setting = Setting(is_rtl(self), align=Align.CENTRE, pitch=0.9)
        words = []
        for index, name in enumerate(self._names):
            font = theme().font(METRICS.caption, bold=index == self._at)
            words.append(Paragraph(name, fit_words(name, font, room), room, setting))
        return words

    def _thread(self, painter: QPainter, index: int) -> None:
        now = theme()
        done = index < self._at
        width = now.mm(1.25 if done else 0.75)
        painter.setPen(QPen(now.color("brand" if done else "edge"), width))
        ends = sorted((self._middle(index).x(), self._middle(index + 1).x()))
        away = now.mm(_DOT) / 2 + now.mm(1.5)
        y = self._middle(index).y()
        if ends[1] - ends[0] > 2 * away:
            painter.drawLine(QPointF(ends[0] + away, y), QPointF(ends[1] - away, y))

    def _dot(self, painter: QPainter, index: int) -> None:
        now = theme()
        filled = index <= self._at
        middle, radius = self._middle(index), now.mm(_DOT) / 2 - now.mm(0.5)
        painter.setPen(QPen(now.color("brand" if filled else "edge"), now.mm(0.75)))
        painter.setBrush(now.color("brand" if filled else "surface"))
        painter.drawEllipse(middle, radius, radius)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        if index < self._at:
            inset = radius * 0.36
            draw_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), "on_brand")
        else:
            font = now.font(METRICS.caption * 0.92, bold=True, scaled=False)
            _centred(painter, str(index + 1), font, box, "on_brand" if filled else "ink2")


class Ring(QWidget):
    """A number in a ring that empties: the seconds that are left."""

    def __init__(self, size: float = 60) -> None:
        super().__init__()
        self._size = size
        self._left, self._total = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_left(self, left: int, total: int) -> None:
        """Show that `left` of `total` seconds remain."""
        self._left, self._total = left, max(1, total)
        self.setAccessibleName(str(left))
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().mm(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        inset = now.mm(self._size) * 0.06
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        width = now.mm(self._size) * 0.075
        painter.setPen(QPen(now.color("line" if not now.palette.plain else "ink"), width / 2))
        painter.drawEllipse(box)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(now.color("brand"), width, Qt.PenStyle.SolidLine, cap))
        painter.drawArc(box, 90 * 16, round(360 * 16 * self._left / self._total))
        font = now.font(self._size * 0.38, bold=True, scaled=False)
        _centred(painter, str(self._left), font, QRectF(self.rect()), "ink")


def _centred(painter: QPainter, text: str, font: QFont, box: QRectF, ink: Token) -> None:
    words = Paragraph(text, font, box.width(), Setting(align=Align.CENTRE))
    painter.setPen(theme().color(ink))
    words.paint(painter, box.left(), box.center().y() - words.height / 2)
