"""A code as a card's back has it, read after a printer, a wallet and a scanner."""

from functools import partial

import pytest

from kiosk.formats import qr
from tests.bench.printed_codes import holed, payload, raster, rate, scan

ROOM = 425  # dots: 36 mm at 300 dpi
PICTURES = 20


@pytest.mark.parametrize("length", [273, 480])
def test_a_printed_code_is_read_from_a_coarse_scan(length: int) -> None:
    text = payload(length)
    picture = raster(qr.plan(text, ROOM))
    assert rate(picture, text, partial(scan, dpi=200, level=0), PICTURES) >= 95


def test_a_printed_code_outlives_a_hole_of_a_twentieth() -> None:
    text = payload(273)
    assert rate(raster(qr.plan(text, ROOM)), text, holed, PICTURES) >= 95


def test_a_code_of_smaller_dots_would_not_be_read() -> None:
    """The model tells a good code from a bad one: at three dots a worn card fails."""
    text = payload(273)
    small = raster(qr.Code(qr.matrix(text), 3))
    assert rate(small, text, partial(scan, dpi=200, level=1), PICTURES) < 50
