import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk import city
from kiosk.design import CardDesign, load
from kiosk.errors import BadPack

ALDERPORT = city.CITIES / "alderport"

Change = Callable[[str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """Return a function that copies the sample pack with one text of its card.toml replaced."""

    def change(old: str, new: str) -> Path:
        shutil.copytree(ALDERPORT, tmp_path / "city")
        path = tmp_path / "city" / "card.toml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        return tmp_path / "city"

    return change


def test_every_pack_has_a_design() -> None:
    for code in city.cities():
        assert isinstance(load(city.CITIES / code), CardDesign)


def test_design_is_read_in_millimetres_and_points() -> None:
    design = load(ALDERPORT)
    assert (design.width, design.height) == (85.6, 53.98)
    assert design.photo.width / design.photo.height == pytest.approx(420 / 540)
    assert design.paper == (0xFB, 0xFA, 0xF5)
    assert [field.name for row in design.back.column.rows for field in row] == [
        "serial",
        "emergency_contact",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("size = 10.6, least = 7, lines = 3", "size = 10.6, least = 6.9, lines = 3"),
        ("size = 7.2, least = 6, lines = 6", "size = 7.2, least = 5.9, lines = 6"),
        ("label = { size = 5.2 }", "label = { size = 4.9 }"),
        ("note = { size = 8, least = 6,", "note = { size = 8, least = 4,"),
        ('size = 8, colour = "#FFFFFF"', 'size = 7.9, colour = "#FFFFFF"'),
        ("photo = [3.6, 14.4, 25.2, 32.4]", "photo = [1.9, 14.4, 25.2, 32.4]"),
        ("code = [46.6, 3.0, 36.0, 36.0]", "code = [47.7, 3.0, 36.0, 36.0]"),
        ("box = [31.8, 14.3, 50.2, 34.3]", "box = [31.8, 14.3, 50.2, 37.8]"),
        ("left = 25, width = 25 }", "left = 25, width = 25.5 }"),
    ],
)  # fmt: skip
def test_design_that_breaks_a_limit_of_card_printers_is_refused(
    old: str, new: str, changed: Change
) -> None:
    folder = changed(old, new)
    with pytest.raises(BadPack):
        load(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('rows = [["serial"], ["emergency_contact"]]', 'rows = [["shoe_size"]]'),
        ('rows = [["serial"], ["emergency_contact"]]', ""),
        ('paper = "#FBFAF5"', 'paper = "white"'),
        ('paper = "#FBFAF5"', 'paper = "#FBFA"'),
        ('seal = "seal.art"', 'seal = "nowhere.png"'),
        ('seal = "seal.art"', 'seal = "card.toml"'),
        ("code = [46.6, 3.0, 36.0, 36.0]", "code = [46.6, 3.0, 36.0]"),
        ("petals = 16", "petals = 16, leaves = 2"),
        ("width = 85.6", "width = wide"),
    ],
)
def test_incomplete_design_is_refused(old: str, new: str, changed: Change) -> None:
    folder = changed(old, new)
    with pytest.raises(BadPack):
        load(folder)


def test_pack_without_a_design_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadPack):
        load(tmp_path)
