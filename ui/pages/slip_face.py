"""Slip face: a slip to take away, with what it is about above it and the way on beside it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.formats.slip import Slip
from ui.pages.column import Title
from ui.pages.slip import SlipPart
from ui.widgets import Button, vbox

MakeSlip = Callable[[], Slip]


class SlipFace(QWidget):
    """`wanted` carries a Slip to be shown and, if a person wants it, printed.

    `back` returns to what was before; `end`, where it is there, is the way out.
    """

    wanted = Signal(object)

    def __init__(self, *, ends: bool = False) -> None:
        super().__init__()
        self.title = Title()
        self.back = Button("secondary", icon="arrow-left", name="slip-back")
        self.end = Button("danger", icon="log-out", name="slip-end")
        buttons = [self.back, self.end] if ends else [self.back]
        self.part = SlipPart(self.title, buttons)
        self._make: MakeSlip | None = None
        self.setLayout(vbox(self.part, gap=0))

    def show_slip(self, make: MakeSlip) -> None:
        """Show the slip that `make` returns, and another one when the language changes."""
        self._make = make
        self.wanted.emit(make())

    def clear(self) -> None:
        self._make = None
        self.part.clear()

    def retranslate(self, title: str, back: str, end: str = "") -> None:
        self.title.setText(title)
        self.back.setText(back)
        self.end.setText(end)
        self.part.retranslate()
        if self._make is not None:
            self.wanted.emit(self._make())
