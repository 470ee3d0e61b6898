"""QR codes: text to modules, modules to whole dots, and back from a picture to text.

Base45 exists for QR's alphanumeric mode (RFC 9285 section 1), which packs two signs in 11 bits. The
qrcode package does not promise one segment in that mode, so it is told; its pictures are not used,
because a scaled code has modules of unequal width, and those are what old readers fail on.
"""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

import zxingcpp
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode
from qrcode.util import QRData

from kiosk.errors import Unprintable

QUIET = 4  # modules of white around a code (ISO/IEC 18004 section 9.1)
WANTED, FLOOR = 5, 4  # dots per module at 300 dpi: 0.42 and 0.34 mm
_DPI = 300
_ALPHANUMERIC: Literal[2] = 2  # qrcode.util.MODE_ALPHA_NUM, which has no literal type

Modules = tuple[tuple[bool, ...], ...]
"""Rows from the top; True is dark. Without the quiet zone."""


_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


class Pixels(Protocol):
    """A picture as a camera or a renderer has it: 8-bit RGB rows from the top."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgb(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Code:
    """Modules and the dots each of them takes in both directions."""

    modules: Modules
    dots: int

    @property
    def side(self) -> int:
        """Width and height in dots, with the quiet zone."""
        return (len(self.modules) + 2 * QUIET) * self.dots


def plan(text: str, room: int, dpi: int = _DPI) -> Code:
    """Return the code for `text` that reads best in a square of `room` dots.

    Large modules count more than error correction; so correction Q is taken where it leaves WANTED
    dots, M where that does, M at FLOOR dots otherwise. Raises Unprintable if not even that fits, or
    if `text` is not alphanumeric (ISO/IEC 18004 section 7.3.4).
    """
    for level, dots in (
        (ERROR_CORRECT_Q, WANTED),
        (ERROR_CORRECT_M, WANTED),
        (ERROR_CORRECT_M, FLOOR),
    ):
        maker = _maker(text, level)
        modules = 4 * maker.version + 17
        least = -(-dots * dpi // _DPI)
        if (modules + 2 * QUIET) * least <= room:
            maker.make(fit=False)
            return Code(_modules(maker), room // (modules + 2 * QUIET))
    raise Unprintable


def matrix(text: str, level: int = ERROR_CORRECT_M) -> Modules:
    """Return the modules of `text` as one alphanumeric segment.

    Raises Unprintable if `text` is not alphanumeric or too long for any version.
    """
    maker = _maker(text, level)
    maker.make(fit=False)
    return _modules(maker)


def picture(code: Code) -> Image.Image:
    """Return the code in one bit, black on white, `code.side` dots square with its quiet zone."""
    quiet = [False] * QUIET
    blank = [False] * (len(code.modules) + 2 * QUIET)
    rows = [*[blank] * QUIET, *([*quiet, *row, *quiet] for row in code.modules), *[blank] * QUIET]
    paint = (b"\xff" * code.dots, b"\x00" * code.dots)
    lines = (b"".join(paint[dark] for dark in row) * code.dots for row in rows)
    return Image.frombytes("L", (code.side, code.side), b"".join(lines)).convert("1")


def read(frame: Pixels) -> str | None:
    """Return the text of the QR code in `frame`, or None if none can be read."""
    return next(iter(read_all(frame)), None)


def read_all(frame: Pixels) -> tuple[str, ...]:
    """Return the texts of all QR codes in `frame` that can be read.

    The bytes are taken, not the decoder's idea of a text, so that what is read is what was written.
    """
    image = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)
    found = zxingcpp.read_barcodes(image.convert("L"), formats=_FORMATS)
    valid = (bytes(barcode.bytes) for barcode in found if barcode.valid)
    return tuple(code.decode("ascii", "replace") for code in valid)


def _maker(text: str, level: int) -> QRCode[Any]:
    maker: QRCode[Any] = QRCode(error_correction=level, border=0)
    try:
        maker.add_data(QRData(text, mode=_ALPHANUMERIC))
        maker.best_fit()
    except (ValueError, DataOverflowError):
        raise Unprintable from None
    return maker


def _modules(maker: QRCode[Any]) -> Modules:
    return tuple(tuple(bool(dark) for dark in row) for row in maker.get_matrix())
