"""Drawn card printer: what it does, and what somebody has to do about it, without a word.

Every picture is the same printer, so that what differs is what to look at. An arrow shows the way a
hand goes. Drawn in units of a hundredth of the picture's side.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.palette import Token
from ui.theme import theme
from ui.widgets.icon import draw_icon
from ui.widgets.paint import rounded

_BODY: Final = QRectF(18, 46, 62, 40)
_PANEL: Final = QRectF(56, 54, 18, 9)
_SLOT: Final = QRectF(62, 74, 18, 5)
_HOPPER: Final = QRectF(6, 56, 14, 24)
_ARROW: Final = QPolygonF(
    [QPointF(x, y) for x, y in (
        (-3, -9), (3, -9), (3, 1), (8, 1), (0, 10), (-8, 1), (-3, 1),
    )]
)  # fmt: skip
"""An arrow that points down, around its middle."""

Draw = Callable[[QPainter], None]


def draw_printer(painter: QPainter, box: QRectF, scene: str) -> None:
    """Draw the printer as `scene` says into the middle of `box`: a key of SCENES, or a trouble."""
    side = min(box.width(), box.height())
    painter.save()
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / 100, side / 100)
    SCENES.get(scene, _calls_for_help)(painter)
    painter.restore()


# -- parts -----------------------------------------------------------------------------------------


def _pen(ink: Token = "ink", width: float = 1.6) -> QPen:
    pen = QPen(theme().color(ink), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _box(painter: QPainter, box: QRectF, ground: Token, radius: float = 2) -> None:
    path = rounded(box, radius)
    painter.fillPath(path, theme().color(ground))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen())
    painter.drawPath(path)


def _card(painter: QPainter, box: QRectF) -> None:
    """Draw a card seen from above, with the bar at its head."""
    _box(painter, box, "surface", 1.5)
    head = QRectF(box.left() + 1.2, box.top() + 1.2, box.width() - 2.4, box.height() * 0.22)
    painter.fillRect(head, theme().color("brand"))


def _shell() -> Token:
    """Return the printer's own colour: one on which its dark parts can be seen."""
    return "surface" if theme().palette.plain else "tint"


def _stack(painter: QPainter, left: float, top: float, cards: int = 4) -> None:
    """Draw cards that lie on one another, from the side."""
    for number in range(cards):
        _box(painter, QRectF(left, top - 3.2 * number, 10, 2.6), "surface", 0.8)


def _body(painter: QPainter, *, cards: int = 4, lid: bool = True) -> None:
    _box(painter, _HOPPER, "sunken")
    _stack(painter, 8, 75.5, cards)
    _box(painter, _BODY, _shell(), 4)
    if lid:
        painter.setPen(_pen(width=1.2))
        painter.drawLine(QPointF(18, 51), QPointF(80, 51))
    painter.fillPath(rounded(_PANEL, 1.5), theme().color("ink"))
    painter.fillPath(rounded(_SLOT, 1), theme().color("ink"))


def _lamp(painter: QPainter, ink: Token) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ink))
    painter.drawEllipse(_PANEL.center(), 2.4, 2.4)


def _arrow(painter: QPainter, x: float, y: float, degrees: float = 0) -> None:
    painter.save()
    painter.translate(x, y)
    painter.rotate(degrees)
    painter.setPen(_pen("ink", 1.2))
    painter.setBrush(theme().color("accent"))
    painter.drawPolygon(_ARROW)
    painter.restore()


def _disc(painter: QPainter, icon: str, ground: Token, ink: Token, top: float = 8) -> None:
    """Draw an icon on a disc above the printer."""
    disc = QRectF(34, top, 32, 32)
    painter.setPen(_pen(ink, 1.2))
    painter.setBrush(theme().color(ground))
    painter.drawEllipse(disc)
    # An icon is drawn in the pixels that it has in the end, so that it is sharp.
    where = painter.worldTransform().mapRect(disc.adjusted(7, 7, -7, -7))
    painter.save()
    painter.resetTransform()
    draw_icon(painter, icon, where, ink)
    painter.restore()


def _open(painter: QPainter) -> None:
    """Draw the printer with its lid up."""
    _body(painter, lid=False)
    lid = QPolygonF([QPointF(x, y) for x, y in ((20, 46), (8, 14), (14, 11), (27, 44))])
    painter.setPen(_pen())
    painter.setBrush(theme().color(_shell()))
    painter.drawPolygon(lid)
    painter.fillRect(QRectF(26, 45, 48, 4), theme().color("ink"))


# -- scenes ----------------------------------------------------------------------------------------


