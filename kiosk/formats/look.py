"""Look: what a session asks its sight about a picture, and what it is answered, as bytes.

A request is what is wanted, a size and the picture's grey pixels; an answer is a length and that
many bytes. Both are read as something a stranger sent: the pictures come from anywhere, so the one
who looked at them may be in anybody's hand.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from kiosk.errors import SightLost

LONGEST_SIDE = 1920  # pixels
LONGEST_ANSWER = 1 << 13  # bytes
MOST_FACES = 16
MOST_READINGS = 16

HEAD = struct.Struct(">BHH")  # what is wanted, width, height
LENGTH = struct.Struct(">H")
_BOX = struct.Struct(">4H")
_READING = struct.Struct(">BH")  # kind, length


class Wish(IntEnum):
    """What a session may want to know of a picture."""

    FACES = ord("F")
    READ = ord("R")


class ReadingKind(IntEnum):
    """What was read in a picture, and so who takes it apart."""

    MRZ = ord("M")  # lines with "\n" between them
    AAMVA = ord("A")
    CARD = ord("C")  # the city's own


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a picture of this size; its pixels follow."""

    wish: Wish
    width: int
    height: int

    @property
    def pixels(self) -> int:
        """How many bytes follow: one a pixel, in rows from the top."""
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    def lies_in(self, width: int, height: int) -> bool:
        """Return whether it has a surface, all of it in a picture of this size."""
        across = self.left < self.left + self.width <= width
        return across and self.top < self.top + self.height <= height


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a picture, as it stands there. A trace shows the kind alone."""

    kind: ReadingKind
    text: bytes = field(repr=False)


def request(wish: Wish, width: int, height: int) -> bytes:
    """Return the head of a request; the picture's pixels follow it."""
    return HEAD.pack(wish, width, height)


def decode_request(raw: bytes | bytearray) -> Request:
    """Return what the head of a request says. Raises SightLost if it is none."""
    wish, width, height = HEAD.unpack(raw)
    if wish not in set(Wish) or not _is_side(width) or not _is_side(height):
        raise SightLost
    return Request(Wish(wish), width, height)


def is_picture(width: int, height: int, grey: bytes) -> bool:
    """Return whether `grey` is a picture of this size that may be asked about."""
    return _is_side(width) and _is_side(height) and len(grey) == width * height


def faces(found: Sequence[Box]) -> bytes:
    """Return faces as an answer; those beyond MOST_FACES are left out."""
    told = found[:MOST_FACES]
    boxes = (_BOX.pack(box.left, box.top, box.width, box.height) for box in told)
    return _answer(bytes([len(told)]) + b"".join(boxes))


def readings(found: Sequence[Reading]) -> bytes:
    """Return readings as an answer; those for which there is no room are left out."""
    told: list[bytes] = []
    room = LONGEST_ANSWER - 1
    for reading in found[:MOST_READINGS]:
        needed = _READING.size + len(reading.text)
        if needed <= room:
            room -= needed
            told.append(_READING.pack(reading.kind, len(reading.text)) + reading.text)
    return _answer(bytes([len(told)]) + b"".join(told))


def decode_length(raw: bytes) -> int:
    """Return how long an answer is. Raises SightLost if that is too long."""
    (length,) = LENGTH.unpack(raw)
    if not 0 < length <= LONGEST_ANSWER:
        raise SightLost
    return int(length)


def decode_faces(raw: bytes, width: int, height: int) -> tuple[Box, ...]:
    """Return the faces of an answer about a picture of this size. Raises SightLost."""
    count, body = _count(raw, MOST_FACES), raw[1:]
    if len(body) != count * _BOX.size:
        raise SightLost
    boxes = tuple(Box(*numbers) for numbers in _BOX.iter_unpack(body))
    if not all(box.lies_in(width, height) for box in boxes):
        raise SightLost
    return boxes


def decode_readings(raw: bytes) -> tuple[Reading, ...]:
    """Return the readings of an answer. Raises SightLost."""
    at = 1
    found = []
    for _ in range(_count(raw, MOST_READINGS)):
        if at + _READING.size > len(raw):
            raise SightLost
        kind, length = _READING.unpack_from(raw, at)
        at += _READING.size
        if kind not in set(ReadingKind) or at + length > len(raw):
            raise SightLost
        found.append(Reading(ReadingKind(kind), raw[at : at + length]))
        at += length
    if at != len(raw):
        raise SightLost
    return tuple(found)


def _count(raw: bytes, most: int) -> int:
    if not raw or raw[0] > most:
        raise SightLost
    return raw[0]


def _answer(body: bytes) -> bytes:
    return LENGTH.pack(len(body)) + body


def _is_side(pixels: int) -> bool:
    return 0 < pixels <= LONGEST_SIDE
