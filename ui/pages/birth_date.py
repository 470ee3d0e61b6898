"""Birth date: three boxes for numbers, because a calendar of a hundred years helps nobody."""

from typing import TYPE_CHECKING

from kiosk.session.application import Refusal, read_birth_date
from ui.pages import Page, Place
from ui.pages.column import Column, Spread, Title
from ui.pages.parts import Bench, Foot
from ui.pages.tray import Tray
from ui.widgets import Field, Text
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_YEAR_AT_FAULT = frozenset({Refusal.YEAR_SHORT, Refusal.DATE_FUTURE, Refusal.DATE_TOO_OLD})


class BirthDatePage(Page):
    """`submitted` carries a date."""

    name = "birth_date"
    step = 1

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead, self.error = Title(), Text("body"), Text("danger")
        self.error.hide()
        self.day = Field("day", digits=True, chars=2, max_length=2)
        self.month = Field("month", digits=True, chars=2, max_length=2)
        self.year = Field("year", digits=True, chars=4, max_length=4)
        self._fields = (self.day, self.month, self.year)
        self._refusal: Refusal | None = None
        self.foot, self.tray = Foot(), Tray(*self._fields)
        self.setLayout(Spread(self._column(), self.tray, shares=(5, 4)))
        self.foot.back.clicked.connect(self.back)
        self.foot.next.clicked.connect(self._submit)
        self.tray.finished.connect(self._submit)
        self.retranslate()

    def enter(self, journey: "Journey") -> None:
        born = journey.application.birth_date
        parts = (born.day, born.month, born.year) if born else ("", "", "")
        for field, part in zip(self._fields, parts, strict=True):
            field.set_text(str(part))
        self._refuse(None)
        self.tray.start()

    def retranslate(self) -> None:
        self.title.setText(self.tr("When were you born?"))
        self.lead.setText(self.tr("With numbers, for example: 27 3 1987"))
        self.day.set_texts(self.tr("Day"))
        self.month.set_texts(self.tr("Month"))
        self.year.set_texts(self.tr("Year"))
        self.foot.retranslate()
        self._say()

    def _column(self) -> Column:
        boxes = Bench(*self._fields, 1)
        return Column(self.title, self.lead, self.error, boxes, 1, self.foot, spare=[self.lead])

    def _submit(self) -> None:
        day, month, year = (field.text() for field in self._fields)
        born = read_birth_date(day, month, year, self.place.today)
        if isinstance(born, Refusal):
            self._refuse(born)
            self.tray.start(self._at_fault(born))
        else:
            self._refuse(None)
            self.submitted.emit(born)

    def _refuse(self, refusal: Refusal | None) -> None:
        """Say above the three boxes what to do; they are one question."""
        self._refusal = refusal
        for field in self._fields:
            field.set_wrong(wrong=refusal is not None and field in self._wrong(refusal))
        self._say()

    def _say(self) -> None:
        self.error.setText(word(self._refusal) if self._refusal else "")
        self.error.setVisible(self._refusal is not None)

    def _wrong(self, refusal: Refusal) -> tuple[Field, ...]:
        return (self.year,) if refusal in _YEAR_AT_FAULT else self._fields

    def _at_fault(self, refusal: Refusal) -> Field:
        empty = (field for field in self._fields if not field.text().strip())
        return next(empty, self._wrong(refusal)[0])
