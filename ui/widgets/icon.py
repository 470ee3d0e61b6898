"""Icons: stroke drawings (Lucide), tinted when painted, and the coloured pictures of documents.

Files are read once by `warm`, before the session is sealed; after that nothing here opens a file.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import theme
from ui.widgets.paint import follow_theme, is_rtl, painter_on, rounded

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "assets" / "icons"
DOCUMENTS: Final = "documents/"

MIRRORED: Final = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-out", "delete"}
)
"""Icons with a direction of reading; a clock or a tick is the same everywhere."""


def warm() -> None:
    """Read every icon into memory (about 80 small files)."""
    for name in _names():
        _source(name)


def known(name: str) -> bool:
    """Return whether there is an icon called `name`, such as "check" or "documents/lease"."""
    return name in _names()


def icon(name: str, color: str, pixels: int, *, rtl: bool = False) -> QImage:
    """Return the icon `name` in `color` (#RRGGBB), mirrored for `rtl` if it has a direction."""
    return _image(name, color, pixels, rtl and name in MIRRORED)


def draw_icon(painter: QPainter, name: str, box: QRectF, ink: Token, *, rtl: bool = False) -> None:
    """Draw the icon `name` into the middle of `box`; a document keeps its own colours."""
    pixels = max(1, round(min(box.width(), box.height())))
    left = round(box.center().x() - pixels / 2)
    top = round(box.center().y() - pixels / 2)
    if name.startswith(DOCUMENTS) and theme().palette.plain:
        # The pictures are drawn for light paper, so that they bring some along.
        plate = QRectF(left, top, pixels, pixels)
        painter.fillPath(rounded(plate, pixels / 8), Qt.GlobalColor.white)
    painter.drawImage(left, top, icon(name, theme().palette.hex(ink), pixels, rtl=rtl))


class Glyph(QWidget):
    """An icon, `size` millimetres wide, on a disc of the colour `disc` unless that is None."""

    def __init__(
        self, name: str, size: float = 12, *, ink: Token = "on_tint", disc: Token | None = "tint"
    ) -> None:
        super().__init__()
        self._name, self._size = name, size
        self._ink: Token = ink
        self._disc = disc
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().mm(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        inset = 0.0
        if self._disc:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(self._disc))
            painter.drawEllipse(box)
            inset = box.width() * 0.22
        inner = box.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, self._name, inner, self._ink, rtl=is_rtl(self))


@cache
def _names() -> frozenset[str]:
    found = (path.relative_to(FOLDER).with_suffix("") for path in FOLDER.rglob("*.svg"))
    return frozenset(name.as_posix() for name in found)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _image(name: str, color: str, pixels: int, mirrored: bool) -> QImage:  # noqa: FBT001 a cache's key
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    drawing = _source(name).replace("currentColor", color)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image
