"""Where a text may be broken, and how many words a line takes.

Lines end after a space or a hyphen, and between ideographs. Thai or Burmese would need a dictionary
to find their words, so they break at spaces only. A word is never cut.
"""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

_BREAKS_AFTER = " -‐–/"
_SPACE = 0.26  # of the size: the width of the space that is dropped at the end of a line


def lines(parts: Sequence[str], widths: Sequence[float], room: float) -> Iterator[slice]:
    """Yield as few lines as fill `room`, each as its place in the text that `parts` make up.

    `widths` and `room` are shares of the type size. Spaces at the end of a line are left out.
    """
    start = end = 0
    used, spaces = 0.0, 0
    for part, width in zip(parts, widths, strict=True):
        if end > start and used + width - _SPACE * part.endswith(" ") > room:
            yield slice(start, end - spaces)
            start, used = end, 0.0
        end, used = end + len(part), used + width
        spaces = len(part) - len(part.rstrip())
    yield slice(start, end - spaces)


def breaks(text: str) -> Iterator[str]:
    """Yield `text` in pieces that may end a line."""
    start = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if (before in _BREAKS_AFTER and after != " ") or (_is_wide(before) and _is_wide(after)):
            yield text[start:place]
            start = place
    yield text[start:]


def _is_wide(sign: str) -> bool:
    """Ideographs and kana have no spaces between words; Hangul has."""
    return east_asian_width(sign) == "W" and sign.isalpha() and not "가" <= sign <= "힣"
