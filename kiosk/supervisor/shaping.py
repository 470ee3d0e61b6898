"""Shaping: whether sessions will find the library that orders and joins letters.

A session tries it out and does not go on without it (`kiosk.formats.lettering`), but it has no
words to tell a person with: a station would be started again and again. So the supervisor looks
first, and knows no more of text than this.
"""

import ctypes

from kiosk.errors import ShapingMissing

_LIBRARY = "libfribidi.so.0"  # by this name Pillow looks for it, when text is first shaped


def require() -> None:
    """Load the library. Raises ShapingMissing if there is none."""
    try:
        ctypes.CDLL(_LIBRARY)
    except OSError:
        raise ShapingMissing from None
