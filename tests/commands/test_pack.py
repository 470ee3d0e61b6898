import json
from pathlib import Path

import pytest

from tests.commands.typed import Kiosk
from tests.packs.planted import ALDERPORT, Planted, copy, plant

RESIDENCE = "points = { residence = 1 }"
# Each is without a mistake of its own, and asks for what nobody could bring.
IMPOSSIBLE = [
    (
        Planted("documents.toml", 'side = "residence", least = 1', 'side = "residence", least = 7',
                '[[require]]\ncode = "residence"', ""),
        "nobody aged 22 can ever meet this",
    ),
    (
        Planted("documents.toml", "any = [{ lists = { relation = 1 } }]",
                "any = [{ lists = { relation = 1 }, ages = [5, 130] }]", "[[caretaker]]", ""),
        "nobody aged 0 can ever meet this",
    ),
    (
        Planted("documents.toml", "waived = [{ ages = [0, 13] }", "waived = [{ ages = [0, 3] }",
                "", ""),
        "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("planted", "reason"), IMPOSSIBLE)
def test_what_nobody_of_some_age_could_meet_is_a_mistake(
    kiosk: Kiosk, tmp_path: Path, planted: Planted, reason: str
) -> None:
    line = plant(tmp_path / "alderport", planted)
    said = kiosk("pack", "check", str(tmp_path / "alderport"), "--json")
    assert said.code == (1 if reason else 0)
    wanted = [{"file": "documents.toml", "line": line, "reason": reason}] if reason else []
    assert json.loads(said.out) == wanted


def test_a_mistake_is_printed_with_file_line_and_reason(kiosk: Kiosk, tmp_path: Path) -> None:
    planted = Planted("card.toml", "knots = 1.5", "knots = true", "  { middle = 23", "")
    line = plant(tmp_path / "alderport", planted)
    said = kiosk("pack", "check", str(tmp_path / "alderport"))
    assert (said.code, said.err) == (1, "")
    assert said.out == (
        f"card.toml:{line}: guilloche › braids › 0 › knots: must be a number.\n"
        "1 mistake(s) were found.\n"
    )


def test_a_pack_without_a_mistake_says_whether_it_may_be_used(kiosk: Kiosk, tmp_path: Path) -> None:
    assert kiosk("pack", "check", str(ALDERPORT)).out == "No mistake was found.\n"
    planted = Planted(
        "city.toml", "confirmed = true", 'unfinished = { en = "Ask.", es = "b", ar = "c" }', "", ""
    )
    plant(tmp_path / "alderport", planted)
    said = kiosk("pack", "check", str(tmp_path / "alderport"))
    assert said.code == 0
    assert "not confirmed by the city, so no production day opens on it.\nAsk.\n" in said.out
    assert json.loads(kiosk("pack", "check", str(ALDERPORT), "--json").out) == []


def test_a_folder_that_is_no_pack_lacks_its_files(kiosk: Kiosk, tmp_path: Path) -> None:
    said = kiosk("pack", "check", str(tmp_path), "--json")
    assert said.code == 1
    assert json.loads(said.out) == [
        {"file": file, "line": 1, "reason": "the file is missing"}
        for file in ("city.toml", "documents.toml", "card.toml")
    ]


def test_what_is_no_folder_is_told_in_one_sentence(kiosk: Kiosk, tmp_path: Path) -> None:
    said = kiosk("pack", "check", str(tmp_path / "nowhere"))
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("nowhere is no folder. Name the folder of a pack, or a pack.\n")


def test_packs_are_listed_and_a_bad_one_does_not_hide_the_others(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy(tmp_path / "alderport")
    monkeypatch.setattr("kiosk.city.CITIES", tmp_path)
    good = {
        "code": "alderport", "version": "1", "since": "2026-01-01", "confirmed": True,
        "papers": 18,
    }  # fmt: skip
    said = kiosk("pack", "list", "--json")
    assert (said.code, json.loads(said.out)) == (0, [good])
    plant(tmp_path / "harbor", Planted("city.toml", "issuer", "isuer", "isuer", ""))
    said = kiosk("pack", "list", "--json")
    assert (said.code, json.loads(said.out)) == (1, [good, {"code": "harbor", "mistakes": 2}])
    lines = kiosk("pack", "list").out.splitlines()
    assert lines == [
        "alderport: version 1 of 2026-01-01, 18 papers, confirmed",
        "harbor: 2 mistake(s), which kiosk pack check FOLDER names",
    ]


def test_the_papers_of_a_pack_are_printed_by_code_and_name(kiosk: Kiosk) -> None:
    said = kiosk("pack", "papers", "alderport", "--language", "es", "--json")
    assert said.code == 0
    rows = json.loads(said.out)
    assert rows[0] == {"code": "foreign-passport", "name": "Pasaporte"}
    assert len(rows) == 18
    assert (
        "lease                     Lease or rent receipt\n"
        in kiosk("pack", "papers", str(ALDERPORT)).out
    )
