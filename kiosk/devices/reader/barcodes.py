"""Barcodes: the PDF417 and QR codes in a picture, as the bytes that were printed.

The bytes are taken and never the decoder's text, which renders control signs: the text differed
from the payload of every licence that was tried. Pictures stay in memory; nothing is opened or
started while reading.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
import zxingcpp

from kiosk.devices.reader.stripes import Grey, level_views, sharpened

# One thread, the caller's: a pool would outlive the reading and keep parts of pictures in its
# stacks, and no thread can be started behind the walls.
cv2.setNumThreads(1)


class Symbology(StrEnum):
    PDF417 = "pdf417"
    QR = "qr"


@dataclass(frozen=True, slots=True)
class Barcode:
    """One code: what kind it is, and the bytes it holds."""

    symbology: Symbology
    payload: bytes


_FORMATS = {
    zxingcpp.BarcodeFormat.PDF417: Symbology.PDF417,
    zxingcpp.BarcodeFormat.QRCode: Symbology.QR,
}
_ALL = zxingcpp.BarcodeFormats(list(_FORMATS))
_STRIPED = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.PDF417])
_SQUARE = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_ENLARGED = 1.6
_LARGEST = 16_000  # pixels of a side; beyond twice that OpenCV gives up


def read_barcodes(grey: Grey) -> tuple[Barcode, ...]:
    """Return the codes that can be read in a grey picture (rows of 8-bit pixels).

    The harder ways, ten times as slow, are gone only if the plain one finds nothing.
    """
    found = _plain(grey)
    if found or max(grey.shape) > _LARGEST:
        return found
    return _striped(grey) or _small_squares(grey)


def _plain(grey: Grey) -> tuple[Barcode, ...]:
    return _valid(zxingcpp.read_barcodes(grey, formats=_ALL))


def _striped(grey: Grey) -> tuple[Barcode, ...]:
    """Look for PDF417 where the picture is striped."""
    for view in level_views(grey):
        found = _valid(
            zxingcpp.read_barcodes(
                view, formats=_STRIPED, try_rotate=False, try_downscale=False, try_invert=False
            )
        )
        if found:
            return found
    return ()


def _small_squares(grey: Grey) -> tuple[Barcode, ...]:
    """Look for QR codes whose modules are few pixels wide."""
    sharp = sharpened(grey, 1.5, 2.2)
    large = cv2.resize(sharp, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    return _valid(zxingcpp.read_barcodes(np.asarray(large, np.uint8), formats=_SQUARE))


def _valid(found: Iterable[zxingcpp.Barcode]) -> tuple[Barcode, ...]:
    return tuple(
        Barcode(_FORMATS[code.format], bytes(code.bytes))
        for code in found
        if code.valid and code.format in _FORMATS
    )
