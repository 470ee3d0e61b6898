import os
import pty
import socket
import threading
import tty
from collections.abc import Iterator
from contextlib import suppress

import pytest

from kiosk.assets import ASSETS
from kiosk.devices import SlipPrinter, SlipTrouble
from kiosk.devices.screen_slip_printer import ScreenSlipPrinter
from kiosk.devices.slip_printer import EscPosPrinter, Patience
from kiosk.formats import escpos
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import Paper, Roll
from kiosk.formats.slip_image import draw_slip
from tests.formats.slips import APPEAL, TAKE_HOME
from tests.printer.receipt import ReceiptPrinter, dots, receipt_printer

LETTERING = Lettering(ASSETS / "fonts")
HASTE = Patience(answer=0.05, taken=0.2, printed=0.05)


@pytest.fixture
def receipt() -> Iterator[ReceiptPrinter]:
    with receipt_printer() as printer:
        yield printer


@pytest.fixture(scope="module")
def slip() -> Bitmap:
    return draw_slip(TAKE_HOME["en"], Paper(), LETTERING)


def print_on(printer: SlipPrinter, slip: Bitmap) -> SlipTrouble | None:
    try:
        return printer.print_slip(slip)
    finally:
        printer.close()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("roll", Roll)
def test_the_paper_has_every_dot_of_the_slip(
    language: str, roll: Roll, receipt: ReceiptPrinter
) -> None:
    paper = Paper(roll)
    drawn = draw_slip(APPEAL[language], paper, LETTERING)
    assert print_on(EscPosPrinter(receipt.connect(), paper), drawn) is None
    receipt.wait_for_slips(1)
    assert receipt.slips == [dots(drawn)]


