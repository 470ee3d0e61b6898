"""`kiosk read` as it is typed, on pictures of invented papers."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kiosk.devices.reader.stripes import Grey
from kiosk.formats import claim169, cwt
from kiosk.formats.mrz_layout import Kind
from tests.documents.barcode_scene import blank_frame, city_card_back, frame_of, licence_back
from tests.documents.camera import CONDITIONS, photograph
from tests.documents.licences import MODERN, ONE_NAME, changed, payload
from tests.documents.papers import print_paper
from tests.station.runs import KIOSK

CLAIMS = claim169.Claims(
    issuer="alderport", issued=date(2026, 11, 24), expires=date(2031, 11, 23),
    serial="7Q4K9R2M5T8W3X6Y", language="es", given_names="Marisol Inez", family_names="Alderson",
    birth_date=date(1987, 11, 23), gender=claim169.Gender.FEMALE,
)  # fmt: skip
CARD = cwt.finish(cwt.Draft(claim169.write(CLAIMS), bytes(8)), bytes(range(64)))
LICENCE_SAYS = {
    "kind": "AAMVA",
    "fields": {
        "family_names": "ALDERSON JR",
        "given_names": "MARISOL INEZ",
        "birth_date": "1987-11-23",
        "sex": "F",
        "expires": "2032-11-23",
        "issuer": "USA-IL",
        "address": ["418 ALDER STREET"],
        "city": "ALDERPORT",
        "state": "IL",
        "postcode": "60601",
    },
    "checks": {"complete": True, "name_order": True},
}
CARD_SAYS = {
    "kind": "CARD",
    "fields": {
        "family_names": "Alderson",
        "given_names": "Marisol Inez",
        "birth_date": "1987-11-23",
        "sex": "F",
        "expires": "2031-11-23",
        "issuer": "alderport",
    },
    "checks": {"signature": False},
}
ZONE = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
PASSPORT_SAYS = {
    "kind": "TD3",
    "fields": {
        "family_names": "ERIKSSON",
        "given_names": "ANNA MARIA",
        "birth_date": "1974-08-12",
        "sex": "F",
        "expires": "2012-04-15",
        "issuer": "UTO",
    },
    "checks": {
        "number": True, "birth_date": True, "expiry": True, "optional": True, "composite": True,
    },
}  # fmt: skip
NOTHING: dict[str, Any] = {"kind": None, "fields": {}, "checks": {}}


def saved(picture: Grey, path: Path) -> str:
    Image.fromarray(picture).save(path)
    return str(path)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder, rng = tmp_path_factory.mktemp("pictures"), np.random.default_rng(1)
    unordered = payload(changed(ONE_NAME, DAA="MARISOL INEZ ALDERSON"), 1)
    pages = {
        "licence": licence_back(payload(MODERN)),
        "cut": licence_back(payload(MODERN)[:200]),
        "unordered": licence_back(unordered),
        "card": city_card_back(CARD),
    }
    frames = {name: frame_of(page, 4, CONDITIONS["clean"], rng) for name, page in pages.items()}
    passport = print_paper(Kind.TD3, ZONE, np.random.default_rng(2))
    frames["passport"] = photograph(passport, 6, CONDITIONS["clean"], rng)
    frames["blank"] = blank_frame()
    return {name: saved(frame, folder / f"{name}.png") for name, frame in frames.items()}


def kiosk(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KIOSK, "read", *arguments], capture_output=True, text=True, check=False, timeout=60
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_paper_is_a_line_of_json(pictures: dict[str, str]) -> None:
    files = [pictures["licence"], pictures["card"], pictures["passport"]]
    done = kiosk("--json", *files)
    assert lines(done) == [
        {"file": files[0], **LICENCE_SAYS},
        {"file": files[1], **CARD_SAYS},
        {"file": files[2], **PASSPORT_SAYS},
    ]
    assert done.returncode == 0


def test_a_picture_that_says_nothing_is_a_line_too_and_the_exit_code_is_one(
    pictures: dict[str, str],
) -> None:
    files = [pictures["blank"], pictures["licence"]]
    done = kiosk("--json", *files)
    assert lines(done) == [{"file": files[0], **NOTHING}, {"file": files[1], **LICENCE_SAYS}]
    assert done.returncode == 1


@pytest.mark.parametrize(("picture", "check"), [("cut", "complete"), ("unordered", "name_order")])
def test_what_cannot_be_vouched_for_is_marked(
    picture: str, check: str, pictures: dict[str, str]
) -> None:
    (said,) = lines(kiosk("--json", pictures[picture]))
    assert said["checks"][check] is False
    assert f"not sure: {check}" in kiosk(pictures[picture]).stdout


def test_words_for_people_name_the_file_and_what_it_says(pictures: dict[str, str]) -> None:
    done = kiosk(pictures["licence"], pictures["blank"])
    assert f"{pictures['licence']}: AAMVA\n    family_names: ALDERSON JR\n" in done.stdout
    assert "not sure" not in done.stdout
    assert f"{pictures['blank']}: nothing that can be read." in done.stdout


def test_no_number_of_a_paper_is_printed(pictures: dict[str, str]) -> None:
    files = list(pictures.values())
    said = kiosk(*files).stdout + kiosk("--json", *files).stdout
    assert "ALDERSON" in said
    for number in ("Q0000", "ALD0001", "L898902C", "ZE184226B", CLAIMS.serial):
        assert number not in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "bad.png: no such file or directory."),
        (b"{}", "bad.png is not a picture."),
        (b"", "bad.png is not a picture."),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "bad.png is not a picture."),
        ("half", "bad.png is not a picture."),
    ],
)
def test_an_unreadable_file_is_told_in_one_sentence(
    content: bytes | str | None, sentence: str, pictures: dict[str, str], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    if content == "half":
        whole = Path(pictures["licence"]).read_bytes()
        content = whole[: len(whole) // 2]
    if isinstance(content, bytes):
        bad.write_bytes(content)
    done = kiosk("--json", pictures["licence"], str(bad))
    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_without_a_picture_it_is_misuse() -> None:
    assert kiosk("--json").returncode == 2
