"""Panic while a card is printed: the printer is asked to stop, and nobody relies on it."""

import os
import signal
from contextlib import closing
from pathlib import Path

from kiosk.devices.printer import IppPrinter
from kiosk.isolation.channel import Tell
from kiosk.supervisor.loop import Loop
from tests.printer.fixture import CardPrinterProcess, StartCardPrinter
from tests.station import replaced
from tests.station.runs import ANA, play, write_people

CANCELED = 7  # job-state, RFC 8011 section 5.3.7


def job_state(printer: CardPrinterProcess, job: int) -> int:
    """Return how a job ended; it has done what it will do with its card."""
    with closing(IppPrinter(printer.connect(), printer.uri)) as asked:
        while True:
            seen = asked._look(job)
            if seen is not None and seen.over and seen.state is not None:
                return seen.state


def test_panic_asks_the_printer_to_stop_and_a_clerk_to_look(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    printer = start_card_printer()
    printer.plan(fault="hang", at="front")
    pressed: list[int] = []

    def press_while_printing(loop: Loop) -> None:
        session = loop.pids()["session"]
        if not pressed and printer.count("fault") == 1 and session is not None:
            pressed.append(session)
            os.kill(session, signal.SIGUSR1)
        elif pressed == [session]:
            return
        elif len(pressed) == 1:
            pressed.append(0)
            printer.plan()
            printer.release()

    people = write_people(tmp_path / "p.json", [ANA, {**ANA, "ending": "erased"}])
    with replaced.sessions("tests.station.panicking"):
        stage = play(people, 2, press_while_printing, printer.uri)
    assert stage.told[1:4] == [Tell.SHOW, Tell.SHOW_LOOK, Tell.SHOW]
    assert stage.records[0].ending == "panic"
    printer.wait_for("card-out")
    assert job_state(printer, 1) == CANCELED
    ledger = stage.loop.ledger
    assert (ledger.opened, ledger.unsettled, ledger.issued) == (1, 0, 0)
