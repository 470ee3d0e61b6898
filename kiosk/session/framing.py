"""Framing: which part of a camera's frame becomes the portrait.

The part is always 35:45 and never leaves the frame. Where a face was found it is laid around the
head, as ICAO 9303-3 and ISO/IEC 19794-5 want it; where none was found it is the middle, and a
person moves it by hand. A face finder may be wrong, so a hand may always move it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from kiosk.devices import Box, Frame

ACROSS, DOWN = 7, 9  # 35:45

# A face finder's box ends at the brow and near the chin. On a drawn face and on two photographs
# that libraries carry as samples, at four sizes of picture each, the crown lay 0.1 to 0.4 of the
# box's height above it and the chin 0.0 to 0.25 below its lower edge; hair is not counted.
_CROWN, _CHIN = 0.30, 0.10
_HEAD = 0.72  # of the portrait's height; the standards allow 70 to 80 %, and hair needs room
_ABOVE_HEAD = 0.12  # of the portrait's height
EYE_LEVEL: Final = 0.47  # of the height: the middle of the oval on the screen

_STEP = 0.04  # of the portrait's size, in one move by hand
_ZOOM = 1.08
_SMALLEST = 8  # of the middle's size, one part: closer there is nothing but pixels


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a frame, exactly 7 * `scale` pixels wide and 9 * `scale` high."""

    left: int
    top: int
    scale: int

    @property
    def width(self) -> int:
        return ACROSS * self.scale

    @property
    def height(self) -> int:
        return DOWN * self.scale


@dataclass(frozen=True, slots=True)
class Head:
    """Where a head is thought to be: its middle across, its crown and its chin."""

    middle: float
    crown: float
    chin: float

    @property
    def height(self) -> float:
        return self.chin - self.crown


def head(face: Box) -> Head:
    """Return the head that belongs to a face."""
    bottom = face.top + face.height
    return Head(
        face.left + face.width / 2, face.top - _CROWN * face.height, bottom + _CHIN * face.height
    )


def middle(frame: Frame) -> Area:
    """Return the largest area in the middle of `frame`: what the mirror on the screen shows."""
    scale = _largest(frame)
    left, top = (frame.width - ACROSS * scale) // 2, (frame.height - DOWN * scale) // 2
    return Area(left, top, scale)


def frame_head(face: Box, frame: Frame) -> Area:
    """Return the area in which the head of `face` has the height that the standards ask for.

    Near an edge of the frame the head stands out of the middle, and a head that nearly fills the
    frame is cut no smaller than the frame.
    """
    found = head(face)
    scale = max(1, round(found.height / _HEAD / DOWN))
    left = found.middle - ACROSS * scale / 2
    return _inside(frame, left, found.crown - _ABOVE_HEAD * DOWN * scale, scale)


def moved(area: Area, frame: Frame, across: int, down: int) -> Area:
    """Return `area` some steps further right and down, as far as the frame goes."""
    left = area.left + across * _STEP * area.width
    return _inside(frame, left, area.top + down * _STEP * area.height, area.scale)


def zoomed(area: Area, frame: Frame, steps: int) -> Area:
    """Return `area` around the same place, closer by some steps or, if negative, wider."""
    wanted = round(area.scale / _ZOOM**steps)
    scale = wanted if wanted != area.scale else area.scale - (steps > 0) + (steps < 0)
    scale = max(scale, min(area.scale, -(-_largest(frame) // _SMALLEST)))
    left = area.left + ACROSS * (area.scale - scale) / 2
    return _inside(frame, left, area.top + DOWN * (area.scale - scale) / 2, scale)


def main_face(faces: Sequence[Box], frame: Frame) -> Box | None:
    """Return the face that is meant: large, and near the oval that the person was asked into."""
    oval = middle(frame)
    eye_level = oval.top + EYE_LEVEL * oval.height

    def fitness(face: Box) -> float:
        away = hypot(
            face.left + face.width / 2 - frame.width / 2, face.top + face.height / 2 - eye_level
        )
        return face.width - away

    return max(faces, key=fitness, default=None)


def suggested(frame: Frame, faces: Sequence[Box]) -> Area:
    """Return the area around the face that is meant, or the middle where there is none."""
    face = main_face(faces, frame)
    return middle(frame) if face is None else frame_head(face, frame)


def _largest(frame: Frame) -> int:
    return max(1, min(frame.width // ACROSS, frame.height // DOWN))


def _inside(frame: Frame, left: float, top: float, scale: int) -> Area:
    """Return the area of this scale, or of the largest that there is, moved into the frame."""
    fitting = min(scale, _largest(frame))
    left += ACROSS * (scale - fitting) / 2
    top += DOWN * (scale - fitting) / 2
    rightmost, lowest = frame.width - ACROSS * fitting, frame.height - DOWN * fitting
    return Area(round(max(0, min(left, rightmost))), round(max(0, min(top, lowest))), fitting)
