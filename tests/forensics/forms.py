"""Forms: every form in which something about a person could be kept, whole.

Needles are cut from these. A session that holds all of them (`holding`) shows that each needle is
found where its form is, also those forms that the program itself never makes.
"""

import base64
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from kiosk import city, design
from kiosk.commands import TRAINING_CITY
from kiosk.devices import CardSize, Frame
from kiosk.formats import base45, pwg, qr
from kiosk.formats.sheet import Sheet

_DPI = 300
_QUALITY = 85
_SHIFTS = range(3)  # base64 turns three bytes into four signs: a text may begin at any of three

Forms = Mapping[str, tuple[bytes, ...]]
"""What it is -> the whole of it, perhaps in several variants."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What was issued: the code's text, and both sides of the card."""

    code: str
    front: Frame
    back: Frame


def of_text(text: str) -> Forms:
    """Return `text` in every encoding that a library keeps texts in."""
    utf8 = text.encode()
    forms = {
        "UTF-8": (utf8,),
        "UTF-16": (text.encode("utf-16-le"),),
        "UTF-32": (text.encode("utf-32-le"),),
        "base64": tuple(_shifted(utf8, shift) for shift in _SHIFTS),
    }
    if all(ord(sign) < 256 for sign in text) and not text.isascii():
        forms["Latin-1"] = (text.encode("latin-1"),)
    return forms


def of_picture(picture: Image.Image) -> Forms:
    """Return a picture's rows in the layouts of Pillow, Qt and X11, and as files."""
    return {**of_pixels(picture), **{kind: (_file(picture, kind),) for kind in _FILES}}


def of_pixels(picture: Image.Image) -> Forms:
    """Return the rows of a picture: three bytes a pixel, four in both orders, one, and one bit."""
    grey = picture.convert("L")
    bits = grey.convert("1", dither=Image.Dither.NONE).tobytes()
    return {
        "RGB24": (picture.tobytes(),),
        "RGB32": (picture.tobytes("raw", "BGRX"), picture.tobytes("raw", "RGBX")),
        "grey": (grey.tobytes(),),
        "1 bit": (bits, bytes(byte ^ 0xFF for byte in bits)),
    }


def of_code(code: str) -> Forms:
    """Return the credential as it is printed, and what it is made of."""
    deflated = base45.decode(code) or b""
    return {
        "Base45": (code.encode("ascii"),),
        "zlib": (deflated,),
        "CBOR": (zlib.decompress(deflated),),
        "base64": tuple(
            _shifted(raw, shift) for raw in (deflated, code.encode()) for shift in _SHIFTS
        ),
    }


def of_matrix(modules: qr.Modules) -> Forms:
    """Return the modules of a code, a byte each and a bit each, row by row."""
    rows = [bytes(row) for row in modules]
    packed = [_packed(row) for row in rows]
    return {"bytes": (b"".join(rows),), "bits": (b"".join(packed),)}


def modules(code: str) -> qr.Modules:
    """Return the modules of a code as the training city's card has them."""
    return qr.plan(code, _room(), _DPI).modules


def of_document(issued: Issued) -> bytes:
    """Return what a printer is sent."""
    front, back = issued.front, issued.back
    return pwg.encode(pwg.Sheet(front.width, front.height, _DPI, (front.rgb, back.rgb)))


def image(frame: Frame) -> Image.Image:
    return Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)


_FILES = ("JPEG", "WEBP", "PNG")


@lru_cache(1)
def _room() -> int:
    """Return how many dots there are for a code, each way."""
    pack = design.load(city.load(TRAINING_CITY).folder)
    size = CardSize()
    sheet = Sheet(size.width, size.height, size.dpi, (pack.width, pack.height))
    left, top, right, bottom = sheet.rectangle(pack.code)
    return min(right - left, bottom - top)


def _file(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=_QUALITY)
    return out.getvalue()


def _shifted(raw: bytes, shift: int) -> bytes:
    """Return the signs that `raw` surely becomes when it begins `shift` bytes into a group."""
    signs = base64.b64encode(bytes(shift) + raw)
    return signs[-(-shift * 4 // 3) :].rstrip(b"=")[:-1]


def _packed(row: bytes) -> bytes:
    width = -(-len(row) // 8) * 8
    return int("".join(map(str, row)).ljust(width, "0"), 2).to_bytes(width // 8, "big")
