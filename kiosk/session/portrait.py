"""Portrait: the face on the card.

The person decides what is a good picture of them; nothing here refuses one. The crop is 35:45, the
proportion of travel documents (ICAO 9303-3 section 3.9), so that any card design can use it. A
picture is cut and made smaller, and lighter if its person wants that; a face is never made over.
"""

import io
from dataclasses import dataclass
from itertools import product
from typing import Final

from PIL import Image, ImageFilter, WebPImagePlugin  # noqa: F401  # `small` needs it, behind walls

from kiosk.devices import Frame
from kiosk.session.framing import Area, middle

WIDTH, HEIGHT = 420, 540  # pixels, 35:45; 35 x 45 mm at 305 dpi

_LIGHTER: Final = 0.85  # exponent: a middle grey of 128 becomes 142; black and white stay
_LIGHTER_LEVELS = [round(255 * (level / 255) ** _LIGHTER) for level in range(256)]

_SMALL = (48, 60)  # pixels; measured: what a QR code has room for, in 322 to 530 bytes
_SMALL_BYTES = 500
_QUALITIES = (60, 50, 40, 30, 20, 10, 5, 0)
_BLURS = (0, 1)  # pixels; only noise needs one, and fits with it


@dataclass(frozen=True, slots=True)
class Portrait:
    """WIDTH x HEIGHT pixels, 8-bit RGB rows from the top."""

    rgb: bytes


@dataclass(frozen=True, slots=True)
class Shot:
    """A frame that was taken, the part of it that is wanted, and whether it shall be lighter."""

    frame: Frame
    area: Area
    lighter: bool = False


def develop(shot: Shot) -> Portrait:
    """Return the portrait that a shot gives."""
    portrait = crop(shot.frame, shot.area)
    return even(portrait) if shot.lighter else portrait


def reopen(portrait: Portrait) -> Shot:
    """Return the shot that gives this very portrait, to be changed again."""
    frame = Frame(WIDTH, HEIGHT, portrait.rgb)
    return Shot(frame, middle(frame))


def crop(frame: Frame, area: Area | None = None) -> Portrait:
    """Cut `area` out of `frame`; without one the middle, where the oval on the screen is."""
    area = area or middle(frame)
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)
    box = (area.left, area.top, area.left + area.width, area.top + area.height)
    return Portrait(picture.crop(box).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).tobytes())


def even(portrait: Portrait) -> Portrait:
    """Return `portrait` gently lighter: dark parts more than light ones, everybody's alike.

    The curve is the same whatever is in the picture, so that no rule judges anybody's skin. It is
    shown beside the picture as it was, and the person chooses.
    """
    picture = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb)
    return Portrait(picture.point(_LIGHTER_LEVELS * 3).tobytes())


def small(portrait: Portrait) -> bytes:
    """Return a grey WebP of 48 x 60 pixels in at most 500 bytes, for a code on a card.

    It is made of pixels alone: no note of a camera or of a program can be in it.
    """
    picture = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb).convert("L")
    slices = HEIGHT - WIDTH * _SMALL[1] // _SMALL[0]  # 35:45 is narrower than 4:5
    part = (0, slices // 2, WIDTH, HEIGHT - slices + slices // 2)
    grey = picture.resize(_SMALL, Image.Resampling.LANCZOS, part)
    tries = (
        _webp(grey.filter(ImageFilter.GaussianBlur(blur)), quality)
        for blur, quality in product(_BLURS, _QUALITIES)
    )
    return next(encoded for encoded in tries if len(encoded) <= _SMALL_BYTES)


def _webp(picture: Image.Image, quality: int) -> bytes:
    picture.info.clear()
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=6)
    return out.getvalue()
