"""Where a text may be broken, and how many words a line takes.

Lines end after a space or a hyphen, and between ideographs. Thai or Burmese would need a dictionary
to find their words, so they break at spaces only. A word is never cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

_BREAKS_AFTER = " -‐–/"
_SPACE = 0.26  # of the size: the width of the space that is dropped at the end of a line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in pieces that may end a line, each with its width as a share of the type size."""

    base: int
    parts: tuple[tuple[str, float], ...]

    def lines(self, room: float) -> Iterator[str]:
        """Yield as few lines as fill `room`, which is a share of the type size too."""
        line, used = "", 0.0
        for part, width in self.parts:
            if line and used + width - _SPACE * part.endswith(" ") > room:
                yield line.rstrip()
                line, used = "", 0.0
            line, used = line + part, used + width
        yield line.rstrip()


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
