"""Working: a picture that moves, so that a minute of waiting does not look like a fault."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.icon import draw_icon
from ui.widgets.paint import follow_theme, painter_on

_BEAT: Final = 400  # milliseconds
_DOTS: Final = 5
_SIZE: Final = 80.0  # mm


class Working(QWidget):
    """An icon on a disc; while `set_moving` is on, dots run below it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._moving = False
        self._beat = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_picture(self, icon: str, *, moving: bool = False) -> None:
        """Show `icon`, at rest or at work."""
        self._icon, self._moving = icon, moving
        self._run()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(_SIZE), theme().mm(_SIZE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        self._run()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        side = now.mm(_SIZE * 0.78)
        disc = QRectF((self.width() - side) / 2, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("tint"))
        painter.drawEllipse(disc)
        inset = side * 0.27
        draw_icon(painter, self._icon, disc.adjusted(inset, inset, -inset, -inset), "on_tint")
        for dot in range(_DOTS if self._moving else 0):
            painter.setBrush(now.color("brand" if dot == self._beat else "line"))
            x = self.width() / 2 + (dot - (_DOTS - 1) / 2) * now.mm(9)
            painter.drawEllipse(QPointF(x, self.height() - now.mm(5)), now.mm(2.5), now.mm(2.5))

    def _run(self) -> None:
        if self._moving and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        self._beat = (self._beat + 1) % _DOTS
        self.update()
