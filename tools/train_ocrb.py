"""Train the network that knows the signs of OCR-B: `python tools/train_ocrb.py`, under ten minutes.

It sees only lines that it prints itself with the public-domain fonts of the Debian package
`fonts-ocr-b`, worn as a camera would wear them: blurred, noisy, skewed, on patterned paper. No
picture of a document is used. The seed is fixed and the number of steps too, so that two runs with
OPENBLAS_NUM_THREADS=1 on one machine give the same weights.
"""

# ruff: noqa: PLR2004 - how papers wear is told in shares of lines, and none has a name

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kiosk.devices.reader.glyphs import (  # noqa: E402
    CELL_HEIGHT,
    CELL_WIDTH,
    PITCH,
    SIGNS,
    WEIGHTS,
    Glyphs,
    Layer,
    Pixels,
    log_softmax,
    normalise,
)

FONTS = Path("/usr/share/fonts/opentype/ocr-b")
FACES = ("OCRB.otf", "OCRB.otf", "OCRB.otf", "OCRBS.otf")  # a quarter with the sharp corners
SIZE = 48  # pixels of an em; 35 pixels from sign to sign, finer than any camera here
LINE = 14  # signs on a training line
NO_SIGN = len(SIGNS)
CONFUSED = [SIGNS.index(sign) for sign in "0OQD1I5S8B2Z6GKXMNWHUV7TCE3"]

LAYERS = (CELL_HEIGHT * CELL_WIDTH, 160, 80, NO_SIGN + 1)
SEED = 20261124
ROUNDS = 2500  # of fresh lines
LINES = 160  # a round
STEPS = 14  # a round
BATCH = 512
KEPT = 40  # rounds whose cells are still drawn from
RATE = 2e-3
SMOOTHING = 0.05  # keeps the log-probabilities of worn signs honest

Labels = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Face:
    """The masks of all signs in one font, and the rows that a capital letter fills."""

    masks: tuple[Pixels, ...]
    advance: float
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Line:
    """A worn line at `PITCH`, with the centre and the label of each of its signs."""

    picture: Pixels
    x: Pixels
    y: Pixels
    labels: Labels


def main() -> None:
    rng = np.random.default_rng(SEED)
    faces = [_face(name) for name in FACES]
    layers = tuple(_fresh(rng, a, b) for a, b in itertools.pairwise(LAYERS))
    held_out = _cells(np.random.default_rng(SEED + 1), faces, 400)
    learner = Adam(layers)
    pool: list[tuple[Pixels, Labels]] = []
    for done in range(ROUNDS):
        pool = [*pool[-KEPT + 1 :], _cells(rng, faces, LINES)]
        rate = RATE * 0.5 * (1 + np.cos(np.pi * done / ROUNDS)) + 2e-5
        for cells, labels in _batches(rng, pool):
            learner.step(_gradients(layers, cells, labels), float(rate))
        if done % 50 == 49:
            print(f"round {done + 1}: {_accuracy(layers, held_out):.4f} of signs right", flush=True)
    arrays = [array.astype(np.float16) for layer in layers for array in (layer.weights, layer.bias)]
    WEIGHTS.parent.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS, *arrays)


class Adam:
    """The optimiser of Kingma and Ba (2015), which changes the layers in place."""

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._arrays = [array for layer in layers for array in (layer.weights, layer.bias)]
        self._means = [np.zeros_like(array) for array in self._arrays]
        self._squares = [np.zeros_like(array) for array in self._arrays]
        self._steps = 0

    def step(self, gradients: list[Pixels], rate: float) -> None:
        self._steps += 1
        for_mean, for_square = 1 - 0.9**self._steps, 1 - 0.999**self._steps
        moments = zip(self._arrays, self._means, self._squares, gradients, strict=True)
        for array, mean, square, gradient in moments:
            mean[...] += 0.1 * (gradient - mean)
            square[...] += 0.001 * (gradient * gradient - square)
            array[...] -= rate * (mean / for_mean) / (np.sqrt(square / for_square) + 1e-8)


def _gradients(layers: tuple[Layer, ...], cells: Pixels, labels: Labels) -> list[Pixels]:
    """Return the gradients of the smoothed cross-entropy: of weights and bias, layer by layer."""
    signals = [cells]
    for layer in layers[:-1]:
        signals.append(np.maximum(signals[-1] @ layer.weights + layer.bias, 0))
    error = np.exp(log_softmax(signals[-1] @ layers[-1].weights + layers[-1].bias))
    error -= SMOOTHING / LAYERS[-1]
    error[np.arange(len(labels)), labels] -= 1 - SMOOTHING
    error /= len(labels)
    gradients: list[Pixels] = []
    for layer, signal in zip(reversed(layers), reversed(signals), strict=True):
        gradients = [signal.T @ error + 1e-5 * layer.weights, error.sum(axis=0), *gradients]
        error = (error @ layer.weights.T) * (signal > 0)
    return gradients


