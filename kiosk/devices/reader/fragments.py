"""Fragments of text joined to lines: what stands on one straight line, without a wide gap.

Signs of a line come apart in a picture, at fillers, at glare and where the paper's pattern shows
through. A line is as long as its joined fragments, and as straight as a fit through them.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.devices.reader.geometry import Grey, TextLine

MOST = 160  # fragments, the longest first; noise has thousands of short ones
_GAP = 2.6  # signs that may be missing between two fragments
_TURNED = 6  # degrees, at which a long fragment is of another line
_DIRECTS = 3  # signs that a fragment needs for its own direction to mean anything

Numbers = NDArray[np.float64]
Free = NDArray[np.bool_]


def join(fragments: Sequence[TextLine], pitch: float) -> list[TextLine]:
    """Return lines made of fragments; `pitch` is the expected distance of two signs."""
    longest = sorted(fragments, key=lambda fragment: -fragment.length)[:MOST]
    table = np.array([(f.x, f.y, f.length, f.height, f.angle) for f in longest]).reshape(-1, 5)
    free = np.ones(len(longest), bool)
    lines = []
    for first, fragment in enumerate(longest):
        if free[first]:
            free[first] = False
            directs = fragment.length > _DIRECTS * pitch
            chain = _chain(first, fragment, table, free, pitch) if directs else [first]
            lines.append(_spanned(table[chain], fragment))
    return lines


def _chain(first: int, fragment: TextLine, table: Numbers, free: Free, pitch: float) -> list[int]:
    """Return the fragments on the first one's line, and mark them as taken."""
    along, off = _in_frame_of(fragment, table)
    turned = np.abs((table[:, 4] - fragment.angle + 90) % 180 - 90)
    askew = (table[:, 2] > (_DIRECTS + 0.5) * pitch) & (turned > _TURNED)
    beside = (np.abs(off) <= 0.55 * pitch + 0.025 * np.abs(along)) & ~askew
    starts, ends = along - table[:, 2] / 2, along + table[:, 2] / 2
    chain = [first]
    while True:
        left, right = starts[chain].min() - _GAP * pitch, ends[chain].max() + _GAP * pitch
        near = np.flatnonzero(beside & free & (starts <= right) & (ends >= left))
        if not len(near):
            return chain
        free[near] = False
        chain += near.tolist()


def _in_frame_of(line: TextLine, table: Numbers) -> tuple[Numbers, Numbers]:
    """Return how far along and how far off `line` each fragment's centre is."""
    away = table[:, :2] - line.centre
    return away @ line.along, away @ line.across


def _spanned(chain: Numbers, first: TextLine) -> TextLine:
    """Return the line through all of a chain, turned by a fit if they are spread enough."""
    along, off = _in_frame_of(first, chain)
    low, high = (along - chain[:, 2] / 2).min(), (along + chain[:, 2] / 2).max()
    middle, length, height = (low + high) / 2, high - low, float(np.median(chain[:, 3]))
    slope = offset = 0.0
    if np.ptp(along) > 0.3 * length:
        slope, offset = _fitted(along, off, chain[:, 2])
    x, y = first.centre + first.along * middle + first.across * (offset + slope * middle)
    angle = first.angle + float(np.degrees(np.arctan(slope)))
    return TextLine(float(x), float(y), float(length), height, angle)


def _fitted(x: Numbers, y: Numbers, weights: Numbers) -> tuple[float, float]:
    """Return slope and offset of the weighted least-squares line."""
    mean_x, mean_y = np.average(x, weights=weights), np.average(y, weights=weights)
    spread = (weights * (x - mean_x) ** 2).sum()
    slope = float((weights * (x - mean_x) * (y - mean_y)).sum() / max(1e-6, spread))
    return slope, float(mean_y - slope * mean_x)


def grow(picture: Grey, line: TextLine, pitch: float) -> TextLine | None:
    """Return the line made longer until its ink ends; None if there is no ink in its middle."""
    reach = int(min(np.hypot(*picture.shape), 60 * pitch))
    rows = int(max(9, 1.5 * pitch))
    band = _band(picture, line, reach, rows)[int(0.2 * rows) : int(0.8 * rows) + 1]
    known = band[:, int(reach - line.length / 2) : int(reach + line.length / 2)]
    paper, ink = np.percentile(known, (85, 6)) if known.size else (0.0, 0.0)
    if paper - ink < 14:  # noqa: PLR2004 - grey levels; less is no ink
        return None
    inked = (band < paper - (paper - ink) * 0.5).mean(axis=0) > 0.12  # noqa: PLR2004 - of a column
    ends = _run_around(inked, reach, pitch)
    if ends is None:
        return None
    middle = (ends[0] + ends[1]) / 2 - reach
    x, y = line.centre + line.along * middle
    return TextLine(float(x), float(y), float(ends[1] - ends[0]), line.height, line.angle)


def _band(picture: Grey, line: TextLine, reach: int, rows: int) -> Grey:
    """Return the picture along the line and `reach` to both sides, levelled."""
    matrix = np.column_stack([line.along, line.across, (0.0, 0.0)])
    matrix[:, 2] = line.centre - matrix[:, :2] @ (reach, rows / 2)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    band = cv2.warpAffine(picture, matrix, (2 * reach, rows), flags=how, borderValue=(255,))
    return np.asarray(band, np.uint8)


def _run_around(inked: Free, middle: int, pitch: float) -> tuple[int, int] | None:
    """Return the first and last inked column of the run around `middle`, over small gaps."""
    columns = inked.astype(np.uint8)[None]
    closed = cv2.morphologyEx(
        columns, cv2.MORPH_CLOSE, np.ones((1, int(2.4 * pitch) | 1), np.uint8)
    )
    opened = cv2.morphologyEx(
        closed, cv2.MORPH_OPEN, np.ones((1, max(3, int(1.2 * pitch))), np.uint8)
    )[0]
    if not opened[middle]:
        return None
    empty = np.flatnonzero(opened == 0)
    place = int(np.searchsorted(empty, middle))
    start = int(empty[place - 1]) + 1 if place else 0
    end = int(empty[place]) if place < len(empty) else len(opened)
    run = np.flatnonzero(inked[start:end]) + start
    return (int(run[0]), int(run[-1])) if len(run) > 1 else None
