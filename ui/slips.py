"""Slips: draws what is missing on paper and prints it, beside the screen.

Drawing and printing run in threads of their own and end in the screen's thread. A slip is drawn
twice: for the screen, and for the paper that the printer says it has.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.devices import SlipTrouble
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.paper import USUAL, Paper
from kiosk.formats.slip import Slip
from ui import work
from ui.pages.slip import SlipPart
from ui.slip_opener import OpenSlipPrinter

DrawSlip = Callable[[Slip, Paper], Bitmap]


@dataclass(frozen=True, slots=True)
class SlipTools:
    """What slips are made with; `open_printer` is None where the station has no slip printer."""

    draw: DrawSlip
    open_printer: OpenSlipPrinter | None


class Slips(QObject):
    """`drawn` carries the Slip and its Bitmap; `ended` the Slip and a SlipTrouble, or None.

    None says that it was printed, as far as the printer can tell.
    """

    drawn = Signal(object, object)
    ended = Signal(object, object)

    def __init__(self, tools: SlipTools) -> None:
        super().__init__()
        self._tools = tools

    @property
    def printable(self) -> bool:
        """Whether the station has a slip printer; if it works is known when it is asked."""
        return self._tools.open_printer is not None

    def draw(self, slip: Slip) -> None:
        """Draw the slip for the screen."""
        work.run(lambda: self._tools.draw(slip, USUAL), lambda drawn: self.drawn.emit(slip, drawn))

    def print_slip(self, slip: Slip) -> None:
        """Print the slip once."""
        work.run(lambda: self._print(slip), lambda trouble: self.ended.emit(slip, trouble))

    def _print(self, slip: Slip) -> SlipTrouble | None:
        printer = None if self._tools.open_printer is None else self._tools.open_printer()
        if printer is None:
            return SlipTrouble.NOT_THERE
        try:
            paper = printer.paper()
            if isinstance(paper, SlipTrouble):
                return paper
            return printer.print_slip(self._tools.draw(slip, paper))
        finally:
            printer.close()


class SlipDesk(QObject):
    """Serves the slip part of one page, and lives as long as it: shows a slip, and prints it."""

    def __init__(self, part: SlipPart, slips: Slips) -> None:
        super().__init__(part)
        self._part, self._slips = part, slips
        self._slip: Slip | None = None
        part.print_wanted.connect(self._print)
        slips.drawn.connect(self._drawn)
        slips.ended.connect(self._ended)

    def show_slip(self, slip: Slip) -> None:
        """Show this slip in place of any other."""
        self._slip = slip
        self._slips.draw(slip)

    def clear(self) -> None:
        """Forget the slip; what the printer has of it still comes out."""
        self._slip = None
        self._part.clear()

    def _print(self) -> None:
        if self._slip is not None:
            self._part.printing()
            self._slips.print_slip(self._slip)

    def _drawn(self, slip: Slip, picture: Bitmap) -> None:
        if slip is self._slip:
            self._part.show_slip(picture, slip.code, printable=self._slips.printable)

    def _ended(self, slip: Slip, trouble: SlipTrouble | None) -> None:
        if slip is self._slip:
            self._part.ended(trouble)
