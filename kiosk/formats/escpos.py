"""ESC/POS as far as a slip needs it: a picture, a cut, and how the printer is.

The language of receipt printers (Epson's "ESC/POS Command Reference", which the others follow).
Text is never sent as text: their alphabets are few and nobody else's are in them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from struct import pack

from kiosk.formats.bitmap import Bitmap
from kiosk.formats.paper import Roll

_RESET = b"\x1b@"  # ESC @: forget what the last job had set
_RASTER = b"\x1dv0\x00"  # GS v 0, one dot a dot
_CUT = b"\x1dVB\x00"  # GS V 66 0: feed to the knife and cut, but for a point in the middle
_CHUNK = 128  # rows: some printers keep no more at a time
# A session that was killed may have left a picture half sent, and the printer waits for the rest:
# so much white ends any of them, and means nothing to a printer that waits for a command.
_REST = bytes(_CHUNK * Roll.MM_80 // 8)

ASK_OFFLINE = b"\x10\x04\x02"  # DLE EOT 2: answered at once, even out of paper
ASK_PAPER = b"\x10\x04\x04"  # DLE EOT 4
ASK_WHEN_DONE = b"\x1dr\x01"  # GS r 1: about the paper too, but only when all before is printed

# Fixed bits tell the answers apart, and from what nobody asked for.
_AT_ONCE_MASK, _AT_ONCE = 0x93, 0x12
_IN_TURN_MASK, _IN_TURN = 0x90, 0x00
_COVER_OPEN, _STOPPED_BY_PAPER, _FAULT = 0x04, 0x20, 0x40
_NO_PAPER = 0x60
_NO_PAPER_IN_TURN = 0x0C


@dataclass(frozen=True, slots=True)
class Offline:
    """What keeps the printer from printing; neither: it prints, or it does not say why not."""

    cover_open: bool
    out_of_paper: bool
    fault: bool = False  # the knife is stuck, or something is too hot


def encode(slip: Bitmap) -> bytes:
    """Return the slip as a whole job: the end of any other, the picture in chunks, the cut."""
    chunks = range(0, slip.height, _CHUNK)
    pictures = [_raster(slip.piece(top, min(top + _CHUNK, slip.height))) for top in chunks]
    return _REST + _RESET + b"".join(pictures) + _CUT


Answer = Callable[[bytes], int | None]


def at_once(raw: bytes) -> int | None:
    """Return the first answer to DLE EOT among `raw`, None if there is none."""
    return next((byte for byte in raw if byte & _AT_ONCE_MASK == _AT_ONCE), None)


def in_turn(raw: bytes) -> int | None:
    """Return the first answer to GS r among `raw`, None if there is none."""
    return next((byte for byte in raw if byte & _IN_TURN_MASK == _IN_TURN), None)


def offline(about_cover: int, about_paper: int) -> Offline:
    """Return what answers to ASK_OFFLINE and ASK_PAPER mean."""
    return Offline(
        cover_open=bool(about_cover & _COVER_OPEN),
        out_of_paper=bool(about_paper & _NO_PAPER or about_cover & _STOPPED_BY_PAPER),
        fault=bool(about_cover & _FAULT),
    )


def ran_out(answer: int) -> bool:
    """Return whether an answer to ASK_WHEN_DONE says that the paper ended."""
    return bool(answer & _NO_PAPER_IN_TURN)


def _raster(picture: Bitmap) -> bytes:
    return _RASTER + pack("<HH", picture.stride, picture.height) + picture.rows
