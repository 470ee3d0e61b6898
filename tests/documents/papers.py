"""Papers with a machine-readable zone: patterned ground, a face, printed words, and the zone.

The zone is set in OCR-B at ten signs to the inch (ICAO 9303-3 section 4.1), with the small faults
of a printer: signs a little off their place, more ink or less.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from kiosk.assets import FONTS
from kiosk.formats.mrz_layout import Kind
from tests.documents.camera import Grey, Page
from tests.documents.zones import Zone

DOTS_PER_MM = 16
PITCH_MM = 2.54  # from sign to sign
OCRB = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
CURE = "apt-get install fonts-ocr-b"
PRINTED = "ABCDEFGHIJKLMNOPRSTUVWZ 0123456789/. "


@dataclass(frozen=True, slots=True)
class Form:
    """A paper's size, and how far above its lower edge the middle of each line is, in mm."""

    width: float
    height: float
    lines: tuple[float, ...]


FORMS: Mapping[Kind, Form] = {
    Kind.TD1: Form(85.6, 54, (18.9, 12.55, 6.2)),
    Kind.TD2: Form(105, 74, (14.6, 8.25)),
    Kind.TD3: Form(125, 88, (15.9, 9.55)),
    Kind.MRV_A: Form(120, 80, (15.9, 9.55)),
    Kind.MRV_B: Form(105, 74, (14.6, 8.25)),
}


def print_paper(kind: Kind, zone: Zone, rng: Generator) -> Page:
    """Return a paper of this kind with this zone on it."""
    form = FORMS[kind]
    ground = _patterned(form, rng)
    picture = Image.fromarray(ground)
    _words(picture, form, rng)
    paper = np.asarray(picture, np.float32)
    ink = _ink(form, zone, rng) * rng.uniform(0.75, 1)
    printed = paper * (1 - ink) + rng.uniform(10, 70) * ink
    return Page(np.clip(printed, 0, 255).astype(np.uint8), DOTS_PER_MM)


def zone_middle(kind: Kind) -> float:
    """Return how far down a paper its zone is, 0 to 1."""
    form = FORMS[kind]
    return 1 - sum(form.lines) / len(form.lines) / form.height


def _patterned(form: Form, rng: Generator) -> Grey:
    """Return a ground of fine wavy lines, fainter behind the zone on most papers."""
    width, height = round(form.width * DOTS_PER_MM), round(form.height * DOTS_PER_MM)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    ground = np.full((height, width), rng.uniform(205, 248), np.float32)
    lines = np.zeros_like(ground)
    for _ in range(int(rng.integers(2, 5))):
        bend = rng.uniform(15, 60) * np.sin(x * rng.uniform(0.002, 0.012) + rng.uniform(0, 6))
        wave = np.sin((y + bend) * rng.uniform(0.12, 0.5))
        lines += (wave > rng.uniform(0.55, 0.93)) * rng.uniform(5, 20)
    if rng.random() < 0.6:
        lines[-round((form.lines[0] + 5.2) * DOTS_PER_MM) :] *= rng.uniform(0.1, 0.5)
    return np.asarray(np.clip(ground - lines, 0, 255), np.uint8)


def _words(picture: Image.Image, form: Form, rng: Generator) -> None:
    """Print a face, and words beside it, down to where the zone begins."""
    draw = ImageDraw.Draw(picture)
    tall = min(28, form.height - form.lines[0] - 11)  # clear of the zone
    left, top, width, height = (round(mm * DOTS_PER_MM) for mm in (5, 7, 22, tall))
    draw.rectangle((left, top, left + width, top + height), fill=int(rng.integers(120, 200)))
    head = (left + width // 4, top + height // 8, left + 3 * width // 4, top + 5 * height // 8)
    draw.ellipse(head, fill=int(rng.integers(60, 180)))
    y, end = 3.0, form.height - form.lines[0] - 8
    while y < end:
        size = rng.uniform(1.4, 3.0)
        font = ImageFont.truetype(FONTS / "NotoSans-Regular.ttf", round(size * DOTS_PER_MM))
        words = "".join(rng.choice(list(PRINTED), int(rng.integers(6, 22))))
        draw.text(
            (left + width + 4 * DOTS_PER_MM, y * DOTS_PER_MM),
            words,
            font=font,
            fill=int(rng.integers(10, 90)),
        )
        y += size + rng.uniform(0.8, 2.2)


def _ink(form: Form, zone: Zone, rng: Generator) -> NDArray[np.float32]:
    """Return where the zone's ink is, 0 to 1."""
    assert OCRB.exists(), CURE
    font = ImageFont.truetype(OCRB, 100)
    font = ImageFont.truetype(OCRB, 100 * PITCH_MM * DOTS_PER_MM / font.getlength("A"))
    pitch = PITCH_MM * DOTS_PER_MM
    width, height = round(form.width * DOTS_PER_MM), round(form.height * DOTS_PER_MM)
    layer = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(layer)
    left = (width - pitch * len(zone[0])) / 2 + rng.uniform(-0.5, 0.5) * DOTS_PER_MM
    _, top, _, bottom = font.getbbox("H")
    for line, above in zip(zone, form.lines, strict=True):
        y = height - above * DOTS_PER_MM - (top + bottom) / 2
        for place, sign in enumerate(line):
            off = rng.normal(0, 0.03 * DOTS_PER_MM, 2)
            draw.text((left + place * pitch + off[0], y + off[1]), sign, font=font, fill=255)
    return _more_or_less(np.asarray(layer), rng).astype(np.float32) / np.float32(255)


def _more_or_less(mask: Grey, rng: Generator) -> Grey:
    kind = rng.random()
    if kind < 0.3:
        size = int(rng.integers(2, 4))
        return np.asarray(cv2.dilate(mask, np.ones((size, size), np.uint8)), np.uint8)
    return np.asarray(cv2.erode(mask, np.ones((2, 2), np.uint8)), np.uint8) if kind < 0.5 else mask
