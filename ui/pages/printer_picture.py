"""Printer picture: the drawn printer, with dots that run below it while it is at work.

The dots say that nothing is stuck, and nothing about how far the printer is.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets.paint import follow_theme, painter_on
from ui.widgets.printer_art import draw_printer

_BEAT: Final = 400  # milliseconds
_DOTS: Final = 5
_DOTS_ROOM: Final = 12.0  # mm below the picture


class PrinterPicture(QWidget):
    """Shows the printer in one of the scenes of `printer_art`."""

    def __init__(self, scene: str = "working") -> None:
        super().__init__()
        self.scene = scene
        self._moving = False
        self._beat = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._step)
        follow_theme(self)

    def set_scene(self, scene: str, *, moving: bool = False) -> None:
        """Show `scene`, at rest or at work."""
        self.scene, self._moving = scene, moving
        self._run()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(60), theme().mm(60))

    def showEvent(self, event: QShowEvent) -> None:
        self._run()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        room = now.mm(_DOTS_ROOM) if self._moving else 0
        draw_printer(painter, QRectF(0, 0, self.width(), self.height() - room), self.scene)
        painter.setPen(Qt.PenStyle.NoPen)
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
