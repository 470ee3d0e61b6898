"""The commands as they are typed, once right and once wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.assets import ASSETS
from tests.station.runs import KIOSK

PEOPLE = str(ASSETS / "training" / "people.json")


def kiosk(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KIOSK, *arguments], input=given, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cards")
    assert kiosk("specimen", "--people", PEOPLE, "--out", str(folder)).returncode == 0
    return folder


def test_specimens_are_two_sides_and_a_code_a_person_and_a_trust_file(cards: Path) -> None:
    numbered = [
        f"{n:03d}-{name}" for n in (1, 2, 3) for name in ("back.png", "front.png", "qr.txt")
    ]
    assert sorted(path.name for path in cards.iterdir()) == [*sorted(numbered), "trust.json"]


@pytest.mark.parametrize("file", ["001-back.png", "002-back.png", "003-qr.txt"])
def test_a_specimen_verifies_as_a_specimen(cards: Path, file: str) -> None:
    done = kiosk("verify", str(cards / file), "--trust", str(cards / "trust.json"), "--json")
    assert done.returncode == 0
    said = json.loads(done.stdout)
    assert said["verdict"] == "specimen"
    assert len(said["claims"]["serial"]) == 16


def test_a_code_is_taken_as_text_and_from_standard_input(cards: Path) -> None:
    text = (cards / "001-qr.txt").read_text()
    trust = str(cards / "trust.json")
    assert kiosk("verify", "-", "--trust", trust, given=text).returncode == 0
    assert kiosk("verify", text.rstrip("\n"), "--trust", trust).returncode == 0


def test_a_specimen_is_never_fine_to_a_citys_trust_file(cards: Path, tmp_path: Path) -> None:
    trust = json.loads((cards / "trust.json").read_text())
    (tmp_path / "trust.json").write_text(json.dumps({**trust, "training": False}))
    back = str(cards / "001-back.png")
    done = kiosk("verify", back, "--trust", str(tmp_path / "trust.json"), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["verdict"] == "specimen"


def test_a_changed_code_is_not_valid(cards: Path) -> None:
    text = (cards / "001-qr.txt").read_text().rstrip("\n")
    trust = str(cards / "trust.json")
    done = kiosk("verify", text[:-6] + text[-3:] + text[-6:-3], "--trust", trust)
    assert done.returncode in (1, 2)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["verify", "none.png", "--trust", "trust.json"], "There is no file at none.png."),
        (["verify", "x", "--trust", "none.json"], "none.json: no such file or directory."),
        (["verify", "x", "--trust", "bad.json"], "The trust file cannot be used."),
        (["verify", "bad.png", "--trust", "trust.json"], "bad.png is not a picture."),
        (["verify", "front.png", "--trust", "trust.json"], "No code can be read in front.png."),
        (["run", "--station", "none.toml"], "There is no station file at none.toml."),
        (["run", "--station", "bad.json"], "is not signed by the city."),
        (["specimen", "--people", "none.json", "--out", "o"], "none.json: no such file"),
        (["specimen", "--people", "bad.json", "--out", "o"], "It must be a JSON list"),
        (["specimen", "--people", "people.json", "--out", "bad.json"], "bad.json: file exists."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    arguments: list[str],
    sentence: str,
    cards: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for bad in ("bad.json", "bad.png"):
        Path(bad).write_text("{}")
    shutil.copy(cards / "trust.json", "trust.json")
    shutil.copy(cards / "001-front.png", "front.png")
    shutil.copy(PEOPLE, "people.json")
    done = kiosk(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (None, "The signing key file cannot be read."),
        (b"garbage", "The signing key file holds no P-256 private key"),
    ],
)
def test_a_wrong_key_file_is_told_before_anybody_is_served(
    key: bytes | None, sentence: str, tmp_path: Path
) -> None:
    """In a copy of the program whose key file is not what it should be."""
    root = ASSETS.parent
    for part in ("kiosk", "ui", "assets"):
        shutil.copytree(root / part, tmp_path / part)
    file = tmp_path / "assets" / "keys" / "specimen.pem"
    file.unlink()
    if key is not None:
        file.write_bytes(key)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "kiosk",
            "specimen",
            "--people",
            PEOPLE,
            "--out",
            str(tmp_path / "o"),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(sentence)


def test_whoever_reads_only_the_first_line_is_no_fault(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        [*KIOSK, "pack", "papers", "new-york"], stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path
    ) as command:
        os.close(writing)
        os.close(reading)
        assert command.communicate()[1] == b""
        assert command.returncode == 1
