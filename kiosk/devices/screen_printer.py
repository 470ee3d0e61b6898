"""The simulated twin of a card printer: a training station prints on the screen.

It can be told to fail in every way that a real one was seen to fail, so that people and tests can
practise what they will have to do about it.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PIL import Image, ImageFilter

from kiosk.devices import CardSize, Condition, Frame, JobEnd, News, Outcome, Side, Trouble


class Fault(StrEnum):
    """What the printer is to do wrong with its card."""

    NOT_THERE = "not-there"  # nothing can be started
    BUSY = "busy"
    UNFIT = "unfit"
    OUT_OF_CARDS = "out-of-cards"  # somebody fills the hopper, and the card is printed
    COVER_OPEN = "cover-open"  # somebody closes it, and the card is printed
    RIBBON = "ribbon"  # the card is spoiled
    JAM = "jam"
    NO_REASON = "no-reason"  # the job is aborted without a word
    CUT = "cut"  # the printer goes off in the middle of the card
    SMEARED = "smeared"  # it says that all is well, and nobody can read the code


_BEFORE = {
    Fault.NOT_THERE: Trouble.NOT_THERE,
    Fault.BUSY: Trouble.BUSY,
    Fault.UNFIT: Trouble.NOT_A_CARD_PRINTER,
}
_CURED = {Fault.OUT_OF_CARDS: Trouble.OUT_OF_CARDS, Fault.COVER_OPEN: Trouble.COVER_OPEN}
_FATAL = {
    Fault.RIBBON: Trouble.RIBBON,
    Fault.JAM: Trouble.JAM,
    Fault.NO_REASON: Trouble.OTHER,
    Fault.CUT: Trouble.NOT_THERE,
}


class ScreenPrinter:
    """A CardPrinter without a printer. `cards` counts what it printed, `opened` what it began.

    `tray` is the card that lies there: a simulated camera may look at it.

    `hold` is called while it waits for somebody to cure an OUT_OF_CARDS or COVER_OPEN.
    """

    def __init__(self, fault: Fault | None = None, hold: Callable[[], None] | None = None) -> None:
        self._fault = fault
        self._hold = hold
        self.opened = 0
        self.cards = 0
        self.tray: tuple[Frame, ...] = ()

    def condition(self) -> Condition:
        """Return the fault's trouble, if it is one that is there before the card."""
        return Condition(None if self._fault is None else _BEFORE.get(self._fault))

    def size(self) -> CardSize | Trouble:
        """Return the size of a CR80 card at 300 dots per inch, or the fault's trouble."""
        return CardSize() if self._fault is None else _BEFORE.get(self._fault, CardSize())

    def print_sides(
        self,
        sides: Sequence[Side],
        first_byte: Callable[[], None],
        tell: Callable[[News], None],
    ) -> JobEnd:
        """Print a card that nobody can hold; see CardPrinter."""
        size = self.size()
        if isinstance(size, Trouble):
            return JobEnd(Outcome.NOT_STARTED, size)
        if not size.takes(sides):
            return JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
        first_byte()
        self.opened += 1
        if self._fault in _FATAL:
            tell(News(0, _FATAL[self._fault]))
            return JobEnd(Outcome.ASK, _FATAL[self._fault])
        if self._fault in _CURED:
            self._wait_for_cure(_CURED[self._fault], tell)
        for side in range(1, len(sides) + 1):
            tell(News(side))
        self.cards += 1
        seen = tuple(side.frame for side in sides)
        self.tray = tuple(map(_smear, seen)) if self._fault is Fault.SMEARED else seen
        return JobEnd(Outcome.CLAIMED)

    def give_up(self) -> None:
        """Do nothing: what it prints it has printed at once."""

    def close(self) -> None:
        """Do nothing: there is no connection."""

    def _wait_for_cure(self, complaint: Trouble, tell: Callable[[News], None]) -> None:
        tell(News(0, complaint))
        if self._hold is not None:
            self._hold()
        tell(News(0))


def _smear(side: Frame) -> Frame:
    """Return a side whose dots have run into one another."""
    picture = Image.frombytes("RGB", (side.width, side.height), side.rgb)
    smeared = picture.filter(ImageFilter.GaussianBlur(side.height / 40))
    return Frame(side.width, side.height, smeared.tobytes())
