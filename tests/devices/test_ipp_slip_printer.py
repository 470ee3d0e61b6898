"""A slip against a real IPP printer process that has sheets of paper."""

import re

import pytest

from kiosk.assets import ASSETS
from kiosk.devices import SlipTrouble
from kiosk.devices.ipp_slip_printer import IppPatience, IppSlipPrinter
from kiosk.formats import ipp
from kiosk.formats.bitmap import Bitmap, grey
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import Paper
from kiosk.formats.slip_image import draw_slip
from tests.formats.slips import APPEAL
from tests.printer.fixture import HERE, CardPrinterProcess, MakeRelay, StartCardPrinter
from tests.printer.libcups import Page, read_raster
from tests.printer.relay import requests, split
from tests.printer.scripted import HANG_UP, READY, ScriptedPrinter, field, said

LETTERING = Lettering(ASSETS / "fonts")
QUICK = IppPatience(poll=0.02)
A4 = ("iso_a4_210x297mm", 21000, 29700)
A5 = ("iso_a5_148x210mm", 14800, 21000)
SHORT = ("iso_a7_74x105mm", 10500, 7400)


def paper_printer(sheet: tuple[str, int, int], color: str = "sgray_8") -> dict[str, str]:
    """Return the lines of a configuration that make a printer of paper of a card printer."""
    name, across, along = sheet
    lines = (HERE / "card-printer.conf").read_text().splitlines()
    replaced = {}
    for line in lines:
        match = re.match(r"ATTR \S+ (media-\S+)", line)
        if match and ("iso_id-1" in line or "dimension" in line):
            sized = line.replace("iso_id-1_53.98x85.6mm", name)
            sized = sized.replace("x-dimension 5398", f"x-dimension {across}")
            replaced[match[1]] = sized.replace("y-dimension 8560", f"y-dimension {along}")
    kinds = "ATTR keyword pwg-raster-document-type-supported"
    return {**replaced, "pwg-raster-document-type-supported": f'{kinds} "{color}"'}


def on(printer: CardPrinterProcess) -> IppSlipPrinter:
    return IppSlipPrinter(printer.connect(), printer.uri, patience=QUICK)


def slip_for(paper: Paper | SlipTrouble) -> Bitmap:
    assert isinstance(paper, Paper)
    return draw_slip(APPEAL["ar"], paper, LETTERING)


def inside(page: Page, slip: Bitmap, top: int, step: int) -> bytes:
    """Return what of a page is where the slip should be, one byte a dot."""
    left = (page.width - slip.width) // 2 * step
    line = page.width * step
    rows = (page.pixels[(top + row) * line :][left : left + slip.width * step : step]
            for row in range(slip.height))  # fmt: skip
    return b"".join(rows)


@pytest.mark.parametrize(("color", "step"), [("sgray_8", 1), ("srgb_8", 3)])
def test_cups_finds_the_slip_in_the_middle_of_the_sheet(
    color: str, step: int, start_card_printer: StartCardPrinter
) -> None:
    process = start_card_printer(paper_printer(A5, color))
    printer = on(process)
    slip = slip_for(printer.paper())
    assert printer.print_slip(slip) is None
    printer.close()

    (document,) = process.documents()
    (page,) = read_raster(document)
    assert (page.width, page.height, page.dpi) == (1748, 2480, (300, 300))
    assert page.duplex == 0
    assert inside(page, slip, 47, step) == grey(slip)
    white = page.pixels.count(b"\xff") - grey(slip).count(b"\xff") * step
    assert white == (1748 * 2480 - slip.width * slip.height) * step


def test_a_slip_longer_than_the_sheet_goes_on_on_the_next(
    start_card_printer: StartCardPrinter,
) -> None:
    process = start_card_printer(paper_printer(SHORT))
    printer = on(process)
    slip = slip_for(printer.paper())
    assert printer.print_slip(slip) is None
    printer.close()

    pages = read_raster(process.documents()[0])
    assert len(pages) > 1
    assert {page.duplex for page in pages} == {0}
    ink = sum(page.pixels.count(b"\0") for page in pages)
    assert ink == grey(slip).count(b"\0")


def test_nothing_but_constants_and_pixels_leaves(
    start_card_printer: StartCardPrinter, make_relay: MakeRelay
) -> None:
    process = start_card_printer(paper_printer(A4))
    relay = make_relay(process.connect())
    printer = IppSlipPrinter(relay.connection(), process.uri, patience=QUICK)
    assert printer.print_slip(slip_for(printer.paper())) is None
    printer.close()
    relay.close()

    messages = [split(body)[0] for _, body in requests(relay.sent)]
    names = {b"job-name", b"document-name", b"requesting-user-name"}
    said_of = {
        match[1]
        for message in messages
        for name in names
        for match in re.finditer(re.escape(name) + rb"\0.([a-z-]+)", message, re.DOTALL)
    }
    assert said_of == {b"card", b"kiosk"}
    assert any(b"one-sided" in message for message in messages)
    assert any(b"copies\0\4\0\0\0\1" in message for message in messages)


def test_a_printer_that_waits_for_paper_forgets_the_slip(
    start_card_printer: StartCardPrinter,
) -> None:
    process = start_card_printer(paper_printer(A4))
    process.plan(fault="media-empty", at="feed")
    printer = on(process)
    assert printer.print_slip(slip_for(printer.paper())) is SlipTrouble.OUT_OF_PAPER
    printer.close()
    process.release()


# -- what a real process never says ----------------------------------------------------------------

