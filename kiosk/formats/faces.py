"""The bundled fonts, and which of them draws which sign.

No other font is ever opened, so that a card is the same on every machine. Which signs a font has is
written in its manifest; a sign that none of them has is known before anything is drawn. Files are
mapped into memory when they are checked, and never opened again: which font is opened, and when,
would tell in which script somebody writes.
"""

import hashlib
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from mmap import ACCESS_READ, mmap
from operator import itemgetter
from pathlib import Path
from typing import Any

from kiosk.errors import FontsWrong

REGULAR, BOLD = 400, 700
NASTALIQ = "Noto Nastaliq Urdu"

_BY_LANGUAGE = {"ur": NASTALIQ}  # a style of Arabic letters that only these readers expect
_JOINERS = "\u200c\u200d"  # invisible, and part of how Persian and Indic names are spelt


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One family. `first` and `last` bound the ranges it covers.

    `files` holds a file by weight, and so does `condensed`, which is empty for most families.
    """

    family: str
    files: Mapping[int, mmap]
    condensed: Mapping[int, mmap]
    first: tuple[int, ...]
    last: tuple[int, ...]

    def has(self, sign: str) -> bool:
        """Return whether there is something to draw for `sign`."""
        place = bisect_right(self.first, ord(sign)) - 1
        return sign in _JOINERS or (place >= 0 and ord(sign) <= self.last[place])


def load(folder: Path) -> tuple[Face, ...]:
    """Read the manifest in `folder`, in its order, and check every file against its pin.

    Raises FontsWrong if a file is missing or is not the pinned one.
    """
    try:
        listed = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["font"]
        families = [list(group) for _, group in groupby(listed, key=itemgetter("family"))]
        return tuple(_face(entries, folder) for entries in families)
    except (OSError, KeyError, TypeError, ValueError):
        raise FontsWrong from None


def assign(text: str, faces: Sequence[Face], language: str) -> list[Face | None]:
    """Return the face for each sign of `text`; None where no face has it.

    A letter and its marks share a face. Signs that belong to no script, like spaces and digits,
    stay with the face before them if it has them, because a change of font shows.
    """
    assigned: list[Face | None] = []
    current: Face | None = None
    for cluster in _clusters(text):
        current = _choose(cluster, current, faces, language)
        assigned += [current] * len(cluster)
    return assigned


def missing(text: str, faces: Sequence[Face]) -> str:
    """Return the first sign of `text` that cannot be drawn, or "".

    Where a letter and its marks have no face in common, though each has one, it is all of them.
    """
    for cluster in _clusters(text):
        if _choose(cluster, None, faces, "") is None:
            alone = (sign for sign in cluster if _choose(sign, None, faces, "") is None)
            return next(alone, cluster)
    return ""


def _face(entries: list[dict[str, Any]], folder: Path) -> Face:
    bounds = [part.split("-") for part in entries[0]["ranges"].split()]
    files: tuple[dict[int, mmap], dict[int, mmap]] = {}, {}
    for entry in entries:
        file = _checked(folder / entry["file"], entry)
        files[bool(entry.get("condensed"))][entry["weight"]] = file
    return Face(
        family=entries[0]["family"],
        files=files[False],
        condensed=files[True],
        first=tuple(int(bound[0], 16) for bound in bounds),
        last=tuple(int(bound[-1], 16) for bound in bounds),
    )


def _checked(path: Path, entry: Mapping[str, Any]) -> mmap:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != entry["sha256"]:
            raise FontsWrong
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _joins(text[place]):
            yield text[start:place]
            start = place


def _joins(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign)[0] == "M"


def _choose(
    cluster: str, current: Face | None, faces: Sequence[Face], language: str
) -> Face | None:
    if any(unicodedata.category(sign)[0] == "C" and sign not in _JOINERS for sign in cluster):
        return None  # control signs are not drawn, even where a font has something for them
    if current and not cluster[0].isalpha() and all(map(current.has, cluster)):
        return current
    wanted = _BY_LANGUAGE.get(language) if unicodedata.bidirectional(cluster[0]) == "AL" else None
    by_wish = (face for face in faces if face.family == wanted)
    by_order = (face for face in faces if face.family not in _BY_LANGUAGE.values())
    return next((face for face in chain(by_wish, by_order) if all(map(face.has, cluster))), None)
