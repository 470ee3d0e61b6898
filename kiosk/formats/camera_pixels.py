"""Camera pixels: what a camera puts into a buffer, as 8-bit RGB rows.

A camera's bytes come from outside: anything that is not a whole picture of the agreed size is no
picture, and never an exception. Nothing but pixels is taken over: a JPEG's notes (EXIF, colour
profile) stay behind.
"""

import io

from PIL import Image, TiffImagePlugin  # noqa: F401  # a JPEG's notes call it; later it is too late
from PIL.JpegImagePlugin import JpegImageFile

Size = tuple[int, int]

# Video keeps luma within 16 to 235 and chroma within 16 to 240 (BT.601); pictures use all of it.
_LUMA = [min(255, max(0, round((level - 16) * 255 / 219))) for level in range(256)]
_CHROMA = [min(255, max(0, round((level - 128) * 255 / 224 + 128))) for level in range(256)]


def from_jpeg(raw: bytes, size: Size) -> bytes | None:
    """Return the pixels of one frame of motion JPEG, or None if it is no picture of `size`.

    The file's own class is called: `Image.open` looks for other formats, which opens files.
    """
    try:
        picture = JpegImageFile(io.BytesIO(raw))
        if picture.size != size:
            return None
        return picture.convert("RGB").tobytes()
    except (OSError, SyntaxError, ValueError, LookupError):  # Pillow's words for "no JPEG"
        return None


def from_yuyv(raw: bytes, size: Size, stride: int) -> bytes | None:
    """Return the pixels of one frame of YUYV with rows of `stride` bytes, or None if it is short.

    Two pixels share four bytes: the luma of each, and the chroma (blue, red) of both.
    """
    width, height = size
    if width % 2 or stride % 4 or stride < 2 * width or len(raw) < stride * height:
        return None
    luma = _plane(raw[0::2], size, stride // 2).point(_LUMA)
    half = (width // 2, height)
    blue, red = (_plane(raw[first::4], half, stride // 4).point(_CHROMA) for first in (1, 3))
    planes = (luma, blue.resize(size), red.resize(size))
    return Image.merge("YCbCr", planes).convert("RGB").tobytes()


def _plane(levels: bytes, size: Size, stride: int) -> Image.Image:
    return Image.frombytes("L", size, levels[: stride * size[1]], "raw", "L", stride)
