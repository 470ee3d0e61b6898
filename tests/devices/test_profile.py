from pathlib import Path

import pytest

from kiosk.devices import CardSize
from kiosk.devices.card_address import Way
from kiosk.devices.profile import (
    Black,
    Counts,
    Destruction,
    Known,
    Language,
    Profile,
    Transport,
    codes,
    load,
    read,
)
from kiosk.errors import PrinterProfileWrong
from kiosk.packs.files import Mistake

GOOD = """name = "A printer"
transport = "raw"
language = "evolis"
[side]
width = 1016
height = 648
dpi = 300
[memory]
keeps_jobs = "yes"
[ribbon]
panels = "K"
"""


def reasons(folder: Path, text: str) -> list[tuple[int, str]]:
    (folder / "mine.toml").write_text(text)
    found = read("mine", folder)
    assert not isinstance(found, Profile)
    return [(mistake.line, mistake.reason) for mistake in found]


@pytest.mark.parametrize("code", codes())
def test_every_profile_can_be_used_and_says_how_its_ribbon_ends(code: str) -> None:
    profile = load(code)
    assert profile.code == code
    has_ribbon = profile.ribbon.panels != ""
    assert (profile.ribbon.destruction is not Destruction.NOTHING) == has_ribbon
    # Only what is asked and answers may be believed to have counted.
    if profile.transport is not Transport.IPP:
        assert profile.counts is Counts.NONE


def test_the_profiles_that_there_are() -> None:
    assert codes() == ("cups", "evolis-black", "evolis-color", "ipp", "magicard", "test")
    black, color = load("evolis-black"), load("evolis-color")
    assert (black.language, black.size) == (Language.EVOLIS, CardSize(1016, 648, 300))
    assert (black.ribbon.colored, color.ribbon.colored) == (False, True)
    assert (color.memory.keeps_jobs, color.memory.has_erase) == (Known.YES, True)
    assert (color.ribbon.black, color.ribbon.cards, color.bleed) == (Black.BOTH, None, None)
    assert load("ipp").size is None


@pytest.mark.parametrize(
    ("code", "ways"),
    [("ipp", {Way.IPP, Way.IPPS}), ("evolis-black", {Way.RAW}), ("cups", {Way.CUPS})],
)
def test_a_profile_suits_its_own_way_only(code: str, ways: set[Way]) -> None:
    assert {way for way in Way if load(code).suits(way)} == ways


def test_what_is_not_known_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD)
    mine = load("mine", tmp_path)
    assert (mine.bleed, mine.margin, mine.ribbon.cards, mine.models) == (None, None, None, ())
    assert (mine.stock_has_notch, mine.driver) == (False, None)


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('name = "A printer"\n', "", (1, "the key 'name' is missing")),
        ('"raw"', '"usb"', (2, "transport: 'usb' is none of ipp, raw, filter, cups")),
        ("width = 1016", "width = 3", (5, "side › width: must be 300 or more")),
        ("dpi = 300", "dots = 300", (4, "side: the key 'dpi' is missing")),
        ('keeps_jobs = "yes"', "keeps_jobs = true", (9, "memory › keeps_jobs: must be a text")),
        ("[ribbon]", "[ribon]", (10, "ribon: the key 'ribon' is not known here")),
        ("[side]", "bleed = -1\n[side]", (4, "bleed: must not be negative")),
        ('"raw"', '"filter"', (1, "a 'driver' goes with the transport 'filter', and with no")),
        ("[side]", '[driver]\nprogram = "f"\n', (5, "driver › program: must be a path from")),
    ],
)
def test_a_mistake_is_named_with_its_line(
    old: str, new: str, mistake: tuple[int, str], tmp_path: Path
) -> None:
    found = reasons(tmp_path, GOOD.replace(old, new, 1))
    assert [line for line, reason in found if reason.startswith(mistake[1])] == [mistake[0]], found


def test_a_raw_printer_needs_a_size(tmp_path: Path) -> None:
    found = reasons(tmp_path, GOOD.replace("[side]", "[sides]"))
    assert (1, "the transport 'raw' needs 'side'") in found


def test_a_profile_that_is_not_there_or_wrong_is_not_used(tmp_path: Path) -> None:
    for code in ("none", "../printers/ipp", ""):
        with pytest.raises(PrinterProfileWrong):
            load(code, tmp_path)
    (tmp_path / "mine.toml").write_text("name = 3")
    with pytest.raises(PrinterProfileWrong):
        load("mine", tmp_path)
    assert read("none", tmp_path) == (Mistake("none.toml", 1, "the file is missing"),)
