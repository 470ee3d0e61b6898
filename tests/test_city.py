from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.city import CITIES, cities, load, load_folder, read, require_confirmed
from kiosk.errors import BadPack, PackNotConfirmed, UnknownCity
from kiosk.session.evidence import Applicant
from tests.packs.planted import copy
from tests.session.rules import first_combination


def test_the_sample_city_is_complete_in_its_languages() -> None:
    city = load("alderport")
    assert city.languages == ("en", "es", "ar")
    assert set(city.name) == set(city.languages)
    assert all(set(kind.name) == set(city.languages) for kind in city.evidence.kinds.values())


def test_somebody_of_any_age_can_get_a_card() -> None:
    policy = load("alderport").evidence
    for age in (3, 13, 14, 21, 22, 65, 99):
        assert first_combination(policy, date(2026, 11, 24), Applicant(age))


@pytest.mark.parametrize(
    "code", ["nowhere", "../cities/alderport", "", "/etc", "alder\nport", "alderport\n", "a" * 500]
)
def test_a_city_that_is_not_there_is_unknown(code: str) -> None:
    with pytest.raises(UnknownCity):
        load(code)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("city.toml", 'ar = "مدينة ألدربورت"', ""),
        ("city.toml", "years = 5", ""),
        ("city.toml", "issuer = ", "issuer "),
        ("documents.toml", "[[require]]", "[[wanted]]"),
        ("documents.toml", "residence = 1", 'residence = "one"'),
    ],
)
def test_an_incomplete_pack_is_refused(tmp_path: Path, file: str, old: str, new: str) -> None:
    folder = tmp_path / "alderport"
    folder.mkdir()
    for name in ("city.toml", "documents.toml"):
        text = (CITIES / "alderport" / name).read_text(encoding="utf-8")
        if name == file:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadPack):
        load("alderport", tmp_path)


def test_packs_are_listed() -> None:
    assert "alderport" in cities()


# -- several versions of one city ----------------------------------------------------------------


def version(root: Path, code: str, since: str, family: str = "harbor") -> Path:
    """Put a pack into `root` that is in force from a day on."""
    folder = copy(root / code)
    text = (folder / "city.toml").read_text(encoding="utf-8")
    text = text.replace("since = 2026-01-01", f'since = {since}\nfamily = "{family}"')
    (folder / "city.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2026, 1, 1), "harbor-1"),
        (date(2026, 12, 31), "harbor-1"),
        (date(2027, 1, 1), "harbor-2"),
        (date(2029, 12, 31), "harbor-2"),
        (None, "harbor-10"),
    ],
)
def test_the_version_whose_day_has_come_last_is_taken(
    tmp_path: Path, today: date | None, code: str
) -> None:
    for name, since in (("1", "2026-01-01"), ("10", "2030-01-01"), ("2", "2027-01-01")):
        version(tmp_path, f"harbor-{name}", since)
    assert load("harbor", tmp_path, today).code == code
    assert load("harbor-1", tmp_path, today).code == "harbor-1"


def test_of_two_versions_of_one_day_the_later_name_is_taken(tmp_path: Path) -> None:
    for name in ("2", "1"):
        version(tmp_path, f"harbor-{name}", "2026-01-01")
    assert load("harbor", tmp_path).code == "harbor-2"


def test_a_city_of_which_no_version_is_in_force_yet_is_unknown(tmp_path: Path) -> None:
    version(tmp_path, "harbor-1", "2026-01-01")
    with pytest.raises(UnknownCity):
        load("harbor", tmp_path, date(2025, 12, 31))


def test_another_city_of_a_longer_name_is_not_a_version(tmp_path: Path) -> None:
    version(tmp_path, "harbor-1", "2026-01-01")
    other = version(tmp_path, "harbor-town-9", "2026-06-01", family="harbor-town")
    assert load("harbor", tmp_path).code == "harbor-1"
    spoil(other)
    assert load("harbor", tmp_path).code == "harbor-1"


def test_a_bad_version_is_not_passed_over_for_an_older_one(tmp_path: Path) -> None:
    version(tmp_path, "harbor-1", "2026-01-01")
    spoil(version(tmp_path, "harbor-2", "2026-06-01"))
    with pytest.raises(BadPack):
        load("harbor", tmp_path)


def spoil(folder: Path) -> None:
    path = folder / "documents.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[more]\n", encoding="utf-8")


def test_a_pack_of_the_familys_own_name_would_hide_its_versions(tmp_path: Path) -> None:
    folder = version(tmp_path, "harbor-1", "2026-01-01")
    assert read(folder)[1] == ()
    copy(tmp_path / "harbor")
    assert [mistake.file for mistake in read(folder)[1]] == ["city.toml"]


def test_a_place_without_packs_has_no_city(tmp_path: Path) -> None:
    with pytest.raises(UnknownCity):
        load("harbor", tmp_path / "nowhere")
    with pytest.raises(BadPack):
        load_folder(tmp_path / "nowhere")


def test_a_folder_must_be_named_as_a_code(tmp_path: Path) -> None:
    with pytest.raises(BadPack):
        load_folder(copy(tmp_path / "My City"))


def test_only_a_confirmed_pack_may_issue() -> None:
    pack = load("alderport")
    require_confirmed(pack)
    with pytest.raises(PackNotConfirmed):
        require_confirmed(replace(pack, confirmed=False))
