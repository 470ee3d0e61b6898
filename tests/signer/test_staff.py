from pathlib import Path

import pytest

from kiosk.errors import StaffFileWrong
from kiosk.signer import staff
from tests.signer.conftest import ROOT, Files

TRAINING = ROOT / "assets" / "training" / "staff.toml"


def test_the_training_staff_is_a_clerk_and_a_second_person() -> None:
    assert list(staff.load(TRAINING).verifiers) == [12, 21]


@pytest.mark.parametrize(("number", "pin"), [(12, "246810"), (21, "135790")])
def test_the_training_staff_have_the_published_pins(number: int, pin: str) -> None:
    people = staff.load(TRAINING)
    assert staff.check(people, number, pin.encode())
    assert not staff.check(people, number, b"246811")
    assert pin in TRAINING.read_text().split("\n[")[0]


def test_a_pin_costs_64_mebibytes_and_three_passes() -> None:
    assert staff.load(TRAINING).cost == staff.Cost(memory_kib=65_536, iterations=3, lanes=1)


def test_somebody_unknown_is_checked_like_anybody(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = staff.load(files.staff)
    costs: list[staff.Cost] = []
    hash_pin = staff.hash_pin

    def counted(pin: bytes, salt: bytes, cost: staff.Cost) -> bytes:
        costs.append(cost)
        return hash_pin(pin, salt, cost)

    monkeypatch.setattr(staff, "hash_pin", counted)
    assert not staff.check(people, 12, b"0")
    assert not staff.check(people, 13, b"0")
    assert costs == [people.cost, people.cost]


def test_nobody_has_no_pin(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    people = staff.load(files.staff)
    monkeypatch.setattr(staff, "hash_pin", lambda *_: bytes(staff.LENGTH))
    assert not staff.check(people, 13, b"")


GOOD = f"""
[argon2id]
memory_kib = 64
iterations = 1
lanes = 1
[[staff]]
number = 12
salt = "{"00" * 16}"
verifier = "{"11" * 32}"
"""


def test_the_faults_start_from_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "staff.toml").write_text(GOOD)
    assert list(staff.load(tmp_path / "staff.toml").verifiers) == [12]


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("memory_kib = 64", ""),
        ("memory_kib = 64", "memory_kib = 1"),
        ("memory_kib = 64", 'memory_kib = "64"'),
        ("lanes = 1", "lanes = 1\nthreads = 1"),
        ("iterations = 1", "iterations = 0"),
        ("number = 12", ""),
        ("number = 12", "number = 0"),
        ("number = 12", "number = 65536"),
        ("number = 12", "number = true"),
        ("number = 12", 'number = "12"'),
        ("number = 12", "number = [12]"),
        ('"00', '"'),
        ('"00', '"0g'),
        ('"11', '"'),
        ("[[staff]]", "[staff]"),
        ("[[staff]]", "[[people]]"),
        ("[argon2id]", "[argon2id"),
        ("[[staff]]", GOOD[GOOD.index("[[staff]]") :] + "[[staff]]"),  # a number twice
    ],
)
def test_any_fault_in_the_file_is_found_at_the_start(
    tmp_path: Path, text: str, replaced: str
) -> None:
    assert text in GOOD
    (tmp_path / "staff.toml").write_text(GOOD.replace(text, replaced, 1))
    with pytest.raises(StaffFileWrong):
        staff.load(tmp_path / "staff.toml")


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(StaffFileWrong):
        staff.load(tmp_path / "none.toml")
    (tmp_path / "staff.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(StaffFileWrong):
        staff.load(tmp_path / "staff.toml")
