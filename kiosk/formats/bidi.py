"""The order in which signs stand on a line that mixes directions.

Pillow's shaping library orders the signs inside one piece of text, but one piece must have one
font. A line in several fonts is cut into pieces, and then their order is for us to find. This is
the Unicode Bidirectional Algorithm (UAX #9) without explicit marks, which no field accepts. A sign
like "(" that is read from the right is turned round by Pillow's shaping library.
"""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from kiosk.formats.brackets import pair

Piece = TypeVar("Piece")

_STRONG = {"L": 0, "R": 1, "AL": 1}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN"})


def base_level(text: str) -> int:
    """Return 1 if the first sign with a direction is read right to left, else 0 (rules P2, P3)."""
    classes = map(unicodedata.bidirectional, text)
    return next((_STRONG[kind] for kind in classes if kind in _STRONG), 0)


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each sign: even reads left to right, odd right to left.

    A line is expected without spaces at its end (L1).
    """
    side = "R" if base else "L"
    first = [unicodedata.bidirectional(sign) for sign in text]
    kinds = pair(text, first, _weak(first, side), side)
    kinds = _neutral(kinds, side)
    return [_level(kind, base) for kind in kinds]


def visual(pieces: Sequence[tuple[int, Piece]]) -> list[Piece]:
    """Return pieces, each with its level, from left to right as they stand on paper (rule L2)."""
    order = list(pieces)
    for level in range(max((level for level, _ in order), default=0), 0, -1):
        groups = [list(group) for _, group in groupby(order, key=_reaches(level))]
        order = [piece for group in groups for piece in _turned(group, level)]
    return [piece for _, piece in order]


def _reaches(level: int) -> Callable[[tuple[int, Piece]], bool]:
    return lambda piece: piece[0] >= level


def _turned(group: list[tuple[int, Piece]], level: int) -> list[tuple[int, Piece]]:
    return group[::-1] if group[0][0] >= level else group


def _weak(kinds: list[str], side: str) -> list[str]:
    """Resolve marks, numbers and what stands between numbers (rules W1 to W7)."""
    last = strong = side
    out: list[str] = []
    for kind in kinds:
        now = last if kind == "NSM" else kind
        last = now
        if now in _STRONG:
            strong = now
        out.append("AN" if now == "EN" and strong == "AL" else now)
    out = _separators(["R" if kind == "AL" else kind for kind in out])
    out = _terminators(out)
    strong = side
    for place, kind in enumerate(out):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            out[place] = "L"
    return out


def _separators(kinds: list[str]) -> list[str]:
    """One separator between two numbers of a kind belongs to them (W4)."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        joins = kind == "CS" or (kind == "ES" and before == "EN")
        if joins and before == after and before in {"EN", "AN"}:
            kinds[place] = before
    return kinds


def _terminators(kinds: list[str]) -> list[str]:
    """Signs like % beside a number belong to it (W5); what is left is neutral (W6)."""
    out: list[str] = []
    for kind, group in groupby(enumerate(kinds), key=lambda pair: pair[1]):
        places = [place for place, _ in group]
        beside = {*kinds[max(places[0] - 1, 0) : places[0]], *kinds[places[-1] + 1 :][:1]}
        if kind == "ET" and "EN" in beside:
            out += ["EN"] * len(places)
        else:
            out += ["ON" if kind in {"ES", "ET", "CS"} else kind] * len(places)
    return out


def _neutral(kinds: list[str], side: str) -> list[str]:
    """Neutral signs take the direction around them, or else that of the line (N1, N2)."""
    plain = ["ON" if kind in _NEUTRAL else kind for kind in kinds]
    out: list[str] = []
    for kind, group in groupby(plain):
        count = len(list(group))
        before = _as_strong(out[-1] if out else side)
        after = _as_strong(plain[len(out) + count] if len(out) + count < len(plain) else side)
        fill = before if before == after else side
        out += [fill if kind == "ON" else kind] * count
    return out


def _as_strong(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    if kind in {"EN", "AN"}:
        return base + 2 - base % 2
    return base + (base % 2 != (kind == "R"))
