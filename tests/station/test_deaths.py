"""Whatever dies, and whenever: cards are counted once, and nobody meets the last one's card."""

import json
import os
import random
import select
import signal
import subprocess
from pathlib import Path

import pytest

from kiosk.isolation.channel import Tell
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Kind
from tests.printer.fixture import StartCardPrinter
from tests.station.runs import ANA, KIOSK, play, write_people

SIGNERS_KILLED = 3


def _waits_for_work(pid: int) -> bool:
    """Return whether a process sleeps: a signer does so when it has opened the key."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
    return after_name.split()[0] == "S"


def test_a_signer_that_dies_is_replaced_and_the_resident_is_served(tmp_path: Path) -> None:
    killed: set[int] = set()

    def kill_signers(loop: Loop) -> None:
        pid, shown = loop.pids()["signer"], loop.plan.shown
        served = shown is not None and shown.kind is Kind.SESSION and len(killed) < SIGNERS_KILLED
        if served and pid is not None and _waits_for_work(pid):
            killed.add(pid)
            os.kill(pid, signal.SIGKILL)

    stage = play(write_people(tmp_path / "p.json", [ANA]), 1, kill_signers)
    loop = stage.loop
    assert len(killed) == SIGNERS_KILLED
    assert [record.ending for record in stage.records] == ["issued"], stage.records
    assert loop.ledger.issued == 1


def test_after_a_death_with_a_card_in_the_printer_a_clerk_must_look(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    printer = start_card_printer()
    printer.plan(fault="hang", at="front")
    done = False

    def kill_while_printing(loop: Loop) -> None:
        nonlocal done
        if not done and loop.ledger.opened == 1 and printer.count("fault") == 1:
            done = True
            pid = loop.pids()["session"]
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
            printer.plan()
            printer.release()

    people = write_people(tmp_path / "p.json", [ANA, ANA])
    stage = play(people, 2, kill_while_printing, printer.uri)
    loop = stage.loop
    assert stage.told[1:4] == [Tell.SHOW, Tell.SHOW_LOOK, Tell.SHOW]  # after the curtain
    assert loop.ledger.opened == 2
    assert loop.ledger.unsettled == 0
    assert (loop.ledger.issued, loop.ledger.spoiled) == (1, 1)


@pytest.mark.timeout(300)
def test_sessions_killed_at_random_moments_leave_the_counts_true(
    start_card_printer: StartCardPrinter, tmp_path: Path
) -> None:
    seed = random.randrange(1 << 32)
    print("seed", seed)  # noqa: T201  # shown when the test fails
    chance = random.Random(seed)
    printer = start_card_printer()
    kills = 0

    def kill_now_and_then(loop: Loop) -> None:
        nonlocal kills
        pid = loop.pids()[chance.choice(["session", "standby", "session"])]
        if kills < 8 and pid is not None and chance.random() < 0.03:
            kills += 1
            os.kill(pid, signal.SIGKILL)

    people = write_people(tmp_path / "p.json", [ANA] * 8)
    stage = play(people, 8, kill_now_and_then, printer.uri)
    loop = stage.loop
    ledger = loop.ledger
    assert ledger.unsettled == 0
    assert ledger.issued <= printer.cards_out
    assert ledger.issued >= sum(record.ending == "issued" for record in stage.records)
    assert sum(message is not Tell.SHOW for message in stage.told) <= kills


def test_without_a_supervisor_nothing_lives(tmp_path: Path) -> None:
    people = write_people(tmp_path / "p.json", [{**ANA, "ending": "panic"}])
    command = [*KIOSK, "rehearse", "--json", "--people", str(people), "--hold", "100"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout is not None
        lines = [supervisor.stdout.readline(), supervisor.stdout.readline()]
        pids = json.loads(lines[1])["summary"]["pids"]
        assert pids.pop("supervisor") == supervisor.pid
        watched = [os.pidfd_open(pid) for pid in pids.values()]
        supervisor.kill()
        for pidfd in watched:
            assert select.select([pidfd], [], [], 5)[0]
            os.close(pidfd)
