import json
from pathlib import Path

import pytest
from PIL import Image

from kiosk import design
from kiosk.city import cities
from kiosk.commands.worst import cases
from tests.commands.typed import Kiosk
from tests.packs.planted import ALDERPORT, Planted, copy, plant


@pytest.mark.parametrize("name", ["alderport", *design.designs()])
def test_sheet_shows_front_and_back_of_every_case(kiosk: Kiosk, tmp_path: Path, name: str) -> None:
    out = tmp_path / "sheet.png"
    said = kiosk("pack", "preview", name, "--out", str(out))
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{out}: {len(list(cases()))} cards.\n"
    with Image.open(out) as sheet:
        assert sheet.width * sheet.height > 2 * len(list(cases())) * 505 * 319


def test_sheet_is_named_after_the_pack_if_it_is_not_named(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kiosk("pack", "preview", str(ALDERPORT)).code == 0
    assert (tmp_path / "alderport-preview.png").is_file()


def test_what_does_not_fit_is_told_and_the_rest_is_drawn(kiosk: Kiosk, tmp_path: Path) -> None:
    narrow = Planted("card.toml", "lines = 3, bold = true, width = 50 }", "width = 50 }", "", "")
    plant(tmp_path / "alderport", narrow)
    out = tmp_path / "sheet.png"
    said = kiosk("pack", "preview", str(tmp_path / "alderport"), "--out", str(out))
    assert said.code == 1
    assert "The longest Latin name: name would have to be shortened.\n" in said.out
    assert out.is_file()


def test_what_is_no_pack_is_told_in_one_sentence(kiosk: Kiosk) -> None:
    for action in ("preview", "check"):
        said = kiosk("pack", action, "nowhere")
        assert (said.code, said.out) == (2, "")
        assert said.err == "nowhere is no folder. Name the folder of a pack, or a pack.\n"


@pytest.mark.parametrize("name", cities())
def test_check_takes_a_packs_name(kiosk: Kiosk, name: str) -> None:
    said = kiosk("pack", "check", name, "--json")
    assert (said.code, json.loads(said.out)) == (0, [])


UNUSABLE = [
    (
        Planted("card.toml", '["address"], ["veteran"]]', '["address"]]', "", ""),
        None,
        "veteran is asked, and has no place on the card",
    ),
    (
        Planted(
            "city.toml",
            '"gender", "address", "veteran", "emergency_contact"]',
            '"address", "veteran", "emergency_contact"]\nforbidden = ["gender"]',
            "",
            "",
        ),
        None,
        "gender is forbidden to ask or print, and has a place on the card",
    ),
    (
        Planted(
            "card.toml", 'words = "City of Alderport"', f'words = "{"Alderport " * 9}"', "", ""
        ),
        None,
        f"these words do not fit their box: {'Alderport ' * 9}",
    ),
]


@pytest.mark.parametrize(("one", "other", "reason"), UNUSABLE)
def test_what_would_be_found_out_at_the_counter_is_a_mistake(
    kiosk: Kiosk, tmp_path: Path, one: Planted, other: Planted | None, reason: str
) -> None:
    folder = copy(tmp_path / "alderport")
    for planted in filter(None, (one, other)):
        path = folder / planted.file
        text = path.read_text(encoding="utf-8")
        assert text.count(planted.old) == 1
        path.write_text(text.replace(planted.old, planted.new), encoding="utf-8")
    found = json.loads(kiosk("pack", "check", str(folder), "--json").out)
    assert [mistake["reason"] for mistake in found] == [reason]
