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
        captions = (Text("caption"), Text("caption"))
        captions[0].setText(self.tr("Typed"))
        captions[1].setText(self.tr("On the paper"))
        sides = [
            Bench(caption, value, 1, down=True, gap=0.5)
            for caption, value in zip(captions, (self.typed, self.printed), strict=True)
        ]
        # Nobody types how long a paper is good.
        sides = sides[1:] if suggestion.point is Point.EXPIRY else sides
        beside = Bench(*sides, shares=(1,) * len(sides))
        self.setLayout(vbox(self.verdict, beside, gap=1.5, margins=(_BESIDE, 2)))


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
