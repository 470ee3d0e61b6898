"""Two children in one session: a card each, and nothing of the first when the second is served."""

import os
from typing import Any

import pytest

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say
from kiosk.supervisor.ledger import Ledger
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Event
from kiosk.supervisor.station import Observer
from tests.isolation.children import found
from tests.station import replaced
from tests.station.families import FIRST, SECOND

SHAPE = training.Shape("offscreen", "1080x1920")


class Visit(Observer):
    """Searches the session whenever a clerk is called, and stops the station when it has ended."""

    loop: Loop

    def __init__(self) -> None:
        self.said: list[Event] = []
        self.copies: list[tuple[int, int]] = []  # of the first name, of the second

    def happened(self, ordinal: int, event: Event) -> None:
        if event is Say.CALL:
            pid = self.loop._sessions[ordinal].child.pid
            self.copies.append((copies(pid, FIRST), copies(pid, SECOND)))
        if event in (Say.OPENED, Say.GOOD, Say.TAKEN):
            self.said.append(event)

    def ended(self, ordinal: int, ending: Event) -> None:
        if ordinal > 1:  # the first is the curtain
            self.said.append(ending)
            self.loop.stop()


def copies(pid: int, name: str) -> int:
    encodings = ("utf-8", "utf-16-le")
    return found(pid, *(word.encode(each) for word in name[::-1].split() for each in encodings))


@pytest.fixture(scope="module")
def visit() -> Visit:
    assert os.geteuid() == 0, "run this test as root: only root may search a sealed process"
    visit = Visit()
    with replaced.sessions("tests.station.family_visitor"):
        visit.loop = Loop(training.station(TRAINING_CITY, SHAPE), visit)
        happened = visit.loop._happened

        def hear(ordinal: int, event: Any) -> None:
            visit.happened(ordinal, event)
            happened(ordinal, event)

        vars(visit.loop)["_happened"] = hear
        visit.loop.run()
    return visit


def test_each_child_gets_a_card_of_their_own(visit: Visit) -> None:
    card = [Say.OPENED, Say.GOOD, Say.TAKEN]
    assert visit.said[:7] == [*card, *card, Say.ISSUED]
    assert visit.loop.ledger == Ledger(opened=2, issued=2, taken=2)


def test_nothing_of_the_first_child_is_left_when_the_second_is_served(visit: Visit) -> None:
    (first, no_second), (no_first, second) = visit.copies
    assert first
    assert no_second == 0
    assert second
    assert no_first == 0
