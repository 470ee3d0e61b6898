"""Examine: one whole examination in a process of its own, as JSON.

    python -m tests.forensics.examine offscreen|xcb|planted FOLDER RESULT

`offscreen` and `xcb` play every ending with the program as it is, `offscreen` with a sight that
holds the portrait until the session ends; `planted` plays sessions with
mistakes planted in them, and one that holds every form of its data. Two examinations can run at the
same time: each finds its own processes only.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from random import SystemRandom

from kiosk.people import Ending
from tests.forensics import processes
from tests.forensics.display import Display, x_server
from tests.forensics.examiner import Examiner, Shape
from tests.forensics.station import LEDGER
from tests.printer.fixture import CardPrinterProcess, run_bus

LEAKY = "tests.forensics.leaky"
SEEING = "tests.station.seeing"
# How the session ends, and what is planted in it.
PLANTED = (
    ("issued", "walls,forms"),
    ("issued", "settings,log,temporary,shared,clipboard,title,environment,socket,job,supervisor"),
    ("crash", "exception"),
    ("issued", "walls,settings,log,temporary,shared,environment,socket"),
)


def examine(kind: str, folder: Path) -> dict[str, object]:
    """Run one examination; its own files lie in `folder`, which should be in memory."""
    began = time.time()
    with ExitStack() as stack:
        endings, shape, own = _shape(kind, folder, stack)
        examiner = Examiner(_new(folder / "people"), endings, shape, SystemRandom())
        examiner.run()
        changed = examiner.search_files(*own)
    return {
        "kind": kind,
        "kernel": os.uname().release,
        "began": began,
        "seconds": time.time() - began,
        "people": [asdict(one) for one in examiner.examinations],
        "files": asdict(changed),
        "ledger": _ledger(folder / LEDGER),
        "print_servers": len(processes.print_servers()),
    }


def _shape(kind: str, folder: Path, stack: ExitStack) -> tuple[list[str], Shape, list[Path]]:
    """Return the endings, the station's shape, and the folders that are the test's own."""
    if kind == "offscreen":
        return list(Ending), Shape("offscreen", module=(SEEING,)), []
    screen = _new(folder / "screen")
    display = stack.enter_context(x_server(screen))
    stack.enter_context(_onlooker(display))
    bus = stack.enter_context(run_bus(_new(folder / "bus")))
    printer = CardPrinterProcess(folder / "printer", bus, keep=False)
    printer.plan(forget=True)
    stack.callback(printer.stop)
    if kind == "xcb":
        return list(Ending), Shape("xcb", printer.uri, display), [screen]
    mistakes = _new(folder / "mistakes")
    options = [f"{names}:{_new(mistakes / str(at))}" for at, (_, names) in enumerate(PLANTED, 1)]
    stack.callback(_end_what_is_left)
    shape = Shape("xcb", printer.uri, display, (LEAKY, *options))
    return [ending for ending, _ in PLANTED], shape, [screen]


def _ledger(path: Path) -> dict[str, object]:
    """Return what the one file that a station writes has come to hold."""
    with closing(sqlite3.connect(path)) as database:
        rows = list(database.execute("SELECT * FROM entry ORDER BY number"))
    return {"rows": rows, "bytes": path.stat().st_size}


@contextmanager
def _onlooker(display: Display) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-B", "-m", "tests.forensics.onlooker"],
        env={"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline(), "the onlooker did not start"
        try:
            yield
        finally:
            process.terminate()


def _end_what_is_left() -> None:
    """Kill what a leaking session has left behind."""
    for pid in processes.descendants():
        if processes.role(pid).startswith("helper: sleep"):
            processes.kill(pid)


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(json.dumps(examine(sys.argv[1], Path(sys.argv[2]))))
