from dataclasses import replace

from kiosk import city, design
from kiosk.assets import FONTS
from kiosk.errors import Unprintable
from kiosk.formats.column import Placed, Setter, Texts
from kiosk.formats.lettering import Lettering
from kiosk.formats.sheet import Sheet

COLUMN = design.load(city.CITIES / "alderport").front.column
SETTER = Setter(Lettering(FONTS), Sheet(1011, 638, 300, (85.6, 54.0)), "en")
LONG: Texts = {
    "name": ["Wolfeschlegel-Bergerdorff, Maximiliana Alexandra Konstantina Theodora"],
    "address": ["1200 North Martin Luther King Jr. Boulevard", "Building 7, Unit 14B"],
}


def arranged(height: float) -> tuple[Placed, ...] | None:
    """Return the long answers in a column so many millimetres high, or None if refused."""
    low = replace(COLUMN, box=replace(COLUMN.box, height=height))
    try:
        return SETTER.arrange(low, LONG)
    except Unprintable:
        return None


def name_of(placed: tuple[Placed, ...]) -> Placed:
    """Return the name, which stands below its label if it has one."""
    return [each for each in placed if each.field == "name"][-1]


def styles(placed: Placed) -> set[str | None]:
    return {run.font.getname()[1] for _, line in placed.block.lines for run in line.runs}


def test_a_lower_column_is_set_in_condensed_letters_before_it_is_refused() -> None:
    columns = [arranged(height / 2) for height in range(60, 12, -1)]
    fitting = [name_of(column) for column in columns if column]
    assert columns == [*columns[: len(fitting)], *[None] * (len(columns) - len(fitting))]
    assert len(fitting) < len(columns)
    condensed = ["Condensed Bold" in styles(name) for name in fitting]
    assert condensed == sorted(condensed)
    assert set(condensed) == {False, True}


def test_nothing_in_a_column_stands_over_something_else_or_outside() -> None:
    for height in range(60, 12, -1):
        column = arranged(height / 2) or ()
        top = SETTER.sheet.place(COLUMN.box.left, COLUMN.box.top)[1]
        tops = [placed.top for placed in column]
        bottoms = [placed.top + placed.block.height for placed in column]
        assert all(above <= below for above, below in zip(bottoms, tops[1:], strict=False))
        assert all(bottom <= top + SETTER.sheet.dots(height / 2) + 1 for bottom in bottoms)
