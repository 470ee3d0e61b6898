"""Read back: the code on the new card is shown to a camera or a scanner, before the card counts.

What was read is judged elsewhere; this shows what to do. Where nothing can read, a clerk's word has
to do, and the page says so.
"""

from enum import Enum

from PySide6.QtCore import Signal

from kiosk.devices import Camera, Eyes
from ui.pages.code_view import CodeView
from ui.pages.column import Sides, Title
from ui.pages.parts import Bench, Room
from ui.pages.printer_picture import PrinterPicture
from ui.widgets import Button, Notice, Text


class State(Enum):
    CLOSED = "closed"
    LOOKING = "looking"
    ANOTHER = "another"  # a code was read, and it is not this card's
    LOST = "lost"  # the camera that was there
    NO_READER = "no-reader"


_NOTICED = frozenset({State.ANOTHER, State.LOST, State.NO_READER})


class ReadBack(Sides):
    """`opened` asks for a camera; `read` carries the texts that it saw.

    `unreadable` says that nothing can be read of this card, `vouched` that a clerk answers for it
    where nothing can read at all; `look_again` goes back to the question before.
    """

    opened = Signal()
    read = Signal(object)
    lost = Signal()
    unreadable = Signal()
    vouched = Signal()
    look_again = Signal()

    def __init__(self) -> None:
        self.title, self.lead = Title(), Text("lead")
        self.view = CodeView()
        self.notice = Notice("warning", icon="qr-code")
        self._room = Room(self.view, least=60, wish=200)
        self._picture = PrinterPicture("shown")
        self._drawn = Room(self._picture, least=36, wish=150, widest=190)
        self.again = Button("secondary", icon="arrow-left", name="look-again")
        self.retry = Button("secondary", icon="camera", name="camera-again")
        self.bad = Button("danger", icon="triangle-alert", name="unreadable")
        self.sure = Button("primary", icon="check", name="vouch")
        self._state = State.CLOSED
        buttons = Bench(self.again, self.retry, self.bad, self.sure, shares=(1, 1, 1, 2))
        super().__init__(
            (self._room, self._drawn),
            (self.lead, self.notice, 1, buttons),
            head=self.title,
            spare=[self._drawn, self.lead],
            shares=(5, 4),
        )
        self._connect()
        self.retranslate()

    def open(self) -> None:
        """Look for the card's code from now on."""
        self._show(State.LOOKING)
        self.opened.emit()

    def shut(self) -> None:
        """Let the camera go."""
        self._show(State.CLOSED)
        self.view.let_go()

    def another(self) -> None:
        """Say that this was not the card's code; it is looked for as before."""
        if self._state is not State.CLOSED:
            self._show(State.ANOTHER)

    def no_camera(self, *, reader: bool) -> None:
        """Say that there is no camera: any more, or with no `reader` at all, none ever."""
        if self._state is not State.CLOSED:
            self._show(State.LOST if reader else State.NO_READER)

    def show_camera(self, camera: Camera | None) -> None:
        """Look through `camera` and close it in the end; None: there is none."""
        if self._state is not State.CLOSED:
            self._show(State.LOOKING)
            self.view.look_through(camera)
        elif camera is not None:
            camera.close()

    def show_eyes(self, eyes: Eyes | None) -> None:
        """Need no eyes: the code is read here."""

    def retranslate(self) -> None:
        title, lead = self._words()
        self.title.setText(title)
        self.lead.setText(lead)
        self.notice.set_texts(*self._said())
        self.again.setText(self.tr("Back"))
        self.retry.setText(self.tr("Try again"))
        self.bad.setText(self.tr("It cannot be read"))
        self.sure.setText(self.tr("It is the right card"))

    def _words(self) -> tuple[str, str]:
        if self._state is State.NO_READER:
            return (
                self.tr("Clerk: is it the right card?"),
                self.tr("Compare photo and name with the person in front of you."),
            )
        return (
            self.tr("Show the code on the back to the camera"),
            self.tr("Hold the new card still. Or scan the code with the scanner."),
        )

    def _said(self) -> tuple[str, str]:
        return {
            State.ANOTHER: (
                self.tr("This is another card."),
                self.tr("Show the card that was printed just now."),
            ),
            State.LOST: (
                self.tr("The camera does not answer."),
                self.tr("Clerk: plug it in, or use the scanner."),
            ),
            State.NO_READER: (
                self.tr("There is no camera and no scanner here."),
                self.tr("It is noted that a clerk looked and nobody read the code."),
            ),
        }.get(self._state, ("", ""))

    def _connect(self) -> None:
        self.view.read.connect(self.read)
        self.view.lost.connect(self.lost)
        self.again.clicked.connect(self.look_again)
        self.retry.clicked.connect(lambda: self.open())
        self.bad.clicked.connect(self.unreadable)
        self.sure.clicked.connect(self.vouched)

    def _show(self, state: State) -> None:
        self._state = state
        seen = self.view.frame is not None
        live = state is State.LOOKING or (state is State.ANOTHER and seen)
        self._room.setVisible(live)
        self.want(self._drawn, wanted=not live)
        self._picture.set_scene("ask" if state is State.NO_READER else "shown")
        self.notice.setVisible(state in _NOTICED)
        self.retry.setVisible(state is State.LOST or (state is State.ANOTHER and not seen))
        self.bad.setVisible(state is not State.NO_READER)
        self.sure.setVisible(state is State.NO_READER)
        self.retranslate()
