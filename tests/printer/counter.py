"""Someone at a counter who prints on a card printer and remembers what they were told."""

import random
import time
from collections.abc import Callable
from contextlib import closing

from kiosk.devices import Frame, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.printer import IppPrinter
from kiosk.devices.vigil import Patience
from kiosk.formats.bitmap import Bitmap
from tests.printer.fixture import CardPrinterProcess

QUICK = Patience(poll=0.002)
LENGTH = 1011 * 638 * 3
_NOISE = random.Random(1)
_BLANK = Bitmap(1011, 638, bytes(127 * 638))
SIDES = tuple(Side(Frame(1011, 638, _NOISE.randbytes(LENGTH)), _BLANK) for _ in range(2))
CLAIMED = JobEnd(Outcome.CLAIMED)


class Watcher:
    """What a session hears while it prints."""

    def __init__(self) -> None:
        self.first_bytes = 0
        self.sides: list[int | None] = []
        self.troubles: list[Trouble | None] = []
        self._trouble: Trouble | None = None
        self.at_trouble: Callable[[Trouble | None], None] = lambda _: None

    def first_byte(self) -> None:
        self.first_bytes += 1

    def tell(self, news: News) -> None:
        self.sides.append(news.sides)
        if news.trouble is not self._trouble:
            self._trouble = news.trouble
            self.troubles.append(news.trouble)
            self.at_trouble(news.trouble)

    def print_on(self, printer: IppPrinter) -> JobEnd:
        with closing(printer):
            return printer.print_sides(SIDES, self.first_byte, self.tell)


def connected(process: CardPrinterProcess, patience: Patience = QUICK) -> IppPrinter:
    """Return a printer that can be reached again and again."""
    return IppPrinter(process.connect(), process.uri, process.connect, patience)


def once(process: CardPrinterProcess, patience: Patience = QUICK) -> IppPrinter:
    """Return a printer with one connection only."""
    return IppPrinter(process.connect(), process.uri, patience=patience)


def script(*steps: Callable[[], object]) -> Patience:
    """Return a patience that takes one step at each look and then waits as usual."""
    rest = iter(steps)
    return Patience(poll=0.002, wait=lambda seconds: next(rest, lambda: time.sleep(seconds))())
