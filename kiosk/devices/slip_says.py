"""What an IPP printer says, judged for a slip: what to draw it for, or why it cannot be printed.

Pure. Unlike a card, a slip has nobody in it, so that less is asked: any printer of paper that takes
PWG raster will do, on one side, and what it says at the end is believed.
"""

from dataclasses import dataclass

from kiosk.devices import SlipTrouble, Trouble
from kiosk.devices.printer_says import Sight, complaint, loaded
from kiosk.formats import ipp
from kiosk.formats.ipp_answer import Attributes, integer, integers, pairs, texts
from kiosk.formats.paper import RECEIPT_DPI, Paper
from kiosk.formats.pwg import Color

PRINTER_ATTRIBUTES = (
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "operations-supported",
    "document-format-supported",
    "media-col-ready",
    "media-ready",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported",
)

_NARROWEST = 4800  # 1/100 mm: the narrow receipt paper prints 48 mm
_SLIP_WIDTH = 7200  # 1/100 mm, however wide the paper is
_MARGIN = 400  # 1/100 mm at each edge, which many printers cannot reach
_HUNDREDTHS = 2540  # of a millimetre in an inch
_COMPLETED = 9  # job-state, RFC 8011 section 5.3.7

_WORDS = {
    Trouble.OUT_OF_CARDS: SlipTrouble.OUT_OF_PAPER,
    Trouble.COVER_OPEN: SlipTrouble.COVER_OPEN,
    Trouble.BUSY: SlipTrouble.BUSY,
    Trouble.PAUSED: SlipTrouble.BUSY,
}


@dataclass(frozen=True, slots=True)
class SlipReady:
    """A printer that may be given a slip: its medium (1/100 mm), its dots, and its colours."""

    media: ipp.Pair
    dpi: int
    color: Color

    @property
    def paper(self) -> Paper:
        """What the slip is to be drawn for: as wide as a receipt, whatever the sheet is."""
        room = self.media[0] - 2 * _MARGIN
        return Paper(self.dots(min(room, _SLIP_WIDTH)), self.dpi)

    @property
    def page(self) -> tuple[int, int]:
        """The dots of the whole sheet, across and along."""
        return self.dots(self.media[0]), self.dots(self.media[1])

    @property
    def margin(self) -> int:
        """The dots above the slip and below it."""
        return self.dots(_MARGIN)

    def dots(self, hundredths: int) -> int:
        return round(hundredths * self.dpi / _HUNDREDTHS)


def readiness(said: Attributes) -> SlipReady | SlipTrouble:
    """Return how a printer wants a slip, or why it may not be given one now."""
    media = next((media for media in loaded(said) if media[0] >= _NARROWEST), None)
    dpi, color = _dpi(said), _color(said)
    if not _fit(said) or dpi is None or color is None:
        return SlipTrouble.UNFIT
    reason = complaint(said)
    if reason is not None:
        return _WORDS.get(reason, SlipTrouble.OTHER)
    if not integer(said, "printer-is-accepting-jobs"):
        return SlipTrouble.BUSY
    return SlipTrouble.UNFIT if media is None else SlipReady(media, dpi, color)


def verdict(seen: Sight) -> SlipTrouble | None:
    """Return what became of a job that is over, or waits for somebody; None: printed, or at work.

    `Sight.over` tells the two apart.
    """
    if seen.over and seen.state == _COMPLETED:
        return None
    if seen.complaint is not None:
        return _WORDS.get(seen.complaint, SlipTrouble.OTHER)
    return SlipTrouble.OTHER if seen.over else None


def _fit(said: Attributes) -> bool:
    return set(integers(said, "operations-supported")) >= set(
        ipp.Operation
    ) and ipp.PWG_RASTER in texts(said, "document-format-supported")


def _dpi(said: Attributes) -> int | None:
    """Return the coarsest resolution that is as fine as a receipt's, or else the finest."""
    offered = pairs(said, "pwg-raster-document-resolution-supported")
    square = sorted(across for across, along in offered if across == along and across > 0)
    fine = [dpi for dpi in square if dpi >= RECEIPT_DPI]
    return next(iter(fine or square[-1:]), None)


def _color(said: Attributes) -> Color | None:
    types = texts(said, "pwg-raster-document-type-supported")
    names = {"sgray_8": Color.GREY, "srgb_8": Color.RGB}
    return next((color for name, color in names.items() if name in types), None)
