"""Nothing of anybody outlives their session, however it ends.

Each session is first searched alive: what is looked for afterwards was there.
"""

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.people import Ending
from tests.forensics import verdicts

Examination = dict[str, Any]
Examined = Callable[[str], Examination]
PLATFORMS = ["offscreen", "xcb"]
ENDINGS = list(Ending)
# A session may be dead before the next page is shown, or stopped, and wiped and killed afterwards.
MOMENTS = (("held",), ("ended", "stopped"), ("painted",))
# What every session holds as soon as its card can be checked.
ALWAYS = (
    "text as UTF-16", "text as Latin-1", "text in strides", "PIN as UTF-8", "PIN in strides",
    "portrait as RGB24", "card as RGB24",
)  # fmt: skip
# What it holds as well when it prints, and when it prints on a printer.
SIGNED, SENT = "credential as Base45", "printer's document"
ON_SCREEN = ("crash", "hang")  # the endings that leave the card on the screen

pytestmark = [
    pytest.mark.isolation,
    pytest.mark.timeout(300),
    pytest.mark.parametrize("platform", PLATFORMS),
]
each_ending = pytest.mark.parametrize("ending", ENDINGS)


@pytest.fixture
def person(examination: Examined, platform: str, ending: str) -> Examination:
    (found,) = (one for one in examination(platform)["people"] if one["ending"] == ending)
    assert isinstance(found, dict)
    return found


@each_ending
def test_the_living_session_holds_what_is_looked_for(person: Examination, platform: str) -> None:
    wanted = list(ALWAYS)
    if person["ending"] in ("issued", "misprint"):
        wanted += [SIGNED, SENT] if platform == "xcb" else [SIGNED]
    missing = [kind for kind in wanted if person["held"].get(kind, 0) < person["needles"][kind]]
    assert not missing


@each_ending
def test_the_sight_holds_the_portrait_until_the_session_has_ended(
    person: Examination, platform: str
) -> None:
    if platform != "offscreen":  # there its sessions have one, which has seen half a picture
        return
    for moments in MOMENTS[:2]:
        (sight,) = (
            one
            for one in person["others"]
            if verdicts.is_sight_of_a_session(one) and one["moment"] in moments
        )
        assert sight["found"]["portrait as grey"] >= person["needles"]["portrait as grey"]


@each_ending
def test_nothing_outlives_the_session(person: Examination) -> None:
    assert not verdicts.of_person(person)


@each_ending
def test_whoever_belongs_to_the_station_was_searched(person: Examination, platform: str) -> None:
    station = {"supervisor", "signer", "next session"}
    around = {"display server", "printer", "printer's bus", "another program on the display"}
    for moment in MOMENTS:
        searched = {one["process"]: one for one in person["others"] if one["moment"] in moment}
        assert searched.keys() >= station | (around if platform == "xcb" else set())
        assert all(searched[name]["searched"] > 1 << 19 for name in station)


@each_ending
def test_no_byte_is_written_and_no_page_swapped(person: Examination) -> None:
    own = ("supervisor", "signer", "session", "next session", "standby", "wiper", "sight")
    for one in (person["session"], *person["others"]):
        if one["process"] in own:
            assert (one["process"], one["written"], one["swapped"]) == (one["process"], 0, 0)


def test_no_changed_file_holds_anything(examination: Examined, platform: str) -> None:
    changed = examination(platform)["files"]
    assert not changed["found"]
    assert changed["looked_at"] > 10_000


def test_the_one_file_that_a_station_writes_holds_words_and_their_order(
    examination: Examined, platform: str
) -> None:
    """It lies where every changed file is searched; nothing was found in any."""
    rows = examination(platform)["ledger"]["rows"]
    assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
    assert {word for _, word in rows} == {"opened", "issued", "taken", "spoiled"}


def test_what_was_on_the_screen_is_looked_for_too(examination: Examined, platform: str) -> None:
    if platform == "offscreen":  # no other process has the screen
        assert not any("screen" in one["needles"] for one in examination(platform)["people"])
        return
    for one in examination(platform)["people"]:
        if one["ending"] in ON_SCREEN:
            assert one["held"].get("screen") == one["needles"].get("screen")
            assert one["needles"].get("screen")
            shown = [other for other in one["others"] if verdicts.on_the_screen(other)]
            assert any(other["found"].get("screen") for other in shown)
