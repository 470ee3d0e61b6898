"""Faces: where there may be one in a picture. Advice alone: nobody is refused for what this says.

The detector (Viola and Jones, by OpenCV) is known to miss faces that are dark, turned, covered or
behind glasses more often than others, so "no face" says nothing about the person.
"""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from cv2.data import haarcascades
from numpy.typing import NDArray

from kiosk.formats.look import Box

Picture = NDArray[np.uint8]
"""Grey pixels, a row a row."""

_CASCADE = "haarcascade_frontalface_default.xml"
_LONGEST_SIDE = 480  # pixels; a larger picture is made smaller first
_SMALLEST_FACE = 60  # pixels of these: an eighth of the picture
_STEP = 1.1  # from one size of a face to the next
_AGREEING = 5  # windows that must find the same face


class FaceFinder:
    """Finds faces, and keeps nothing of the pictures that it has seen."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        text = (Path(haarcascades) / _CASCADE).read_text(encoding="ascii")
        memory = cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY
        self._cascade = cv2.FileStorage(text, memory)
        self.find(np.zeros((_LONGEST_SIDE, _LONGEST_SIDE), np.uint8))  # loads what it loads late

    def find(self, picture: Picture) -> list[Box]:
        """Return where a face may be, in the picture's own pixels."""
        height, width = picture.shape
        scale = min(1.0, _LONGEST_SIDE / max(picture.shape))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        cv2.equalizeHist(small, small)
        found = self._detect(small)
        small.fill(0)
        boxes = (_enlarged(face, scale, (width, height)) for face in found)
        return [box for box in boxes if box.lies_in(width, height)]

    def _detect(self, small: cv2.typing.MatLike) -> Sequence[cv2.typing.Rect]:
        # A detector keeps sums over the last picture as long as it lives: one a picture, therefore.
        detector = cv2.CascadeClassifier()
        detector.read(self._cascade.getFirstTopLevelNode())
        smallest = (_SMALLEST_FACE, _SMALLEST_FACE)
        return detector.detectMultiScale(
            small, scaleFactor=_STEP, minNeighbors=_AGREEING, minSize=smallest
        )


def _enlarged(face: cv2.typing.Rect, scale: float, frame: tuple[int, int]) -> Box:
    """Return a face of the smaller picture as it lies in the whole one."""
    left, top, width, height = (round(int(number) / scale) for number in face)
    return Box(left, top, min(width, frame[0] - left), min(height, frame[1] - top))
