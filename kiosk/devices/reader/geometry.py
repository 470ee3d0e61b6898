"""A line of text in a picture: where it is, how long, how thick, and how it is turned."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class TextLine:
    """`angle` is in degrees, clockwise from the picture's right, from -90 up to 90."""

    x: float
    y: float
    length: float
    height: float
    angle: float

    @cached_property
    def along(self) -> Vector:
        """The direction of the line."""
        return np.array([np.cos(np.deg2rad(self.angle)), np.sin(np.deg2rad(self.angle))])

    @cached_property
    def across(self) -> Vector:
        """The direction in which the next line is, unless all is upside down."""
        return np.array([-self.along[1], self.along[0]])

    @cached_property
    def centre(self) -> Vector:
        return np.array([self.x, self.y])

    def moved(self, by: float) -> "TextLine":
        """Return the line `by` pixels further across."""
        x, y = self.centre + self.across * by
        return TextLine(float(x), float(y), self.length, self.height, self.angle)

    def scaled(self, by: float) -> "TextLine":
        return TextLine(self.x * by, self.y * by, self.length * by, self.height * by, self.angle)


def turn_between(one: float, other: float) -> float:
    """Return the angle between two lines without direction, 0 to 90 degrees."""
    return abs((one - other + 90) % 180 - 90)
