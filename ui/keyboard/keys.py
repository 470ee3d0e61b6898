"""Keys and the sheets they stand on. A sheet is built once, so that turning pages is quick."""

from collections.abc import Sequence
from typing import Final
from unicodedata import category, name

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import METRICS, theme
from ui.widgets.arrange import Arrangement, Placed
from ui.widgets.icon import draw_icon
from ui.widgets.paint import box_shape, focus_ring, follow_theme, is_rtl, painter_on
from ui.widgets.paragraph import Align, Paragraph, Setting, fit_words
from ui.widgets.touch import Touch

MAX_KEY: Final = (50.0, 28.0)  # mm: a pad of digits does not spread over the whole tray
LEAST_KEY: Final = 18.0  # mm


class Key(Touch):
    """One key: `sign` is what it types or which special key it is. It takes no focus.

    With `special` it is painted as a key that types nothing and its text is told by the keyboard.
    """

    def __init__(self, sign: str, *, special: bool = False, icon: str = "") -> None:
        self.sign = sign
        self._special = special
        self._icon = icon
        super().__init__("" if special else shown(sign), f"key:{sign}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not special:
            self.setAccessibleName(sign)

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(METRICS.target), theme().mm(METRICS.key))

    def hasHeightForWidth(self) -> bool:
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        box = QRectF(self.rect())
        ink: Token = "on_tint" if self.lit else "ink"
        if self._special or now.palette.plain:
            box_shape(painter, box, "tint" if self.lit else "surface", "edge")
            if self._special and not self.lit and not now.palette.plain:
                box_shape(painter, box, "paper", "edge")
        else:
            self._cap(box)
        self._label(box.adjusted(now.mm(1), 0, -now.mm(1), 0), ink)
        if self.ring:
            focus_ring(painter, box)

    def _cap(self, box: QRectF) -> None:
        """Paint a light cap with a darker lower edge; pressed, it sinks."""
        painter = painter_on(self)
        depth = theme().mm(0.75)
        box_shape(painter, box, "shade", None)
        face = box.adjusted(0, depth if self.isDown() else 0, 0, 0 if self.isDown() else -depth)
        box_shape(painter, face, "tint" if self.lit else "surface", None)

    def _label(self, box: QRectF, ink: Token) -> None:
        painter = painter_on(self)
        if self._icon:
            side = theme().mm(9.5)
            spot = QRectF(0, 0, side, side)
            spot.moveCenter(box.center())
            draw_icon(painter, self._icon, spot, ink, rtl=is_rtl(self))
            return
        size = METRICS.body if self._special else METRICS.lead * 1.06
        # Keys keep their size at every text size, so their letters do too.
        font = theme().font(size, bold=self._special, scaled=False)
        text = self.text()
        words = Paragraph(
            text, fit_words(text, font, box.width()), box.width(), Setting(align=Align.CENTRE)
        )
        placed = Placed(QRectF(0, 0, words.width, words.height), words)
        whole = Arrangement((placed,), words.width, words.height)
        whole.paint(painter, box, ink, rtl=False)


class Sheet(QWidget):
    """Rows of keys. Each row is a list of (key, width in half keys); rows share the height."""

    def __init__(self, rows: Sequence[Sequence[tuple[Key, float]]]) -> None:
        super().__init__()
        self.rows = rows
        self._widest = max(sum(units for _, units in row) for row in rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for row in rows:
            for key, _ in row:
                key.setParent(self)
        follow_theme(self)
        theme().changed.connect(self._place)

    def all_keys(self) -> list[Key]:
        return [key for row in self.rows for key, _ in row]

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        gap = theme().mm(METRICS.gap)
        height = min((self.height() + gap) / len(self.rows), theme().mm(MAX_KEY[1]) + gap)
        half = min((self.width() + gap) / self._widest, (theme().mm(MAX_KEY[0]) + gap) / 2)
        first = (self.height() + gap - height * len(self.rows)) / 2
        for index, row in enumerate(self.rows):
            left = (self.width() + gap - half * sum(units for _, units in row)) / 2
            top, bottom = round(first + index * height), round(first + (index + 1) * height) - gap
            for key, units in row:
                right = left + half * units
                corner = QRect(round(left), top, round(right) - round(left) - gap, bottom - top)
                key.setGeometry(corner)
                left = right


def shown(sign: str) -> str:
    """Show a combining mark on something: a line of Arabic writing, else a dotted circle."""
    if category(sign[0]) not in {"Mn", "Mc"}:
        return sign
    return ("ـ" if name(sign[0]).startswith("ARABIC") else "◌") + sign
