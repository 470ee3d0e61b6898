import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SightLost
from kiosk.formats import look
from kiosk.formats.look import Box, Reading, ReadingKind, Request, Wish

SIDE = st.integers(1, look.LONGEST_SIDE)
READINGS = st.lists(
    st.builds(Reading, st.sampled_from(ReadingKind), st.binary(max_size=300)),
    max_size=look.MOST_READINGS,
)


def body(answer: bytes) -> bytes:
    """Return an answer without its length, which is right."""
    assert look.decode_length(answer[: look.LENGTH.size]) == len(answer) - look.LENGTH.size
    return answer[look.LENGTH.size :]


@given(wish=st.sampled_from(Wish), width=SIDE, height=SIDE)
def test_a_request_says_what_is_wanted_of_what_size(wish: Wish, width: int, height: int) -> None:
    told = look.decode_request(look.request(wish, width, height))
    assert told == Request(wish, width, height)
    assert told.pixels == width * height


@pytest.mark.parametrize(
    "raw",
    [
        look.HEAD.pack(0, 10, 10),
        look.HEAD.pack(Wish.FACES, 0, 10),
        look.HEAD.pack(Wish.FACES, 10, 0),
        look.HEAD.pack(Wish.READ, look.LONGEST_SIDE + 1, 1),
        look.HEAD.pack(Wish.READ, 1, look.LONGEST_SIDE + 1),
    ],
)
def test_what_is_no_request_or_too_large_is_refused(raw: bytes) -> None:
    with pytest.raises(SightLost):
        look.decode_request(raw)


@given(st.lists(st.tuples(SIDE, SIDE), max_size=look.MOST_FACES))
def test_faces_come_back_as_they_were(sizes: list[tuple[int, int]]) -> None:
    longest = look.LONGEST_SIDE
    boxes = tuple(Box(longest - width, longest - height, width, height) for width, height in sizes)
    assert look.decode_faces(body(look.faces(boxes)), longest, longest) == boxes


@given(READINGS)
def test_readings_come_back_as_they_were(found: list[Reading]) -> None:
    assert look.decode_readings(body(look.readings(found))) == tuple(found)


def test_what_has_no_room_in_an_answer_is_left_out() -> None:
    large = Reading(ReadingKind.AAMVA, bytes(look.LONGEST_ANSWER - 500))
    small = Reading(ReadingKind.MRZ, b"P<UTOERIKSSON")
    answer = look.readings([large, large, small])
    assert look.decode_readings(body(answer)) == (large, small)
    many = look.faces([Box(0, 0, 1, 1)] * (look.MOST_FACES + 3))
    assert len(look.decode_faces(body(many), 1, 1)) == look.MOST_FACES


@pytest.mark.parametrize("box", [(0, 0, 0, 5), (0, 0, 5, 0), (6, 0, 5, 5), (0, 6, 5, 5)])
def test_a_face_outside_the_picture_is_no_answer(box: tuple[int, int, int, int]) -> None:
    with pytest.raises(SightLost):
        look.decode_faces(body(look.faces([Box(*box)])), 10, 10)


@pytest.mark.parametrize("length", [0, look.LONGEST_ANSWER + 1])
def test_an_answer_of_no_length_or_too_long_is_refused(length: int) -> None:
    with pytest.raises(SightLost):
        look.decode_length(look.LENGTH.pack(length))


@given(raw=st.binary(max_size=200))
def test_garbage_is_an_answer_or_a_lost_sight_and_nothing_else(raw: bytes) -> None:
    for decode in (lambda: look.decode_faces(raw, 30, 30), lambda: look.decode_readings(raw)):
        with contextlib.suppress(SightLost):
            assert len(decode()) <= look.MOST_FACES


@given(found=READINGS, cut=st.integers(1, 300))
def test_an_answer_that_is_cut_or_has_more_is_refused(found: list[Reading], cut: int) -> None:
    whole = body(look.readings(found))
    for wrong in (whole[:-cut], whole + bytes(cut)):
        with pytest.raises(SightLost):
            look.decode_readings(wrong)


@pytest.mark.parametrize(
    ("width", "height", "length", "fine"),
    [(2, 3, 6, True), (2, 3, 5, False), (0, 3, 0, False), (1921, 1, 1921, False)],
)
def test_a_picture_has_as_many_pixels_as_it_says(
    width: int,
    height: int,
    length: int,
    fine: bool,  # noqa: FBT001  # a parameter of the test's table
) -> None:
    assert look.is_picture(width, height, bytes(length)) is fine
