"""Rates at which a printed code is read after print, wear and scan, by correction and dots.

`python -m tests.bench.printed_codes [PICTURES]`, PICTURES a cell (default 40). The figures of `make
bench` are for the codes that the sample's back has room for.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import zxingcpp
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q

from kiosk.formats import qr
from tests.bench.figures import Figure
from tests.documents.print_scan import LEVELS, Grey, scanned, scratched

PICTURES = 40
SCANS = (300, 200, 150)  # dots per inch
LEVEL_ONE_AT_200 = 95  # percent, at least
CORRECTIONS = {"M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}
CELLS = (("M", 3), ("M", 4), ("Q", 4), ("H", 4), ("M", 5), ("Q", 5), ("H", 5), ("M", 6))
LONGEST = 480  # Base45 characters of a card
_HOLE = 0.05  # of the code's surface

_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def printed_codes(pictures: int = PICTURES) -> Iterator[Figure]:
    """Yield what is not read of a card's code as it is planned for the sample's back."""
    for length in (273, LONGEST):
        text = payload(length)
        code = qr.plan(text, room=round(36 / 25.4 * 300))
        missed = 100 - rate(raster(code), text, partial(scan, dpi=200, level=0), pictures)
        reference = f"{len(code.modules)} modules of {code.dots} dots, {pictures} pictures"
        limit = 100 - LEVEL_ONE_AT_200
        yield Figure(f"code of {length} signs unread, 200 dpi", missed, "%", limit, reference)


def main() -> int:
    pictures = int(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    text = payload(273)
    print("code      side, mm | 300 dpi: levels 1, 2, 3 | 200 dpi | 150 dpi | hole of 5 %")
    for level, dots in CELLS:
        code = qr.Code(qr.matrix(text, CORRECTIONS[level]), dots)
        picture = raster(code)
        cells = [
            f"{rate(picture, text, partial(scan, dpi=dpi, level=wear), pictures):4.0f}"
            for dpi in SCANS
            for wear in range(len(LEVELS))
        ]
        cells.append(f"{rate(picture, text, holed, pictures):4.0f}")
        print(f"{level} {dots} dots {code.side / 300 * 25.4:8.1f}   ", *cells, flush=True)
    return 0


def payload(length: int) -> str:
    """Return as many signs as a credential could have."""
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    rng = np.random.default_rng(length)
    return "".join(signs[place] for place in rng.integers(0, len(signs), length))


def raster(code: qr.Code) -> Grey:
    return np.asarray(qr.picture(code).convert("L"), np.uint8)


def scan(one: Grey, rng: np.random.Generator, dpi: int, level: int) -> Grey:
    return scanned(one, 300, dpi, LEVELS[level], rng)


def holed(one: Grey, rng: np.random.Generator) -> Grey:
    return scan(scratched(one, _HOLE, rng), rng, dpi=300, level=0)


def rate(
    picture: Grey, text: str, worn: Callable[[Grey, np.random.Generator], Grey], pictures: int
) -> float:
    """Return the percentage of `pictures` worn copies that are read right."""
    right = 0
    for number in range(pictures):
        found = zxingcpp.read_barcodes(
            worn(picture, np.random.default_rng(number)), formats=_FORMATS
        )
        right += any(bytes(code.bytes) == text.encode() for code in found)
    return 100 * right / pictures


if __name__ == "__main__":
    sys.exit(main())
