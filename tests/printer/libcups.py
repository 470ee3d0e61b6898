"""PWG raster as CUPS reads it: the independent reader of what a printer received."""

import ctypes
import struct
from dataclasses import dataclass

_READ = 0
_HEADER = 1796
_READER = ctypes.CFUNCTYPE(ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)


@dataclass(frozen=True)
class Page:
    width: int
    height: int
    dpi: tuple[int, int]
    bits_per_pixel: int
    color_space: int
    duplex: int
    transforms: tuple[int, int]
    size_name: str
    pixels: bytes


def read_raster(document: bytes) -> list[Page]:
    """Return the whole pages that libcups finds in `document`."""
    cups = _library()
    at = 0

    def feed(_context: int, buffer: int, length: int) -> int:
        nonlocal at
        piece = document[at : at + length]
        ctypes.memmove(buffer, piece, len(piece))
        at += len(piece)
        return len(piece)

    callback = _READER(feed)
    raster = cups.cupsRasterOpenIO(callback, None, _READ)
    pages = []
    header = ctypes.create_string_buffer(_HEADER)
    while cups.cupsRasterReadHeader2(raster, header):
        page = _read_page(cups, raster, header.raw)
        if page is None:
            break
        pages.append(page)
    cups.cupsRasterClose(raster)
    return pages


def _read_page(cups: ctypes.CDLL, raster: int, header: bytes) -> Page | None:
    def number(offset: int) -> int:
        return int(struct.unpack_from("=i", header, offset)[0])

    length = number(392) * number(376)
    pixels = ctypes.create_string_buffer(length)
    if cups.cupsRasterReadPixels(raster, pixels, length) != length:
        return None
    return Page(
        width=number(372),
        height=number(376),
        dpi=(number(276), number(280)),
        bits_per_pixel=number(388),
        color_space=number(400),
        duplex=number(272),
        transforms=(number(456), number(460)),
        size_name=header[1732:1796].partition(b"\0")[0].decode(),
        pixels=pixels.raw,
    )


def _library() -> ctypes.CDLL:
    cups = ctypes.CDLL("libcups.so.2")
    cups.cupsRasterOpenIO.restype = ctypes.c_void_p
    cups.cupsRasterOpenIO.argtypes = [_READER, ctypes.c_void_p, ctypes.c_int]
    cups.cupsRasterReadHeader2.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    cups.cupsRasterReadPixels.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint]
    cups.cupsRasterReadPixels.restype = ctypes.c_uint
    cups.cupsRasterClose.argtypes = [ctypes.c_void_p]
    return cups
