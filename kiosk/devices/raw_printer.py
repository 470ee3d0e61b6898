"""A card printer that only listens: its own language over a raw device or a connection.

Such a printer never says what became of a card. Of what was sent, all that is known is whether it
was taken; so once the first byte has left, a person looks, whatever the few signals of a printer
port may say. Nothing can be taken back, either: half a command would swallow the next card's.
"""

import fcntl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event

from kiosk.devices import CardSize, Condition, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.profile import Language, Profile
from kiosk.devices.wire import Wire
from kiosk.errors import PrinterLost, RasterWrong
from kiosk.formats import evolis, pwg
from kiosk.formats.evolis import Layers

# linux/lp.h; a printer at a USB port answers it too (usblp). What is high when all is well is the
# absence of a fault.
_GET_STATUS = 0x060B
_EMPTY, _NO_FAULT = 0x20, 0x08


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds."""

    taken: float = 120.0  # while it takes no byte: it takes a panel when it has printed the last


USUAL_PATIENCE = Patience()

ReadStatus = Callable[[int], int | None]


def read_status(descriptor: int) -> int | None:
    """Return the signals of the printer port, None if this is no printer port."""
    status = bytearray(4)
    try:
        fcntl.ioctl(descriptor, _GET_STATUS, status)
    except OSError:
        return None
    return status[0]


class RawPrinter:
    """A CardPrinter behind the descriptor of a raw device or stream socket, which it owns."""

    def __init__(
        self,
        descriptor: int,
        profile: Profile,
        patience: Patience = USUAL_PATIENCE,
        status: ReadStatus = read_status,
    ) -> None:
        self._wire = Wire(descriptor)
        self._descriptor = descriptor
        self._profile = profile
        self._patience = patience
        self._status = status
        self._stop_wanted = Event()
        self._sent = False

    def condition(self) -> Condition:
        """Return what the signals of the port complain of; nothing else is known."""
        return Condition(self._complaint())

    def size(self) -> CardSize | Trouble:
        """Return what a side must measure, or why nothing can be printed now."""
        return self._complaint() or self._profile.size or Trouble.NOT_A_CARD_PRINTER

    def print_sides(
        self,
        sides: Sequence[Side],
        first_byte: Callable[[], None],
        tell: Callable[[News], None],
    ) -> JobEnd:
        """Print front and back on one card; see CardPrinter. At best somebody must look."""
        document = _document(sides, self._profile)
        trouble = Trouble.OTHER if document is None else self._complaint()
        if document is None or trouble is not None or self._stop_wanted.is_set():
            return JobEnd(Outcome.NOT_STARTED, trouble)
        first_byte()
        tell(News())
        try:
            self._sent = self._wire.send(document, self._patience.taken)
        except PrinterLost:
            return JobEnd(Outcome.ASK, Trouble.NOT_THERE)
        return JobEnd(Outcome.ASK, self._complaint() if self._sent else Trouble.BUSY)

    def give_up(self) -> None:
        """Do not begin; what was begun is finished, since half a card cannot be called back."""
        self._stop_wanted.set()

    def close(self) -> None:
        """Close the connection; a card that was sent whole is still brought out."""
        self._wire.close(deliver=self._sent)

    def _complaint(self) -> Trouble | None:
        signals = self._status(self._descriptor)
        if signals is None:
            return None
        if signals & _EMPTY:  # of cards, or of ribbon: there is one signal for both
            return Trouble.OUT_OF_CARDS
        return None if signals & _NO_FAULT else Trouble.OTHER


def _document(sides: Sequence[Side], profile: Profile) -> bytes | None:
    """Return the card in the printer's language, None if it is not of the printer's size."""
    size = profile.size
    if size is None or not size.takes(sides):
        return None
    try:
        if profile.language is Language.EVOLIS:
            layers = [Layers(one.black, one.colour.rgb if one.colour else None) for one in sides]
            return evolis.encode(layers, colored=profile.ribbon.colored)
        sheet = pwg.Sheet(size.width, size.height, size.dpi, tuple(one.frame.rgb for one in sides))
        return pwg.encode(sheet, profile.sheet_back)
    except RasterWrong:
        return None
