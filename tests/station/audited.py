"""A station that tells what it does just before and just after, and waits for a word to go on.

    python -m tests.station.audited CONTROL LEDGER PEOPLE PRINTER

plays one person. Its moments: `hears X`, an opcode of the shown session; `counts X` and
`counted X`, on both sides of an entry's commit; `booked`, when the session was told so.
"""

import json
import socket
import sys
from dataclasses import replace
from pathlib import Path

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Say, Tell
from kiosk.supervisor.doors import resolve
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Action, Count, Event, Send
from kiosk.supervisor.station import Station
from tests.station.runs import Stage


class Audited(Loop):
    """A loop that stops at the moments."""

    control: socket.socket

    def _happened(self, ordinal: int, event: Event) -> None:
        if isinstance(event, Say) and self._is_shown(ordinal):
            self._stop_at(f"hears {event.name}")
        super()._happened(ordinal, event)

    def _do(self, action: Action) -> None:
        if isinstance(action, Count):
            self._stop_at(f"counts {action.entry}")
        super()._do(action)
        if isinstance(action, Count):
            self._stop_at(f"counted {action.entry}")
        elif isinstance(action, Send) and action.message is Tell.BOOKED:
            self._stop_at("booked")

    def _stop_at(self, moment: str) -> None:
        self.control.send(json.dumps({"moment": moment, "pids": self.pids()}).encode())
        if not self.control.recv(1):
            sys.exit(1)


def main(control: str, ledger: str, people: str, printer: str) -> None:
    stage = Stage(
        people=Path(people),
        count=1,
        cards=None,
        finished=lambda _: None,
        done=lambda: stage.loop.stop(),
        issued=lambda: stage.loop.ledger.good,
        end=lambda ordinal: stage.loop.end(ordinal),
    )
    stage.remember()
    loop = Audited(_station(Path(ledger), printer), stage)
    loop.control = socket.socket(fileno=int(control))
    stage.loop = loop
    loop.run()


def _station(ledger: Path, printer: str) -> Station:
    address = resolve(printer)
    assert address is not None
    shape = training.Shape("offscreen", "1080x1920")
    made = training.station(TRAINING_CITY, shape, (printer, address))
    return replace(made, ledger=ledger)


if __name__ == "__main__":
    main(*sys.argv[1:])
