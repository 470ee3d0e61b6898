"""The ledger keeps what it has acknowledged, and what it cannot keep or trust it refuses."""

import os
import re
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import (
    LedgerDamaged,
    LedgerInUse,
    LedgerMissing,
    LedgerOfAnotherKind,
    LedgerUnwritable,
)
from kiosk.supervisor.ledger import SCHEMA, Entry, Ledger, LedgerFile, begin, count

CARD = (Entry.OPENED, Entry.ISSUED, Entry.TAKEN)
NOBODY = 65_534


@given(st.lists(st.sampled_from(Entry)))
def test_every_count_is_the_number_of_its_entries(entries: list[Entry]) -> None:
    ledger = Ledger()
    for entry in entries:
        ledger = count(ledger, entry)
    assert ledger == Ledger(*(entries.count(entry) for entry in Entry))
    assert ledger.good == ledger.issued + ledger.vouched
    settled = ledger.good + ledger.spoiled + ledger.unused + ledger.test
    assert ledger.unsettled == ledger.opened - settled
    assert ledger.left == ledger.good - ledger.taken


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@contextmanager
def opened(path: Path, *entries: Entry) -> Iterator[LedgerFile]:
    with closing(LedgerFile.open(path, training=True)) as file:
        for entry in entries:
            file.count(entry)
        yield file


def keep(path: Path, *entries: Entry) -> None:
    with opened(path, *entries):
        pass


def test_a_ledger_that_is_opened_again_has_kept_its_counts(path: Path) -> None:
    keep(path, *CARD, Entry.OPENED)
    with opened(path, Entry.SPOILED, Entry.OPENED, Entry.UNUSED) as file:
        after = Ledger(opened=3, issued=1, taken=1, spoiled=1, unused=1)
        assert file.read() == after
    with opened(path) as file:
        assert file.read() == after


def test_a_ledger_in_memory_counts_too() -> None:
    file = LedgerFile.in_memory()
    for entry in CARD:
        file.count(entry)
    assert file.read() == Ledger(opened=1, issued=1, taken=1)


