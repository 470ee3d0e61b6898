"""Slip: a part of a page that shows a slip, and offers to print it where there is a printer.

Whatever becomes of the printing, the slip and its code stay on the screen: they can be written down
or photographed. The pages around it say what the slip is about.
"""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from kiosk.devices import SlipTrouble
from kiosk.formats import slip_code
from kiosk.formats.bitmap import Bitmap
from ui.pages.column import Sides
from ui.pages.parts import Bench, Room
from ui.widgets import Button, Notice, SlipView, vbox
from ui.words import word


class State(Enum):
    """What is known of the paper."""

    SHOWN = "shown"  # there is no printer, or nobody has asked it yet
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class SlipPart(QWidget):
    """`print_wanted` asks for the slip to be printed.

    `head` stands over it, and `buttons` of the page stand before its own ones.
    """

    print_wanted = Signal()

    def __init__(self, head: QWidget | None = None, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.view = SlipView()
        self.keep = Notice("info", icon="camera")
        self.printed = Notice("success", icon="printer")
        self.failed = Notice("warning", icon="printer")
        self.more = Button("ghost", icon="chevron-down", name="more")
        self.print = Button("primary", icon="printer", name="print-slip")
        self._state, self._trouble = State.SHOWN, SlipTrouble.OTHER
        self._printable, self._code = False, ""
        room = Room(self.view, least=70, wish=190)
        notices = (self.keep, self.printed, self.failed)
        bench = Bench(*buttons, self.print)
        self.setLayout(vbox(Sides((room, self.more), (*notices, 1, bench), head=head)))
        self.more.clicked.connect(self.view.turn)
        self.view.divided.connect(lambda pieces: self.more.setVisible(pieces > 1))
        self.print.clicked.connect(self.print_wanted)
        self.clear()

    def show_slip(self, picture: Bitmap, code: str, *, printable: bool) -> None:
        """Show a slip and its code; `printable` if the station has a slip printer."""
        self._code, self._printable = code, printable
        self.view.set_slip(picture)
        self._show(State.SHOWN)

    def clear(self) -> None:
        """Forget the slip."""
        self._code, self._printable = "", False
        self.view.set_slip(None)
        self._show(State.SHOWN)

    def printing(self) -> None:
        """Show that the printer is at work."""
        self._show(State.PRINTING)

    def ended(self, trouble: SlipTrouble | None) -> None:
        """Show what became of the printing; None: it was printed."""
        if trouble is not None:
            self._trouble = trouble
        self._show(State.PRINTED if trouble is None else State.FAILED)

    def retranslate(self) -> None:
        keep = self.tr("Write this down or photograph it.")
        code = self.tr("Code for the office: {code}").format(code=slip_code.spaced(self._code))
        self.keep.set_texts(keep, code)
        self.printed.set_texts(
            self.tr("Take your paper from the printer."), self.tr("Nobody’s name is on it.")
        )
        self.failed.set_texts(word(self._trouble.value), f"{keep} {code}")
        self.more.setText(self.tr("Show the rest"))
        words = {
            State.SHOWN: self.tr("Print it"),
            State.PRINTING: self.tr("Printing"),
            State.PRINTED: self.tr("Print it again"),
            State.FAILED: self.tr("Try again"),
        }
        self.print.setText(words[self._state])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, state: State) -> None:
        self._state = state
        self.keep.setVisible(state in {State.SHOWN, State.PRINTING})
        self.printed.setVisible(state is State.PRINTED)
        self.failed.setVisible(state is State.FAILED)
        self.print.setVisible(self._printable)
        self.print.setEnabled(state is not State.PRINTING)
        self.retranslate()
