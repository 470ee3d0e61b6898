"""Devices as protocols: what a session may ask of a camera or a printer, whatever is behind it.

Each has a real side, which wraps a descriptor that it is given and never opens one, and a simulated
twin. A session sees only what is written here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from kiosk.formats.bitmap import Bitmap
from kiosk.formats.look import Box, Reading
from kiosk.formats.paper import Paper

__all__ = [
    "Box",
    "Camera",
    "CardPrinter",
    "CardSize",
    "Condition",
    "Eyes",
    "Frame",
    "JobEnd",
    "News",
    "Outcome",
    "Side",
    "SlipPrinter",
    "SlipTrouble",
    "Tray",
    "Trouble",
]


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture: `width` x `height` pixels, 8-bit RGB rows from the top, without padding."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card: what is seen of it, and of what it is made.

    `frame` is the whole, the very pixels of the preview. `black` are the dots of pure black (what
    was written, and the code), which a card printer makes with its resin panel; `colour` is what
    lies under them, None where nothing does.
    """

    frame: Frame
    black: Bitmap
    colour: Frame | None = None


class Camera(Protocol):
    """A source of frames, as the lens sees them (not mirrored)."""

    def read(self) -> Frame | None:
        """Return the newest frame, or None if there is no new one."""

    def close(self) -> None: ...


class Eyes(Protocol):
    """Finds faces in pictures, for advice alone, and reads papers. Calls may take long."""

    def faces(self, width: int, height: int, grey: bytes) -> tuple[Box, ...] | None:
        """Return the faces in a picture of a byte a pixel; None: there is nobody to look."""

    def read(self, width: int, height: int, grey: bytes) -> tuple[Reading, ...] | None:
        """Return what papers say in such a picture; None: there is nobody to read."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class CardSize:
    """What the printer wants of a side: pixels and dots per inch. CR80 at 300 dpi if it is mute.

    `margin` is what it leaves white at the card's edge, in mm; none if it prints beyond the edge.
    """

    width: int = 1011
    height: int = 638
    dpi: int = 300
    margin: float = 0.0

    def takes(self, sides: Sequence[Side]) -> bool:
        """Return whether these are a front and a back of this many pixels."""
        frames = [(side.frame.width, side.frame.height) for side in sides]
        return frames == [(self.width, self.height)] * 2


class Trouble(StrEnum):
    """What keeps a printer from printing; the screen says what to do about it."""

    NOT_THERE = "printer-not-there"
    OUT_OF_CARDS = "printer-out-of-cards"
    COVER_OPEN = "printer-cover-open"
    RIBBON = "printer-ribbon"
    JAM = "printer-jam"
    BUSY = "printer-busy"  # it has another job, or takes none
    PAUSED = "printer-paused"
    NOT_A_CARD_PRINTER = "printer-unfit"  # not two-sided, not this size, not PWG raster
    NOT_OURS = "printer-not-ours"  # its certificate is not the one that was pinned
    OTHER = "printer-other"


class Outcome(StrEnum):
    """How a job ended, as far as the printer can know. No member means "printed": printers lie."""

    NOT_STARTED = "not-started"  # no byte of the card was sent: no blank was used
    CLAIMED = "claimed"  # the printer says both sides are done; somebody must look
    ASK = "ask"  # anything else after the first byte: somebody must look


@dataclass(frozen=True, slots=True)
class JobEnd:
    """The outcome of one job, and the trouble to be shown, if there was any."""

    outcome: Outcome
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What a job has come to: the sides that the printer counts, None if it counts none."""

    sides: int | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a printer says of itself before a job. None: it does not say.

    `cards` are the blanks it holds, `ribbon` the cards that its ribbon will last for; `low` says
    that either of them runs out soon.
    """

    trouble: Trouble | None = None
    cards: int | None = None
    ribbon: int | None = None
    low: bool = False


class CardPrinter(Protocol):
    """One fresh connection to a card printer, for one card. Calls may take long: use a thread."""

    def condition(self) -> Condition:
        """Return what the printer says of its supplies, and what keeps it from printing."""

    def size(self) -> CardSize | Trouble:
        """Return what a side must measure, or why nothing can be printed now."""

    def print_sides(
        self,
        sides: Sequence[Side],
        first_byte: Callable[[], None],
        tell: Callable[[News], None],
    ) -> JobEnd:
        """Print front and back on one card and follow the job to its end. Never sends twice.

        `first_byte` is called once, before the first byte of the card leaves: from then on a blank
        may be used. `tell` is called whenever there is other news of the job.
        """

    def give_up(self) -> None:
        """Ask the printer to stop, from another thread; `print_sides` returns when it has.

        This returns as soon as the printer was told, and in a moment even if it cannot be told.
        """

    def close(self) -> None: ...


@runtime_checkable
class Tray(Protocol):
    """What a simulated printer has besides: the card in its tray, for a simulated camera to see."""

    tray: Sequence[Frame]


class SlipTrouble(StrEnum):
    """Why a slip was not printed; the screen shows it instead, and says what to do."""

    NOT_THERE = "slip-printer-not-there"
    OUT_OF_PAPER = "slip-printer-out-of-paper"
    COVER_OPEN = "slip-printer-cover-open"
    BUSY = "slip-printer-busy"
    UNFIT = "slip-printer-unfit"  # it cannot print what we send
    OTHER = "slip-printer-other"


class SlipPrinter(Protocol):
    """One fresh connection to a slip printer, for one slip. Calls may take long: use a thread."""

    def paper(self) -> Paper | SlipTrouble:
        """Return what a slip is to be drawn for, or why nothing can be printed now."""

    def print_slip(self, slip: Bitmap) -> SlipTrouble | None:
        """Print the slip once; None: it was printed, as far as the printer can tell."""

    def close(self) -> None: ...
