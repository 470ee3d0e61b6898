"""Flow: what a submitted value does. It holds the journey, and nothing else decides.

A page hands on a value; the flow puts it into the journey, and shows the stage that the journey
says is next. Signing, drawing and printing run beside the screen (see `steps`).
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.errors import NoWayBack
from kiosk.session import journey as journeys
from kiosk.session.application import Question
from kiosk.session.journey import WALK_UP, Journey, Order
from kiosk.session.portrait import Portrait

_QUESTIONS = {question.value: question for question in Question}


class Flow(QObject):
    """`moved` carries the name of the stage to show; it comes after every change.

    `order` returns the stages for a journey: some questions are asked at some ages only.
    """

    moved = Signal(str)

    def __init__(self, order: Callable[[Journey], Order] = lambda _: WALK_UP) -> None:
        super().__init__()
        self.journey = Journey()
        self._order_of = order
        self._wish: str | None = None

    @property
    def stage(self) -> str:
        """The stage that is shown."""
        return journeys.shown(self.journey, self._order, self._wish)

    @property
    def _order(self) -> Order:
        return self._order_of(self.journey)

    def submit(self, stage: str, value: object) -> None:
        """Take the value of a stage; a late one, of a page that is not shown, is dropped."""
        if stage != self.stage:
            return
        if stage in _QUESTIONS:
            journey = journeys.answered(self.journey, _QUESTIONS[stage], value)  # type: ignore[arg-type]  # the page of a question hands on its answer
        elif stage == "portrait" and isinstance(value, Portrait):
            journey = journeys.pictured(self.journey, value)
        else:
            journey = replace(self.journey, **{stage: value})  # type: ignore[arg-type]  # a stage is a field
        self.go(journey)

    def go(self, journey: Journey, wish: str | None = None) -> None:
        """Continue with `journey`, at the stage wished for where that is allowed."""
        self.journey = journey
        self._wish = wish
        self.moved.emit(self.stage)

    def back(self, stage: str) -> None:
        """Show the stage before `stage`, where there is one."""
        if stage != self.stage:
            return
        try:
            self.go(self.journey, journeys.before(self.journey, self._order, stage))
        except NoWayBack:
            return

    def change(self, stage: str) -> None:
        """Show an earlier stage again; what was answered after it is kept."""
        self.go(self.journey, stage)

    def give_back(self) -> None:
        """Return from the clerk to the resident, who checks the card anew."""
        self.go(journeys.returned(self.journey))