def _fresh(rng: Generator, inputs: int, outputs: int) -> Layer:
    weights = rng.normal(0, np.sqrt(2 / inputs), (inputs, outputs)).astype(np.float32)
    return Layer(weights, np.zeros(outputs, np.float32))


def _batches(rng: Generator, pool: list[tuple[Pixels, Labels]]) -> Iterator[tuple[Pixels, Labels]]:
    for _ in range(STEPS):
        cells, labels = pool[int(rng.integers(len(pool)))]
        chosen = rng.integers(0, len(labels), BATCH)
        yield cells[chosen], labels[chosen]


def _accuracy(layers: tuple[Layer, ...], held_out: tuple[Pixels, Labels]) -> float:
    cells, labels = held_out
    guesses = Glyphs(layers).log_probabilities(cells).argmax(axis=1)
    signs = labels != NO_SIGN
    return float(np.mean(guesses[signs] == labels[signs]))


def _cells(rng: Generator, faces: list[Face], lines: int) -> tuple[Pixels, Labels]:
    """Return normalised cells of fresh lines, with those between and beside signs as `NO_SIGN`."""
    cells, labels = [], []
    for _ in range(lines):
        line = _worn_line(rng, faces[int(rng.integers(len(faces)))])
        for x, y, label in _places(rng, line):
            cells.append(cv2.getRectSubPix(line.picture, (CELL_WIDTH, CELL_HEIGHT), (x, y)).ravel())
            labels.append(label)
    return normalise(np.array(cells, np.float32)), np.array(labels)


def _places(rng: Generator, line: Line) -> Iterator[tuple[float, float, int]]:
    for x, y, label in zip(line.x, line.y, line.labels, strict=True):
        yield float(x + rng.normal(0, 0.9)), float(y + rng.normal(0, 1.3)), int(label)
    for which in rng.integers(0, LINE, 3):
        aside = rng.uniform(0.36, 0.64) * PITCH * rng.choice([-1, 1])
        yield float(line.x[which] + aside), float(line.y[which] + rng.normal(0, 1.5)), NO_SIGN
    if rng.random() < 0.5:
        which, off = rng.integers(0, LINE), rng.uniform(11, 20) * rng.choice([-1, 1])
        yield float(line.x[which]), float(line.y[which] + off), NO_SIGN


def _worn_line(rng: Generator, face: Face) -> Line:
    labels = _labels(rng)
    mask, x = _printed(rng, face, labels)
    pitch = float(np.exp(rng.uniform(np.log(8), np.log(30))))  # in the camera
    seen, x, y = _projected(rng, face, mask, x, pitch)
    picture = _worn(rng, seen, pitch)
    scale = PITCH / pitch
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    scaled = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how)
    across, down = scaled.shape[1] / picture.shape[1], scaled.shape[0] / picture.shape[0]
    return Line(scaled.astype(np.float32), x * across, y * down, labels)


def _labels(rng: Generator) -> Labels:
    labels = rng.integers(0, len(SIGNS), LINE)
    labels[rng.random(LINE) < 0.12] = 0
    confused = rng.random(LINE) < 0.35
    labels[confused] = rng.choice(CONFUSED, confused.sum())
    return labels


def _printed(rng: Generator, face: Face, labels: Labels) -> tuple[Pixels, Pixels]:
    """Return a mask of the line's ink, and the x of each sign's centre."""
    pitch = face.advance * rng.uniform(0.96, 1.06)
    height, width = face.masks[0].shape
    mask = np.zeros((height, int(pitch * LINE) + 60), np.float32)
    centres = []
    for place, label in enumerate(labels):
        left = round(18 + place * pitch + rng.normal(0, 0.4))
        mask[:, left : left + width] = np.maximum(mask[:, left : left + width], face.masks[label])
        centres.append(left + 12 + face.advance / 2)
    return _inked(rng, mask), np.array(centres, np.float32)


def _inked(rng: Generator, mask: Pixels) -> Pixels:
    """Print with more or with less ink."""
    kind, size = rng.random(), int(rng.integers(2, 4))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    if kind < 0.35:
        return cv2.dilate(mask, kernel).astype(np.float32)
    return cv2.erode(mask, kernel).astype(np.float32) if kind < 0.5 else mask


