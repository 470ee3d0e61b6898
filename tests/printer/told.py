"""What a session hears while it prints on a printer that takes a raw card."""

from contextlib import closing

from kiosk.devices import CardPrinter, JobEnd, News, Side
from tests.printer.raw_sides import RAW_SIDES


class Told:
    """Counts the first bytes and keeps the news."""

    def __init__(self) -> None:
        self.first_bytes = 0
        self.news: list[News] = []

    def first_byte(self) -> None:
        self.first_bytes += 1

    def print_on(self, printer: CardPrinter, sides: tuple[Side, ...] = RAW_SIDES) -> JobEnd:
        with closing(printer):
            return printer.print_sides(sides, self.first_byte, self.news.append)
