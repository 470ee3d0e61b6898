"""Printing: what the printer does, what to do about it, and what a clerk found in its tray.

A printer's "done" is not a card, so that somebody looks, and the card's code is read. The ground of
the page changes and the bell rings when somebody is needed. On this page nobody is timed out.
"""

from enum import Enum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from kiosk.devices import Trouble
from ui import bell
from ui.ear import Ear
from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.found import Found
from ui.pages.parts import Bench, Room
from ui.pages.printer_picture import PrinterPicture
from ui.pages.progress import Progress
from ui.pages.read_back import ReadBack
from ui.palette import Token
from ui.steady import Steady
from ui.theme import theme
from ui.widgets import Align, Button, Notice, Text
from ui.widgets.paint import painter_on
from ui.widgets.printer_art import SCENES
from ui.words import word


class State(Enum):
    """What is shown; the value is the scene of the picture."""

    WORKING = "working"
    NOT_STARTED = "not-started"
    CLAIMED = "claimed"  # the printer says that it is done
    ASK = "ask"  # nobody knows
    READING = "reading"
    SPOILED = "spoiled"


_LOOKS = frozenset({State.CLAIMED, State.ASK})
_AGAIN = frozenset({State.NOT_STARTED, State.SPOILED})
# The ground of the page, and the bar on top of it: colour is never the only sign.
_GROUNDS: Final[dict[State, tuple[Token, Token]]] = {
    State.NOT_STARTED: ("warning_tint", "warning_edge"),
    State.CLAIMED: ("success_tint", "success"),
    State.ASK: ("warning_tint", "warning_edge"),
    State.SPOILED: ("danger_tint", "danger"),
}
_NEEDED: Final[tuple[Token, Token]] = ("warning_tint", "warning_edge")
_BAR: Final = 5.0  # mm


