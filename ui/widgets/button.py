"""Button: an action. One primary button a page; the label wraps or shrinks and is never cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.palette import Token
from ui.theme import METRICS, Role, theme
from ui.widgets.arrange import Arrangement, Placed, beside, stacked
from ui.widgets.paint import box_shape, focus_ring, is_rtl, painter_on
from ui.widgets.paragraph import (
    SMALLEST,
    Align,
    Paragraph,
    Setting,
    fit_words,
    longest_word,
    natural_width,
)
from ui.widgets.touch import Touch

Kind = Literal["primary", "secondary", "ghost", "danger", "tile", "rail", "rail-danger"]


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens and sizes of a kind. A ground or an edge of None is not painted."""

    ink: Token
    ground: Token | None
    edge: Token | None
    lit_ink: Token
    lit_ground: Token
    size: Role = "body"
    height: float = METRICS.action
    wide: bool = False


LOOKS: Final[Mapping[Kind, Look]] = {
    "primary": Look("on_brand", "brand", "brand", "on_brand", "brand_press", "lead", wide=True),
    "secondary": Look("ink", "surface", "edge", "on_tint", "tint"),
    "ghost": Look("link", None, None, "on_tint", "tint", height=METRICS.target),
    "danger": Look("danger", "surface", "danger", "danger", "danger_tint"),
    "tile": Look("ink", "surface", "edge", "on_tint", "tint", "lead", wide=True),
    "rail": Look("ink", None, None, "on_tint", "tint", "caption", METRICS.target, wide=True),
    "rail-danger": Look(
        "danger", None, None, "danger", "danger_tint", "caption", METRICS.target, wide=True
    ),
}

_RAIL_SCALE: Final = 1.2  # the largest text scale of the rail
DISABLED: Final = Look("ink2", "sunken", None, "ink2", "sunken")


