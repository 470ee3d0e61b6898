"""Qt's painter, with its own line boxes for a measure."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QTextLayout,
)

from kiosk.devices.drawn_camera import draw as face
from tests.bench.render import scene
from tests.bench.render.scene import Draw


class Engine:
    def __init__(self, dpi: int) -> None:
        self._app = QGuiApplication([])
        self._dpi, self._mm = dpi, scene.dots(dpi)
        self._families = {name: _family(name) for name, *_ in scene.NAMES}
        self._size = (self._mm(scene.CARD[0]), self._mm(scene.CARD[1]))
        frame = face()
        form, stride = QImage.Format.Format_RGB888, frame.width * 3
        self._photo = QImage(frame.rgb, frame.width, frame.height, stride, form).scaled(
            *scene.SOURCE
        )

    def card(self, name: str, family: str, given: str) -> list[bytes]:
        return [
            bytes(side.constBits()) for side in (self._front(name, family, given), self._back())
        ]

    def _front(self, name: str, family: str, given: str) -> QImage:
        mm = self._mm
        front = QImage(*self._size, QImage.Format.Format_RGB32)
        front.fill(QColor(*scene.PAPER))
        pen = QPainter(front)
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, smooth = (
            Qt.AspectRatioMode.IgnoreAspectRatio,
            (Qt.TransformationMode.SmoothTransformation),
        )
        photo = self._photo.scaled(mm(scene.PHOTO[0]), mm(scene.PHOTO[1]), fill, smooth)
        pen.drawImage(mm(scene.PHOTO_AT[0]), mm(scene.PHOTO_AT[1]), photo)
        left, top = scene.NAMES_AT
        for line, text in enumerate((family, given)):
            layout = self._fitted(text, self._families[name], scene.LARGEST)
            layout.draw(pen, QPointF(mm(left), mm(top + 9 * line)))
        left, top = scene.DATA_AT
        for line, text in enumerate(scene.DATA):
            layout = self._fitted(text, self._families["NotoSans"], scene.SMALL)
            layout.draw(pen, QPointF(mm(left), mm(top + 5 * line)))
        pen.end()
        return front

    def _fitted(self, text: str, family: str, points: float) -> QTextLayout:
        pixels = round(points * self._dpi / 72)
        layout = _laid(text, family, pixels)
        line = layout.lineAt(0)
        width, height = self._mm(scene.NAME[0]), self._mm(scene.NAME[1])
        shrink = min(width / line.naturalTextWidth(), height / line.height(), 1)
        return layout if shrink == 1 else _laid(text, family, int(pixels * shrink))

    def _back(self) -> QImage:
        back = QImage(*self._size, QImage.Format.Format_RGB32)
        back.fill(Qt.GlobalColor.white)
        pen, modules = QPainter(back), scene.matrix()
        dots, black = self._mm(36) // len(modules), QColor("black")
        left, top = self._mm(scene.CODE_AT[0]), self._mm(scene.CODE_AT[1])
        for down, row in enumerate(modules):
            for across, dark in enumerate(row):
                if dark:
                    pen.fillRect(left + across * dots, top + down * dots, dots, dots, black)
        pen.end()
        return back


def engine(dpi: int) -> Draw:
    """Return what draws a card at `dpi` dots an inch."""
    return Engine(dpi).card


def _family(name: str) -> str:
    file = str(scene.FONTS / f"{name}-Bold.ttf")
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))[0]


def _laid(text: str, family: str, pixels: int) -> QTextLayout:
    font = QFont(family)
    font.setBold(True)
    font.setPixelSize(pixels)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout
