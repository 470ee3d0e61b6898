"""Attract: the first thing anybody sees. All of it is one button, with a greeting."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt

from ui.pages import Page, Place
from ui.theme import METRICS, theme
from ui.translate import LANGUAGES
from ui.widgets import Align, vbox
from ui.widgets.art import CARD_RATIO, sample_card
from ui.widgets.cover import Ground
from ui.widgets.icon import draw_icon
from ui.widgets.paint import focus_ring, painter_on
from ui.widgets.paragraph import Paragraph, Setting
from ui.widgets.touch import Touch

_TILT = -7  # degrees
_DISC = 44.0  # mm


class AttractPage(Page):
    """`submitted` carries None, from a touch anywhere."""

    name = "attract"
    step = None

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.start = Welcome(tuple(LANGUAGES[code].hello for code in place.city.languages))
        self.setLayout(vbox(self.start))
        self.start.clicked.connect(lambda: self.submitted.emit(None))


class Welcome(Touch):
    """A card, a greeting in every language, and a hand that touches."""

    def __init__(self, hellos: tuple[str, ...]) -> None:
        super().__init__(name="start")
        self._ground = Ground(waves=0.2, flower=0)
        self._hellos = hellos
        self.setAccessibleName(", ".join(hellos))

    def heightForWidth(self, _width: int) -> int:
        return theme().mm(METRICS.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self._ground.paint(painter, self.size())
        card, words, disc = self._places()
        self._card(painter, card)
        self._greet(painter, words)
        self._hand(painter, disc)
        if self.ring:
            focus_ring(painter, QRectF(self.rect()))

    def _places(self) -> tuple[QRectF, QRectF, QRectF]:
        """Return where the card, the greeting and the hand stand."""
        whole = QRectF(self.rect())
        if theme().landscape:
            card, rest = whole.adjusted(0, 0, -whole.width() * 0.46, 0), QRectF(whole)
            rest.setLeft(card.right())
        else:
            card, rest = whole.adjusted(0, 0, 0, -whole.height() * 0.5), QRectF(whole)
            rest.setTop(card.bottom())
        side = theme().mm(_DISC)
        words = rest.adjusted(0, 0, 0, -side * 1.5)
        disc = QRectF(rest.center().x() - side / 2, words.bottom(), side, side)
        return card, words, disc

    def _card(self, painter: QPainter, place: QRectF) -> None:
        width = min(place.width() * 0.78, place.height() * 0.8 / CARD_RATIO)
        painter.save()
        painter.translate(place.center())
        painter.rotate(_TILT)
        corner = QPointF(-width / 2, -width * CARD_RATIO / 2)
        sample_card(painter, QRectF(corner, corner * -1))
        painter.restore()

    def _greet(self, painter: QPainter, place: QRectF) -> None:
        font = theme().font(METRICS.display, bold=True)
        setting = Setting(flow="auto", align=Align.CENTRE)
        lines = [Paragraph(hello, font, place.width(), setting) for hello in self._hellos]
        painter.setPen(theme().color("hero_ink"))
        top = place.center().y() - sum(line.height for line in lines) / 2
        for line in lines:
            line.paint(painter, place.left(), top)
            top += line.height

    def _hand(self, painter: QPainter, disc: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("brand_press" if self.isDown() else "hero"))
        painter.setPen(QPen(theme().color("accent"), theme().mm(1.25)))
        painter.drawEllipse(disc)
        inset = disc.width() * 0.25
        draw_icon(painter, "hand", disc.adjusted(inset, inset, -inset, -inset), "hero_ink")
