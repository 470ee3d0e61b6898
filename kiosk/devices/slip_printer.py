"""A real receipt printer: ESC/POS over a connection or a raw device that was given, for one slip.

Many receipt printers never say anything. One that answers is asked before whether it can print, and
afterwards whether it did; of one that does not, all that can be known is that it took the bytes.
"""

from dataclasses import dataclass

from kiosk.devices import SlipTrouble
from kiosk.devices.wire import Wire
from kiosk.errors import PrinterLost
from kiosk.formats import escpos
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.paper import USUAL, Paper


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds."""

    answer: float = 1.0  # for a status that is sent at once, or never
    taken: float = 10.0  # while it takes no byte
    printed: float = 15.0  # for the paper to come out: 30 cm at the slowest


USUAL_PATIENCE = Patience()
_MOST_HEARD = 8


class EscPosPrinter:
    """A SlipPrinter behind the descriptor of a stream socket or raw device, which it owns."""

    def __init__(
        self, descriptor: int, paper: Paper = USUAL, patience: Patience = USUAL_PATIENCE
    ) -> None:
        self._wire = Wire(descriptor)
        self._paper = paper
        self._patience = patience
        self._sent = False
        self._mute = False

    def paper(self) -> Paper | SlipTrouble:
        """Return what a slip is to be drawn for, or why nothing can be printed now."""
        try:
            return self._complaint() or self._paper
        except PrinterLost:
            return SlipTrouble.NOT_THERE

    def print_slip(self, slip: Bitmap) -> SlipTrouble | None:
        """Print the slip once; None: it was printed, as far as the printer can tell."""
        if slip.width > self._paper.width:
            return SlipTrouble.UNFIT
        try:
            complaint = self._complaint()
            if complaint is not None:
                return complaint
            if not self._wire.send(escpos.encode(slip), self._patience.taken):
                return SlipTrouble.BUSY
            self._sent = True
            return None if self._mute else self._came_out()
        except PrinterLost:
            return SlipTrouble.NOT_THERE

    def close(self) -> None:
        """Close the connection; a slip that was sent whole still comes out."""
        self._wire.close(deliver=self._sent)

    def _complaint(self) -> SlipTrouble | None:
        """Return what the printer complains of; a silent one complains of nothing."""
        about_paper = None if self._mute else self._ask(escpos.ASK_PAPER)
        if about_paper is None:
            self._mute = True  # it is not asked again: every question costs a second
            return None
        about_cover = self._ask(escpos.ASK_OFFLINE) or 0
        seen = escpos.offline(about_cover, about_paper)
        if seen.cover_open:  # with the cover open there is no paper to be seen either
            return SlipTrouble.COVER_OPEN
        if seen.out_of_paper:
            return SlipTrouble.OUT_OF_PAPER
        return SlipTrouble.OTHER if seen.fault else None

    def _ask(self, question: bytes) -> int | None:
        if not self._wire.send(question, self._patience.answer):
            return None
        return self._hear(escpos.at_once, self._patience.answer)

    def _hear(self, answer: escpos.Answer, patience: float) -> int | None:
        """Return the answer among what is heard; a printer may also say what nobody asked."""
        for _ in range(_MOST_HEARD):
            raw = self._wire.receive(patience)
            found = answer(raw)
            if found is not None or not raw:
                return found
        return None

    def _came_out(self) -> SlipTrouble | None:
        """Wait for the paper to come out, if the printer tells; else look what it complains of."""
        self._wire.send(escpos.ASK_WHEN_DONE, self._patience.taken)
        answer = self._hear(escpos.in_turn, self._patience.printed)
        if answer is None:
            return self._complaint()
        return SlipTrouble.OUT_OF_PAPER if escpos.ran_out(answer) else None
