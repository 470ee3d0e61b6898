"""Printing: what the printer does, what to do about it, and what a clerk found in its tray.

A printer's "done" is not a card, so that somebody looks. On this page nobody is timed out.
"""

from enum import Enum

from PySide6.QtCore import Signal

from ui.pages import Page, Place
from ui.pages.column import Column
from ui.pages.found import Found
from ui.pages.parts import Bench
from ui.pages.working import Working
from ui.widgets import Align, Button, Notice, Text, vbox
from ui.words import word


class State(Enum):
    """What is shown; the value is the picture."""

    WORKING = "printer"
    NOT_STARTED = "circle-alert"
    CLAIMED = "badge-check"  # the printer says that it is done
    ASK = "eye"  # nobody knows
    SPOILED = "triangle-alert"


_LOOKS = frozenset({State.CLAIMED, State.ASK})
_AGAIN = frozenset({State.NOT_STARTED, State.SPOILED})


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
        self.picture = Working(State.WORKING.value)
        self.title = Text("title", align=Align.CENTRE)
        self.lead = Text("lead", align=Align.CENTRE)
        self.notice = Notice("warning", icon="printer")
        self.found = Found("good", "bad", "none")
        self.again = Button("primary", icon="rotate-ccw", name="try-again")
        self.halt = Button("danger", icon="x", name="stop")
        self._again_bench = Bench(self.halt, self.again)
        parts = (self.picture, self.title, self.lead, self.notice)
        benches = (self.found, self._again_bench)
        self.setLayout(vbox(Column(1, *parts, 1, *benches, spare=[self.picture])))
        self._connect()
        self._code = ""
        self.printing()

    def start(self) -> None:
        """Ask for the card to be printed; called whenever the page comes up."""
        self.started.emit()

    def printing(self) -> None:
        """Show that the printer is at work."""
        self._show(State.WORKING)

    def trouble(self, code: str | None) -> None:
        """Say what to do while the job waits; None: it goes on."""
        self._show(State.WORKING, code or "")

    def not_started(self, code: str) -> None:
        """Say why nothing was printed."""
        self._show(State.NOT_STARTED, code)

    def ask_look(self, claimed: bool) -> None:  # noqa: FBT001 the flow says what the printer said
        """Ask what lies in the tray; `claimed` if the printer says that the card is done."""
        self._show(State.CLAIMED if claimed else State.ASK)

    def spoiled(self) -> None:
        """Say that the card must be destroyed."""
        self._show(State.SPOILED)

    def retranslate(self) -> None:
        title, lead = self._words()[self._state]
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.notice.set_texts(word(self._code) if self._code else "")
        self.found.retranslate()
        again = self._state is State.SPOILED
        self.again.setText(self.tr("Print another card") if again else self.tr("Try again"))
        self.halt.setText(self.tr("Stop without a card"))

    def _words(self) -> dict[State, tuple[str, str]]:
        return {
            State.WORKING: (
                self.tr("Your card is being printed"),
                self.tr("It takes about a minute. Please stay here."),
            ),
            State.NOT_STARTED: (
                self.tr("The card was not printed"),
                self.tr("Please call a clerk. No card was used."),
            ),
            State.CLAIMED: (
                self.tr("Clerk: look at the card"),
                self.tr("The printer says that the card is ready. How does it look?"),
            ),
            State.ASK: (
                self.tr("Clerk: look in the printer"),
                self.tr("We cannot tell if the card was printed. What do you find?"),
            ),
            State.SPOILED: (
                self.tr("This card is spoiled"),
                self.tr("Clerk: destroy it now. Then print it on another card, or stop."),
            ),
        }

    def _connect(self) -> None:
        self.found.chosen.connect(self.looked)
        self.again.clicked.connect(self.try_again)
        self.halt.clicked.connect(self.stop)

    def _show(self, state: State, code: str = "") -> None:
        self._state, self._code = state, code
        moving = state is State.WORKING and not code
        self.picture.set_picture(state.value, moving=moving)
        self.notice.setVisible(bool(code))
        self.found.setVisible(state in _LOOKS)
        self._again_bench.setVisible(state in _AGAIN)
        self.retranslate()
