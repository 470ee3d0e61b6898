import pytest

from kiosk.formats import escpos
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.escpos import Offline


def test_a_small_picture_is_one_command_between_the_start_and_the_cut() -> None:
    slip = Bitmap(16, 2, b"\x01\x02\x03\x04")
    assert escpos.encode(slip).lstrip(b"\0") == (
        b"\x1b@" + b"\x1dv0\x00" + b"\x02\x00\x02\x00" + b"\x01\x02\x03\x04" + b"\x1dVB\x00"
    )


def test_a_job_first_ends_a_picture_that_was_left_half_sent() -> None:
    largest = Bitmap(576, 128, bytes(72 * 128))
    assert escpos.encode(largest).startswith(bytes(72 * 128) + b"\x1b@")


def test_a_tall_picture_goes_in_chunks_that_a_small_printer_can_keep() -> None:
    slip = Bitmap(8, 300, bytes(range(256)) + bytes(44))
    chunks = escpos.encode(slip).split(b"\x1dv0\x00")[1:]
    assert [int.from_bytes(chunk[2:4], "little") for chunk in chunks] == [128, 128, 44]


@pytest.mark.parametrize(
    ("about_cover", "about_paper", "seen"),
    [
        (0x12, 0x12, Offline(cover_open=False, out_of_paper=False)),
        (0x12, 0x1E, Offline(cover_open=False, out_of_paper=False)),  # near its end
        (0x16, 0x12, Offline(cover_open=True, out_of_paper=False)),
        (0x12, 0x72, Offline(cover_open=False, out_of_paper=True)),
        (0x32, 0x12, Offline(cover_open=False, out_of_paper=True)),
        (0x52, 0x12, Offline(cover_open=False, out_of_paper=False, fault=True)),
    ],
)
def test_an_answer_says_what_keeps_the_printer(
    about_cover: int, about_paper: int, seen: Offline
) -> None:
    assert escpos.offline(about_cover, about_paper) == seen


def test_an_answer_is_found_among_what_nobody_asked_for() -> None:
    unasked = b"\x10\x0f\x00\x00"  # automatic status back
    assert escpos.at_once(unasked + b"\x12") == 0x12
    assert escpos.at_once(unasked) is None
    assert escpos.in_turn(b"\x12\x0c") == 0x0C
    assert escpos.in_turn(b"\x12") is None
