"""Where the parts of a touchable thing stand: icons and paragraphs placed in a content box.

Arranging is apart from painting, so that the height a widget asks for and what it paints cannot
disagree. Boxes are laid out from left to right; `mirrored` turns the result for other scripts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.palette import Token
from ui.theme import theme
from ui.widgets.icon import draw_icon
from ui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Placed:
    """One part in its box: a paragraph, or the name of an icon. `ink` None is the owner's ink."""

    box: QRectF
    part: Paragraph | str
    ink: Token | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Parts in a content box of `width` x `height` pixels."""

    parts: tuple[Placed, ...]
    width: float
    height: float

    def mirrored(self) -> "Arrangement":
        parts = tuple(
            replace(placed, box=placed.box.translated(self._flip(placed.box), 0))
            for placed in self.parts
        )
        return replace(self, parts=parts)

    def _flip(self, box: QRectF) -> float:
        return self.width - box.width() - 2 * box.left()

    def paint(self, painter: QPainter, box: QRectF, ink: Token, *, rtl: bool) -> None:
        """Paint into the vertical middle of `box`; what is too high starts at its top."""
        shown = self.mirrored() if rtl else self
        top = box.top() + max(0.0, (box.height() - self.height) / 2)
        for placed in shown.parts:
            where = placed.box.translated(box.left(), top)
            color = placed.ink or ink
            if isinstance(placed.part, str):
                draw_icon(painter, placed.part, where, color, rtl=rtl)
            else:
                painter.setPen(theme().color(color))
                placed.part.paint(painter, where.left(), where.top())


def beside(icon: str, side: float, text: Paragraph, gap: float, *, at_end: bool) -> Arrangement:
    """Place an icon before (or after) a text, both in the middle of the width they may take."""
    taken = side + gap if icon else 0.0
    width, height = text.width + taken, max(side if icon else 0.0, text.height)
    spare = max(0.0, text.width - text.natural) / 2  # the text is centred in its own box
    words = QRectF(0 if at_end else taken, (height - text.height) / 2, text.width, text.height)
    parts = [Placed(words, text)]
    if icon:
        left = text.width - spare + gap if at_end else spare
        parts.append(Placed(QRectF(left, (height - side) / 2, side, side), icon))
    return Arrangement(tuple(parts), width, height)


def stacked(
    items: Sequence[tuple[Paragraph | str, float, Token | None]], gap: float, width: float
) -> Arrangement:
    """Place parts (part, an icon's side or a text's width, ink) under one another, centred."""
    top = 0.0
    parts: list[Placed] = []
    for part, size, ink in items:
        height = size if isinstance(part, str) else part.height
        parts.append(Placed(QRectF((width - size) / 2, top, size, height), part, ink))
        top += height + gap
    return Arrangement(tuple(parts), width, max(0.0, top - gap))
