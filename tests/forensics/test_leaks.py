"""The search finds every mistake that is planted, each at its place, and the walls stop most."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.forensics import needles, verdicts
from tests.forensics.examine import PLANTED
from tests.forensics.verdicts import HOLDING, LEAKS, SCREEN

Examination = dict[str, Any]
Examined = Callable[[str], Examination]

pytestmark = [pytest.mark.isolation, pytest.mark.timeout(300)]


@pytest.fixture
def planted(examination: Examined) -> Examination:
    return examination("planted")


def test_every_needle_is_found_in_a_living_session_that_holds_every_form(
    planted: Examination,
) -> None:
    assert not verdicts.blind(planted)
    assert planted["people"][HOLDING]["needles"].keys() - {SCREEN} == needles.KINDS


def test_all_these_forms_die_with_their_session(planted: Examination) -> None:
    assert not verdicts.of_person(planted["people"][HOLDING])


def test_every_leak_is_planted() -> None:
    names = {name for _, told in PLANTED for name in told.split(",")}
    assert names - {"walls", "forms"} == LEAKS.keys()


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_found_where_it_goes(planted: Examination, leak: str) -> None:
    assert verdicts.place_of(leak, planted)


def test_the_same_leaks_come_to_nothing_behind_the_walls(planted: Examination) -> None:
    assert not verdicts.through_walls(planted)