def _projected(
    rng: Generator, face: Face, mask: Pixels, x: Pixels, pitch: float
) -> tuple[Pixels, Pixels, Pixels]:
    """Return the line as seen by a camera: smaller, skewed, a little tall or flat."""
    scale = pitch / face.advance
    tall = scale * rng.uniform(0.88, 1.14)
    shear, turn = rng.normal(0, 0.05), rng.normal(0, 0.018)
    middle = (face.top + face.bottom) / 2
    half = (face.bottom - face.top + 1) * tall * 1.1 + 4
    width = mask.shape[1]
    matrix = np.array(
        [
            [scale, -shear * scale, 6 + shear * scale * middle],
            [turn * tall, tall, half - tall * middle - turn * tall * width / 2],
        ],
        np.float32,
    )
    if scale < 1:
        spread = max(0.3, 0.45 * np.sqrt(scale**-2 - 1))
        mask = cv2.GaussianBlur(mask, (0, 0), spread).astype(np.float32)
    size = (int(scale * width + 12), int(2 * half))
    seen = cv2.warpAffine(mask, matrix, size, flags=cv2.INTER_LINEAR).astype(np.float32)
    centres = matrix @ np.stack([x, np.full_like(x, middle), np.ones_like(x)])
    return seen, centres[0], centres[1]


def _worn(rng: Generator, ink: Pixels, pitch: float) -> Pixels:
    """Return a grey picture of the ink on some paper, as a poor camera gives it."""
    brightness = rng.uniform(90, 250)
    strength = rng.uniform(0.15, 1.0) if rng.random() < 0.3 else rng.uniform(0.5, 1.0)
    contrast = float(brightness * strength * 0.92)
    picture = brightness - contrast * (ink + _pattern(rng, ink.shape))
    spread = max(0.2, rng.uniform(0.2, 0.115 * pitch))
    picture = cv2.GaussianBlur(picture, (0, 0), spread).astype(np.float32)
    if rng.random() < 0.15:
        length = int(rng.integers(2, max(3, int(pitch * 0.22) + 2)))
        size = (length, 1) if rng.random() < 0.6 else (1, length)
        picture = cv2.blur(picture, size).astype(np.float32)
    noise = rng.standard_normal(picture.shape, dtype=np.float32)
    picture = picture + noise * rng.uniform(1, 0.13 * contrast + 2)
    levels = np.clip(picture, 0, 255).astype(np.uint8)
    return _digitised(rng, levels, pitch).astype(np.float32)


def _pattern(rng: Generator, shape: tuple[int, ...]) -> Pixels:
    """Return what else is printed on the paper: fine lines, a cloud, or nothing."""
    height, width = shape
    kind = rng.random()
    if kind < 0.35:
        x, y = np.meshgrid(np.arange(width), np.arange(height))
        bent = np.sin(y / rng.uniform(2, 12)) * 3 + y / rng.uniform(-6, 6)
        wave = np.sin(x / rng.uniform(1.5, 9) + bent) > rng.uniform(-0.2, 0.9)
        return np.float32(rng.uniform(0.05, 0.3)) * wave.astype(np.float32)
    if kind > 0.8:
        coarse = rng.standard_normal((3, max(3, width // 25)), dtype=np.float32)
        return 0.15 * cv2.resize(coarse, (width, height)).astype(np.float32)
    return np.zeros(shape, np.float32)


def _digitised(rng: Generator, picture: NDArray[np.uint8], pitch: float) -> NDArray[np.uint8]:
    """Return the picture after compression, as black and white, or with specks, or as it is."""
    if rng.random() < 0.3:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 85))]
        _, packed = cv2.imencode(".jpg", picture, quality)
        picture = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    if rng.random() < 0.12:
        _, binary = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        picture = np.asarray(binary, np.uint8)
    if rng.random() < 0.1:
        for _ in range(int(rng.integers(1, 4))):
            place = [int(rng.integers(0, size)) for size in picture.shape[::-1]]
            radius = max(1, int(pitch * 0.12))
            cv2.circle(picture, place, radius, float(rng.uniform(0, 255)), -1)
    return picture


def _face(name: str) -> Face:
    font = ImageFont.truetype(FONTS / name, SIZE)
    masks = [_mask(font, sign) for sign in SIGNS]
    rows = np.flatnonzero(masks[SIGNS.index("H")].max(axis=1) > 0.5)
    return Face(tuple(masks), font.getlength("A"), int(rows[0]), int(rows[-1]))


def _mask(font: ImageFont.FreeTypeFont, sign: str) -> Pixels:
    picture = Image.new("L", (round(font.getlength("A")) + 24, SIZE + 30), 0)
    ImageDraw.Draw(picture).text((12, 15), sign, font=font, fill=255)
    return np.asarray(picture, np.float32) / np.float32(255)


if __name__ == "__main__":
    cv2.setNumThreads(1)
    main()
