"""Leaves: rows on a panel that turns over like a book where not all of them fit.

A list that scrolls under a finger hides that it goes on; a large button that says so does not
(VxMark does the same).
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets import Button, Panel

_RIM = 1.0  # mm between the panel's edge and its rows
_ACROSS, _LEAST = 90, 50  # mm: what a layout is asked for; the column gives what it has


class Leaves(Panel):
    """`rows` in as many columns as `set_columns` says; `more` turns to the next leaf.

    A Column tells by `give_up` how many pixels it lacks. With `gap` millimetres between them the
    rows are tiles, which need no ground. `turned_outside`: there is no `more` here, somebody else
    calls `turn_over`.
    """

    def __init__(
        self, rows: Sequence[QWidget] = (), *, gap: float = 0, turned_outside: bool = False
    ) -> None:
        super().__init__()
        self._gap = gap
        self._turned_outside = turned_outside
        self._rows: list[QWidget] = []
        self._columns = 1
        self._given_up = 0
        self._first = 0  # line on top of the leaf shown
        self.more = Button("ghost", icon="chevron-down", name="more")
        self.more.setParent(self)
        self.more.clicked.connect(self.turn_over)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._place)
        self.set_rows(rows)
        self.retranslate()

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows from the first one on; the caller keeps the ones that it takes away."""
        for row in self._rows:
            row.hide()
        self._rows = list(rows)
        for row in rows:
            row.setParent(self)
        self._first = 0
        self._changed()

    def set_columns(self, columns: int) -> None:
        """Put so many rows beside one another, in reading order."""
        self._columns = columns
        self._changed()

    def give_up(self, pixels: int) -> None:
        """Be so many pixels lower than all rows need."""
        if pixels != self._given_up:
            self._given_up = pixels
            self._changed()

    def full_height(self, width: int) -> int:
        """Return the height in which all rows stand."""
        heights = self._heights(width)
        return sum(heights) - self._apart(bool(heights)) + 2 * self._rim()

    def sizeHint(self) -> QSize:
        width = self.width() or theme().mm(_ACROSS)
        return QSize(theme().mm(_ACROSS), max(0, self.full_height(width) - self._given_up))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(_LEAST), self.sizeHint().height())

    def retranslate(self) -> None:
        self.more.setText(self.tr("Show the others"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._gap:
            return
        super().paintEvent(event)
        painter = QPainter(self)
        rim, thick = self._rim(), theme().mm(0.5)
        tops = sorted({row.y() for row in self._rows if not row.isHidden()})
        if not self.more.isHidden():
            tops.append(self.more.y())
        for top in tops[1:]:
            line = QRect(rim, top - thick, self.width() - 2 * rim, thick)
            painter.fillRect(line, theme().color("line"))

    # -- where everything stands ---------------------------------------------------------------

    def _changed(self) -> None:
        self.updateGeometry()
        self._place()

    def _lines(self) -> list[list[QWidget]]:
        starts = range(0, len(self._rows), self._columns)
        return [self._rows[start : start + self._columns] for start in starts]

    def _rim(self) -> int:
        return 0 if self._gap else theme().mm(_RIM)

    def _apart(self, times: int) -> int:
        return times * theme().mm(self._gap) if self._gap else 0

    def _across(self, width: int) -> int:
        between = self._apart(self._columns - 1)
        return (width - 2 * self._rim() - between) // self._columns

    def _heights(self, width: int) -> list[int]:
        """Return the height of each line, with the gap below it."""
        across = self._across(width)
        return [
            max(row.heightForWidth(across) for row in line) + self._apart(1)
            for line in self._lines()
        ]

    def _shown(self, heights: list[int]) -> range:
        """Return the lines of this leaf: those from the first one that fit, at least one."""
        room = self.height() - 2 * self._rim() + self._apart(1)
        if sum(heights) <= room:
            return range(len(heights))
        room -= self._more_height()
        last = self._first + 1
        while last < len(heights) and sum(heights[self._first : last + 1]) <= room:
            last += 1
        return range(self._first, last)

    def _place(self) -> None:
        heights = self._heights(self.width())
        shown = self._shown(heights)
        rim, across, top = self._rim(), self._across(self.width()), self._rim()
        for number, line in enumerate(self._lines()):
            for column, row in enumerate(line):
                start = rim + column * across + self._apart(column)
                corner = QPoint(self._left(start, across), top)
                row.setGeometry(QRect(corner, QSize(across, heights[number] - self._apart(1))))
                row.setVisible(number in shown)
            top += heights[number] if number in shown else 0
        self.more.setVisible(len(shown) < len(heights) and not self._turned_outside)
        size = QSize(self.width() - 2 * rim, self._more_height())
        self.more.setGeometry(QRect(QPoint(rim, self.height() - rim - size.height()), size))
        self.update()

    def _more_height(self) -> int:
        if self._turned_outside:
            return 0
        return self.more.heightForWidth(self.width() - 2 * self._rim())

    def _left(self, start: int, across: int) -> int:
        rtl = self.isRightToLeft()
        return self.width() - start - across if rtl else start

    @property
    def at_end(self) -> bool:
        """Whether no leaf follows."""
        return self._shown(self._heights(self.width())).stop >= len(self._lines())

    def turn_over(self) -> None:
        """Show the next leaf, after the last one the first."""
        shown = self._shown(self._heights(self.width()))
        self._first = shown.stop if shown.stop < len(self._lines()) else 0
        self._place()
