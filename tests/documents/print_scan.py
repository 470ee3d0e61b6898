"""A printed code on its way through a card printer, a wallet and a scanner, in grey.

Everything is drawn from the generator that is passed in, so that a picture can be had again. It is
a simulation: its levels are a scale of our own, good to compare codes and readers with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

PAPER, INK = 238, 28  # grey levels of a card's white and of its black panel
DESK = 120
_MARGIN = 0.12  # of the code's side, around it in the scan


@dataclass(frozen=True, slots=True)
class Wear:
    """What a code has been through. Lengths are in dots of the printer or pixels of the scan."""

    gain: float  # dots by which every black edge grows
    dead: int  # heating elements that print nothing: white lines along the card's way
    turn: float  # degrees, at most
    tilt: float  # of the side, by which a corner moves at most
    blur: float  # pixels
    noise: float  # grey levels
    jpeg: int


LEVELS: Sequence[Wear] = (
    Wear(gain=0.4, dead=0, turn=4, tilt=0.01, blur=0.7, noise=5, jpeg=85),
    Wear(gain=0.8, dead=2, turn=10, tilt=0.03, blur=1.1, noise=10, jpeg=70),
    Wear(gain=1.2, dead=4, turn=20, tilt=0.06, blur=1.6, noise=16, jpeg=50),
)


def scanned(printed: Grey, dpi: int, scan_dpi: int, wear: Wear, rng: Generator) -> Grey:
    """Return a scan at `scan_dpi` of a raster of 0 and 255 that was printed at `dpi`."""
    card = _printed(printed, wear, rng)
    scale = scan_dpi / dpi
    if scale < 1:  # a lens gathers all the light of a spot; sampling it alone would not
        card = cv2.GaussianBlur(card, (0, 0), 0.45 * np.sqrt(scale**-2 - 0.9)).astype(np.float32)
    return _digitised(_seen(card, scale, wear, rng), wear, rng)


def scratched(printed: Grey, share: float, rng: Generator) -> Grey:
    """Return the raster with a round hole in its print that takes `share` of its surface."""
    side = printed.shape[0]
    radius = round(side * np.sqrt(share / np.pi))
    place = tuple(int(part) for part in rng.uniform(side * 0.35, side * 0.7, 2))
    return np.asarray(cv2.circle(printed.copy(), place, radius, 255, -1), np.uint8)


def _printed(raster: Grey, wear: Wear, rng: Generator) -> NDArray[np.float32]:
    """Return the card: black that has spread, and lines that the head cannot print."""
    light = raster.astype(np.float32)
    spread = cv2.GaussianBlur(light, (0, 0), 0.6)
    # A blurred edge crosses higher grey levels farther out: that is where black now ends.
    edge = 127.5 + min(wear.gain, 1.2) * 95
    card = np.clip((spread - edge) / 40 + 0.5, 0, 1)
    for line in rng.integers(0, raster.shape[1], wear.dead):
        card[:, line] = 1
    return np.asarray(INK + card * (PAPER - INK), np.float32)


def _seen(
    card: NDArray[np.float32], scale: float, wear: Wear, rng: Generator
) -> NDArray[np.float32]:
    height, width = card.shape
    size = np.array([width, height]) * scale
    frame = np.ceil(size * (1 + 2 * _MARGIN) + 2 * size.max() * np.sin(np.deg2rad(wear.turn)))
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    corners += rng.uniform(-wear.tilt, wear.tilt, (4, 2)) / 2
    angle = np.deg2rad(rng.uniform(-wear.turn, wear.turn))
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    places = ((corners * size) @ turned + frame / 2 + rng.uniform(-0.5, 0.5, 2)).astype(np.float32)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    lens = cv2.getPerspectiveTransform(flat, places)
    across, down = (int(side) for side in frame)
    seen = cv2.warpPerspective(card, lens, (across, down), borderValue=DESK)
    return np.asarray(seen, np.float32)


def _digitised(light: NDArray[np.float32], wear: Wear, rng: Generator) -> Grey:
    light = cv2.GaussianBlur(light, (0, 0), wear.blur).astype(np.float32)
    noise = rng.standard_normal(light.shape, dtype=np.float32) * wear.noise
    levels = np.clip(light + noise, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", levels, [cv2.IMWRITE_JPEG_QUALITY, wear.jpeg])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
