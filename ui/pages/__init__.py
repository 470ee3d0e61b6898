"""Pages: one a stage, named like it. A page shows values and hands one on; it decides nothing.

A page is entered with the journey, so that it shows what was answered before, and emits
`submitted` with the value of its stage. It may also ask to go `back`. What only some pages can ask
for is a signal of theirs, described there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.city import City
from kiosk.session.application import Answer, Application, Missing, Question, Refusal, answer
from kiosk.session.term import age
from ui import translate

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


_Answer = TypeVar("_Answer", bound=Answer)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is: the city's pack, the day, and what the city's card can show.

    `missing` names the sign that the card's fonts lack; `fits` says whether the card has room for
    all answers of an application.
    `training` shows the training clerk's number and PIN to whoever tries the program; with
    `reading` a clerk can have papers read.
    """

    city: City
    today: date
    missing: Missing
    fits: Callable[[Application], bool]
    training: bool
    reading: bool = False

    def asked(self, application: Application) -> tuple[str, ...]:
        """Return what somebody is asked: some questions are for some ages only."""
        born = application.birth_date
        return self.city.asked_at(None if born is None else age(born, self.today))

    def printable(self, text: str) -> bool:
        """Return whether the card's fonts have every sign of `text`."""
        return not self.missing(text)

    def fitting(self, question: Question, read: _Answer | Refusal) -> _Answer | Refusal:
        """Return an answer as it was read, or a refusal if the card has no room for it."""
        if isinstance(read, Refusal):
            return read
        alone = answer(Application(language=translate.language()), question, read)
        return read if self.fits(alone) else Refusal.NO_ROOM


class Page(QWidget):
    """What every page shares. `name` is its stage; `step` its place in the header's steps."""

    submitted = Signal(object)
    back = Signal()

    name = ""
    step: int | None = None
    keeps_rail = True

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._foreign = False  # its words are in a language that is no longer shown
        self.setObjectName(f"page:{self.name}")

    def enter(self, journey: "Journey") -> None:
        """Show what the journey holds for this stage; called whenever the page comes up."""

    def leave(self) -> None:
        """Let go of what the page holds of a device; called when another page comes up."""

    def retranslate(self) -> None:
        """Set every visible text: once at the start and again when the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language at once if this page is seen, else when it comes up."""
        if event.type() == QEvent.Type.LanguageChange:
            self._foreign = not self.isVisible()
            if not self._foreign:
                self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        if self._foreign:
            self._foreign = False
            self.retranslate()
        super().showEvent(event)
