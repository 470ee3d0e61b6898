"""Cards with a code on them, for the camera: a licence's back and the back of a city's card."""

import cv2
import numpy as np
import zxingcpp
from numpy.random import Generator

from kiosk.formats import qr
from tests.documents.camera import FRAME, Conditions, Grey, Page, photograph

CARD_MM = (85.6, 54.0)  # ID-1 (ISO/IEC 7810)
DOTS_PER_MM = 24
MODULE_MM = 0.25  # of either code, as printed
PAPER, INK = 235, 25
CODE_PLACE = (6.0, 8.0)  # mm from the top left


def licence_back(payload: bytes) -> Page:
    """Return the back of a licence: its PDF417 code, and lines of print."""
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.PDF417, columns=12, ec_level="5")
    return _card(np.asarray(code.to_image(scale=1, add_quiet_zones=True), np.uint8))


def city_card_back(text: str) -> Page:
    """Return the back of a city's card: its QR code, and lines of print."""
    modules = np.array(qr.matrix(text))
    quiet = np.pad(modules, qr.QUIET)
    return _card(np.where(quiet, 0, 255).astype(np.uint8))


def frame_of(page: Page, module_pixels: float, conditions: Conditions, rng: Generator) -> Grey:
    """Return a frame in which a module of the card's code is `module_pixels` wide."""
    return photograph(page, module_pixels / MODULE_MM, conditions, rng)


def blank_frame() -> Grey:
    width, height = FRAME
    return np.full((height, width), PAPER, np.uint8)


def _card(code: Grey) -> Page:
    width, height = (round(length * DOTS_PER_MM) for length in CARD_MM)
    card = np.full((height, width), PAPER, np.uint8)
    dots = round(MODULE_MM * DOTS_PER_MM)
    large = np.kron(code, np.ones((dots, dots), np.uint8))
    left, top = (round(place * DOTS_PER_MM) for place in CODE_PLACE)
    printed = np.where(large > 127, PAPER, INK)  # the middle of the greys
    card[top : top + large.shape[0], left : left + large.shape[1]] = printed
    _words(card)
    return Page(card, DOTS_PER_MM)


def _words(card: Grey) -> None:
    """Print small lines at the foot, which are striped too, and no code."""
    for line in range(3):
        place = (round(6 * DOTS_PER_MM), round((40 + 4 * line) * DOTS_PER_MM))
        text = "418 ALDER STREET ALDERPORT 60601"
        cv2.putText(card, text, place, cv2.FONT_HERSHEY_SIMPLEX, 2.0, INK, 4, cv2.LINE_AA)