class Button(Touch):
    """A button of a `kind`, with an icon before the text, or after it if `icon_at_end`.

    `sub` is a tile's second, smaller text (a language's English name); `family` is the font family
    of the text alone, for a language whose own letters look different (Nastaliq).
    """

    def __init__(
        self,
        kind: Kind,
        text: str = "",
        *,
        icon: str = "",
        icon_at_end: bool = False,
        sub: str = "",
        name: str = "",
    ) -> None:
        self.kind: Kind = kind
        self.icon_name = icon
        self._icon_at_end = icon_at_end
        self._sub = sub
        self.family = ""
        super().__init__(text, name)
        if self._look.wide:
            self.set_horizontal(QSizePolicy.Policy.Expanding)

    def set_icon(self, icon: str) -> None:
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def set_sub(self, sub: str) -> None:
        self._sub = sub
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the rail's state to the window: it shows what is in force, not what was touched."""
        if self.kind not in {"rail", "rail-danger"}:
            super().nextCheckState()

    @property
    def _look(self) -> Look:
        return LOOKS[self.kind]

    def label_font(self) -> QFont:
        font = theme().font(METRICS.role(self._look.size) * self._restraint(), bold=True)
        if self.family:
            font.setFamilies([self.family, *font.families()])
        return font

    def _restraint(self) -> float:
        """Let the rail grow little: six words must share a row, and its icons speak too."""
        if self.kind not in {"rail", "rail-danger"}:
            return 1.0
        return min(1.0, _RAIL_SCALE / theme().text_scale)

    def heightForWidth(self, width: int) -> int:
        inner = width - 2 * self._padding()
        need = self._arranged(inner).height + 2 * theme().mm(2.5)
        return max(theme().mm(self._look.height), round(need))

    def sizeHint(self) -> QSize:
        """Return the width of one line, within reason, and the height that goes with it."""
        now = theme()
        text = natural_width(self.text(), self.label_font()) + 1
        if self.icon_name and not self._above():
            text += self._side() + self._gap()
        width = max(now.mm(self._look.height), round(text) + 2 * self._padding())
        width = min(width, now.mm(110 * now.text_scale))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets buttons share a row: words wrap, then shrink, never break."""
        hint = self.sizeHint()
        least = theme().mm(METRICS.target if self._look.wide else METRICS.target * 1.6)
        least = max(least, self._least_words())
        return QSize(min(hint.width(), least), theme().mm(self._look.height))

    def _least_words(self) -> int:
        """Return the width at which the longest word, as small as it may be, is still whole."""
        word = longest_word(self.text(), self.label_font()) * SMALLEST / 0.985
        beside_it = self._side() + self._gap() if self.icon_name and not self._above() else 0
        return ceil(word + beside_it) + 1 + 2 * self._padding()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        look = self._look if self.isEnabled() else DISABLED
        ground = look.lit_ground if self.lit else look.ground
        edge: Token | None = "brand" if self.isChecked() and look.edge else look.edge
        thick = theme().palette.edge_mm * 1.8 if self.isChecked() else 0
        box_shape(painter, box, ground, edge, thick)
        inner = box.adjusted(self._padding(), 0, -self._padding(), 0)
        if self._above():  # icons of a row stand on one line, however long their words are
            inner.setTop(theme().mm(2.5))
            inner.setHeight(0)
        ink = look.lit_ink if self.lit else look.ink
        self._arranged(inner.width()).paint(painter, inner, ink, rtl=is_rtl(self))
        if self.ring:
            focus_ring(painter, box)

    def _above(self) -> bool:
        return self.kind in {"rail", "rail-danger"} and not theme().landscape

    def _padding(self) -> int:
        if self.kind in {"rail", "rail-danger"}:
            return theme().mm(1.5)
        return theme().mm(5 if self.kind == "ghost" else 7)

    def _gap(self) -> int:
        return theme().mm(1 if self._above() else 4)

    def _side(self) -> float:
        if self.kind in {"rail", "rail-danger"}:
            return theme().mm(10)
        return self.label_font().pixelSize() * 1.25

    def _arranged(self, width: float) -> Arrangement:
        if self._above():
            words = self._words(width, Align.CENTRE)
            return stacked(
                ((self.icon_name, self._side(), None), (words, width, None)), self._gap(), width
            )
        if self.kind == "tile":
            return self._tile(width)
        taken = self._side() + self._gap() if self.icon_name else 0
        words = self._words(width - taken, Align.CENTRE)
        return beside(self.icon_name, self._side(), words, self._gap(), at_end=self._icon_at_end)

    def _words(self, width: float, align: Align) -> Paragraph:
        font = fit_words(self.text(), self.label_font(), width)
        setting = Setting(is_rtl(self), align=align, pitch=0.92)
        return Paragraph(self.text(), font, width, setting)

    def _tile(self, width: float) -> Arrangement:
        """Text at the start; the second text at the end of the line, or below if it is too long."""
        taken = self._side() + self._gap() if self.icon_name else 0.0
        words = self._words(width - taken, Align.START)
        parts = [Placed(QRectF(taken, 0, words.width, words.height), words)]
        height = words.height
        if self._sub:
            placed = self._second(taken, words, width)
            parts.append(placed)
            height = max(height, placed.box.bottom())
        if self.icon_name:
            side = self._side()
            parts.append(Placed(QRectF(0, (height - side) / 2, side, side), self.icon_name))
        return Arrangement(tuple(parts), width, height)

    def _second(self, left: float, words: Paragraph, width: float) -> Placed:
        font = theme().font(METRICS.caption)
        ink: Token | None = None if self.lit else "ink2"
        need = natural_width(self._sub, font) + 1
        beside_it = words.lines == 1 and left + words.natural + self._gap() + need <= width
        setting = Setting(is_rtl(self), align=Align.END if beside_it else Align.START)
        room = need if beside_it else width - left
        sub = Paragraph(self._sub, font, room, setting)
        top = (words.height - sub.height) / 2 if beside_it else words.height
        return Placed(QRectF(width - need if beside_it else left, top, room, sub.height), sub, ink)