def _works(painter: QPainter) -> None:
    _body(painter)
    _lamp(painter, "accent")
    _card(painter, QRectF(84, 72, 12, 9))
    _disc(painter, "hourglass", "surface", "ink")


def _is_ready(painter: QPainter) -> None:
    _body(painter)
    _lamp(painter, "accent")
    _card(painter, QRectF(70, 70, 28, 18))
    _disc(painter, "check", "success_tint", "success")


def _is_looked_into(painter: QPainter) -> None:
    _body(painter)
    _disc(painter, "eye", "warning_tint", "warning")


def _wants_cards(painter: QPainter) -> None:
    _body(painter, cards=0)
    _stack(painter, 8, 28)
    _arrow(painter, 13, 42)


def _is_open(painter: QPainter) -> None:
    _open(painter)
    _arrow(painter, 36, 24, -30)


def _wants_ribbon(painter: QPainter) -> None:
    _open(painter)
    painter.setPen(_pen(width=2.4))
    painter.drawLine(QPointF(44, 6), QPointF(66, 6))
    painter.setPen(_pen())
    painter.setBrush(theme().color("accent"))
    for middle in (44, 66):
        painter.drawEllipse(QPointF(middle, 14), 8, 8)
    painter.setBrush(theme().color("surface"))
    for middle in (44, 66):
        painter.drawEllipse(QPointF(middle, 14), 2.6, 2.6)
    _arrow(painter, 55, 33)


def _is_jammed(painter: QPainter) -> None:
    _open(painter)
    painter.save()
    painter.translate(50, 44)
    painter.rotate(-24)
    _card(painter, QRectF(-15, -12, 30, 19))
    painter.restore()
    _arrow(painter, 74, 24, 180)


def _is_unplugged(painter: QPainter) -> None:
    _body(painter)
    painter.setPen(_pen(width=2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(x, y) for x, y in ((30, 46), (30, 24), (42, 24))])
    _box(painter, QRectF(42, 18, 10, 12), "accent")
    painter.setPen(_pen(width=2))
    for y in (21.5, 26.5):
        painter.drawLine(QPointF(52, y), QPointF(57, y))
    _box(painter, QRectF(74, 14, 14, 20), "surface")
    painter.setPen(_pen(width=2.6))
    for y in (21.5, 26.5):
        painter.drawPoint(QPointF(79, y))
    _arrow(painter, 65, 24, -90)


def _with(icon: str) -> Draw:
    def draw(painter: QPainter) -> None:
        _body(painter)
        _disc(painter, icon, "warning_tint", "warning")

    return draw


def _calls_for_help(painter: QPainter) -> None:
    _with("hand-helping")(painter)


def _is_spoiled(painter: QPainter) -> None:
    """Draw a card that is cut in two."""
    for left, turn in ((26, -7), (56, 8)):
        painter.save()
        painter.translate(left + 10, 56)
        painter.rotate(turn)
        _box(painter, QRectF(-14, -24, 26, 46), "danger_tint", 3)
        painter.fillRect(QRectF(-12.5, -22.5, 23, 8), theme().color("danger"))
        painter.restore()
    _disc(painter, "x", "danger_tint", "danger")


def _is_shown(painter: QPainter) -> None:
    """Draw the back of a card that is held up to a camera."""
    _box(painter, QRectF(18, 52, 64, 40), "surface", 3)
    painter.setPen(_pen("ink", 2))
    for y in (62, 69, 76, 83):
        painter.drawLine(QPointF(25, y), QPointF(44, y))
    for across in range(5):
        for down in range(5):
            if (across * 2 + down * 3) % 5 in {0, 1, 4} or {across, down} <= {0, 4}:
                dot = QRectF(52 + 5 * across, 60 + 5 * down, 5, 5)
                painter.fillRect(dot, theme().color("ink"))
    _arrow(painter, 50, 47, 180)
    _disc(painter, "camera", "surface", "ink", 4)


SCENES: Final[Mapping[str, Draw]] = {
    "working": _works,
    "claimed": _is_ready,
    "ask": _is_looked_into,
    "spoiled": _is_spoiled,
    "shown": _is_shown,
    "printer-not-there": _is_unplugged,
    "printer-out-of-cards": _wants_cards,
    "printer-cover-open": _is_open,
    "printer-ribbon": _wants_ribbon,
    "printer-jam": _is_jammed,
    "printer-busy": _with("hourglass"),
    "printer-paused": _with("pause"),
    "printer-unfit": _with("x"),
    "printer-other": _calls_for_help,
}
