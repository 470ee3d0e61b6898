"""Lines: in which line of a TOML file a key stands.

The parser of the standard library does not say. This is no second parser: it reads headers and the
beginnings of lines, and a key that is written in a way it does not see gets its table's line.
"""

import re
from collections import Counter

from kiosk.packs.table import Path

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, path: Path) -> int:
    """Return the line of what `path` leads to, or of the nearest table that stands in a line."""
    places = _places(text)
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
    return 1


def _places(text: str) -> dict[Path, int]:
    """Return the line of each key and table that begins a line."""
    places: dict[Path, int] = {}
    seen: Counter[Path] = Counter()
    here: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header and "=" not in header[2]:
            here = _within(_parts(header[2]), seen, is_list=header[1] == "[[")
            places.setdefault(here, number)
        elif key := _KEY.match(line):
            places.setdefault((*here, *_parts(key[1])), number)
    return places


def _within(parts: tuple[str, ...], seen: Counter[Path], *, is_list: bool) -> Path:
    """Return the path of a header, with the place in each list that it goes through."""
    path: Path = ()
    for depth, part in enumerate(parts, 1):
        path = (*path, part)
        if is_list and depth == len(parts):
            seen[path] += 1
        if seen[path]:
            path = (*path, seen[path] - 1)
    return path


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
