from pathlib import Path

import pytest

from kiosk.city import CITIES, cities, load
from kiosk.errors import BadPack, UnknownCity


def test_the_sample_city_is_complete_in_its_languages() -> None:
    city = load("alderport")
    assert city.languages == ("en", "es", "ar")
    assert set(city.name) == set(city.languages)
    assert all(set(kind.name) == set(city.languages) for kind in city.evidence.kinds.values())


def test_every_requirement_can_be_met() -> None:
    policy = load("alderport").evidence
    for requirement, wanted in policy.required.items():
        assert sum(kind.points.get(requirement, 0) for kind in policy.kinds.values()) >= wanted


@pytest.mark.parametrize("code", ["nowhere", "../cities/alderport", "", "/etc"])
def test_a_city_that_is_not_there_is_unknown(code: str) -> None:
    with pytest.raises(UnknownCity):
        load(code)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("city.toml", 'ar = "مدينة ألدربورت"', ""),
        ("city.toml", "validity_years = 5", ""),
        ("city.toml", "issuer = ", "issuer "),
        ("documents.toml", "[required]", "[wanted]"),
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
