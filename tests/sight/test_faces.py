import numpy as np
import pytest

from kiosk.formats.look import Box
from kiosk.sight.faces import FaceFinder, Picture
from tests.sight.pictures import face


@pytest.fixture(scope="module")
def finder() -> FaceFinder:
    return FaceFinder()


def picture(pixels: bytes, width: int, height: int) -> Picture:
    return np.frombuffer(pixels, np.uint8).reshape(height, width)


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_face_is_found_where_it_is_in_a_picture_of_any_size(
    finder: FaceFinder, scale: int
) -> None:
    width, height = 360 * scale, 480 * scale
    (found,) = finder.find(picture(face(width, height), width, height))
    across = (found.left + found.width / 2) / width
    down = (found.top + found.height / 2) / height
    assert across == pytest.approx(0.5, abs=0.05)
    assert down == pytest.approx(0.48, abs=0.08)
    assert 0.4 < found.width / width < 0.7


@pytest.mark.parametrize("light", [0.25, 0.5, 0.8])
def test_a_face_is_found_in_little_light(finder: FaceFinder, light: float) -> None:
    dim = (picture(face(), 360, 480) * light).astype(np.uint8)
    assert len(finder.find(dim)) == 1


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1920, 1), (1, 1920), (59, 59), (640, 480)])
def test_where_there_is_no_face_none_is_found(finder: FaceFinder, width: int, height: int) -> None:
    assert finder.find(np.full((height, width), 90, np.uint8)) == []


def test_no_face_reaches_out_of_the_picture(
    finder: FaceFinder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FaceFinder, "_detect", lambda *_: [(470, 350, 30, 30), (480, 0, 5, 5)])
    (box,) = finder.find(np.zeros((720, 960), np.uint8))
    assert box == Box(940, 700, 20, 20)
