"""A station's ledger at work, to be killed: it says one byte for each entry that is acknowledged.

python -m tests.supervisor.ledger_writer FILE ENTRIES
"""

import os
import sys
from itertools import cycle, islice
from pathlib import Path

from kiosk.supervisor.ledger import Entry, LedgerFile

ORDER = (Entry.OPENED, Entry.SPOILED, Entry.OPENED, Entry.ISSUED, Entry.TAKEN)


def write(path: Path, entries: int) -> None:
    """Go on in ORDER with what the ledger holds."""
    file = LedgerFile.open(path, training=True)
    counts = file.read()
    held = sum(getattr(counts, entry.value) for entry in Entry)
    for entry in islice(cycle(ORDER), held, held + entries):
        file.count(entry)
        os.write(1, b".")
    file.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
