import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.devices import Frame
from kiosk.errors import Unprintable
from kiosk.formats import qr

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"  # of the alphanumeric mode
MM36 = 425  # dots at 300 dpi


def text(length: int) -> str:
    return "".join(SIGNS[place * 7 % len(SIGNS)] for place in range(length))


def frame(code: qr.Code, around: int = 0) -> Frame:
    side = code.side + 2 * around
    image = Image.new("RGB", (side, side), "white")
    image.paste(qr.picture(code), (around, around))
    return Frame(side, side, image.tobytes())


@settings(max_examples=15, deadline=None)
@given(payload=st.text(SIGNS, min_size=1, max_size=400))
def test_what_is_drawn_is_read_back(payload: str) -> None:
    assert qr.read(frame(qr.plan(payload, MM36))) == payload


def test_picture_without_a_code_reads_as_none() -> None:
    assert qr.read(Frame(90, 90, b"\xff" * 90 * 90 * 3)) is None


@pytest.mark.parametrize(
    ("length", "room", "modules", "dots"),
    [
        (300, 385, 69, 5),  # 13-Q
        (300, 384, 57, 5),  # 13-Q lacks a dot: 10-M
        (312, 345, 61, 5),  # 11-M
        (312, 344, 61, 4),  # 11-M lacks a dot at five: four
        (312, 276, 61, 4),
        (120, 425, 45, 8),  # a short text in much room gets larger modules
    ],
)
def test_large_modules_come_before_error_correction(
    length: int, room: int, modules: int, dots: int
) -> None:
    code = qr.plan(text(length), room)
    assert (len(code.modules), code.dots) == (modules, dots)
    assert code.side <= room


def test_modules_are_as_large_at_600_dpi() -> None:
    assert qr.plan(text(300), 770, 600).dots == 10


@pytest.mark.parametrize(
    ("payload", "room"),
    [(text(312), 275), ("lower case", 425), ("name ñ", 425), (text(5000), 9999)],
)
def test_code_that_would_not_be_read_is_refused(payload: str, room: int) -> None:
    with pytest.raises(Unprintable):
        qr.plan(payload, room)


def test_module_is_whole_dots_of_one_colour_and_the_quiet_zone_is_white() -> None:
    code = qr.plan(text(300), MM36)
    picture = qr.picture(code)
    assert picture.mode == "1"
    for row in range(-qr.QUIET, len(code.modules) + qr.QUIET):
        for column in range(-qr.QUIET, len(code.modules) + qr.QUIET):
            left, top = ((place + qr.QUIET) * code.dots for place in (column, row))
            cell = picture.crop((left, top, left + code.dots, top + code.dots))
            inside = 0 <= min(row, column) <= max(row, column) < len(code.modules)
            dark = inside and code.modules[row][column]
            assert cell.getextrema() == ((0, 0) if dark else (255, 255))


def test_one_alphanumeric_segment_is_made() -> None:
    # 312 signs are 11-M in alphanumeric mode, and 14-M as bytes.
    assert len(qr.matrix(text(312))) == 61


def test_same_text_gives_the_same_code() -> None:
    assert qr.plan(text(300), MM36) == qr.plan(text(300), MM36)
