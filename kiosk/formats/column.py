"""A column of fields: rows from the top that share what room there is.

A field without a text takes no room and shows no label, so that nobody can see on a card that
something was left out. A long name makes the rows closer, then the letters smaller, and at last
narrower; a text that still does not fit is refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from kiosk.design import Column, Field, Type
from kiosk.errors import Unprintable
from kiosk.formats.lettering import Block, Hand, Lettering
from kiosk.formats.sheet import Sheet

# Of the largest size, and whether in condensed letters, which take fewer lines, until all rows fit.
_SIZES = (1.0, 0.9, 0.8, 0.65, 0.5, 0.4)
_STEPS = (*((size, False) for size in _SIZES), (_SIZES[-1], True))
_TIGHTEST, _LOOSEST = 0.6, 1.3  # times the white that the design asks for between rows

Texts = Mapping[str, Sequence[str]]
"""What each field says, in paragraphs, by the field's name; a field left out is not in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and its upper left corner in dots. `field` is the answer it shows or labels."""

    field: str
    block: Block
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class _Cell:
    field: Field
    label: Block | None
    value: Block

    @property
    def height(self) -> int:
        return self.value.height + (self.label.height if self.label else 0)


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets a column: the fonts, the raster, and the language that chooses letter forms."""

    lettering: Lettering
    sheet: Sheet
    language: str

    def arrange(self, column: Column, texts: Texts) -> tuple[Placed, ...]:
        """Return where every label and text of `column` stands.

        Raises Unprintable if they do not fit at the least sizes, or a sign cannot be drawn.
        """
        height = round(self.sheet.dots(column.box.height))
        for step, condensed in _STEPS:
            rows = [row for row in self._rows(column, texts, step, condensed=condensed) if row]
            white = height - sum(max(cell.height for cell in row) for row in rows)
            wanted = sum(self._above(row) for row in rows[1:])
            if white >= wanted * _TIGHTEST:
                return tuple(self._stack(column, rows, min(white / max(wanted, 1), _LOOSEST)))
        raise Unprintable

    def fit(
        self,
        paragraphs: Sequence[str],
        box: tuple[float, float],
        kind: Type,
        *,
        condensed: bool = False,
    ) -> Block:
        """Fit `paragraphs` in `box`, width and height in mm. Raises Unprintable."""
        width, height = (round(self.sheet.dots(side)) for side in box)
        hand = Hand(dpi=self.sheet.dpi, language=self.language, condensed=condensed, **asdict(kind))
        return self.lettering.fit(paragraphs, (width, height), hand)

    def _rows(
        self, column: Column, texts: Texts, step: float, *, condensed: bool
    ) -> Iterator[list[_Cell]]:
        for row in column.rows:
            yield [
                self._cell(field, column, texts[field.name], step, condensed=condensed)
                for field in row
                if field.name in texts
            ]

    def _cell(
        self, field: Field, column: Column, text: Sequence[str], step: float, *, condensed: bool
    ) -> _Cell:
        box = (field.width, column.box.height)
        label = self.fit([field.label], box, column.label) if field.label else None
        size = max(field.type.least, field.type.size * step)
        kind = replace(field.type, size=size)
        return _Cell(field, label, self.fit(text, box, kind, condensed=condensed))

    def _above(self, row: list[_Cell]) -> float:
        return self.sheet.dots(row[0].field.above)

    def _stack(self, column: Column, rows: list[list[_Cell]], loose: float) -> Iterator[Placed]:
        _, top = self.sheet.place(0, column.box.top)
        for number, row in enumerate(rows):
            top += int(self._above(row) * loose) if number else 0
            for cell in row:
                below = top + (cell.label.height if cell.label else 0)
                if cell.label:
                    yield self._place(cell.field, cell.label, column, top)
                yield self._place(cell.field, cell.value, column, below)
            top += max(cell.height for cell in row)

    def _place(self, field: Field, block: Block, column: Column, top: int) -> Placed:
        """Let a block begin where the column is read from."""
        left, _, right, _ = self.sheet.rectangle(column.box)
        indent = round(self.sheet.dots(field.left))
        start = right - indent - block.width if column.from_right else left + indent
        return Placed(field.name, block, start, top)
