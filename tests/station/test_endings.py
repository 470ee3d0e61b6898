"""However a session ends, its memory holds nothing of the resident when it is killed."""

import os
from pathlib import Path

import pytest

from kiosk.supervisor import farewell
from kiosk.supervisor.children import Child
from kiosk.supervisor.plan import Event
from tests.isolation.children import found
from tests.station.runs import ANA, Stage, prepare, write_people

NAME = "Quillon Brambleweft"
ENDINGS = ("issued", "erased", "idle", "panic", "crash", "hang", "misprint")


class Searched(Stage):
    """Searches a session for the resident's name when it has ended, and again when it is killed."""

    def remember(self) -> None:
        super().remember()
        self.at_the_end: dict[int, int] = {}  # by process
        self.at_the_kill: dict[int, int] = {}

    def ended(self, ordinal: int, ending: Event) -> None:
        if ordinal in self._playing:
            pid = self.loop._departures.farewells[-1].session.pid
            self.at_the_end[pid] = copies(pid)
        super().ended(ordinal, ending)

    def before_kill(self, child: Child) -> None:
        if child.pid in self.at_the_end and child.pid not in self.at_the_kill:
            self.at_the_kill[child.pid] = copies(child.pid)


def copies(pid: int) -> int:
    encodings = ("utf-8", "utf-16-le")
    return found(pid, *(word.encode(each) for word in NAME.split() for each in encodings))


@pytest.mark.timeout(300)
def test_a_session_is_empty_when_it_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert os.geteuid() == 0, "run this test as root: only root may search a sealed process"
    monkeypatch.setattr(farewell, "WITHIN", 30.0)  # however slow this machine is
    given, family = NAME.split()
    people = [
        {**ANA, "given_names": given, "family_names": family, "ending": ending}
        for ending in ENDINGS
    ]
    played = prepare(Searched, write_people(tmp_path / "p.json", people), len(people))
    kill = Child.kill

    def search_and_kill(child: Child) -> None:
        played.before_kill(child)
        kill(child)

    monkeypatch.setattr(Child, "kill", search_and_kill)
    played.loop.run()
    assert tuple(record.ending for record in played.records) == ENDINGS
    known = list(played.at_the_end.values())
    assert len(known) == len(ENDINGS)
    assert all(known[1:]), known  # whose card was issued is forgotten before the end already
    assert played.at_the_kill == dict.fromkeys(played.at_the_end, 0)
