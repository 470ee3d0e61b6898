"""Lines: in which line of a TOML file a key stands.

The parser of the standard library does not say. This is no second parser: it reads headers, the
beginnings of lines and the brackets of lists; what it does not see gets its table's line.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.packs.table import Path

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]=]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(rf"^\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=(.*)$")
_PART = re.compile(_NAME)
_STRING = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'""")
_LONG_QUOTES = ('"""', "'''")


def line_of(text: str, path: Path) -> int:
    """Return the line of what `path` leads to, or of the nearest table that stands in a line."""
    return nearest(places(text), path)


def places(text: str) -> Mapping[Path, int]:
    """Return the line of each key, table and entry of a list that is seen."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), 1):
        reader.take(number, line)
    return reader.places


def nearest(known: Mapping[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest table around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in known:
            return known[path[:length]]
    return 1


@dataclass(slots=True)
class _Reader:
    """What has been seen so far."""

    places: dict[Path, int] = field(default_factory=dict)
    _here: Path = ()
    _lists: Counter[Path] = field(default_factory=Counter)
    _quote: str = ""  # inside a text of several lines: what ends it
    _list: Path = ()
    _depth: int = 0  # of brackets, inside a list of several lines
    _entries: int = 0

    def take(self, number: int, line: str) -> None:
        if self._quote:
            self._quote = "" if self._quote in line else self._quote
        elif self._depth:
            self._value(number, line)
        elif header := _HEADER.match(line):
            self._here = self._within(_parts(header[2]), is_list=header[1] == "[[")
            for length in range(1, len(self._here) + 1):
                self.places.setdefault(self._here[:length], number)
        elif key := _KEY.match(line):
            self._list, self._entries = (*self._here, *_parts(key[1])), 0
            self.places.setdefault(self._list, number)
            self._value(number, key[2])

    def _value(self, number: int, text: str) -> None:
        """Follow the brackets of a value, or of the next line of one."""
        for quote in _LONG_QUOTES:
            if text.count(quote) % 2:
                self._quote = quote
                return
        for sign in _STRING.sub("", text).partition("#")[0]:
            if sign in "[{":
                if self._depth == 1:
                    self.places.setdefault((*self._list, self._entries), number)
                    self._entries += 1
                self._depth += 1
            elif sign in "]}":
                self._depth = max(0, self._depth - 1)

    def _within(self, parts: tuple[str, ...], *, is_list: bool) -> Path:
        """Return the path of a header, with the place in each list that it goes through."""
        path: Path = ()
        for depth, part in enumerate(parts, 1):
            path = (*path, part)
            if is_list and depth == len(parts):
                self._lists[path] += 1
            if self._lists[path]:
                path = (*path, self._lists[path] - 1)
        return path


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
