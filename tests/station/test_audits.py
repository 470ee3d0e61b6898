"""Whoever is killed at whatever step of a card: it is counted once, and a clerk is asked.

A real station, a real printer process, SIGKILL. `tests.bench.audit` does it at random instants.
"""

from pathlib import Path

import pytest

from tests.printer.fixture import StartCardPrinter
from tests.station.audit import Instant, audit
from tests.station.runs import ANA, write_people

GOOD = [
    Instant("supervisor", "counts opened"),
    Instant("supervisor", "counted opened"),
    Instant("supervisor", "booked"),
    Instant("supervisor", "printer front"),
    Instant("supervisor", "counts issued"),
    Instant("supervisor", "counted issued"),
    Instant("supervisor", "counted taken"),
    Instant("session", "printer back"),
    Instant("session", "counted issued"),
    Instant("signer", "hears OPENED"),
]
# A rehearsed clerk says "good" without looking, but for a person whose card is to be spoiled.
BAD = [Instant("supervisor", "counted spoiled"), Instant("printer", "printer front")]


@pytest.mark.parametrize("instant", GOOD, ids=str)
def test_a_card_is_counted_once_whoever_is_killed(
    instant: Instant, start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    people = write_people(tmp_path / "people.json", [ANA])
    audit(start_card_printer(), people, tmp_path / "ledger.sqlite", instant).check()


@pytest.mark.parametrize("instant", BAD, ids=str)
def test_a_spoiled_card_is_counted_once_whoever_is_killed(
    instant: Instant, start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    people = write_people(tmp_path / "people.json", [{**ANA, "ending": "misprint"}])
    audit(start_card_printer(), people, tmp_path / "ledger.sqlite", instant).check()
