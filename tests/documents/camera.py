"""A camera over a desk: a flat paper, seen tilted, shaded, blurred, noisy and compressed, in grey.

Everything is drawn from the generator that is passed in, so that a frame can be had again. It is a
simulation, and kinder than a real camera: rates that are measured with it compare readers, and are
no promise.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Light = NDArray[np.float32]  # grey levels before they are rounded and clipped

FRAME = (1920, 1080)  # pixels across and down
OFF_CENTRE = 0.06  # of the frame


@dataclass(frozen=True, slots=True)
class Page:
    """The picture of a paper, and how finely it was printed."""

    picture: Grey
    dots_per_mm: float


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands between a paper and its picture. Lengths are in pixels of the frame."""

    blur: float = 0.7
    noise: float = 3.0
    jpeg: int = 85
    turn: float = 4.0  # degrees, at most
    tilt: float = 0.01  # of the paper's size, by which a corner moves at most
    shade: float = 0.1  # from the middle of the frame to its edge
    gain: float = 1.0
    motion: int = 0
    glare: bool = False


CONDITIONS: Mapping[str, Conditions] = {
    "clean": Conditions(blur=0.45, noise=2, jpeg=92, turn=2, tilt=0, shade=0.05),
    "desk": Conditions(blur=0.8, noise=4, jpeg=80, turn=8, tilt=0.03, shade=0.2),
    "blur": Conditions(blur=1.5),
    "motion": Conditions(blur=0.6, motion=5),
    "noise": Conditions(noise=14),
    "jpeg": Conditions(jpeg=35),
    "any turn": Conditions(turn=180),
    "tilted": Conditions(turn=6, tilt=0.1, shade=0.15),
    "dim": Conditions(blur=0.8, noise=5, jpeg=80, shade=0.35, gain=0.32),
    "glare": Conditions(glare=True),
    "hard": Conditions(blur=1.1, noise=7, jpeg=65, turn=15, tilt=0.05, shade=0.4, gain=0.75),
}


def photograph(
    page: Page,
    pixels_per_mm: float,
    conditions: Conditions,
    rng: Generator,
    glare_at: tuple[float, float] = (0.5, 0.5),
) -> Grey:
    """Return a frame with the page in its middle; `glare_at` is a place on the page, 0 to 1."""
    height, width = page.picture.shape
    scale = pixels_per_mm / page.dots_per_mm
    corners = _corners(width * scale, height * scale, conditions, rng)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    lens = np.asarray(cv2.getPerspectiveTransform(flat, corners), np.float64)
    place = np.array([[[glare_at[0] * width, glare_at[1] * height]]], np.float32)
    light = _on_desk(page.picture, lens, scale, rng) * _shading(conditions, rng)
    if conditions.glare:
        light += _glare(cv2.perspectiveTransform(place, lens)[0, 0], rng)
    return _digitised(light, conditions, rng)


def _corners(width: float, height: float, conditions: Conditions, rng: Generator) -> Light:
    """Return where the paper's corners are in the frame, clockwise from its top left."""
    size = np.array([width, height])
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    corners += rng.uniform(-conditions.tilt, conditions.tilt, (4, 2)) / 2
    angle = np.deg2rad(rng.uniform(-conditions.turn, conditions.turn))
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    middle = np.array(FRAME) * (0.5 + rng.uniform(-OFF_CENTRE, OFF_CENTRE, 2))
    return np.asarray((corners * size) @ turned + middle, np.float32)


def _on_desk(picture: Grey, lens: NDArray[np.float64], scale: float, rng: Generator) -> Light:
    if scale < 1:  # a lens gathers all the light of a spot; sampling it alone would not
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.45 * np.sqrt(scale**-2 - 0.9)))
    paper = cv2.warpPerspective(picture, lens, FRAME).astype(np.float32)
    whole = np.full(picture.shape, 255, np.uint8)
    covered = cv2.warpPerspective(whole, lens, FRAME).astype(np.float32) / 255
    return np.asarray(paper * covered + _desk(rng) * (1 - covered), np.float32)


def _desk(rng: Generator) -> Light:
    """Return a table top with a grain."""
    width, height = FRAME
    cloud = rng.standard_normal((height // 40, width // 40), dtype=np.float32)
    grain = rng.standard_normal((height // 2, width // 30), dtype=np.float32)
    clouds = cv2.resize(cloud, FRAME, interpolation=cv2.INTER_CUBIC) * 8
    grains = cv2.resize(grain, FRAME, interpolation=cv2.INTER_LINEAR) * 6
    return np.asarray(rng.uniform(45, 180) + clouds + grains, np.float32)


def _shading(conditions: Conditions, rng: Generator) -> Light:
    width, height = FRAME
    angle = rng.uniform(0, 2 * np.pi)
    across = np.linspace(-1, 1, width, dtype=np.float32) * np.cos(angle)
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * np.sin(angle)
    return np.asarray(conditions.gain * (1 + conditions.shade * (across + down)), np.float32)


def _glare(place: Light, rng: Generator) -> Light:
    width, height = FRAME
    radius = rng.uniform(60, 110)
    across = ((np.arange(width) - place[0]) / (1.6 * radius)) ** 2
    down = ((np.arange(height) - place[1]) / radius) ** 2
    return np.asarray(260 * np.exp(-1.2 * (across + down[:, None])), np.float32)


def _digitised(light: Light, conditions: Conditions, rng: Generator) -> Grey:
    if conditions.motion:
        light = cv2.filter2D(light, -1, _smear(conditions.motion, rng)).astype(np.float32)
    light = cv2.GaussianBlur(light, (0, 0), conditions.blur).astype(np.float32)
    noise = rng.standard_normal(light.shape, dtype=np.float32)
    levels = np.clip(light + noise * conditions.noise, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", levels, [cv2.IMWRITE_JPEG_QUALITY, conditions.jpeg])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)


def _smear(length: int, rng: Generator) -> Light:
    """Return the path of a hand that moved while the shutter was open."""
    angle, middle = rng.uniform(0, np.pi), (length - 1) / 2
    path = np.linspace(-middle, middle, 4 * length)
    kernel = np.zeros((length, length), np.float32)
    rows, columns = middle + path * np.sin(angle), middle + path * np.cos(angle)
    kernel[np.rint(rows).astype(int), np.rint(columns).astype(int)] = 1
    return np.asarray(kernel / kernel.sum(), np.float32)
