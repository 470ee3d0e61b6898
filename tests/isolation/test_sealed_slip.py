"""A sealed session prints a slip, and nothing of it is left in a file: none is opened at all."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.assets import ASSETS
from kiosk.formats.lettering import Lettering
from kiosk.formats.paper import USUAL
from kiosk.formats.slip_image import draw_slip
from tests.formats.slips import APPEAL
from tests.isolation.children import ROOT
from tests.printer.receipt import ReceiptPrinter, dots, receipt_printer
from tests.station import strace

PROGRAM = [sys.executable, "-B", "-m", "tests.isolation.sealed_slip"]


@pytest.fixture
def receipt() -> Iterator[ReceiptPrinter]:
    with receipt_printer() as printer:
        yield printer


def test_a_sealed_session_prints_a_slip_and_opens_no_file(
    receipt: ReceiptPrinter, tmp_path: Path
) -> None:
    line = receipt.connect()
    command = [*PROGRAM, str(line)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with strace.start(command, tmp_path / "trace", env=env, pass_fds=[line]) as session:
        os.close(line)
        said, _ = session.communicate(timeout=60)
    assert said.splitlines()[1:] == ["printed"], said
    lacking = said.splitlines()[0].removeprefix("sealed without ").split(",")
    assert set(lacking) <= {"own-user", "memory-lock", ""}

    (thread,) = strace.threads(tmp_path / "trace")
    sealed = next(place for place, call in enumerate(thread.lines) if '"sealed' in call)
    after = strace.Thread(thread.lines[sealed + 1 :])
    assert after.files() == []
    written = [call for call in after.writes() if "<socket:" not in call and "<TCP" not in call]
    assert len(written) == 1, written  # the word for this test
    receipt.wait_for_slips(1)
    assert receipt.slips == [dots(draw_slip(APPEAL["ar"], USUAL, Lettering(ASSETS / "fonts")))]
