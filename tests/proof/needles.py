"""Needles: the forms in which something of a resident could still lie in memory or on a disk."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.proof.hands import codes

_ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le", "latin-1")
RUN = 6  # members in a row; the kernel's ring of a keyboard holds about ten keys, scan.c says six
_PIXELS = 32  # of a row: 128 bytes
_COLOURS = 12  # fewer in a piece of a row could be an accident
_PIECES = 48  # of a picture
_XKB = 8  # what Wayland and X11 add to a key's code


@dataclass(frozen=True, slots=True)
class Needles:
    """Exact ones by kind and name; runs of members that may lie a distance apart, by kind."""

    exact: dict[tuple[str, str], bytes] = field(default_factory=dict)
    spread: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)


def of_texts(texts: dict[str, str]) -> Needles:
    """Return needles of typed texts: as text, and as the keys that were pressed."""
    needles = Needles()
    for name, text in texts.items():
        for encoding in _ENCODINGS:
            # Zeros at the end would also match what is no text.
            encoded = text.encode(encoding).rstrip(b"\0")
            if encoded not in needles.exact.values():
                needles.exact["text " + encoding, name] = encoded
        needles.spread["text apart", name] = tuple(map(ord, text))[:RUN]
        pressed = codes(text)
        for start in sorted({0, len(pressed) - RUN}):
            run = pressed[start : start + RUN]
            needles.spread["keys", f"{name}[{start}]"] = run
            needles.spread["keys xkb", f"{name}[{start}]"] = tuple(code + _XKB for code in run)
    return needles


def of_picture(name: str, picture: Path, part: tuple[float, float, float, float]) -> Needles:
    """Return pieces of rows as in a buffer; `part` of the screen in shares of width and height."""
    with Image.open(picture) as whole:
        width, height = whole.size
        left, top, right, bottom = part
        box = (int(left * width), int(top * height), int(right * width), int(bottom * height))
        seen = whole.convert("RGB").crop(box)
    needles = Needles()
    pieces = list(_telling(seen))
    for place, piece in enumerate(pieces[:: max(1, len(pieces) // _PIECES)][:_PIECES]):
        opaque = piece.convert("RGBA").tobytes("raw", "BGRA")
        needles.exact["pixels", f"{name} {place}"] = opaque
        needles.exact["pixels", f"{name} {place} x"] = piece.tobytes("raw", "BGRX")
        needles.exact["pixels rgb", f"{name} {place}"] = piece.tobytes()
    return needles


def joined(*several: Needles) -> Needles:
    """Return all needles of `several`."""
    together = Needles()
    for needles in several:
        together.exact.update(needles.exact)
        together.spread.update(needles.spread)
    return together


def _telling(picture: Image.Image) -> Iterator[Image.Image]:
    """Return pieces of rows with many colours, which no other picture has."""
    for top in range(0, picture.height, 3):
        for left in range(0, picture.width - _PIXELS, _PIXELS):
            piece = picture.crop((left, top, left + _PIXELS, top + 1))
            colours = piece.getcolors(_PIXELS)
            if colours is not None and len(colours) >= _COLOURS:
                yield piece
