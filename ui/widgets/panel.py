"""Panels: grounds that hold other components, and the rows and notices that stand on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.icon import Glyph
from ui.widgets.layout import hbox, vbox
from ui.widgets.paint import box_shape, follow_theme, is_rtl, painter_on, rounded
from ui.widgets.paragraph import Flow
from ui.widgets.text import Text


class Panel(QWidget):
    """A ground with rounded corners, or one that fills its place to the rim if `square`."""

    def __init__(
        self, ground: Token = "surface", *, edge: Token | None = "line", square: bool = False
    ) -> None:
        super().__init__()
        self._ground: Token = ground
        self._edge = edge
        self._square = square
        follow_theme(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        if self._square:
            painter.fillRect(self.rect(), now.color(self._ground))
            if now.palette.plain:  # all grounds are the same: a line tells them apart
                painter.fillRect(0, 0, self.width(), now.mm(0.75), now.color("line"))
        else:
            box_shape(painter, QRectF(self.rect()), self._ground, self._edge)


class Rule(QWidget):
    """A hairline between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self)

    def sizeHint(self) -> QSize:
        return QSize(theme().mm(20), theme().mm(0.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(self.rect(), theme().color("line"))


class Sheet(Panel):
    """A panel of rows with hairlines between them; rows can be added while it is shown."""

    def __init__(self, *rows: QWidget) -> None:
        super().__init__()
        self._column = vbox(gap=0, margins=(1, 2))
        self.setLayout(self._column)
        for row in rows:
            self.add(row)

    def add(self, row: QWidget) -> None:
        if self._column.count():
            self._column.addWidget(Rule())
        self._column.addWidget(row)

    def clear(self) -> None:
        """Take all rows away and delete them."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class Row(QWidget):
    """A label over its value, and a button that goes back to change it. Both wrap, never clip."""

    def __init__(self, name: str = "", *, flow: Flow = "auto", changeable: bool = True) -> None:
        super().__init__()
        self.label, self.value = Text("caption"), Text("lead", bold=True, flow=flow)
        self.change = Button("ghost", icon="pencil", name=name)
        if not changeable:  # what is shown before it has a parent is a window of its own
            self.change.hide()
        words = vbox(1, self.label, self.value, 1, gap=0.5)
        line = hbox(words, self.change, gap=4, margins=(6, 2.5))
        line.setStretch(0, 1)
        self.setLayout(line)

    def set_texts(self, label: str, value: str, change: str = "") -> None:
        """Set label, value and the word on the button; its accessible name says what it changes."""
        self.label.setText(label)
        self.value.setText(value)
        self.change.setText(change)
        self.change.setAccessibleName(f"{change}: {label}" if change else "")


NoticeKind = Literal["info", "success", "warning", "danger"]


@dataclass(frozen=True, slots=True)
class NoticeLook:
    ground: Token
    ink: Token
    icon: str
    bar: Token


NOTICES: Final[Mapping[NoticeKind, NoticeLook]] = {
    "info": NoticeLook("tint", "on_tint", "info", "brand"),
    "success": NoticeLook("success_tint", "success", "circle-check", "success"),
    "warning": NoticeLook("warning_tint", "warning", "triangle-alert", "warning_edge"),
    "danger": NoticeLook("danger_tint", "danger", "circle-alert", "danger"),
}


class Notice(QWidget):
    """A tinted box: an icon, what matters in bold, what to do. Colour is never the only sign."""

    def __init__(self, kind: NoticeKind, head: str = "", body: str = "", *, icon: str = "") -> None:
        super().__init__()
        self._look = NOTICES[kind]
        ink = self._look.ink
        self.head = Text("lead", ink=ink, bold=True)
        self.body = Text("body", ink=ink)
        self._glyph = Glyph(icon or self._look.icon, 13, ink=ink, disc=None)
        words = vbox(1, self.head, self.body, 1, gap=1)
        line = hbox(self._glyph, words, gap=5, margins=(7, 5))
        line.setStretch(1, 1)
        self.setLayout(line)
        follow_theme(self)
        self.set_texts(head, body)

    def set_texts(self, head: str, body: str = "") -> None:
        self.head.setText(head)
        self.head.setVisible(bool(head))
        self.body.setText(body)
        self.body.setVisible(bool(body))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        now = theme()
        box = QRectF(self.rect())
        # In high contrast a tint cannot be seen, so that the box gets an outline.
        edge = self._look.bar if now.palette.plain else None
        box_shape(painter, box, self._look.ground, edge)
        width = now.mm(2)
        left = box.right() - width if is_rtl(self) else box.left()
        painter.setClipPath(rounded(box, now.mm(4.5)))
        painter.fillRect(QRectF(left, 0, width, box.height()), now.color(self._look.bar))
