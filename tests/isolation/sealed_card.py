"""A small session behind all walls that prints a card on a printer whose certificate is known.

Run as `python -m tests.isolation.sealed_card URI PRINTER`, the descriptor of a connected socket.
Says when it is sealed and what became of the card, a word a line.
"""

import os
import sys

from kiosk.isolation import walls
from tests.printer.counter import QUICK, SIDES

uri, descriptor = sys.argv[1], int(sys.argv[2])
missing = walls.stage_one(training=True)

from kiosk.devices import card_address, sealed_line  # noqa: E402  # as in a session
from kiosk.devices.printer import IppPrinter, Manner  # noqa: E402

sealed_line.warm()

missing += walls.stage_two(training=True, wayland=False, warm=True)
os.write(1, f"sealed without {','.join(sorted(lack.wall for lack in missing))}\n".encode())

address = card_address.parse(uri)
printer = IppPrinter(descriptor, address.uri, patience=QUICK, manner=Manner(address.pin))
end = printer.print_sides(SIDES, lambda: None, lambda _: None)
printer.close()
os.write(1, f"{end.outcome.value} {end.trouble}\n".encode())
os._exit(0)
