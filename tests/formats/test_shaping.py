"""Glyphs and their places, beside HarfBuzz's own: 100 pixels high, so that a pixel is 1 %."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from kiosk.formats.lettering import Hand
from kiosk.formats.line import Run, shaping
from tests.formats import harfbuzz
from tests.formats.names import LETTERING, NAMES

HEIGHT = 100
ROOM = 2 * HEIGHT  # pixels around a run
NASTALIQ = "غلام مصطفیٰ چوہدری"
STACKED = "Ǹ̩g̃ṹ̱yễ̱n Ạ̄̃"  # marks upon marks, above and below
CASES = [*((name, "en") for name in [*NAMES.values(), STACKED]), (NASTALIQ, "ur")]


def runs(text: str, language: str) -> Iterator[Run]:
    hand = Hand(HEIGHT, HEIGHT, 72, language=language)
    block = LETTERING.fit([text], (9999, 999), hand)
    for _, line in block.lines:
        yield from (run for run in line.runs if run.text.strip())


def ours(run: Run, language: str, size: tuple[int, int]) -> Image.Image:
    image = Image.new("L", size)
    pen = ImageDraw.Draw(image)
    pen.text((ROOM, ROOM), run.text, 255, run.font, "ls", **shaping(run, language))
    return image


def theirs(shaped: harfbuzz.Shaped, size: tuple[int, int]) -> Image.Image:
    return Image.fromarray(harfbuzz.picture(shaped, size, (ROOM, ROOM)).astype(np.uint8))


def astray(one: Image.Image, other: Image.Image) -> int:
    """Count the dots of either picture that are further than a pixel from any of the other."""
    inks = [image.point([255 * (grey > 127) for grey in range(256)]) for image in (one, other)]
    near = [ink.filter(ImageFilter.MaxFilter(3)) for ink in inks]
    far = [ImageChops.subtract(inks[0], near[1]), ImageChops.subtract(inks[1], near[0])]
    return sum(image.histogram()[255] for image in far)


def canvas(shaped: harfbuzz.Shaped) -> tuple[int, int]:
    return round(shaped.advance) + 2 * ROOM, 2 * ROOM


@pytest.mark.parametrize(("text", "language"), CASES)
def test_glyphs_stand_where_harfbuzz_puts_them(text: str, language: str) -> None:
    for run in runs(text, language):
        shaped = harfbuzz.shape(run, language)
        size = canvas(shaped)
        drawn, wanted = ours(run, language, size), theirs(shaped, size)
        length = run.font.getlength(run.text, mode="1", **shaping(run, language))
        assert length == pytest.approx(shaped.advance, abs=1 / 64)
        # Hinting moves an edge by less than a pixel; two dots are left to the two rasterisers.
        assert astray(drawn, wanted) <= 2
        difference = np.abs(np.asarray(drawn, float) - np.asarray(wanted, float)).sum() / 255
        assert difference <= 0.025 * shaped.advance * HEIGHT


@pytest.mark.parametrize(("text", "language"), CASES)
def test_no_glyph_is_the_box_of_a_missing_sign(text: str, language: str) -> None:
    for run in runs(text, language):
        assert all(glyph.number for glyph in harfbuzz.shape(run, language).glyphs)


@pytest.mark.parametrize(("text", "language"), [(NASTALIQ, "ur"), (NAMES["Thai"], "en")])
def test_a_glyph_two_pixels_off_would_be_seen(text: str, language: str) -> None:
    run = next(runs(text, language))
    shaped = harfbuzz.shape(run, language)
    size = canvas(shaped)
    drawn = ours(run, language, size)
    for place, glyph in enumerate(shaped.glyphs):
        if not harfbuzz.has_ink(shaped, glyph):
            continue
        moved = list(shaped.glyphs)
        moved[place] = replace(glyph, left=glyph.left + 2, up=glyph.up + 2)
        assert astray(drawn, theirs(replace(shaped, glyphs=tuple(moved)), size)) > 2
