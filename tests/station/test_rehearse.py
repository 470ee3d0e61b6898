"""Whole sessions through the real pages, in every way that they can end."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cwt
import pytest
import zxingcpp
from cwt import COSEKey
from PIL import Image

from kiosk.assets import ASSETS
from tests.printer.fixture import StartCardPrinter
from tests.printer.libcups import read_raster
from tests.station.runs import ANA, Played, rehearse, write_people, x_server

ENDINGS = ["erased", "idle", "panic", "crash", "hang", "misprint", "issued"]
LANGUAGES = ["en", "es", "ar"]
SCRIPTS = [
    ("María Guadalupe", "Nguyễn-Wójcik"),
    ("ليلى نور", "الحسن"),
    ("Олександра", "Григоренко-Щербак"),
    ("प्रिया लक्ष्मी", "श्रीवास्तव"),
    ("明", "陳"),
    ("ณัฐฐิ์", "ศิริวัฒน์"),
    ("ተክለሃይማኖት", ""),
    ("שרה", "כהן"),
    ("Ελένη", "Παπαδοπούλου"),
    ("민지", "김"),
    ("ကျော်သူ", ""),
    ("თამარ", "მაჩაბელი"),
]


@pytest.fixture(scope="module")
def every_ending(tmp_path_factory: pytest.TempPathFactory) -> Played:
    folder = tmp_path_factory.mktemp("endings")
    people = [
        {**ANA, "ending": ending, "language": LANGUAGES[place % 3]}
        for place, ending in enumerate(ENDINGS)
    ]
    return rehearse(write_people(folder / "people.json", people))


def test_every_session_ends_as_it_was_told_to(every_ending: Played) -> None:
    assert [person["ending"] for person in every_ending.people] == ENDINGS
    assert every_ending.code == 0


def test_a_card_is_printed_in_one_ending_only(every_ending: Played) -> None:
    printed = [person["ending"] for person in every_ending.people if person["printed"]]
    assert printed == ["issued"]


def test_of_a_bug_only_the_name_of_its_class_leaves(every_ending: Played) -> None:
    (crashed,) = (person for person in every_ending.people if person["ending"] == "crash")
    assert crashed["fault"] == "RuntimeError"
    assert every_ending.errors == ""


def test_the_next_page_is_painted_after_every_ending(every_ending: Played) -> None:
    assert all(person["handover_ms"] is not None for person in every_ending.people)
    assert set(every_ending.summary["pids"]) == {"supervisor", "signer", "session", "standby"}


def test_names_in_a_dozen_scripts_reach_a_real_printer_and_verify_elsewhere(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    """The pages that the printer got, read by another reader and checked by python-cwt alone."""
    people = [
        {**ANA, "given_names": given, "family_names": family, "gender": "", "address": []}
        for given, family in SCRIPTS
    ]
    printer = start_card_printer()
    played = rehearse(
        write_people(tmp_path / "people.json", people), "--printer", printer.uri, timeout=240
    )
    assert [person["ending"] for person in played.people] == ["issued"] * len(SCRIPTS)
    assert printer.cards_out == len(SCRIPTS)
    names = [_claims(document)[4] for document in printer.documents()]
    assert names == [" ".join(filter(None, name)) for name in SCRIPTS]


def test_a_card_reaches_a_printer_over_tls_and_never_another_one(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    printer = start_card_printer()
    known = printer.secure_uri
    people = write_people(tmp_path / "people.json", [ANA])
    played = rehearse(people, "--printer", known, "--printer-profile", "test")
    assert (played.people[0]["ending"], printer.cards_out) == ("issued", 1)

    printer.change_certificate()
    people = write_people(tmp_path / "people.json", [{**ANA, "ending": "misprint"}])
    played = rehearse(people, "--printer", known)
    assert (played.people[0]["printed"], printer.cards_out) == (False, 1)


def test_a_printer_that_is_not_there_is_told_and_no_count_moves(tmp_path: Path) -> None:
    people = write_people(tmp_path / "people.json", [{**ANA, "ending": "misprint"}])
    played = rehearse(people, "--printer", "ipp://localhost:9/ipp/print")
    assert played.people[0]["ending"] == "misprint"
    assert not played.people[0]["printed"]


def test_the_summary_tells_the_counts_of_all_that_was_ever_counted(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    people = write_people(tmp_path / "people.json", [ANA, {**ANA, "ending": "misprint"}])
    counts = [rehearse(people, "--ledger", str(ledger)).summary["ledger"] for _ in range(2)]
    none = {"vouched": 0, "unused": 0, "test": 0}
    assert counts == [
        {"opened": 2 * n, "issued": n, "taken": n, "spoiled": n, **none} for n in (1, 2)
    ]


def test_kept_cards_are_those_that_were_printed(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    people = ASSETS / "training" / "people.json"
    assert rehearse(people, "--keep-cards", str(cards)).code == 0
    for number in ("001", "002", "003"):
        front, back = (_open(cards / f"{number}-{side}.png") for side in ("front", "back"))
        (code,) = zxingcpp.read_barcodes(back)
        text = (cards / f"{number}-qr.txt").read_text().rstrip("\n")
        assert code.bytes.decode() == text
        assert back.size == front.size == (1011, 638)


def test_a_portrait_from_anywhere_is_on_the_card(tmp_path: Path) -> None:
    """The people file and its pictures may lie where a session may not read any more."""
    Image.new("RGB", (420, 540), (255, 0, 255)).save(tmp_path / "face.png")
    people = write_people(tmp_path / "people.json", [{**ANA, "portrait": "face.png"}])
    assert rehearse(people, "--keep-cards", str(tmp_path / "cards")).code == 0
    front = _open(tmp_path / "cards" / "001-front.png")
    colours = {front.getpixel((x, 200)) for x in range(60, 340)}
    assert (255, 0, 255) in colours


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server() as name:
        yield name


def test_a_resident_is_served_on_a_real_display(
    display: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    people = [{**ANA, "language": language} for language in LANGUAGES]
    played = rehearse(write_people(tmp_path / "people.json", people), "--platform", "xcb")
    assert [person["ending"] for person in played.people] == ["issued"] * 3, played.errors


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--people", "none.json"], "none.json: no such file or directory."),
        (["--people", "bad.json"], "The people file bad.json cannot be used. It is not JSON"),
        (["--people", "faceless.json"], "Person 1: the portrait is not there, or is no picture."),
        (["--people", "good.json", "--city", "nowhere"], "There is no city of that name."),
        (["--people", "good.json", "--printer", "http://x"], "names no printer"),
        (["--people", "good.json", "--slip-printer", "lp0"], "names no slip printer"),
        (["--people", "good.json", "--ledger", "bad.json"], "The ledger of cards is damaged"),
        (["--people", "good.json", "--ledger", "no/l"], "The ledger of cards cannot be written"),
        (["--people", "good.json", "--keep-cards", "/dev/full/x"], "not a directory"),
    ],
)
def test_what_cannot_be_played_is_told_in_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text("{")
    write_people(tmp_path / "good.json", [ANA])
    write_people(tmp_path / "faceless.json", [{**ANA, "portrait": "none.png"}])
    people = Path(arguments[1])
    played = rehearse(people, *arguments[2:])
    assert played.code == 2
    assert sentence in played.errors
    assert "Traceback" not in played.errors
    assert len(played.errors.strip().splitlines()) == 1


def _open(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


def _claims(document: bytes) -> dict[int, Any]:
    _, back = read_raster(document)
    picture = Image.frombytes("RGB", (back.width, back.height), back.pixels)
    (code,) = zxingcpp.read_barcodes(picture)
    pem = (ASSETS / "keys" / "specimen.pub.pem").read_bytes()
    key = COSEKey.from_pem(pem, alg="ES256", kid=bytes.fromhex("7a63cfe11e54158c"))
    raw = zlib.decompress(_base45(code.bytes.decode()))
    claims = cwt.CWT.new().decode(raw, keys=[key])
    assert isinstance(claims, dict)
    found: dict[int, Any] = claims[169]
    assert re.fullmatch("[0-9A-Z]{16}", found[1])
    return found


def _base45(text: str) -> bytes:
    """Decode after RFC 9285, without a line of the program's."""
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    out = bytearray()
    for start in range(0, len(text), 3):
        group = [signs.index(sign) for sign in text[start : start + 3]]
        value = sum(digit * 45**place for place, digit in enumerate(group))
        out += value.to_bytes(len(group) - 1, "big")
    return bytes(out)