def test_a_printer_that_is_fine_names_its_paper(receipt: ReceiptPrinter) -> None:
    printer = EscPosPrinter(receipt.connect(), Paper(Roll.MM_58))
    assert printer.paper() == Paper(384, 203)
    printer.close()


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ({2: 0x12, 4: 0x72}, SlipTrouble.OUT_OF_PAPER),
        ({2: 0x16, 4: 0x72}, SlipTrouble.COVER_OPEN),
        ({2: 0x16, 4: 0x12}, SlipTrouble.COVER_OPEN),
        ({2: 0x32, 4: 0x12}, SlipTrouble.OUT_OF_PAPER),
        ({2: 0x52, 4: 0x12}, SlipTrouble.OTHER),
    ],
)
def test_a_printer_that_complains_is_sent_no_dot(
    answers: dict[int, int], trouble: SlipTrouble, receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.answers = answers
    printer = EscPosPrinter(receipt.connect())
    assert printer.paper() is trouble
    assert print_on(printer, slip) is trouble
    assert receipt.slips == []


def test_a_paper_that_is_nearly_at_its_end_still_prints(
    receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.answers = {2: 0x12, 4: 0x1E}
    receipt.tells_when_done = 0x03
    assert print_on(EscPosPrinter(receipt.connect()), slip) is None


def test_a_paper_that_ends_in_the_slip_is_told(receipt: ReceiptPrinter, slip: Bitmap) -> None:
    receipt.tells_when_done = 0x0F
    assert print_on(EscPosPrinter(receipt.connect()), slip) is SlipTrouble.OUT_OF_PAPER


def test_a_printer_may_say_what_nobody_asked(receipt: ReceiptPrinter, slip: Bitmap) -> None:
    receipt.unasked = [b"\x10\x0f", b"\x90\x91"]
    receipt.answers = {2: 0x12, 4: 0x72}
    assert print_on(EscPosPrinter(receipt.connect()), slip) is SlipTrouble.OUT_OF_PAPER


def test_a_slip_that_was_cut_off_does_not_spoil_the_next(
    receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.answers, receipt.tells_when_done = {}, None
    half = escpos.encode(slip)[:15_000]
    with socket.socket(fileno=receipt.connect()) as killed:
        killed.sendall(half)
    receipt.wait_for_the_end()
    assert print_on(EscPosPrinter(receipt.connect(), patience=HASTE), slip) is None
    receipt.wait_for_slips(1)
    assert receipt.slips == [dots(slip)]


def test_a_printer_that_never_says_a_word_gets_the_whole_slip(
    receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.answers, receipt.tells_when_done = {}, None
    printer = EscPosPrinter(receipt.connect(), patience=HASTE)
    assert printer.paper() == Paper()
    assert print_on(printer, slip) is None
    receipt.wait_for_slips(1)
    assert receipt.slips == [dots(slip)]
    assert receipt.questions == 1


def test_a_printer_that_is_gone_has_no_paper() -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    printer = EscPosPrinter(ours.detach())
    assert printer.paper() is SlipTrouble.NOT_THERE
    printer.close()


@pytest.mark.parametrize(
    ("later", "trouble"),
    [({2: 0x12, 4: 0x12}, None), ({2: 0x12, 4: 0x72}, SlipTrouble.OUT_OF_PAPER)],
)
def test_a_printer_that_does_not_tell_when_it_is_done_is_asked_how_it_is(
    later: dict[int, int], trouble: SlipTrouble | None, receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.tells_when_done, receipt.answers_later = None, later
    patience = Patience(answer=10.0, printed=0.05)
    assert print_on(EscPosPrinter(receipt.connect(), patience=patience), slip) is trouble


def test_a_device_that_never_stops_talking_is_not_listened_to_for_ever(slip: Bitmap) -> None:
    talking = os.open("/dev/zero", os.O_RDWR)
    assert print_on(EscPosPrinter(talking), slip) is None


def test_a_printer_that_hangs_up_in_the_slip_is_not_there(
    receipt: ReceiptPrinter, slip: Bitmap
) -> None:
    receipt.takes = 1000
    assert print_on(EscPosPrinter(receipt.connect()), slip) is SlipTrouble.NOT_THERE
    assert receipt.slips == []


def fill(pipe: int) -> None:
    with suppress(BlockingIOError):
        while True:
            os.write(pipe, bytes(1 << 16))


def test_a_printer_that_takes_nothing_is_busy(slip: Bitmap) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    fill(writing)
    assert print_on(EscPosPrinter(writing, patience=HASTE), slip) is SlipTrouble.BUSY
    os.close(reading)


def test_a_slip_wider_than_the_paper_is_not_sent(receipt: ReceiptPrinter, slip: Bitmap) -> None:
    printer = EscPosPrinter(receipt.connect(), Paper(Roll.MM_58))
    assert print_on(printer, slip) is SlipTrouble.UNFIT


def test_a_raw_device_gets_the_same_bytes(slip: Bitmap) -> None:
    ours, device = pty.openpty()
    tty.setraw(device)
    received = bytearray()
    reader = threading.Thread(target=_read_to_the_cut, args=(ours, received))
    reader.start()
    assert print_on(EscPosPrinter(device, patience=HASTE), slip) is None
    reader.join()
    os.close(ours)
    with receipt_printer() as other:
        assert print_on(EscPosPrinter(other.connect()), slip) is None
        other.wait_for_slips(1)
        assert received.count(b"\x1dv0\0") == -(-slip.height // 128)
        assert other.slips == [dots(slip)]


def _read_to_the_cut(end: int, received: bytearray) -> None:
    while b"\x1dVB\0" not in received:
        received += os.read(end, 1 << 12)


def test_the_twin_keeps_the_last_slip(slip: Bitmap) -> None:
    twin = ScreenSlipPrinter()
    assert twin.paper() == Paper()
    assert print_on(twin, slip) is None
    assert twin.last == slip


@pytest.mark.parametrize("trouble", SlipTrouble)
def test_the_twin_can_complain_of_everything(trouble: SlipTrouble, slip: Bitmap) -> None:
    twin = ScreenSlipPrinter(trouble)
    assert twin.paper() is trouble
    assert print_on(twin, slip) is trouble
    assert twin.last is None
