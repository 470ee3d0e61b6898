"""Glyphs: which sign of OCR-B a small cell of grey pixels shows, as log-probabilities.

A network of three layers that `tools/train_ocrb.py` trains from the font alone, with no picture of
any document. Its 170 kB of weights are read once, before a process is sealed; after that it is
matrix products, so that reading a paper opens no file and starts no thread.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.assets import ASSETS

Pixels = NDArray[np.float32]

SIGNS = "<ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
CELL_HEIGHT, CELL_WIDTH = 24, 18
PITCH = 17.0  # pixels from one sign to the next in a picture that cells are cut from
WEIGHTS = ASSETS / "reader" / "ocrb.npz"

_LEAST_CONTRAST = 18.0  # grey levels; less than this is noise on blank paper, not ink
_INK, _PAPER = 0.08, 0.85  # the shares of a cell's pixels that are darker than ink and than paper


@dataclass(frozen=True, slots=True)
class Layer:
    weights: Pixels
    bias: Pixels


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The trained network; its last class, after those of `SIGNS`, is "no sign here"."""

    layers: tuple[Layer, ...]

    def log_probabilities(self, cells: Pixels) -> Pixels:
        """Return a row per cell (`normalise`d, flat) with a column per sign and one for none."""
        signal = cells
        for layer in self.layers[:-1]:
            signal = np.maximum(signal @ layer.weights + layer.bias, 0)
        last = self.layers[-1]
        return log_softmax(signal @ last.weights + last.bias)


def load(path: Path = WEIGHTS) -> Glyphs:
    """Read the weights: the only file that reading a paper needs."""
    with np.load(path) as archive:
        arrays = [archive[name].astype(np.float32) for name in archive.files]
    pairs = zip(arrays[::2], arrays[1::2], strict=True)
    return Glyphs(tuple(Layer(weights, bias) for weights, bias in pairs))


def normalise(cells: Pixels) -> Pixels:
    """Return flat cells as ink on paper: near 1 where there is ink, near 0 on paper.

    Every third pixel is enough to know how dark a cell's ink is, and takes a third of the time.
    """
    sample = np.ascontiguousarray(cells[:, 1::3])
    ranks = [int(share * (sample.shape[1] - 1)) for share in (_INK, _PAPER)]
    sample.partition(ranks, axis=1)
    ink, paper = sample[:, ranks[0], None], sample[:, ranks[1], None]
    contrast = np.maximum(paper - ink, _LEAST_CONTRAST)
    clipped: Pixels = np.clip((paper - cells) / contrast, -0.5, 1.5)
    return clipped


def log_softmax(scores: Pixels) -> Pixels:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Pixels = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
