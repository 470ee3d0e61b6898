"""A small session behind all walls that prints a card, in whatever way its URI says.

Run as `python -m tests.isolation.sealed_card URI PRINTER`, the descriptor of a connected socket or
of a raw device. Says when it is sealed and what became of the card, a word a line.
"""

import os
import sys
from typing import Any, cast

from kiosk.isolation import trees, walls
from kiosk.isolation.channel import Say
from tests.printer.counter import SIDES
from tests.printer.raw_sides import RAW_SIDES, TALLER_SIDES

uri, descriptor = sys.argv[1], int(sys.argv[2])
missing = walls.stage_one(training=True)

from ui import printer_opener  # noqa: E402  # libraries come after stage one, as in a session
from ui.outside import Outside  # noqa: E402


class Supervisor:
    """Hands over the one line that there is."""

    def ask_and_wait(self, what: Say) -> int:
        assert what is Say.PRINTER
        return descriptor


for module in printer_opener.modules(uri):
    __import__(module)
printer_opener.warm(uri)
open_printer = printer_opener.opener(uri, cast("Outside", Supervisor()))

trees.stop_reading_sources()
missing += walls.stage_two(training=True, wayland=False, warm=True)
os.write(1, f"sealed without {','.join(sorted(lack.wall for lack in missing))}\n".encode())

printer = open_printer()
assert printer is not None
sides_of = {"raw": RAW_SIDES, "filter": TALLER_SIDES}
sides: Any = sides_of.get(uri.partition(":")[0], SIDES)
end = printer.print_sides(sides, lambda: None, lambda _: None)
printer.close()
os.write(1, f"{end.outcome.value} {end.trouble}\n".encode())
os._exit(0)
