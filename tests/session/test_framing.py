import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import Box, Frame
from kiosk.session.framing import Area, frame_head, main_face, middle, moved, zoomed
from tests.session.faces import FOUND, drawn, frame, placed

SIZES = st.tuples(st.integers(9, 4000), st.integers(9, 4000))
WIDE = Frame(1280, 720, b"")


@st.composite
def framed_faces(draw: st.DrawFn) -> tuple[Frame, Box]:
    width, height = draw(SIZES)
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    across = draw(st.integers(1, width - left))
    return Frame(width, height, b""), Box(left, top, across, draw(st.integers(1, height - top)))


def within(area: Area, whole: Frame) -> bool:
    across = area.left >= 0 and area.left + area.width <= whole.width
    return across and area.top >= 0 and area.top + area.height <= whole.height


@given(framed_faces())
def test_an_area_around_a_head_is_35_to_45_and_never_leaves_the_frame(
    framed: tuple[Frame, Box],
) -> None:
    whole, face = framed
    area = frame_head(face, whole)
    assert within(area, whole)
    assert area.scale >= 1
    assert area.width * 45 == area.height * 35


@given(
    framed_faces(),
    st.lists(
        st.tuples(st.sampled_from(["move", "zoom"]), st.integers(-3, 3), st.integers(-3, 3)),
        max_size=12,
    ),
)
def test_a_hand_never_moves_an_area_out_of_the_frame(
    framed: tuple[Frame, Box], moves: list[tuple[str, int, int]]
) -> None:
    whole, face = framed
    area = frame_head(face, whole)
    for what, one, other in moves:
        area = moved(area, whole, one, other) if what == "move" else zoomed(area, whole, one)
        assert within(area, whole)
        assert area.width * 45 == area.height * 35


@given(SIZES)
def test_the_middle_is_as_large_as_the_frame_allows(size: tuple[int, int]) -> None:
    whole = Frame(*size, b"")
    area = middle(whole)
    assert within(area, whole)
    assert whole.width - area.width < 7 or whole.height - area.height < 9
    assert abs(area.left - (whole.width - area.width - area.left)) <= 1
    assert abs(area.top - (whole.height - area.height - area.top)) <= 1


@pytest.mark.parametrize(
    ("size", "at", "scale"),
    [
        ((720, 960), (0, 0), 1.0),
        ((1280, 720), (460, 120), 0.6),
        ((1280, 720), (300, 60), 0.7),
        ((1920, 1080), (700, 260), 0.5),
        ((640, 480), (260, 150), 0.3),
    ],
)
def test_a_head_takes_70_to_80_percent_of_the_height_wherever_it_is(
    size: tuple[int, int], at: tuple[int, int], scale: float
) -> None:
    whole, face, real = placed(size, at, scale)
    area = frame_head(face, whole)
    assert 0.70 <= real.height / area.height <= 0.80
    assert abs(real.middle - area.left - area.width / 2) <= 0.02 * area.width
    assert area.top < real.crown
    assert real.chin < area.top + area.height


def test_a_head_that_is_larger_than_the_frame_gets_all_of_it() -> None:
    assert frame_head(Box(200, 100, 900, 600), WIDE).height >= WIDE.height - 8


def test_a_head_at_the_edge_keeps_its_size_and_leaves_the_middle() -> None:
    whole, face, real = placed((1280, 720), (-60, 100), 0.6)
    area = frame_head(face, whole)
    assert area.left == 0
    assert 0.70 <= real.height / area.height <= 0.80


@pytest.mark.parametrize(("across", "down"), [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_one_step_moves_one_way_and_back(across: int, down: int) -> None:
    start = Area(400, 200, 40)
    there = moved(start, WIDE, across, down)
    assert (there.left > start.left, there.left < start.left) == (across > 0, across < 0)
    assert (there.top > start.top, there.top < start.top) == (down > 0, down < 0)
    assert moved(there, WIDE, -across, -down) == start


def test_closer_is_smaller_about_the_same_place() -> None:
    start = Area(400, 200, 40)
    closer = zoomed(start, WIDE, 1)
    assert closer.scale < start.scale
    assert abs(closer.left + closer.width / 2 - start.left - start.width / 2) <= 1
    assert abs(closer.top + closer.height / 2 - start.top - start.height / 2) <= 1
    assert zoomed(closer, WIDE, -1).scale == start.scale


def test_every_step_changes_something_until_there_is_no_further() -> None:
    area, sizes = middle(WIDE), []
    for _ in range(60):
        sizes.append(area.scale)
        area = zoomed(area, WIDE, 1)
    smallest = sizes[-1]
    assert smallest == 10
    assert len(set(sizes)) == sizes.index(smallest) + 1
    for _ in range(60):
        area = zoomed(area, WIDE, -1)
    assert area.scale == middle(WIDE).scale


def test_a_face_on_the_wall_is_not_the_one_that_is_meant() -> None:
    whole = frame(drawn())
    poster = Box(20, 20, 120, 120)
    assert main_face((poster, FOUND), whole) == FOUND
    assert main_face((FOUND, poster), whole) == FOUND


def test_a_larger_pattern_beside_the_oval_is_not_the_one_that_is_meant() -> None:
    face, pattern = Box(520, 200, 240, 240), Box(940, 400, 300, 300)
    assert main_face((pattern, face), WIDE) == face


def test_nobody_is_meant_where_nobody_is_found() -> None:
    assert main_face((), WIDE) is None
