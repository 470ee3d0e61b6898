import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kiosk.devices.reader.glyphs import CELL_HEIGHT, CELL_WIDTH, PITCH, SIGNS, Pixels, normalise
from tests.devices.reader.mrz_readings import network
from tests.documents.papers import OCRB


def cell(sign: str, ink: float = 30, paper: float = 220) -> Pixels:
    """Return one printed sign in the middle of its cell, flat."""
    font = ImageFont.truetype(OCRB, 100)
    font = ImageFont.truetype(OCRB, 100 * PITCH / font.getlength("A"))
    picture = Image.new("F", (CELL_WIDTH, CELL_HEIGHT), 0)
    middle = (CELL_WIDTH / 2 - font.getlength("A") / 2, CELL_HEIGHT / 2)
    _, top, _, bottom = font.getbbox("H")
    ImageDraw.Draw(picture).text(
        (middle[0], middle[1] - (top + bottom) / 2), sign, font=font, fill=1
    )
    mask = np.asarray(picture, np.float32)
    return (paper + (ink - paper) * mask).reshape(1, -1)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_the_font_is_known(sign: str) -> None:
    rows = network().log_probabilities(normalise(cell(sign)))
    assert rows.shape == (1, len(SIGNS) + 1)
    assert SIGNS[int(rows[0, : len(SIGNS)].argmax())] == sign
    assert np.exp(rows).sum() == pytest.approx(1, abs=1e-4)


def test_blank_paper_is_no_sign() -> None:
    blank = np.full((1, CELL_HEIGHT * CELL_WIDTH), 200, np.float32)
    assert int(network().log_probabilities(normalise(blank))[0].argmax()) == len(SIGNS)


def test_light_does_not_matter() -> None:
    bright, dim = normalise(cell("K", 30, 220)), normalise(cell("K", 15, 110))
    assert bright == pytest.approx(dim, abs=0.01)
