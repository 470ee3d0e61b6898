"""Ledger: counts of blanks, and nothing else.

opened = issued + vouched + spoiled + unused + test + in the printer. A blank is opened before the
first byte of a card leaves, and settled once, by what a person saw; `count` returns when that is on
the disk, so that a station that lost its power or was killed knows what it owes when it starts
again.

A row is a word and its place in the order: no time, no number of a card, no language, nothing that
could single out a person. What cannot be read or written is refused, and never begun anew.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Self

from kiosk.errors import (
    KioskError,
    LedgerDamaged,
    LedgerInUse,
    LedgerMissing,
    LedgerOfAnotherKind,
    LedgerUnwritable,
)

PLACE = Path("/var/lib/city-id-kiosk/ledger.sqlite")
"""Where a real station keeps its ledger."""

SCHEMA = """\
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN
      ('opened', 'issued', 'vouched', 'taken', 'spoiled', 'unused', 'test'))
)"""
_VERSION = 1
# What `file` shows as the application: practice cards are never counted with real ones.
_REAL, _TRAINING = (int.from_bytes(mark, "big") for mark in (b"CidL", b"CidT"))
_IN_USE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")
_CUT_OFF = "SQLITE_IOERR_SHORT_READ"


class Entry(StrEnum):
    """What can be counted; the value names the count."""

    OPENED = "opened"
    ISSUED = "issued"  # a good card whose own code was read back
    VOUCHED = "vouched"  # a good card for which a clerk's word had to do
    TAKEN = "taken"  # a good card that is known to be in somebody's hand
    SPOILED = "spoiled"
    UNUSED = "unused"
    TEST = "test"  # a card that tried the printer out


@dataclass(frozen=True, slots=True)
class Ledger:
    """Blanks since the ledger was begun."""

    opened: int = 0
    issued: int = 0
    vouched: int = 0
    taken: int = 0
    spoiled: int = 0
    unused: int = 0
    test: int = 0

    @property
    def unsettled(self) -> int:
        """Blanks that may be in the printer."""
        return self.opened - self.good - self.spoiled - self.unused - self.test

    @property
    def good(self) -> int:
        """Cards that were issued, however they were recognised."""
        return self.issued + self.vouched

    @property
    def left(self) -> int:
        """Good cards of which nobody knows that they were taken."""
        return self.good - self.taken


def count(ledger: Ledger, entry: Entry) -> Ledger:
    """Return `ledger` with one more `entry`."""
    return replace(ledger, **{entry.value: getattr(ledger, entry.value) + 1})


class LedgerFile:
    """The ledger on the disk, or a training station's in memory; open by one station at a time.

    `count` and `open` raise LedgerInUse, LedgerUnwritable or LedgerDamaged; `open` also
    LedgerMissing and LedgerOfAnotherKind.
    """

    def __init__(self, database: sqlite3.Connection, counts: Ledger) -> None:
        self._database = database
        self._counts = counts

    @classmethod
    def in_memory(cls) -> Self:
        """Return a ledger that is gone with the station."""
        database = sqlite3.connect(":memory:", isolation_level=None)
        database.execute(SCHEMA)
        return cls(database, Ledger())

    @classmethod
    def open(cls, path: Path, *, training: bool = False) -> Self:
        """Return the ledger at `path`, examined; training begins one where there is none."""
        if not path.exists():
            if not training:
                raise LedgerMissing
            _begin_practice(path)
        try:
            database = _connect(path)
            return cls(database, _examine(database, training=training))
        except sqlite3.Error as refused:
            raise _failure(refused) from None

    def read(self) -> Ledger:
        """Return the counts."""
        return self._counts

    def count(self, entry: Entry) -> None:
        """Add one entry; when this returns it is on the disk, whatever happens then."""
        try:
            self._database.execute("INSERT INTO entry (kind) VALUES (?)", (entry.value,))
        except sqlite3.Error as refused:
            raise _failure(refused) from None
        self._counts = count(self._counts, entry)

    def close(self) -> None:
        """Let go of the file, and leave it in one piece."""
        self._database.close()


def begin(path: Path, *, training: bool = False) -> None:
    """Begin a ledger at zero where there is none: all of it at once, or, if that fails, nothing.

    Raises OSError, FileExistsError above all.
    """
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)  # of a start that was broken off
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        with closing(_connect(new)) as database:
            database.execute("BEGIN")
            database.execute(SCHEMA)
            database.execute(f"PRAGMA application_id = {_TRAINING if training else _REAL}")
            database.execute(f"PRAGMA user_version = {_VERSION}")
            database.execute("COMMIT")
    except sqlite3.Error as refused:
        raise _failure(refused) from None
    path.hardlink_to(new)  # a rename would put it over a ledger that is there
    new.unlink()
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _begin_practice(path: Path) -> None:
    try:
        begin(path, training=True)
    except OSError:
        raise LedgerUnwritable from None


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file that is there. Whoever has read it holds it, until they close it or die."""
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None
    )
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA temp_store = MEMORY")
    return database


def _examine(database: sqlite3.Connection, *, training: bool) -> Ledger:
    """Return the counts of a ledger that can be written and holds what a ledger can hold."""
    mark, version = (
        _number(database, f"PRAGMA {name}") for name in ("application_id", "user_version")
    )
    if mark not in {_REAL, _TRAINING}:
        raise LedgerDamaged
    if mark != (_TRAINING if training else _REAL) or version != _VERSION:
        raise LedgerOfAnotherKind
    database.execute("PRAGMA journal_mode = WAL")
    # What is in the journal is soon in the file itself, so that a copy of it is whole.
    database.execute("PRAGMA wal_autocheckpoint = 1")
    database.execute(f"PRAGMA user_version = {_VERSION}")  # a full disk must show now
    if database.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise LedgerDamaged
    return _counts(database)


def _counts(database: sqlite3.Connection) -> Ledger:
    kinds = dict(database.execute("SELECT kind, count(*) FROM entry GROUP BY kind"))
    known = {entry.value for entry in Entry}
    last = _number(database, "SELECT coalesce(max(number), 0) FROM entry")
    if not kinds.keys() <= known or last != sum(kinds.values()):
        raise LedgerDamaged
    ledger = Ledger(**kinds)
    if ledger.unsettled < 0 or ledger.left < 0:
        raise LedgerDamaged
    return ledger


def _number(database: sqlite3.Connection, question: str) -> int:
    return int(database.execute(question).fetchone()[0])


def _failure(refused: sqlite3.Error) -> KioskError:
    """Return what SQLite's error means to an operator."""
    name = str(getattr(refused, "sqlite_errorname", ""))
    if name.startswith(_IN_USE):
        return LedgerInUse()
    if name.startswith(_UNWRITABLE) and name != _CUT_OFF:
        return LedgerUnwritable()
    return LedgerDamaged()
