"""The session process: first the walls, then the screen.

Nothing of Qt is imported before the seal, because a library that is already in memory cannot be
kept from opening what it wants. A bug ends the session; what leaves is the name of its class.
"""

import argparse
import importlib
import os
import sys
from pathlib import Path

from kiosk.errors import WallMissing
from kiosk.isolation import seal, walls
from kiosk.isolation.channel import SessionEnd

CRASHED = 70  # sysexits(3): an internal software error


def main() -> None:
    """Seal, then show one applicant's session until the supervisor kills it."""
    arguments = _parser().parse_args()
    seal.die_with_parent(arguments.parent)
    control = SessionEnd(arguments.control)
    _end_on_any_fault(control)
    # Only a training station can play somebody; the people file may lie outside the walls.
    arguments.cast = None
    if arguments.training and arguments.rehearse:
        arguments.cast = importlib.import_module("ui.rehearsal.cast").read(arguments)
    try:
        missing = walls.stage_one(training=arguments.training)
    except WallMissing as fault:
        os._exit(walls.Wall(fault.wall).exit_status)
    from ui.start import run  # noqa: PLC0415  # Qt comes after the seal

    run(arguments, control, [each.wall.value for each in missing])


def _end_on_any_fault(control: SessionEnd) -> None:
    """Let no exception print its values, in any thread or slot."""

    def end(kind: type[BaseException], *_: object) -> None:
        control.confess(kind)
        os._exit(CRASHED)

    sys.excepthook = end
    sys.unraisablehook = lambda fault: end(fault.exc_type)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ui")
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--city", required=True)
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--size", default="full", help="WIDTHxHEIGHT, fit or full")
    parser.add_argument("--printer", default="screen", help="the printer's URI, or screen")
    # Rehearsal: descriptors of the people file, two pipes, and perhaps three card files.
    parser.add_argument("--rehearse", type=_descriptors, default=())
    parser.add_argument("--person", type=int, default=0)
    parser.add_argument("--people-folder", type=Path)
    return parser


def _descriptors(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


if __name__ == "__main__":
    main()
