"""Cloth: the curtain's one window, a greeting in the sample city's languages on its colour."""

import os

from PySide6.QtCore import QByteArray, QRectF, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.assets import FONTS
from kiosk.isolation.channel import Say, SessionEnd, Tell
from ui.screen import window_size

_BOLD = ("NotoSans-Bold.ttf", "NotoSansArabic-Bold.ttf")
_GROUND, _WORDS, _RING = "#0B4250", "#FFFFFF", "#F3B63F"
_HELLOS = ("Hello", "Hola", "مرحبًا")


def show(control: SessionEnd, size: str) -> None:
    """Say that the curtain is ready, and serve the supervisor until it kills this process."""
    application = QApplication(["city-id"])
    for name in _BOLD:
        QFontDatabase.addApplicationFontFromData(QByteArray((FONTS / name).read_bytes()))
    cloth = Cloth(control)
    cloth.resize(window_size(cloth, size))
    notifier = QSocketNotifier(control.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: _hear(control, cloth))
    control.say(Say.READY)
    application.exec()


class Cloth(QWidget):
    """Paints the greeting, and tells when it was painted first."""

    def __init__(self, control: SessionEnd) -> None:
        super().__init__()
        self._control: SessionEnd | None = control
        self.setWindowTitle("City ID")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_GROUND))
        unit = min(self.width(), self.height()) / 27
        self._ring(painter, unit)
        self._greet(painter, unit)
        painter.end()
        if self._control is not None:
            QTimer.singleShot(0, self._painted)

    def _greet(self, painter: QPainter, unit: float) -> None:
        font = QFont()
        font.setFamilies(["Noto Sans", "Noto Sans Arabic"])
        font.setPixelSize(round(unit * 1.85))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(_WORDS))
        line = unit * 2.8
        top = self.height() / 2 - line * len(_HELLOS) / 2
        for place, hello in enumerate(_HELLOS):
            box = QRectF(0, top + place * line, self.width(), line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, hello)

    def _ring(self, painter: QPainter, unit: float) -> None:
        painter.setPen(QPen(QColor(_RING), unit / 8))
        painter.drawEllipse(self.rect().center(), round(unit * 7), round(unit * 7))

    def _painted(self) -> None:
        if self._control is not None:
            self._control.say(Say.PAINTED)
            self._control = None


def _hear(control: SessionEnd, cloth: Cloth) -> None:
    heard = control.hear()
    if heard is None:
        return
    message, descriptor = heard
    if descriptor is not None:  # a curtain asks for nothing
        os.close(descriptor)
    if message is Tell.PING:
        control.say(Say.PONG)
    elif message is Tell.SHOW:
        cloth.show()