class PrintingPage(Page):
    """`started` asks for the card to be printed; `looked` carries "good", "bad" or "none"."""

    started = Signal()
    looked = Signal(str)
    try_again = Signal()
    stop = Signal()

    name = "printing"
    step = 4
    keeps_rail = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.picture = PrinterPicture()
        self.title = Title(Align.CENTRE)
        self.lead = Text("lead", align=Align.CENTRE)
        self.notice = Notice("warning", icon="printer")
        self.stages = Progress()
        self.found = Found("good", "bad", "none")
        self.again = Button("primary", icon="rotate-ccw", name="try-again")
        self.halt = Button("danger", icon="x", name="stop")
        self.read_back, self.ear = ReadBack(), Ear(self)
        self._steady = Steady(self)
        self._state, self._code = State.WORKING, ""
        self._before = (State.ASK, "")  # reading the code
        self._lay_out()
        self._connect()
        self.printing()

    @property
    def asks_code(self) -> bool:
        """Whether the card's code is to be shown."""
        return self._state is State.READING

    def start(self) -> None:
        """Ask for the card to be printed; called whenever the page comes up."""
        self.started.emit()

    def leave(self) -> None:
        self.read_back.shut()

    def printing(self) -> None:
        """Show that the printer is at work."""
        self.stages.show_sides(None)
        self._show(State.WORKING)

    def progress(self, sides: int | None) -> None:
        """Show how many sides the printer has counted; None: it counts none."""
        if self._state is State.WORKING:
            self.stages.show_sides(sides)

    def trouble(self, code: str | None) -> None:
        """Say what to do while the job waits, once it has lasted; None: it goes on."""
        self._steady.hear(code)

    def not_started(self, code: str) -> None:
        """Say why nothing was printed."""
        self._call(State.NOT_STARTED, code)

    def ask_look(self, claimed: bool, code: str = "") -> None:  # noqa: FBT001 the flow says what the printer said
        """Ask what lies in the tray; `claimed` if the printer says that the card is done.

        `code` is what the printer complained of in the end.
        """
        self._call(State.CLAIMED if claimed else State.ASK, code)

    def ask_code(self) -> None:
        """Ask for the code on the card to be shown or scanned."""
        self._before = (self._state, self._code)
        self._show(State.READING)
        self.read_back.open()

    def spoiled(self, code: str = "") -> None:
        """Say that the card must be destroyed, and why if nobody has said so."""
        self._call(State.SPOILED, code)

    def retranslate(self) -> None:
        title, lead = self._waits() if self._is_stuck else self._words()[self._state]
        self.title.setText(title)
        self.lead.setText(lead)
        self._main.want(self.lead, wanted=bool(lead))
        self.notice.set_texts(word(self._code) if self._code else "")
        self.stages.set_texts(self.tr("Sent"), self.tr("Front"), self.tr("Back"))
        self.found.retranslate()
        self.read_back.retranslate()
        again = self._state is State.SPOILED
        self.again.setText(self.tr("Print another card") if again else self.tr("Try again"))
        self.halt.setText(self.tr("Stop without a card"))

    def showEvent(self, event: QShowEvent) -> None:
        self.ear.listen()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.ear.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        grounds = _NEEDED if self._is_stuck else _GROUNDS.get(self._state)
        if grounds is not None:
            painter = painter_on(self)
            painter.fillRect(self.rect(), theme().color(grounds[0]))
            painter.fillRect(0, 0, self.width(), theme().mm(_BAR), theme().color(grounds[1]))

    @property
    def _is_stuck(self) -> bool:
        """Whether the job waits for somebody to do something at the printer."""
        return self._state is State.WORKING and bool(self._code)

    def _waits(self) -> tuple[str, str]:
        if self._code == Trouble.BUSY:
            return self._words()[State.WORKING]
        return (
            self.tr("Please call a clerk"),
            self.tr("Your card waits until the printer can go on. Please stay here."),
        )

    def _words(self) -> dict[State, tuple[str, str]]:
        return {
            State.WORKING: (
                self.tr("Your card is being made"),
                self.tr("Please stay here. Your papers go back with you."),
            ),
            State.NOT_STARTED: (
                self.tr("The card was not printed"),
                self.tr("Please call a clerk. No card was used, and your answers are all here."),
            ),
            State.CLAIMED: (
                self.tr("Clerk: look at the card"),
                self.tr("The printer says that the card is ready. How does it look?"),
            ),
            State.ASK: (
                self.tr("Clerk: look in the printer"),
                self.tr("We cannot tell if the card was printed. What do you find?"),
            ),
            State.READING: ("", ""),
            State.SPOILED: (
                self.tr("This card is spoiled"),
                self.tr("Clerk: destroy it now. Then print it on another card, or stop."),
            ),
        }

    def _lay_out(self) -> None:
        self._again_bench = Bench(self.halt, self.again)
        self._room = Room(self.picture, least=36, wish=150, widest=190)
        words = (self.title, self.lead, self.notice, self.stages)
        benches = (self.found, self._again_bench)
        spare = [self.lead, self._room]
        self._main = Sides((self._room,), (1, *words, 1, *benches), spare=spare)
        self._faces = QStackedLayout(self)
        self._faces.addWidget(self._main)
        self._faces.addWidget(self.read_back)

    def _connect(self) -> None:
        self.found.chosen.connect(self.looked)
        self.again.clicked.connect(self.try_again)
        self.halt.clicked.connect(self.stop)
        self.read_back.look_again.connect(self._look_again)
        self._steady.told.connect(self._troubled)

    def _troubled(self, code: str | None) -> None:
        if self._state is not State.WORKING:
            return
        self._show(State.WORKING, code or "")
        if code:
            bell.ring()

    def _look_again(self) -> None:
        self._show(*self._before)

    def _call(self, state: State, code: str = "") -> None:
        """Show what somebody has to do, and ring for them."""
        self._show(state, code)
        bell.ring()

    def _show(self, state: State, code: str = "") -> None:
        self._state, self._code = state, code
        if state is not State.WORKING:
            self._steady.forget()
            self.stages.show_sides(None)
        if state is not State.READING:
            self.read_back.shut()
        self._faces.setCurrentIndex(int(state is State.READING))
        scene = code if code in SCENES else state.value
        self.picture.set_scene(scene, moving=state is State.WORKING and not code)
        self.notice.setVisible(bool(code))
        self.found.setVisible(state in _LOOKS)
        self._again_bench.setVisible(state in _AGAIN)
        self.retranslate()
        self.update()
