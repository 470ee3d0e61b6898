"""Scanner: searches mapped memory for needles, by a small C program compiled when it is needed."""

import ctypes
import mmap
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.proof.image import FOLDER
from tests.proof.machine import Area
from tests.proof.needles import RUN, Needles

_SOURCE = Path(__file__).with_name("scan.c")
_LONGEST = 16 << 10  # bytes between two keys of a run
_LONGEST_TEXT = 256

Name = tuple[str, str]


@dataclass
class Found:
    """What a search found: how much was searched, and how often each needle was there."""

    searched: int = 0
    counts: Counter[Name] = field(default_factory=Counter)
    places: dict[Name, list[tuple[str, int, int]]] = field(default_factory=dict)

    def add(self, name: Name, number: int, places: list[tuple[str, int, int]]) -> None:
        """Count finds of one needle, and keep where they were."""
        self.counts[name] += number
        self.places.setdefault(name, []).extend(places)

    def without(self, earlier: "Found") -> "Found":
        """Return what was not there earlier."""
        names = [name for name in self.counts if name not in earlier.counts]
        return Found(
            self.searched,
            Counter({name: self.counts[name] for name in names}),
            {name: self.places[name] for name in names},
        )

    @property
    def residues(self) -> int:
        return self.counts.total()

    @property
    def kinds(self) -> dict[str, int]:
        """Return how many were found of each kind."""
        kinds: Counter[str] = Counter()
        for (kind, _), count in self.counts.items():
            kinds[kind] += count
        return dict(sorted(kinds.items()))


def search(areas: Sequence[Area], needles: Needles) -> Found:
    """Search every area for every needle."""
    found = Found()
    library = _compiled()
    for area in areas:
        address = _address(area.mapped)
        for start, end in area.extents:
            piece = _Piece(library, area.name, address + start, end - start, start)
            found.searched += end - start
            _exact(piece, needles, found)
            _spread(piece, needles, found)
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of an area: where it is here, and where it begins in its area."""

    library: ctypes.CDLL
    area: str
    address: int
    size: int
    offset: int


def _exact(piece: _Piece, needles: Needles, found: Found) -> None:
    names, values = list(needles.exact), list(needles.exact.values())
    count = len(names)
    counts, first = (ctypes.c_long * count)(), (ctypes.c_long * count)()
    piece.library.find_exact(
        ctypes.c_void_p(piece.address),
        ctypes.c_size_t(piece.size),
        (ctypes.c_char_p * count)(*values),
        (ctypes.c_size_t * count)(*map(len, values)),
        count,
        counts,
        first,
    )
    for name, number, place in zip(names, counts, first, strict=True):
        if number:
            found.add(name, number, [(piece.area, piece.offset + place, 0)])


def _spread(piece: _Piece, needles: Needles, found: Found) -> None:
    names, values = list(needles.spread), list(needles.spread.values())
    count = len(names)
    longest = [_LONGEST_TEXT if kind.startswith("text") else _LONGEST for kind, _ in names]
    counts = (ctypes.c_long * count)()
    where = (ctypes.c_long * 2 * count)()
    piece.library.find_spread(
        ctypes.c_void_p(piece.address),
        ctypes.c_size_t(piece.size),
        (ctypes.c_uint16 * RUN * count)(*((ctypes.c_uint16 * RUN)(*members) for members in values)),
        (ctypes.c_size_t * count)(*longest),
        count,
        counts,
        where,
    )
    for name, number, (place, stride) in zip(names, counts, where, strict=True):
        if number:
            found.add(name, number, [(piece.area, piece.offset + place, stride)])


def _address(mapped: mmap.mmap) -> int:
    """Return where a read-only map begins: Python exports no writable buffer of it."""
    holder = ctypes.py_object(mapped)
    buffer = _Buffer()
    ctypes.pythonapi.PyObject_GetBuffer(holder, ctypes.byref(buffer), 0)
    address = buffer.buf
    ctypes.pythonapi.PyBuffer_Release(ctypes.byref(buffer))
    return int(address or 0)


class _Buffer(ctypes.Structure):
    """Py_buffer (Include/cpython/object.h): only its first field is read."""

    _fields_ = (("buf", ctypes.c_void_p), ("rest", ctypes.c_byte * 128))


def _compiled() -> ctypes.CDLL:
    library = FOLDER / "scan.so"
    if not library.is_file() or library.stat().st_mtime < _SOURCE.stat().st_mtime:
        library.unlink(missing_ok=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["gcc", "-O3", "-shared", "-fPIC", "-o", str(library), str(_SOURCE)]
        subprocess.run(command, check=True)
    loaded = ctypes.CDLL(str(library))
    loaded.find_exact.restype = None
    loaded.find_spread.restype = None
    return loaded
