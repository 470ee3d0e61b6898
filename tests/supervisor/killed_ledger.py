"""What a ledger must hold after whoever wrote it was killed."""

import sqlite3
import sys
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from kiosk.supervisor.ledger import LedgerFile
from tests.supervisor.ledger_writer import ORDER

WRITER = (sys.executable, "-B", "-m", "tests.supervisor.ledger_writer")


def entries(path: Path) -> list[str]:
    """Return what a ledger holds, row by row, once a station has opened it again."""
    LedgerFile.open(path, training=True).close()
    with closing(sqlite3.connect(path)) as database:
        return [kind for (kind,) in database.execute("SELECT kind FROM entry ORDER BY number")]


def check(path: Path, acknowledged: int) -> int:
    """Return how many entries there are: those acknowledged, once each, and one more at most."""
    found = entries(path)
    assert found == [entry.value for entry in islice(cycle(ORDER), len(found))]
    assert acknowledged <= len(found) <= acknowledged + 1
    return len(found)
