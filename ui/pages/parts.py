"""Parts: what stands in a page's columns: points, pictures, the actions at its end.

They own a word only where it is the same on every page.
"""

from unicodedata import category

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.session.application import Missing, tidy
from ui.theme import theme
from ui.widgets import Button, Field, Glyph, Grid, Text, hbox, vbox
from ui.widgets.paint import follow_theme
from ui.words import word

Part = QWidget | int
"""A widget, or a stretch of that weight."""


class Bench(QWidget):
    """Parts beside one another, or with `down` below one another, as one part of a column.

    A number is a stretch; `shares` are the parts' weights.
    """

    def __init__(
        self, *parts: Part, gap: float = 4, down: bool = False, shares: tuple[int, ...] = ()
    ) -> None:
        super().__init__()
        box = vbox(*parts, gap=gap) if down else hbox(*parts, gap=gap)
        for place, share in enumerate(shares):
            box.setStretch(place, share)
        self.setLayout(box)


class Grille(QWidget):
    """Parts in rows, with as many columns as fit the screen's orientation."""

    def __init__(self, parts: list[QWidget], portrait: int, landscape: int, gap: float = 4) -> None:
        super().__init__()
        self._parts, self._columns = parts, (portrait, landscape)
        self._grid = Grid(gap)
        self.setLayout(self._grid)
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        self._grid.fill(self._parts, self._columns[theme().landscape])


class Foot(QWidget):
    """What a page ends with: `back`, perhaps others, and the one primary action, `next`."""

    def __init__(self, *others: Button, icon: str = "arrow-right") -> None:
        super().__init__()
        self.back = Button("secondary", icon="arrow-left", name="back")
        self.next = Button("primary", icon=icon, icon_at_end=icon == "arrow-right", name="next")
        self.setLayout(hbox(self.back, *others, self.next))
        self.retranslate()

    def retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self.next.setText(self.tr("Continue"))


class Point(QWidget):
    """A glyph, what matters, and a sentence about it."""

    def __init__(self, icon: str, size: float = 16, margins: tuple[float, float] = (0, 0)) -> None:
        super().__init__()
        self.head, self.tail = Text("lead", bold=True), Text("body")
        words = vbox(self.head, self.tail, gap=0.5)
        row = hbox(Glyph(icon, size), words, gap=6, margins=margins)
        row.setStretch(1, 1)
        self.setLayout(row)

    def set_texts(self, head: str, tail: str) -> None:
        self.head.setText(head)
        self.tail.setText(tail)


class Room(QWidget):
    """Holds a picture in whatever height is left, at `ratio` (width to height) if one is given.

    `least` and `wish` are heights in millimetres; `widest` bounds the picture.
    """

    def __init__(
        self,
        picture: QWidget,
        *,
        ratio: float = 0,
        least: float = 40,
        wish: float = 120,
        widest: float = 1000,
    ) -> None:
        super().__init__()
        self._picture = picture
        self._ratio, self._least, self._wish, self._widest = ratio, least, wish, widest
        picture.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self)

    def sizeHint(self) -> QSize:
        # Larger words need the room more than a picture does.
        wish = self._wish / max(1.0, theme().text_scale) ** 1.3
        return QSize(theme().mm(120), theme().mm(wish))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(40), theme().mm(self._least))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        width = min(self.width(), theme().mm(self._widest))
        height = self.height()
        if self._ratio:
            width = min(width, round(height * self._ratio))
            height = min(height, round(width / self._ratio))
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._picture.setGeometry(QRect(left, top, width, height))


class Complaint:
    """Says beside a field what to do instead, and says it anew in another language."""

    def __init__(self, missing: Missing, *fields: Field) -> None:
        self._missing, self._fields = missing, fields
        self._field: Field | None = None
        self._code = self._sign = ""

    def about(self, field: Field, code: str) -> None:
        """Show the words of `code` at `field`, and at no other field.

        They may name the sign of what was written there that cannot be printed.
        """
        self._field, self._code = field, code
        self._sign = self._shown(self._missing(tidy(field.text())))
        self.retranslate()

    def clear(self) -> None:
        """Take back what was said."""
        self._field, self._sign = None, ""
        self.retranslate()

    def retranslate(self) -> None:
        for field in self._fields:
            said = word(self._code).format(sign=self._sign)
            field.set_error(said if field is self._field else "")

    def _shown(self, sign: str) -> str:
        """Return what the screen, which has the card's fonts, can show of a sign, else numbers.

        Its letter and its marks are shown apart: no font has them together.
        """
        unseen = (category(part)[0] == "M" or self._missing(part) for part in sign)
        return " + ".join(
            f"U+{ord(part):04X}" if hidden else part
            for part, hidden in zip(sign, unseen, strict=True)
        )
