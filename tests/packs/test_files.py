from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.city import load
from kiosk.errors import BadPack
from kiosk.packs.files import Mistake
from tests.packs.planted import CITY, copy, found

FILES = ["city.toml", "documents.toml", "card.toml"]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy(tmp_path / CITY)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def nothing(path: Path) -> None:
    path.unlink()


def not_utf_8(path: Path) -> None:
    raw = path.read_bytes()
    at = raw.index(b"\n", 200)
    path.write_bytes(raw[:at] + b"\xff" + raw[at:])


def deeply_nested(path: Path) -> None:
    path.write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")


def a_long_number(path: Path) -> None:
    path.write_text("a = " + "9" * 5000, encoding="utf-8")


def cut_off(path: Path) -> None:
    path.write_text('a = 1\nb = "\n', encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (nothing, "the file is missing"),
        (a_folder, "is a folder and not a file"),
        (not_utf_8, "is not UTF-8"),
        (deeply_nested, "is nested too deeply"),
        (a_long_number, "holds a number that is too long"),
        (cut_off, "is not TOML"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_mistake(
    pack: Path, file: str, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(pack / file)
    mistakes = found(pack)
    assert [mistake.file for mistake in mistakes] == [file]
    assert mistakes[0].reason.startswith(reason)


@pytest.mark.parametrize("file", FILES)
def test_an_empty_file_lacks_every_key(pack: Path, file: str) -> None:
    (pack / file).write_bytes(b"")
    mistakes = found(pack)
    assert len(mistakes) > 1 or file == "documents.toml"
    assert {(mistake.file, mistake.line) for mistake in mistakes} == {(file, 1)}


def test_a_pack_whose_rules_cannot_be_read_is_refused(pack: Path) -> None:
    a_folder(pack / "documents.toml")
    with pytest.raises(BadPack):
        load(CITY, pack.parent)


def test_a_byte_that_is_not_utf_8_is_named_with_its_line(pack: Path) -> None:
    raw = (pack / "city.toml").read_bytes()
    (pack / "city.toml").write_bytes(raw.replace(b"Low income", b"Low \xfencome"))
    line = raw[: raw.index(b"Low income")].count(b"\n") + 1
    assert found(pack) == (Mistake("city.toml", line, "is not UTF-8"),)


def test_both_files_that_cannot_be_read_are_named(pack: Path) -> None:
    nothing(pack / "city.toml")
    cut_off(pack / "documents.toml")
    assert [mistake.file for mistake in found(pack)] == ["city.toml", "documents.toml"]


def test_mistakes_of_the_city_are_named_even_without_its_documents(pack: Path) -> None:
    text = (pack / "city.toml").read_text(encoding="utf-8")
    (pack / "city.toml").write_text(text.replace("issuer", "isuer"), encoding="utf-8")
    nothing(pack / "documents.toml")
    assert {mistake.file for mistake in found(pack)} == {"city.toml", "documents.toml"}
