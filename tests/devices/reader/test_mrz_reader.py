import cv2
import numpy as np
import pytest

from kiosk.devices.reader import glyphs
from kiosk.devices.reader.mrz_reader import read_mrz
from kiosk.formats.mrz_layout import Kind
from tests.devices.reader.mrz_readings import frame, network
from tests.documents.camera import CONDITIONS

KINDS = (Kind.TD1, Kind.TD2, Kind.TD3, Kind.MRV_A, Kind.MRV_B)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_zone_is_read(kind: Kind) -> None:
    zone, picture = frame(kind, "desk")
    reading = read_mrz(picture, network())
    assert reading is not None
    assert (reading.kind, reading.lines) == (kind, zone)
    assert reading.clean
    assert reading.pitch == pytest.approx(16, rel=0.08)


@pytest.mark.parametrize("conditions", sorted(set(CONDITIONS) - {"glare"}))
def test_a_card_is_read_in_all_conditions_but_glare(conditions: str) -> None:
    zone, picture = frame(Kind.TD1, conditions, seed=2)
    reading = read_mrz(picture, network())
    assert reading is not None
    assert reading.lines == zone


@pytest.mark.parametrize("pitch", [10, 30, 40])
def test_near_and_far(pitch: float) -> None:
    zone, picture = frame(Kind.TD1, "desk", pitch, seed=3)
    reading = read_mrz(picture, network())
    assert reading is not None
    assert reading.lines == zone


def test_a_paper_upside_down_is_read() -> None:
    zone, picture = frame(Kind.TD3, "clean")
    turned = np.ascontiguousarray(picture[::-1, ::-1])
    reading = read_mrz(turned, network())
    assert reading is not None
    assert reading.lines == zone


def test_a_small_cut_out_is_read() -> None:
    zone, picture = frame(Kind.TD3, "clean", 14)
    cut_out = picture[540:800, 600:1320]
    reading = read_mrz(np.ascontiguousarray(cut_out), network())
    assert reading is not None
    assert reading.lines == zone


def test_under_glare_nothing_is_called_right_that_is_not() -> None:
    """The glare lies in the middle of the zone, where the dates are."""
    _, picture = frame(Kind.TD3, "glare")
    reading = read_mrz(picture, network())
    assert reading is None or not reading.clean


@pytest.mark.parametrize("shape", [(1080, 1920), (40, 30), (1, 1)])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_picture_has_no_zone(shape: tuple[int, int], level: int) -> None:
    assert read_mrz(np.full(shape, level, np.uint8), network()) is None


def test_noise_has_no_zone() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (1080, 1920), np.uint8)
    assert read_mrz(noise, network()) is None


def test_lines_of_other_text_are_no_zone() -> None:
    page = np.full((1080, 1920), 235, np.uint8)
    for row, y in enumerate(range(100, 1000, 40)):
        words = "THE QUICK BROWN FOX JUMPS OVER THE LAZY DOGS"[row % 7 :]
        cv2.putText(page, words, (100, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20,), 2)
    assert read_mrz(page, network()) is None


def test_no_sign_is_surer_than_the_network_or_without_an_estimate() -> None:
    _, picture = frame(Kind.TD2, "hard")
    reading = read_mrz(picture, network())
    assert reading is not None
    assert [len(line) for line in reading.sure] == [len(line) for line in reading.lines]
    assert all(0 <= sign <= 1 for line in reading.sure for sign in line)
    assert -1 < reading.score < 0


def test_the_weights_are_small_and_of_the_network_that_is_trained() -> None:
    assert glyphs.WEIGHTS.stat().st_size <= 200_000
    shapes = [layer.weights.shape for layer in network().layers]
    assert shapes == [(432, 160), (160, 80), (80, 38)]


def test_the_same_frame_gives_the_same_reading() -> None:
    _, picture = frame(Kind.TD3, "hard")
    assert read_mrz(picture, network()) == read_mrz(picture, network())
