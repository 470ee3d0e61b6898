import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.typed import Kiosk, Said
from tests.packs.planted import ALDERPORT, copy

DAY = "2026-11-24"
BY_LISTS = """
[[require]]
code = "identity"
any = [{ lists = { good = 1 } }]
name = { en = "Who", es = "Quién", ar = "من" }
unmet = { en = "{missing} more", es = "{missing} más", ar = "{missing}" }

[kinds.card]
lists = ["good"]
name = { en = "Card", es = "Credencial", ar = "بطاقة" }
source = "invented"
certainty = "invented"
"""


def assess(kiosk: Kiosk, documents: str, *more: str, city: str = "alderport") -> Said:
    return kiosk("assess", "--city", city, "--documents", documents, "--today", DAY, *more)


def answer(kiosk: Kiosk, documents: str, *more: str, city: str = "alderport") -> Any:
    return json.loads(assess(kiosk, documents, "--json", *more, city=city).out)


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """Return a folder with two versions of one city, of which the later wants four points."""
    for version, since, least in (("1", "2026-01-01", 3), ("2", "2027-01-01", 4)):
        folder = copy(tmp_path / f"harbor-{version}")
        change(folder, "city.toml", "since = 2026-01-01", f'since = {since}\nfamily = "harbor"')
        change(folder, "documents.toml", "least = 3 }", f"least = {least} }}")
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


# -- the answer ----------------------------------------------------------------------------------


def test_the_json_of_papers_that_would_not_do_has_exactly_this_shape(kiosk: Kiosk) -> None:
    said = assess(kiosk, "foreign-passport", "--age", "30", "--json")
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out) == {
        "satisfied": False,
        "unmet": [{"code": "residence", "text": "A paper that says that you live in Alderport."}],
        "complete_with": [
            ["utility-bill"], ["lease"], ["tax-form"], ["shelter-letter"], ["care-of-letter"],
            ["safety-letter"],
        ],
        "points": {"identity": 3, "residence": 0},
    }  # fmt: skip


def test_the_json_of_papers_that_would_do_has_exactly_this_shape(kiosk: Kiosk) -> None:
    said = assess(kiosk, "foreign-passport,lease", "--age", "30", "--json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == {
        "satisfied": True,
        "unmet": [],
        "complete_with": [],
        "points": {"identity": 3, "residence": 1},
    }


