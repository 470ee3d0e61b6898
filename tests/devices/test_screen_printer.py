import pytest

from kiosk.devices import CardPrinter, CardSize, Frame, JobEnd, News, Outcome, Side, Trouble
from kiosk.devices.screen_printer import Fault, ScreenPrinter
from kiosk.formats.bitmap import Bitmap

SIDE = Side(Frame(1011, 638, bytes(1011 * 638 * 3)), Bitmap(1011, 638, bytes(127 * 638)))
DONE = [News(1), News(2)]


def print_on(printer: CardPrinter) -> tuple[JobEnd, int, list[News]]:
    calls: list[None] = []
    told: list[News] = []
    end = printer.print_sides((SIDE, SIDE), lambda: calls.append(None), told.append)
    return end, len(calls), told


def test_a_card_is_claimed_after_one_first_byte() -> None:
    printer = ScreenPrinter()
    assert printer.size() == CardSize(1011, 638, 300)
    assert print_on(printer) == (JobEnd(Outcome.CLAIMED), 1, DONE)
    assert (printer.opened, printer.cards) == (1, 1)


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.NOT_THERE, Trouble.NOT_THERE),
        (Fault.BUSY, Trouble.BUSY),
        (Fault.UNFIT, Trouble.NOT_A_CARD_PRINTER),
    ],
)
def test_a_fault_before_the_card_uses_no_blank(fault: Fault, trouble: Trouble) -> None:
    printer = ScreenPrinter(fault)
    assert printer.size() is printer.condition().trouble is trouble
    assert print_on(printer) == (JobEnd(Outcome.NOT_STARTED, trouble), 0, [])
    assert (printer.opened, printer.cards) == (0, 0)


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.OUT_OF_CARDS, Trouble.OUT_OF_CARDS),
        (Fault.COVER_OPEN, Trouble.COVER_OPEN),
    ],
)
def test_a_cured_fault_waits_for_somebody(fault: Fault, trouble: Trouble) -> None:
    waited: list[int] = []
    printer = ScreenPrinter(fault, hold=lambda: waited.append(printer.cards))
    assert print_on(printer) == (JobEnd(Outcome.CLAIMED), 1, [News(0, trouble), News(0), *DONE])
    assert (waited, printer.cards) == ([0], 1)


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.RIBBON, Trouble.RIBBON),
        (Fault.JAM, Trouble.JAM),
        (Fault.NO_REASON, Trouble.OTHER),
        (Fault.CUT, Trouble.NOT_THERE),
    ],
)
def test_a_fatal_fault_is_asked_about(fault: Fault, trouble: Trouble) -> None:
    printer = ScreenPrinter(fault)
    assert print_on(printer) == (JobEnd(Outcome.ASK, trouble), 1, [News(0, trouble)])
    assert (printer.opened, printer.cards) == (1, 0)


def test_every_fault_ends() -> None:
    assert {print_on(ScreenPrinter(fault))[0].outcome for fault in Fault} == set(Outcome)


def test_sides_of_another_size_are_not_printed() -> None:
    small = Side(Frame(1, 1, bytes(3)), Bitmap(1, 1, bytes(1)))
    end = ScreenPrinter().print_sides((small, small), pytest.fail, lambda _: None)
    assert end == JobEnd(Outcome.NOT_STARTED, Trouble.OTHER)
