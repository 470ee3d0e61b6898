"""Compared: one answer beside what a paper says of it, and in words how they go together."""

from datetime import date

from PySide6.QtWidgets import QWidget

from kiosk.formats.compare import Day, FullName
from kiosk.session.application import Address
from kiosk.session.reading import Point, Suggestion
from ui.pages.parts import Bench
from ui.translate import day_in_words
from ui.widgets import Notice, Text, vbox
from ui.words import word

_UNKNOWN = "–"
_BESIDE = 6.0  # mm


class Compared(QWidget):
    """A suggestion; what is not good stands on an amber ground."""

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self.setObjectName(f"compared:{suggestion.point}")
        self.verdict = Notice("success" if suggestion.good else "warning")
        self.verdict.set_texts(f"{word(suggestion.point)}: {word(suggestion.verdict)}")
        self.typed, self.printed = Text("strong", flow="auto"), Text("strong", flow="auto")
        self.typed.setText(_in_words(suggestion.typed))
        self.printed.setText(_in_words(suggestion.printed))
        sides = [(self.tr("Typed"), self.typed), (self.tr("On the paper"), self.printed)]
        if suggestion.point is Point.EXPIRY:  # nobody types how long a paper is good
            self.typed.setParent(self)
            self.typed.hide()
            sides = sides[1:]
        beside = Bench(*map(_side, sides), shares=(1,) * len(sides))
        self.setLayout(vbox(self.verdict, beside, gap=1.5, margins=(_BESIDE, 2)))

    def clear(self) -> None:
        """Forget both values at once, and not when this is destroyed."""
        self.typed.setText("")
        self.printed.setText("")


def _side(side: tuple[str, Text]) -> Bench:
    caption = Text("caption")
    caption.setText(side[0])
    return Bench(caption, side[1], 1, down=True, gap=0.5)


def _in_words(value: FullName | date | Day | Address | tuple[str, ...] | None) -> str:
    match value:
        case None:
            return _UNKNOWN
        case FullName():
            return ", ".join(part for part in (value.family, value.given) if part)
        case Address():
            return ", ".join(part for part in (*value.lines, value.postcode) if part)
        case tuple():
            return ", ".join(value)
        case _:
            return _day(value)


def _day(day: Day) -> str:
    """Return a day in words, or in digits if the paper leaves a part of it unknown."""
    if day.year is not None and day.month is not None and day.day is not None:
        return day_in_words(date(day.year, day.month, day.day))
    return "-".join(
        "??" if part is None else f"{part:02d}" for part in (day.year, day.month, day.day)
    )