def test_an_entry_that_was_counted_is_there_without_a_goodbye(path: Path) -> None:
    code = (
        "import os, sys, pathlib; from kiosk.supervisor.ledger import Entry, LedgerFile;"
        "LedgerFile.open(pathlib.Path(sys.argv[1]), training=True).count(Entry.OPENED); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    with opened(path) as file:
        assert file.read() == Ledger(opened=1)


def test_a_row_is_a_word_and_its_place_and_nothing_else(path: Path) -> None:
    keep(path, *CARD)
    with closing(sqlite3.connect(path)) as database:
        assert list(database.execute("SELECT * FROM entry")) == [
            (1, "opened"),
            (2, "issued"),
            (3, "taken"),
        ]
        assert list(database.execute("SELECT sql FROM sqlite_schema")) == [(SCHEMA,)]
        with pytest.raises(sqlite3.IntegrityError):
            database.execute("INSERT INTO entry (kind) VALUES ('7QX4K2M9PT3DV6HZ')")


def test_the_schema_knows_every_kind_of_entry() -> None:
    assert set(re.findall(r"'(\w+)'", SCHEMA)) == {entry.value for entry in Entry}


def test_its_files_are_its_owners_alone_and_only_one_is_left(path: Path) -> None:
    mask = os.umask(0)
    try:
        with opened(path, *CARD):
            files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
            assert files == {"ledger.sqlite": 0o600, "ledger.sqlite-wal": 0o600}
        assert [file.name for file in path.parent.iterdir()] == ["ledger.sqlite"]
    finally:
        os.umask(mask)


def test_a_copy_of_the_file_alone_is_whole_while_the_station_runs(path: Path) -> None:
    copy = path.with_name("copy.sqlite")
    with opened(path, *CARD, Entry.OPENED):
        copy.write_bytes(path.read_bytes())
    with opened(copy) as file:
        assert file.read() == Ledger(opened=2, issued=1, taken=1)


def test_two_stations_cannot_count_in_one_ledger(path: Path) -> None:
    with opened(path, Entry.OPENED) as first:
        with pytest.raises(LedgerInUse):
            LedgerFile.open(path, training=True)
        first.count(Entry.UNUSED)
    with opened(path) as file:
        assert file.read() == Ledger(opened=1, unused=1)


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_ledger_that_somebody_else_has_locked_is_refused(path: Path, lock: str) -> None:
    keep(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(lock)
        with pytest.raises(LedgerInUse):
            LedgerFile.open(path, training=True)


def test_a_real_stations_ledger_is_never_begun_by_opening_it(path: Path) -> None:
    with pytest.raises(LedgerMissing):
        LedgerFile.open(path)
    assert not path.exists()
    begin(path)
    LedgerFile.open(path).close()


def test_a_ledger_that_is_there_is_never_begun_anew(path: Path) -> None:
    keep(path, *CARD)
    with pytest.raises(FileExistsError):
        begin(path, training=True)
    with opened(path) as file:
        assert file.read().issued == 1


def test_practice_is_never_counted_with_real_cards(path: Path) -> None:
    begin(path)
    with pytest.raises(LedgerOfAnotherKind):
        LedgerFile.open(path, training=True)
    keep(path.with_name("training.sqlite"))
    with pytest.raises(LedgerOfAnotherKind):
        LedgerFile.open(path.with_name("training.sqlite"))


def test_a_newer_programs_ledger_is_left_alone(path: Path) -> None:
    change(path, "PRAGMA user_version = 2")
    with pytest.raises(LedgerOfAnotherKind):
        LedgerFile.open(path, training=True)


def change(path: Path, *statements: str) -> None:
    """Write into a ledger what no station writes."""
    if not path.exists():
        keep(path, *CARD)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in ("PRAGMA ignore_check_constraints = ON", *statements):
            database.execute(statement)


def overwrite(path: Path, at: int, content: bytes) -> None:
    keep(path, *CARD * 400)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def cut_off(path: Path, at: int) -> None:
    keep(path, *CARD * 400)
    os.truncate(path, at)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.touch(),
    "text": lambda path: path.write_bytes(b"these are no counts\n" * 1000),
    "header": lambda path: overwrite(path, 0, b"\0" * 100),
    "page": lambda path: overwrite(path, 4096, b"\xff" * 2048),
    "cut": lambda path: cut_off(path, 8192),
    "another database": lambda path: sqlite3.connect(path).execute("CREATE TABLE t (x)"),
    "no table": lambda path: change(path, "DROP TABLE entry"),
    "unknown kind": lambda path: change(path, "INSERT INTO entry (kind) VALUES ('lost')"),
    "a row taken out": lambda path: change(path, "DELETE FROM entry WHERE number = 1"),
    "a number too high": lambda path: change(path, "INSERT INTO entry VALUES (9, 'opened')"),
    "issued unopened": lambda path: change(path, "INSERT INTO entry (kind) VALUES ('issued')"),
    "taken unissued": lambda path: change(path, "INSERT INTO entry (kind) VALUES ('taken')"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_ledger_is_refused_and_left_as_it_is(path: Path, damage: str) -> None:
    DAMAGES[damage](path)
    before = path.read_bytes()
    with pytest.raises(LedgerDamaged):
        LedgerFile.open(path, training=True)
    assert path.stat().st_size == len(before)


def test_a_folder_is_no_ledger(path: Path) -> None:
    path.mkdir()
    with pytest.raises(LedgerUnwritable):
        LedgerFile.open(path, training=True)


def test_where_there_is_no_folder_no_ledger_is_begun(path: Path) -> None:
    with pytest.raises(LedgerUnwritable):
        LedgerFile.open(path / "in" / path.name, training=True)


def test_a_ledger_that_may_only_be_read_is_refused() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = Path(folder, "ledger.sqlite")
        keep(path, *CARD)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        with as_an_ordinary_user(), pytest.raises(LedgerUnwritable):
            LedgerFile.open(path, training=True)
        path.parent.chmod(0o755)


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Be somebody whom permissions bind, as root is not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


_COUNT_UNTIL_FULL = """
import resource, sys, pathlib
from kiosk.errors import KioskError
from kiosk.supervisor.ledger import Entry, LedgerFile
file = LedgerFile.open(pathlib.Path(sys.argv[1]), training=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
number = 0
try:
    while number < 10_000:
        file.count(Entry.OPENED)
        number += 1
except KioskError as refused:
    print(number, refused.code)
"""


def test_an_entry_that_a_full_disk_does_not_take_is_not_acknowledged(path: Path) -> None:
    command = [sys.executable, "-c", _COUNT_UNTIL_FULL, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert told[1:] == [LedgerUnwritable.code]
    assert int(told[0]) > 0
    with opened(path) as file:
        assert file.read() == Ledger(opened=int(told[0]))
