"""Choices: large things to touch that stay chosen. A tick and a tint say so, never a tint alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.palette import Token
from ui.theme import METRICS, Role, theme
from ui.widgets.arrange import Arrangement, Placed, stacked
from ui.widgets.icon import draw_icon
from ui.widgets.paint import box_shape, focus_ring, is_rtl, painter_on, rounded
from ui.widgets.paragraph import Align, Paragraph, Setting, fit_words, natural_width
from ui.widgets.touch import Touch


class ChoiceTile(Touch):
    """A tile with a picture (an icon's name or "documents/…"), a title and a note.

    Checkable; put several into a QButtonGroup to make one exclude the others. `least` is the
    smallest height in millimetres, so that tiles of a grid look alike.
    """

    def __init__(
        self,
        title: str = "",
        note: str = "",
        *,
        picture: str = "",
        name: str = "",
        least: float = 0,
    ) -> None:
        self._note = note
        self._picture = picture
        self._least = least or (62.0 if picture else METRICS.action)
        super().__init__(title, name)
        self.setCheckable(True)
        self.set_horizontal(QSizePolicy.Policy.Expanding)
        self.set_texts(title, note)

    def set_texts(self, title: str, note: str = "") -> None:
        self._note = note
        self.setText(title)
        self.setAccessibleDescription(note)

    def heightForWidth(self, width: int) -> int:
        inner = width - 2 * theme().mm(4)
        need = self._arranged(inner).height + 2 * theme().mm(5)
        return max(theme().mm(self._least), round(need))

    def sizeHint(self) -> QSize:
        width = theme().mm(76)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(40), theme().mm(self._least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        edge: Token = "brand" if self.isChecked() else "edge"
        thick = 1.25 if self.isChecked() else 0
        box_shape(painter, box, "tint" if self.lit else "surface", edge, thick)
        inner = box.adjusted(theme().mm(4), 0, -theme().mm(4), 0)
        ink: Token = "on_tint" if self.lit else "ink"
        self._arranged(inner.width()).paint(painter, inner, ink, rtl=is_rtl(self))
        if self.isChecked():
            self._tick(painter)
        if self.ring:
            focus_ring(painter, box)

    def _arranged(self, width: float) -> Arrangement:
        items: list[tuple[Paragraph | str, float, Token | None]] = []
        room = self._room(width)
        if self._picture:
            items.append((self._picture, theme().mm(28), None))
        items.append((self._words(self.text(), room, "body"), room, None))
        if self._note:
            ink: Token | None = None if self.lit else "ink2"
            items.append((self._words(self._note, room, "caption"), room, ink))
        return stacked(items, theme().mm(1.5), width)

    def _room(self, width: float) -> float:
        """Keep clear of the tick, which stands beside the text of a tile without a picture."""
        return width if self._picture else width - 2 * theme().mm(12)

    def _words(self, text: str, width: float, size: Role) -> Paragraph:
        font = fit_words(text, theme().font(METRICS.role(size), bold=size == "body"), width)
        setting = Setting(is_rtl(self), align=Align.CENTRE, pitch=0.95)
        return Paragraph(text, font, width, setting)

    def _tick(self, painter: QPainter) -> None:
        now = theme()
        side, off = now.mm(13), now.mm(3)
        left = off if is_rtl(self) else self.width() - side - off
        top = off if self._picture else (self.height() - side) / 2
        disc = QRectF(left, top, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("brand"))
        painter.drawEllipse(disc)
        inset = side * 0.2
        draw_icon(painter, "check", disc.adjusted(inset, inset, -inset, -inset), "on_brand")


class CheckRow(Touch):
    """A row with a tick box, a name, a note and a tag at its end; the whole row is the target."""

    def __init__(self, text: str = "", note: str = "", tag: str = "", *, name: str = "") -> None:
        self._note = note
        self._tag = tag
        super().__init__(text, name)
        self.setCheckable(True)
        self.set_horizontal(QSizePolicy.Policy.Expanding)
        self.set_texts(text, note, tag)

    def set_texts(self, text: str, note: str = "", tag: str = "") -> None:
        self._note, self._tag = note, tag
        self.setText(text)
        self.setAccessibleDescription(", ".join(part for part in (note, tag) if part))

    def heightForWidth(self, width: int) -> int:
        inner = width - 2 * theme().mm(6)
        need = self._arranged(inner).height + 2 * theme().mm(3)
        return max(theme().mm(METRICS.target), round(need))

    def sizeHint(self) -> QSize:
        width = theme().mm(160)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(60), theme().mm(METRICS.target))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        if self.isDown():
            painter.fillPath(rounded(box, theme().mm(METRICS.radius)), theme().color("tint"))
        inner = box.adjusted(theme().mm(6), 0, -theme().mm(6), 0)
        ink: Token = "on_tint" if self.isDown() else "ink"
        self._arranged(inner.width()).paint(painter, inner, ink, rtl=is_rtl(self))
        self._tick_box(painter, inner)
        if self.ring:
            focus_ring(painter, box)

    def _arranged(self, width: float) -> Arrangement:
        now = theme()
        side, gap = now.mm(13), now.mm(4)
        tag_font = now.font(METRICS.body, bold=True)
        tag_width = min(natural_width(self._tag, tag_font) + 1, width * 0.35) if self._tag else 0.0
        room = width - side - gap - (tag_width + gap if self._tag else 0)
        name = self._words(self.text(), room, "lead")
        parts = [Placed(QRectF(side + gap, 0, room, name.height), name)]
        height = name.height
        if self._note:
            note = self._words(self._note, room, "caption")
            ink: Token | None = None if self.isDown() else "ink2"
            parts.append(Placed(QRectF(side + gap, height, room, note.height), note, ink))
            height += note.height
        if self._tag:
            setting = Setting(is_rtl(self), align=Align.END)
            tag = Paragraph(self._tag, tag_font, tag_width, setting)
            top = (max(height, tag.height) - tag.height) / 2
            parts.append(Placed(QRectF(width - tag_width, top, tag_width, tag.height), tag))
            height = max(height, tag.height)
        return Arrangement(tuple(parts), width, max(height, side))

    def _words(self, text: str, width: float, size: Role) -> Paragraph:
        font = theme().font(METRICS.role(size), bold=size == "lead")
        return Paragraph(text, font, width, Setting(is_rtl(self), pitch=0.95))

    def _tick_box(self, painter: QPainter, inner: QRectF) -> None:
        now = theme()
        side = now.mm(13)
        left = inner.right() - side if is_rtl(self) else inner.left()
        box = QRectF(left, inner.center().y() - side / 2, side, side)
        half = now.mm(0.75) / 2
        path = rounded(box.adjusted(half, half, -half, -half), now.mm(2.5))
        painter.fillPath(path, now.color("brand" if self.isChecked() else "surface"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.color("brand" if self.isChecked() else "edge"), now.mm(0.75)))
        painter.drawPath(path)
        if self.isChecked():
            inset = side * 0.18
            draw_icon(painter, "check", box.adjusted(inset, inset, -inset, -inset), "on_brand")
