"""Codes on drawn cards under a simulated camera, read to the byte or not at all."""

import cv2
import numpy as np
import pytest

from kiosk.devices.reader.barcodes import Barcode, Symbology, read_barcodes
from kiosk.devices.reader.stripes import Grey
from tests.documents.barcode_scene import blank_frame, city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS, Conditions
from tests.documents.licences import MODERN, payload

LICENCE = payload(MODERN)
CARD = "ALDERPORT:" + "0A1B2C3D" * 40
BACK = licence_back(LICENCE)


def test_a_licence_and_a_card_are_read_to_the_byte() -> None:
    rng = np.random.default_rng(1)
    clean = CONDITIONS["clean"]
    assert read_barcodes(frame_of(BACK, 4, clean, rng)) == (Barcode(Symbology.PDF417, LICENCE),)
    card = frame_of(city_card_back(CARD), 4, clean, rng)
    assert read_barcodes(card) == (Barcode(Symbology.QR, CARD.encode()),)


@pytest.mark.parametrize("degrees", [0, 11, 25, 44, 63, 90, 117, 155, 180, 270, 333])
def test_a_licence_is_read_however_it_lies(degrees: int) -> None:
    straight = Conditions(turn=0, tilt=0, noise=2)
    frame = frame_of(BACK, 3.5, straight, np.random.default_rng(2))
    assert read_barcodes(turned(frame, degrees)) == (Barcode(Symbology.PDF417, LICENCE),)


def test_both_codes_in_one_picture_are_read() -> None:
    rng = np.random.default_rng(3)
    clean = CONDITIONS["clean"]
    both = np.vstack([frame_of(BACK, 4, clean, rng), frame_of(city_card_back(CARD), 4, clean, rng)])
    assert {code.symbology for code in read_barcodes(both)} == {Symbology.PDF417, Symbology.QR}


def test_small_modules_of_a_card_are_read() -> None:
    frame = frame_of(city_card_back(CARD), 3, CONDITIONS["clean"], np.random.default_rng(4))
    assert read_barcodes(frame) == (Barcode(Symbology.QR, CARD.encode()),)


@pytest.mark.parametrize("kind", ["blank", "noise", "stripes"])
def test_a_picture_without_a_code_reads_as_nothing(kind: str) -> None:
    frame = blank_frame()
    if kind == "noise":
        frame = np.random.default_rng(5).integers(0, 256, frame.shape, np.uint8)
    if kind == "stripes":
        frame[:, ::8] = frame[:, 1::8] = 0
    assert read_barcodes(frame) == ()


@pytest.mark.parametrize(
    "shape", [(1, 1), (3, 2000), (2000, 3), (20, 20), (40, 40_000), (40, 15_000)]
)
def test_a_picture_of_any_size_is_taken(shape: tuple[int, int]) -> None:
    picture = np.full(shape, 128, np.uint8)
    assert read_barcodes(picture) == ()
    picture[:, ::7] = picture[:, ::11] = 0
    assert read_barcodes(picture) == ()


@pytest.mark.parametrize("condition", ["tilted", "hard", "dim"])
def test_a_card_that_lies_badly_is_read(condition: str) -> None:
    for seed in range(2):
        frame = frame_of(BACK, 4, CONDITIONS[condition], np.random.default_rng(seed))
        assert read_barcodes(frame) == (Barcode(Symbology.PDF417, LICENCE),)


def test_reading_starts_no_thread_pool() -> None:
    assert cv2.getNumThreads() == 1


def turned(frame: Grey, degrees: int) -> Grey:
    height, width = frame.shape
    side = int(np.hypot(height, width))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turn[:, 2] += [(side - width) / 2, (side - height) / 2]
    around = cv2.warpAffine(frame, turn, (side, side), borderValue=(128,))
    return np.asarray(around, np.uint8)