SHEETS = READY + b"".join(
    [
        field(ipp.Tag.KEYWORD, "media-ready", A4[0]),
        field(ipp.Tag.RESOLUTION, "pwg-raster-document-resolution-supported",
              (300).to_bytes(4, "big") * 2 + b"\3"),
    ]
)  # fmt: skip
SLIP = Bitmap(8, 2, b"\x18\x81")


@pytest.fixture
def scripted() -> ScriptedPrinter:
    printer = ScriptedPrinter()
    sheets = said(SHEETS, ipp.Group.PRINTER)
    printer.answer(ipp.Operation.GET_PRINTER_ATTRIBUTES, sheets)
    return printer


def print_on(scripted: ScriptedPrinter, patience: IppPatience = QUICK) -> SlipTrouble | None:
    printer = IppSlipPrinter(scripted.connect(), scripted.uri, patience=patience)
    try:
        return printer.print_slip(SLIP)
    finally:
        printer.close()
        scripted.join()


def test_a_printer_as_it_should_be_prints(scripted: ScriptedPrinter) -> None:
    assert print_on(scripted) is None
    assert scripted.asked[ipp.Operation.SEND_DOCUMENT] == 1


@pytest.mark.parametrize(
    ("replaced", "replacement", "trouble"),
    [
        (b"image/pwg-raster", b"image/xxx-raster", SlipTrouble.UNFIT),
        (b"srgb_8", b"black1", SlipTrouble.UNFIT),
        (b"iso_a4_210x297mm", b"iso_a9_37.1x52mm", SlipTrouble.UNFIT),
        (b"\0\0\1\x2c\0\0\1\x2c\3", b"\0\0\1\x2c\0\0\2\x58\3", SlipTrouble.UNFIT),
        (b"printer-is-accepting-jobs\0\1\1", b"printer-is-accepting-jobs\0\1\0", SlipTrouble.BUSY),
        (b"none", b"spam", SlipTrouble.OTHER),
    ],
)
def test_a_printer_that_cannot_is_sent_no_slip(
    scripted: ScriptedPrinter, replaced: bytes, replacement: bytes, trouble: SlipTrouble
) -> None:
    assert replaced in SHEETS
    changed = SHEETS.replace(replaced, replacement)
    scripted.answer(ipp.Operation.GET_PRINTER_ATTRIBUTES, said(changed, ipp.Group.PRINTER))
    assert print_on(scripted) is trouble
    assert scripted.asked[ipp.Operation.CREATE_JOB] == 0


@pytest.mark.parametrize(
    ("operation", "answer", "trouble"),
    [
        (ipp.Operation.GET_PRINTER_ATTRIBUTES, HANG_UP, SlipTrouble.NOT_THERE),
        (ipp.Operation.GET_PRINTER_ATTRIBUTES, said(status=0x0507), SlipTrouble.BUSY),
        (ipp.Operation.CREATE_JOB, said(status=0x0507), SlipTrouble.BUSY),
        (ipp.Operation.CREATE_JOB, HANG_UP, SlipTrouble.NOT_THERE),
        (ipp.Operation.SEND_DOCUMENT, said(status=0x040A), SlipTrouble.UNFIT),
        (ipp.Operation.SEND_DOCUMENT, HANG_UP, SlipTrouble.NOT_THERE),
        (
            ipp.Operation.GET_JOB_ATTRIBUTES,
            said(field(ipp.Tag.ENUM, "job-state", 8)),
            SlipTrouble.OTHER,
        ),
    ],
)
def test_a_slip_that_fails_is_told(
    scripted: ScriptedPrinter,
    operation: ipp.Operation,
    answer: bytes,
    trouble: SlipTrouble,
) -> None:
    scripted.answer(operation, answer)
    assert print_on(scripted) is trouble
    assert scripted.asked[ipp.Operation.SEND_DOCUMENT] <= 1


def test_a_slip_that_takes_too_long_is_cancelled(scripted: ScriptedPrinter) -> None:
    pending = said(field(ipp.Tag.ENUM, "job-state", 5))
    scripted.answer(ipp.Operation.GET_JOB_ATTRIBUTES, pending)
    ticks = iter(range(0, 1000, 20))
    patience = IppPatience(poll=0.0, wait=lambda _: None, now=lambda: next(ticks))
    assert print_on(scripted, patience) is SlipTrouble.BUSY
    assert scripted.asked[ipp.Operation.CANCEL_JOB] == 1


def test_a_slip_that_waits_for_paper_is_cancelled(scripted: ScriptedPrinter) -> None:
    empty = SHEETS.replace(b"\0\4none", b"\0\x0bmedia-empty")
    answers = [said(sheets, ipp.Group.PRINTER) for sheets in (SHEETS, empty)]
    scripted.answer(ipp.Operation.GET_PRINTER_ATTRIBUTES, *answers)
    processing = said(field(ipp.Tag.ENUM, "job-state", 5))
    scripted.answer(ipp.Operation.GET_JOB_ATTRIBUTES, processing)
    assert print_on(scripted) is SlipTrouble.OUT_OF_PAPER
    assert scripted.asked[ipp.Operation.CANCEL_JOB] == 1


def test_a_slip_wider_than_the_sheet_is_not_sent(scripted: ScriptedPrinter) -> None:
    printer = IppSlipPrinter(scripted.connect(), scripted.uri, patience=QUICK)
    wide = Bitmap(4000, 1, bytes(500))
    assert printer.print_slip(wide) is SlipTrouble.UNFIT
    printer.close()
