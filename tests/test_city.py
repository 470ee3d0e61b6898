from datetime import date
from pathlib import Path

import pytest

from kiosk.city import CITIES, cities, load
from kiosk.errors import BadPack, UnknownCity
from kiosk.session.evidence import Applicant, first_combination


def test_the_sample_city_is_complete_in_its_languages() -> None:
    city = load("alderport")
    assert city.languages == ("en", "es", "ar")
    assert set(city.name) == set(city.languages)
    assert all(set(kind.name) == set(city.languages) for kind in city.evidence.kinds.values())


def test_somebody_of_any_age_can_get_a_card() -> None:
    policy = load("alderport").evidence
    for age in (3, 13, 14, 21, 22, 65, 99):
        assert first_combination(policy, date(2026, 11, 24), Applicant(age))


@pytest.mark.parametrize("code", ["nowhere", "../cities/alderport", "", "/etc"])
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
