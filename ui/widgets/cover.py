"""Cover and Hero: opaque grounds in the city's colour, painted once per size and kept as pixels.

A cover hides everything under it: at 94 % opacity a name could still be read through it.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.palette import Palette
from ui.theme import METRICS, theme
from ui.widgets.art import CARD_RATIO, guilloche, rosette, sample_card
from ui.widgets.layout import Box, Item, hbox, vbox
from ui.widgets.paint import is_rtl, painter_on, veil
from ui.widgets.text import Text


class Ground:
    """The painted ground of one widget: made when needed, again when size or colours change."""

    def __init__(self, *, waves: float, flower: float) -> None:
        self._waves, self._flower = waves, flower
        self._made: tuple[QSize, Palette] | None = None
        self._image = QImage()

    def paint(self, painter: QPainter, size: QSize) -> None:
        if self._made != (size, theme().palette):
            self._made = (QSize(size), theme().palette)
            self._image = self._draw(size)
        painter.drawImage(0, 0, self._image)

    def _draw(self, size: QSize) -> QImage:
        """Draw the ornament as shares of its colour: a byte a pixel instead of four."""
        shares = QImage(size, QImage.Format.Format_Grayscale8)
        shares.fill(0)
        if not theme().palette.plain:
            self._ornament(shares)
        rows = shares.constBits(), size.width(), size.height(), shares.bytesPerLine()
        image = QImage(*rows, QImage.Format.Format_Indexed8).copy()
        image.setColorTable(_shades(theme().color("hero"), theme().color("accent")))
        return image

    def _ornament(self, shares: QImage) -> None:
        painter = QPainter(shares)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(shares.rect())
        aside = box.width() * 0.04
        whole = QColor(Qt.GlobalColor.white)
        guilloche(painter, box.adjusted(-aside, 0, aside, 0), whole, self._waves, 38)
        if self._flower:
            radius = min(box.width(), box.height()) * 0.46
            rosette(painter, box.center(), radius, whole, self._flower)
        painter.end()


def _shades(none: QColor, whole: QColor) -> list[int]:
    """Return the 256 colours from `none` to `whole`."""
    return [_between(none, whole, share / 255).rgb() for share in range(256)]


def _between(one: QColor, other: QColor, share: float) -> QColor:
    red, green, blue = (
        start + (end - start) * share
        for start, end in (
            (one.redF(), other.redF()),
            (one.greenF(), other.greenF()),
            (one.blueF(), other.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)


class Cover(QWidget):
    """A whole screen of the city's colour with a column of items in its middle.

    For the pages behind which nothing may be seen: idle, hidden, erased. Texts on it are
    `Text(..., ink="hero_ink", align=Align.CENTRE)`, or stand on a Panel.
    """

    def __init__(self, *items: Item, widest: float = 215) -> None:
        super().__init__()
        self._ground = Ground(waves=0.12, flower=0.10)
        self._widest = widest
        self._column_box = QWidget()
        self.column = vbox(*items, gap=8)
        self._column_box.setLayout(self.column)
        # The column takes all the width it may have before the rims get any.
        row = hbox(1, self._column_box, 1)
        row.setStretch(1, 1000)
        self.setLayout(vbox(1, row, 1, margins=METRICS.page))
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._column_box.setMaximumWidth(theme().mm(self._widest))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self._ground.paint(painter, self.size())
        words = QRectF(self._column_box.geometry())
        veil(painter, words, theme().color("hero"), theme().mm(20))


class Hero(QWidget):
    """The welcome ground: a title, a line below it, and a drawn card that says what this is.

    Portrait: words beside the card. Landscape: the card above the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ground = Ground(waves=0.17, flower=0)
        self.title = Text("display", ink="hero_ink")
        self.title.shrink_to(2)
        self.lead = Text("lead", ink="hero_ink")
        self._words = vbox(1, self.title, self.lead, 1, gap=5)
        self._card = _CardSpace()
        self._box: Box = Box(QBoxLayout.Direction.LeftToRight, 8, (METRICS.page, 8))
        self._box.addLayout(self._words, 11)
        self._box.addWidget(self._card, 9)
        self.setLayout(self._box)
        theme().changed.connect(self._turn)
        self._turn()

    def set_texts(self, title: str, lead: str) -> None:
        self.title.setText(title)
        self.lead.setText(lead)

    def _turn(self) -> None:
        wide = theme().landscape
        turned = QBoxLayout.Direction.BottomToTop if wide else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(turned)
        across = QSizePolicy.Policy.Preferred if wide else QSizePolicy.Policy.Expanding
        down = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, down)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self._ground.paint(painter, self.size())
        words = QRectF(self.title.geometry() | self.lead.geometry())
        veil(painter, words, theme().color("hero"), theme().mm(12))
        if theme().palette.plain:
            line = theme().mm(0.75)
            painter.fillRect(0, self.height() - line, self.width(), line, theme().color("line"))
        box = QRectF(self._card.geometry())
        width = min(box.width(), box.height() / CARD_RATIO) * 0.94
        painter.translate(box.center())
        painter.rotate(6 if is_rtl(self) else -6)
        top_left = QPointF(-width / 2, -width * CARD_RATIO / 2)
        sample_card(painter, QRectF(top_left, top_left * -1))


class _CardSpace(QWidget):
    """The place of the drawn card; the hero paints it, so that it may lean out of its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(105), theme().mm(80))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(60), theme().mm(45))
