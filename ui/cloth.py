"""Cloth: the curtain's one window, a greeting in the sample city's languages on its colour."""

import os

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSocketNotifier, Qt, QTimer
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
    application = QApplication(["city-id"])  # noqa: F841  # it lives as long as its name
    for name in _BOLD:
        QFontDatabase.addApplicationFontFromData(QByteArray((FONTS / name).read_bytes()))
    cloth = Cloth()
    cloth.resize(window_size(cloth, size))
    serve(control, cloth)


def serve(control: SessionEnd, window: QWidget) -> None:
    """Say that `window` can be shown, show it when told, and live until the supervisor kills us."""
    first = _FirstPaint(control, window)
    window.installEventFilter(first)
    notifier = QSocketNotifier(control.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: _hear(control, window))
    control.say(Say.READY)
    QApplication.exec()


class _FirstPaint(QObject):
    """Tells when the window was painted first."""

    def __init__(self, control: SessionEnd, window: QWidget) -> None:
        super().__init__(window)
        self._control = control

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._control.say(Say.PAINTED))
        return False


class Cloth(QWidget):
    """Paints the greeting."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("City ID")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_GROUND))
        unit = min(self.width(), self.height()) / 27
        self._ring(painter, unit)
        self._greet(painter, unit)
        painter.end()

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


def _hear(control: SessionEnd, window: QWidget) -> None:
    heard = control.hear()
    if heard is None:
        return
    message, descriptor = heard
    if descriptor is not None:  # a curtain asks for nothing
        os.close(descriptor)
    if message is Tell.PING:
        control.say(Say.PONG)
    elif message is Tell.SHOW:
        window.show()
