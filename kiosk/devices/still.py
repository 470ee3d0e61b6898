"""A still: a picture file as a frame, for rehearsals, specimens and the verifier."""

from pathlib import Path

from PIL import Image

from kiosk.devices import Frame
from kiosk.errors import NotAPicture


def load(path: Path) -> Frame:
    """Read the picture at `path`.

    Raises NotAPicture if it is none, OSError if it cannot be read.
    """
    try:
        with Image.open(path) as picture:
            rgb = picture.convert("RGB")
    except (SyntaxError, Image.DecompressionBombError):
        raise NotAPicture from None
    except OSError as error:
        if error.errno is not None:
            raise
        raise NotAPicture from None  # Pillow's own, about what is in the file
    return Frame(rgb.width, rgb.height, rgb.tobytes())
