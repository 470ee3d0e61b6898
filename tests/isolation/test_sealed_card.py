"""A sealed session prints a card over TLS: it makes no connection, and opens no file."""

import os
import sys
from pathlib import Path

from tests.isolation.children import ROOT
from tests.printer.fixture import CardPrinterProcess
from tests.station import strace

PROGRAM = [sys.executable, "-B", "-m", "tests.isolation.sealed_card"]


def test_a_sealed_session_prints_over_tls_and_opens_nothing(
    card_printer: CardPrinterProcess, tmp_path: Path
) -> None:
    uri, line = card_printer.secure_uri, card_printer.connect()
    command = [*PROGRAM, uri, str(line)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with strace.start(command, tmp_path / "trace", env=env, pass_fds=[line]) as session:
        os.close(line)
        said, _ = session.communicate(timeout=60)
    assert said.splitlines()[1:] == ["claimed None"], said
    assert card_printer.cards_out == 1

    (thread,) = strace.threads(tmp_path / "trace")
    sealed = next(place for place, call in enumerate(thread.lines) if '"sealed' in call)
    after = strace.Thread(thread.lines[sealed + 1 :])
    assert after.files() == []
    assert not [call for call in after.lines if call.startswith(("socket(", "connect("))]
