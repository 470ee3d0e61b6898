"""The mechanism behind a real IPP printer process: it moves cards that do not exist.

ippeveprinter starts it for every job and reads STATE:, ATTR: and ERROR: lines from its standard
error. A plan (JSON) says what goes wrong and where; everything that happens is told to the test by
a datagram, a card above all when it has really left the printer.

Plan: {"fault": str | null, "at": step, "hold": bool, "clears": bool, "mute": bool,
"step": seconds, "forget": bool}; with "forget" the document is deleted as soon as it is printed.
"""

import json
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

STEPS = ("feed", "front", "flip", "back", "eject")
SIDES = ("front", "back")


class Mechanism:
    def __init__(self, plan: dict[str, Any], events: str, gate: str) -> None:
        self.plan = plan
        self.gate = gate
        self.sides = 0
        self.channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.channel.connect(events)

    def run(self, document: str) -> None:
        self.note("start", size=Path(document).stat().st_size)
        for step in STEPS:
            say(f"INFO: {step}")
            self.note(step)
            if self.plan.get("at") == step:
                self.fail(self.plan["fault"])
            time.sleep(self.plan.get("step", 0.0))
            if step in SIDES:
                self.count_side()
        if self.plan.get("forget"):
            Path(document).unlink()
        self.note("card-out")

    def fail(self, fault: str) -> None:
        self.note("fault")
        match fault:
            case "power-cut":
                os.kill(os.getppid(), signal.SIGKILL)
                os._exit(9)
            case "exit":
                sys.exit(1)
            case "lie":
                sys.exit(0)
            case "hang":
                self.hold()
            case "tray-full":  # The printer has no keyword for it.
                say("ERROR: output tray full")
                sys.exit(1)
            case reason:
                self.complain(reason)

    def complain(self, reason: str) -> None:
        say(f"STATE: +{reason}")
        if self.plan.get("hold", True):
            self.hold()
        if not self.plan.get("clears", True):
            say("ERROR: nobody cleared it")
            sys.exit(1)
        say(f"STATE: -{reason}")

    def hold(self) -> None:
        with Path(self.gate).open("rb") as gate:  # Opens when the test opens its end.
            gate.read()

    def count_side(self) -> None:
        self.sides += 1
        if not self.plan.get("mute"):
            say(f"ATTR: job-impressions-completed={self.sides}")

    def note(self, event: str, **more: int) -> None:
        self.channel.send(json.dumps({"event": event, "sides": self.sides, **more}).encode())


def say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    plan_file, events, gate, document = sys.argv[1:5]
    # The printer's cancellation is a SIGTERM in later versions; this mechanism cannot stop a card.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    Mechanism(json.loads(Path(plan_file).read_text()), events, gate).run(document)
