"""A station that tells what it does just before and just after, and waits for a word to go on.

    python -m tests.station.audited CONTROL LEDGER PEOPLE PRINTER

plays one person. Its moments: `hears X`, an opcode of the shown session; `counts X` and
`counted X`, on both sides of an entry's commit; `booked`, when the session was told so.
"""

import json
import socket
import sys
from pathlib import Path

from kiosk.isolation.channel import Say, Tell
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Action, Count, Event, Send
from tests.station.runs import Stage, prepare


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
    stage = prepare(Stage, Path(people), 1, printer, Path(ledger), Audited)
    assert isinstance(stage.loop, Audited)
    stage.loop.control = socket.socket(fileno=int(control))
    stage.loop.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
