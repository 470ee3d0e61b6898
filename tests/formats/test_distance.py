import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.distance import distance

WORDS = st.text("ABC", max_size=7)


@pytest.mark.parametrize(
    ("one", "two", "slips"),
    [
        ("", "", 0),
        ("SMITH", "SMITH", 0),
        ("SMITH", "SMTH", 1),
        ("SMITH", "SMYTH", 1),
        ("SMITH", "SMIHT", 1),
        ("SMITH", "SSMITH", 1),
        ("SMITH", "", 5),
        ("SMITH", "SMYTHE", 2),
        ("ABCD", "BADC", 2),
        ("GARCIA", "NGUYEN", 6),
    ],
)
def test_slips_are_counted(one: str, two: str, slips: int) -> None:
    assert distance(one, two) == slips


@given(one=WORDS, two=WORDS)
def test_it_is_the_same_both_ways_and_zero_only_for_the_same(one: str, two: str) -> None:
    assert distance(one, two) == distance(two, one)
    assert (distance(one, two) == 0) == (one == two)
    assert abs(len(one) - len(two)) <= distance(one, two) <= max(len(one), len(two))
