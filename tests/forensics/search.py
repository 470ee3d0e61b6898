"""Search: where any of many short pieces of bytes lies in a large buffer, exactly or in strides.

A buffer is looked at in pairs of bytes: a table tells which pairs some needle has, so that a few
hundred needles cost hardly more than one. A text edit's undo history keeps a text's characters 16
bytes apart, and a structure may keep them at any distance; so texts are looked for at every stride
from 1 to 256 as well, each character by its low byte.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SHORTEST = 6  # bytes of a needle; fewer would be found by chance
STRIDES = 256
SHORTEST_SPREAD = 8  # characters of a text that is looked for in strides
OVERLAP = 4096  # bytes; what a buffer cut in two must repeat, and no needle is longer

Bytes = NDArray[np.uint8]
_CHUNK = 1 << 15  # places at which strides are looked at together
_PAIRS = 1 << 16
_SAMPLE = 61  # every so many bytes are counted, to know which letters are rare here


@dataclass(frozen=True, slots=True)
class Needle:
    """A piece of bytes, and what it is a piece of: "text as UTF-16", "portrait as JPEG"."""

    kind: str
    piece: bytes


@dataclass(frozen=True, slots=True)
class Spread:
    """The low bytes of a text's characters, to be found at any stride."""

    kind: str
    letters: bytes


@dataclass(frozen=True, slots=True)
class _Anchored:
    needle: Needle
    pair: int
    offset: int  # of the pair in the needle


class Search:
    """Looks for all needles at once, each at even and at odd addresses."""

    def __init__(self, needles: Iterable[Needle], spreads: Iterable[Spread] = ()) -> None:
        self.needles = tuple(dict.fromkeys(needles))  # two may have been cut at the same place
        self.spreads = tuple(dict.fromkeys(spreads))
        common = _common_pairs()
        self._anchors: defaultdict[int, list[_Anchored]] = defaultdict(list)
        for needle in self.needles:
            for parity in (0, 1):
                anchored = _anchor(needle, parity, common)
                self._anchors[anchored.pair].append(anchored)
        self._table = np.zeros(_PAIRS, dtype=np.bool_)
        self._table[list(self._anchors)] = True

    def exact(self, buffer: bytes) -> Counter[Needle]:
        """Return how often each needle lies in `buffer`."""
        data = np.frombuffer(buffer, dtype=np.uint8)
        pairs = data[: len(data) & ~1].view("<u2")
        places = np.flatnonzero(self._table[pairs])
        values = pairs[places]
        places = places[np.argsort(values, kind="stable")] * 2
        there, counts = np.unique(values, return_counts=True)
        found: Counter[Needle] = Counter()
        for pair, some in zip(there, np.split(places, np.cumsum(counts)[:-1]), strict=False):
            for anchored in self._anchors[int(pair)]:
                hits = _matching(data, some - anchored.offset, anchored.needle.piece)
                if hits:
                    found[anchored.needle] += hits
        return found

    def spread(self, buffer: bytes) -> Counter[Spread]:
        """Return how often each text lies in `buffer`, its characters 1 to STRIDES bytes apart."""
        data = np.frombuffer(buffer, dtype=np.uint8)
        counts = np.bincount(data[::_SAMPLE], minlength=256)
        found: Counter[Spread] = Counter()
        for text in self.spreads:
            hits = _spread(data, text.letters, counts)
            if hits:
                found[text] += hits
        return found


def _anchor(needle: Needle, parity: int, common: NDArray[np.int64]) -> _Anchored:
    """Choose the rarest pair of the needle among those that lie at even addresses."""
    piece = needle.piece
    if not SHORTEST <= len(piece) <= OVERLAP:
        raise ValueError(needle.kind)
    offsets = range(parity, len(piece) - 1, 2)
    pairs = {offset: int.from_bytes(piece[offset : offset + 2], "little") for offset in offsets}
    offset = min(offsets, key=lambda offset: int(common[pairs[offset]]))
    return _Anchored(needle, pairs[offset], offset)


@lru_cache(1)
def _common_pairs() -> NDArray[np.int64]:
    """Return how often each pair of bytes lies in this program's own code and tables."""
    counts = np.zeros(_PAIRS, dtype=np.int64)
    with open("/proc/self/maps", encoding="utf-8") as maps, open("/proc/self/mem", "rb", 0) as own:  # noqa: PTH123  # no buffer between
        for line in maps:
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            if line.split()[1] == "rw-p" and end - start < 1 << 24:
                own.seek(start)
                raw = own.read(end - start)
                pairs = np.frombuffer(raw[: len(raw) & ~1], dtype="<u2")
                counts += np.bincount(pairs, minlength=_PAIRS)
    return counts


def _matching(data: Bytes, starts: NDArray[np.int64], piece: bytes) -> int:
    """Return at how many of `starts` the piece lies."""
    starts = starts[(starts >= 0) & (starts <= len(data) - len(piece))]
    for offset, byte in enumerate(piece):
        if not len(starts):
            return 0
        starts = starts[data[starts + offset] == byte]
    return len(starts)


def _spread(data: Bytes, letters: Sequence[int], counts: NDArray[np.int64]) -> int:
    """Return at how many places and strides `letters` lie in `data`."""
    # The rarest letter leaves the least to look at.
    at = min(range(len(letters) - 1), key=lambda i: int(counts[letters[i]]))
    places = np.flatnonzero(data == letters[at])
    padded = np.concatenate([data, np.zeros(STRIDES + 1, dtype=np.uint8)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, STRIDES)
    found = 0
    for first in range(0, len(places), _CHUNK):
        some = places[first : first + _CHUNK]
        rows, columns = np.nonzero(windows[some + 1] == letters[at + 1])
        found += _follow(data, letters, at, (some[rows], columns + 1))
    return found


def _follow(
    data: Bytes,
    letters: Sequence[int],
    at: int,
    candidates: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> int:
    """Return how many candidates (a place of letter `at`, a stride) have all other letters too."""
    places, strides = candidates
    starts = places - at * strides
    inside = (starts >= 0) & (starts + (len(letters) - 1) * strides < len(data))
    starts, strides = starts[inside], strides[inside]
    for index, letter in enumerate(letters):
        if index not in (at, at + 1):
            here = data[starts + index * strides] == letter
            starts, strides = starts[here], strides[here]
    return len(starts)
