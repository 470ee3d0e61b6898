"""What all painted components share: following the theme, rounded shapes, the two-ring focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.palette import Token
from ui.theme import METRICS, theme


def follow_theme(widget: QWidget) -> None:
    """Lay out and paint `widget` anew whenever the theme changes."""
    theme().changed.connect(widget.updateGeometry)
    theme().changed.connect(widget.update)


def is_rtl(widget: QWidget) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def painter_on(widget: QWidget) -> QPainter:
    """Return a painter with smooth edges; it ends when the caller lets go of it."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter


def rounded(box: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def box_shape(
    painter: QPainter, box: QRectF, ground: Token | None, edge: Token | None, edge_mm: float = 0
) -> None:
    """Paint a rounded box inside `box`; `edge_mm` 0 is the palette's own width."""
    now = theme()
    width = now.mm(edge_mm or now.palette.edge_mm) if edge else 0
    half = width / 2
    path = rounded(box.adjusted(half, half, -half, -half), now.mm(METRICS.radius))
    if ground:
        painter.fillPath(path, now.color(ground))
    if edge:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.color(edge), width))
        painter.drawPath(path)


def focus_ring(painter: QPainter, box: QRectF) -> None:
    """Paint two rings of different lightness inside `box`: one of them shows on any ground."""
    now = theme()
    wide, narrow = now.mm(METRICS.focus), now.mm(METRICS.focus * 0.55)
    half = wide / 2
    path = rounded(box.adjusted(half, half, -half, -half), now.mm(METRICS.radius) - half / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(now.color("focus_ink"), wide))
    painter.drawPath(path)
    painter.setPen(QPen(now.color("focus"), narrow))
    painter.drawPath(path)


def veil(painter: QPainter, box: QRectF, color: QColor, reach: float) -> None:
    """Cover what lies behind `box` with `color`, fading out over `reach` pixels around it.

    Ornament must not lower the contrast of the words that stand on it.
    """
    steps = 12
    layer = QColor(color)
    layer.setAlphaF(0.24)  # 12 layers leave 4 % of what is behind
    for step in range(steps):
        grow = reach * (1 - step / (steps - 1))
        painter.fillPath(rounded(box.adjusted(-grow, -grow, grow, grow), reach), layer)


def soft_shadow(painter: QPainter, box: QRectF, radius: float, depth: float) -> None:
    """Paint a shadow `depth` pixels deep around `box`."""
    steps = 14
    for step in range(steps, 0, -1):
        grow = depth * step / steps
        spread = box.adjusted(-grow, -grow + depth / 2, grow, grow + depth / 2)
        painter.fillPath(rounded(spread, radius + grow), QColor(20, 35, 46, 5))
