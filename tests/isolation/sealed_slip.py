"""A small session behind all walls that draws a slip and prints it.

Run as `python -m tests.isolation.sealed_slip PRINTER`, the descriptor of a connected socket. Says
when it is sealed and what became of the printing, a word a line.
"""

import os
import sys

from kiosk.isolation import walls
from tests.formats.slips import APPEAL

printer = int(sys.argv[1])
missing = walls.stage_one(training=True)

from kiosk.assets import ASSETS  # noqa: E402  # libraries come after stage one, as in a session
from kiosk.devices import SlipTrouble  # noqa: E402
from kiosk.devices.slip_printer import EscPosPrinter  # noqa: E402
from kiosk.formats.lettering import Lettering  # noqa: E402
from kiosk.formats.slip_image import draw_slip  # noqa: E402

LETTERING = Lettering(ASSETS / "fonts")

missing += walls.stage_two(training=True, wayland=False, warm=True)
os.write(1, f"sealed without {','.join(sorted(lack.wall for lack in missing))}\n".encode())

connection = EscPosPrinter(printer)
paper = connection.paper()
assert not isinstance(paper, SlipTrouble)
trouble = connection.print_slip(draw_slip(APPEAL["ar"], paper, LETTERING))
connection.close()
os.write(1, f"{trouble or 'printed'}\n".encode())
os._exit(0)
