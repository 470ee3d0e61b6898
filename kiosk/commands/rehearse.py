"""`kiosk rehearse`: whole sessions unattended, through the real pages, with a training clerk."""

import argparse
import json
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

from kiosk import city, training
from kiosk.commands import Misuse, printers
from kiosk.supervisor.figures import percentile, pss_mb
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.rehearsal import CARD_FILES, Record, Rehearsal
from kiosk.supervisor.station import NoSession

_A_CARD = 1 << 20  # bytes that one card's pictures may take
_SIZES = {"offscreen": "1080x1920", "xcb": "full"}


def command(arguments: argparse.Namespace) -> int:
    """Play everybody in the people file; 0 if every session ended as the file wants."""
    pack = city.load(arguments.city)
    wanted = _check_people(arguments.people, arguments.city)
    printer = printers.card_printer(arguments.printer, arguments.printer_profile)
    slip_printer = printers.slip_printer(arguments.slip_printer)
    if arguments.keep_cards is not None:
        _begin_cards(arguments.keep_cards, pack.issuer)
    shape = training.Shape(arguments.platform, _SIZES[arguments.platform])
    play = _Play(arguments, wanted)
    station = training.station(
        arguments.city, shape, printer, slip_printer=slip_printer, reading=arguments.reading
    )
    play.loop = Loop(replace(station, ledger=arguments.ledger), play.rehearsal)
    try:
        play.loop.run()
    except NoSession:
        raise Misuse(
            "No session could be started. Check the display, or use --platform offscreen."
        ) from None
    if arguments.keep_cards is not None:
        _check_cards(arguments.keep_cards)
    return 0 if play.endings == wanted else 1


class _Play:
    """One rehearsal: prints a line a person, then the summary, then holds."""

    def __init__(self, arguments: argparse.Namespace, wanted: list[str]) -> None:
        self.loop: Loop | None = None
        self.endings: list[str] = [""] * len(wanted)
        self._handovers: list[float] = []
        self._dead: list[float] = []
        self._json = bool(arguments.json)
        self._hold = float(arguments.hold)
        self.rehearsal = Rehearsal(
            people=arguments.people.resolve(),
            count=len(wanted),
            cards=arguments.keep_cards,
            finished=self._finished,
            done=self._done,
            issued=lambda: self.loop.ledger.good if self.loop else 0,
            end=lambda ordinal: self.loop.end(ordinal) if self.loop else None,
            buried=self._dead.append,
        )

    def _finished(self, record: Record) -> None:
        self.endings[record.person - 1] = record.ending
        if record.handover_ms is not None:
            self._handovers.append(record.handover_ms)
        if self._json:
            print(json.dumps(_as_json(record)), flush=True)
        else:
            printed = "card printed" if record.printed else "no card"
            print(f"Resident {record.person}: {record.ending}, {printed}.", flush=True)

    def _done(self) -> None:
        """Wait for the next standby before the figures are taken: it belongs to a station."""
        assert self.loop is not None  # noqa: S101  # set before the loop runs
        if self.loop.plan.standby is None or not self.loop.plan.standby.ready:
            self.loop.sources.at(0.05, self._done)
            return
        self._summarize(self.loop)
        self.loop.sources.at(self._hold, self.loop.stop)

    def _summarize(self, loop: Loop) -> None:
        pids = loop.pids()
        summary = {
            "pids": pids,
            "pss_mb": pss_mb(pids.values()),
            "handover_ms": _spread(self._handovers),
            "dead_ms": _spread(self._dead),
            "ledger": asdict(loop.ledger),
        }
        if self._json:
            print(json.dumps({"summary": summary}), flush=True)


def _spread(values: list[float]) -> dict[str, float | None]:
    shares = (("p50", 0.50), ("p95", 0.95))
    return {name: _rounded(percentile(values, share)) for name, share in shares}


def _as_json(record: Record) -> dict[str, object]:
    line: dict[str, object] = {
        "person": record.person,
        "ending": record.ending,
        "printed": record.printed,
        "pages_ms": record.pages_ms,
        "handover_ms": _rounded(record.handover_ms),
    }
    return line if record.fault is None else {**line, "fault": record.fault}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _check_people(path: Path, name: str) -> list[str]:
    """Return the ending that each person wants; the file is read by a process that dies at once."""
    folder = str(path.resolve().parent)
    with path.open("rb") as file:
        checked = subprocess.run(  # noqa: S603  # our own interpreter, our own module
            [sys.executable, "-s", "-B", "-m", "kiosk.people", str(file.fileno()), name, folder],
            pass_fds=[file.fileno()],
            capture_output=True,
            text=True,
            check=False,
        )
    if checked.returncode != 0:
        reason = checked.stderr.strip() if checked.returncode == 2 else "It cannot be read."  # noqa: PLR2004  # the code for misuse
        raise Misuse(f"The people file {path} cannot be used. {reason}")
    sys.stderr.write(checked.stderr)
    return checked.stdout.split()


def _begin_cards(folder: Path, issuer: str) -> None:
    """Make the folder and its trust file first, so that a full disk shows before anybody plays."""
    from kiosk.trust import keys  # noqa: PLC0415  # a long-lived process need not hold it

    folder.mkdir(parents=True, exist_ok=True)
    trust = keys.write_trust(keys.specimen_trust(issuer))
    (folder / "trust.json").write_text(trust, encoding="utf-8")


def _check_cards(folder: Path) -> None:
    """Say so if a session could not write what it printed; those without a card left no file."""
    files = [file for name in CARD_FILES for file in folder.glob(f"*-{name}")]
    empty = [file for file in files if file.stat().st_size == 0]
    for file in empty:
        file.unlink()
    if empty and shutil.disk_usage(folder).free < _A_CARD:
        raise Misuse(f"Cards could not be written to {folder}. Free some space and try again.")
