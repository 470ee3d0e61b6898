"""Rows and columns whose gaps and margins are millimetres and follow the theme."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QSizePolicy, QWidget

from ui.theme import theme

Item = QWidget | QLayout | int
Margins = float | tuple[float, float]
"""All four sides, or (horizontal, vertical): margins do not mirror, so they are symmetric."""


class Box(QBoxLayout):
    """A row or a column in millimetres. `set_direction` turns it, for the two orientations."""

    def __init__(self, direction: QBoxLayout.Direction, gap: float, margins: Margins) -> None:
        super().__init__(direction)
        self._gap = gap
        self._margins = margins
        theme().changed.connect(self._measure)
        self._measure()

    def set_gap(self, gap: float, margins: Margins | None = None) -> None:
        self._gap = gap
        self._margins = self._margins if margins is None else margins
        self._measure()

    def _measure(self) -> None:
        self.setSpacing(theme().mm(self._gap))
        _set_margins(self, self._margins)


class Grid(QGridLayout):
    """A grid in millimetres with equal columns; `fill` puts widgets in reading order."""

    def __init__(self, gap: float = 4, margins: Margins = 0) -> None:
        super().__init__()
        self._gap = gap
        self._margins = margins
        theme().changed.connect(self._measure)
        self._measure()

    def fill(self, widgets: list[QWidget], columns: int) -> None:
        """Place `widgets` in rows of `columns`; call it again to re-flow."""
        for column in range(max(columns, self.columnCount())):
            self.setColumnStretch(column, 1 if column < columns else 0)
        for index, widget in enumerate(widgets):
            self.addWidget(widget, index // columns, index % columns)

    def _measure(self) -> None:
        self.setSpacing(theme().mm(self._gap))
        _set_margins(self, self._margins)


class Gap(QWidget):
    """Empty room of a fixed size in millimetres, which follows the theme."""

    def __init__(self, width: float = 0, height: float = 0) -> None:
        super().__init__()
        self._size = (width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setFixedSize(theme().mm(self._size[0]), theme().mm(self._size[1]))


def hbox(*items: Item, gap: float = 4, margins: Margins = 0) -> Box:
    """Return a row of widgets and layouts; a number is a stretch of that weight."""
    return _filled(Box(QBoxLayout.Direction.LeftToRight, gap, margins), items)


def vbox(*items: Item, gap: float = 4, margins: Margins = 0) -> Box:
    """Return a column of widgets and layouts; a number is a stretch of that weight."""
    return _filled(Box(QBoxLayout.Direction.TopToBottom, gap, margins), items)


def squeezed(page: QWidget) -> list[QWidget]:
    """Return the visible widgets inside `page` that lack height or reach beyond it; none is fine.

    Qt squeezes what does not fit without a word, even below a minimum, so pages ask afterwards.
    """
    inside = [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]
    return [widget for widget in inside if _lacks_height(widget) or _sticks_out(widget, page)]


def _lacks_height(widget: QWidget) -> bool:
    need = widget.minimumSizeHint().height()
    if widget.hasHeightForWidth() and widget.layout() is None:
        need = widget.heightForWidth(widget.width())
    return widget.height() < need - 1


def _sticks_out(widget: QWidget, page: QWidget) -> bool:
    corner = widget.mapTo(page, QPoint(0, 0))
    return not page.rect().contains(QRect(corner, widget.size()))


def _filled(box: Box, items: tuple[Item, ...]) -> Box:
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addStretch(item)
    return box


def _set_margins(layout: QLayout, margins: Margins) -> None:
    across, down = margins if isinstance(margins, tuple) else (margins, margins)
    horizontal, vertical = theme().mm(across), theme().mm(down)
    layout.setContentsMargins(horizontal, vertical, horizontal, vertical)