def test_points_are_only_there_where_the_pack_asks_for_points(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = copy(tmp_path / "alderport")
    (folder / "documents.toml").write_text(BY_LISTS, encoding="utf-8")
    assert answer(kiosk, "", city=str(folder)) == {
        "satisfied": False,
        "unmet": [{"code": "identity", "text": "1 more"}],
        "complete_with": [["card"]],
    }


CARETAKER_LACKS = ["residence", "caretaker-identity"]


@pytest.mark.parametrize(
    ("documents", "more", "unmet"),
    [
        ("", [], ["identity", "residence", "photo", "birth-date"]),
        ("", ["--age", "30"], ["identity", "residence", "photo", "birth-date"]),
        ("", ["--age", "13"], ["identity", "residence", "birth-date"]),
        ("", ["--age", "13", "--caretaker"], ["identity", "birth-date"]),
        ("foreign-passport:expired=365,lease", [], []),
        ("foreign-passport:expired=366,lease", [], ["identity"]),
        ("foreign-passport:expired=4000,lease", [], ["identity", "photo", "birth-date"]),
        ("foreign-passport,utility-bill:age=60", [], []),
        ("foreign-passport,utility-bill:age=61", [], ["residence"]),
        ("drivers-license", [], ["residence"]),
        ("drivers-license:address", [], []),
        ("school-id,birth-certificate,lease", [], []),
        ("school-id:birth_date,school-id,lease", [], ["identity"]),
        ("foreign-passport,utility-bill:plain", [], []),
        ("foreign-passport:plain,utility-bill", [], ["identity", "photo", "birth-date"]),
        ("foreign-passport:certified,utility-bill", [], []),
        ("foreign-passport,utility-bill:spouse", [], ["residence"]),
        ("foreign-passport,utility-bill:spouse,marriage-certificate", [], []),
        (
            "foreign-passport:caretaker,utility-bill",
            [],
            ["identity", "photo", "birth-date", "caretaker-relation"],
        ),
        ("birth-certificate,school-id,guardian-paper:caretaker", ["--age", "15"], CARETAKER_LACKS),
        (
            "birth-certificate,school-id,consular-card:caretaker,guardian-paper:caretaker",
            ["--age", "15"],
            [],
        ),
        ("national-id,lease", [], ["identity"]),
        ("national-id:machine_readable,lease", [], []),
        ("national-id:machine-readable, LEASE ,", [], []),
        ("Foreign_Passport,lease", [], []),
    ],
)
def test_every_particular_of_a_paper_counts(
    kiosk: Kiosk, documents: str, more: list[str], unmet: list[str]
) -> None:
    found = answer(kiosk, documents, *more)
    assert [lack["code"] for lack in found["unmet"]] == unmet
    assert found["satisfied"] is (not unmet)


def test_the_texts_are_in_the_language_that_was_asked_for(kiosk: Kiosk) -> None:
    found = answer(kiosk, "foreign-passport", "--language", "es")
    assert found["unmet"][0]["text"] == "Un documento que diga que vive en Alderport."
    assert "أوراق" in assess(kiosk, "", "--language", "ar").out


def test_the_answer_for_a_person_names_papers_by_their_names(kiosk: Kiosk) -> None:
    said = assess(kiosk, "foreign-passport:expired=9000,lease", "--age", "30")
    assert said.code == 1
    assert "Passport: expired too long ago.\n" in said.out
    assert "Lease or rent receipt: counts.\n" in said.out
    assert "Points still missing: 3." in said.out
    assert assess(kiosk, "foreign-passport,lease").out.endswith("These papers would do.\n")


# -- which pack ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["alderport", "Alderport", "ALDERPORT", str(ALDERPORT)])
def test_a_pack_is_named_by_its_code_or_its_folder(kiosk: Kiosk, name: str) -> None:
    assert assess(kiosk, "foreign-passport,lease", city=name).code == 0


@pytest.mark.parametrize("name", ["new_york_2018", "New-York_2018"])
def test_underscores_and_capitals_are_taken_in_a_name(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    copy(tmp_path / "new-york-2018")
    monkeypatch.setattr("kiosk.commands.assess.CITIES", tmp_path)
    assert assess(kiosk, "foreign-passport,lease", city=name).code == 0


@pytest.mark.parametrize(
    ("name", "today", "code"),
    [
        ("harbor", "2026-12-31", 0),
        ("harbor", "2027-01-01", 1),
        ("harbor-1", "2027-01-01", 0),
        ("harbor-2", "2026-12-31", 1),
        ("harbor", "2025-12-31", 2),
    ],
)
def test_of_two_versions_the_one_in_force_on_the_day_is_taken(
    kiosk: Kiosk, dated: Path, name: str, today: str, code: int
) -> None:
    papers = ("--documents", "foreign-passport,lease")
    said = kiosk("assess", "--city", str(dated / name), *papers, "--today", today)
    assert said.code == code


# -- what cannot be done ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--city", "nowhere"], "There is no city of that name. Known are: "),
        (["--city", "no/such/folder"], "There is no city of that name. Known are: "),
        (["--city", "x" * 300], "There is no city of that name. Known are: "),
        (["--city", ""], "There is no city of that name. Known are: "),
        (["--city", "."], "The city's pack cannot be used. kiosk pack check FOLDER names"),
        (["--documents", "library-card"], "This pack has no paper 'library-card'. Its papers are"),
        (["--documents", ":photo"], "This pack has no paper ''. Its papers are: foreign-passport"),
        (["--documents", "lease:shiny"], "'shiny' says nothing about a paper. Known are: expired"),
        (["--documents", "lease:photo=1"], "'photo=1' says nothing about a paper."),
        (["--documents", "lease:age"], "DAYS must be a whole number from 0 to 36525"),
        (["--documents", "lease:age=-1"], "DAYS must be a whole number from 0 to 36525"),
        (["--documents", "lease:age=99999"], "DAYS must be a whole number from 0 to 36525"),
        (["--documents", "lease:age=" + "9" * 5000], "DAYS must be a whole number from 0 to 36"),
        (["--documents", "lease:age=9", "--today", "0001-01-05"], "DAYS must be a whole number"),
        (["--age", "131"], "'131' is no age. Give whole years from 0 to 130."),
        (["--age", "-1"], "'-1' is no age."),
        (["--age", "٣٠"], "'٣٠' is no age."),
        (["--age", "9" * 5000], " is no age."),
        (["--age", "ten"], "'ten' is no age."),
        (["--today", "2026-13-01"], "'2026-13-01' is no day. Give one as 2026-11-24."),
        (["--today", "tomorrow"], "'tomorrow' is no day."),
        (["--language", "fr"], "This pack has no texts in 'fr', only in en, es, ar."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    kiosk: Kiosk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    city = [] if "--city" in arguments else ["--city", "alderport"]
    said = kiosk("assess", *city, *arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1


def test_a_pack_with_a_mistake_is_refused_in_one_sentence(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = copy(tmp_path / "alderport")
    change(folder, "documents.toml", "[usual]", "[usuel]")
    said = assess(kiosk, "", city=str(folder))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("The city's pack cannot be used.")
