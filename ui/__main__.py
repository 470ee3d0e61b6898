"""The session process: first the walls, then the screen.

Nothing of Qt is imported before the seal, because a library that is already in memory cannot be
kept from opening what it wants. A bug ends the session; what leaves is the name of its class.
"""

import argparse
import importlib
import os
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kiosk.errors import WallMissing
from kiosk.isolation import seal, user, walls, wiper
from kiosk.isolation.channel import SessionEnd
from kiosk.isolation.wall import Wall
from kiosk.isolation.walls import Missing

_LONG = 3600.0  # seconds; who waits is dead within one


def main() -> None:
    """Seal, then show one applicant's session until the supervisor kills it."""
    arguments = _parser().parse_args()
    control = SessionEnd(arguments.control)
    _end_on_any_fault(control)
    missing = _behind(partial(_become, arguments))
    seal.die_with_parent(arguments.parent)
    # Only a training station can play somebody; the people file may lie outside the walls.
    arguments.cast = None
    if arguments.training and arguments.rehearse:
        arguments.cast = importlib.import_module("ui.rehearsal.cast").read(arguments)
    missing += _behind(partial(walls.stage_one, training=arguments.training))
    from ui.start import run  # noqa: PLC0415  # Qt comes after the seal

    run(arguments, control, [each.wall.value for each in missing])


def _become(arguments: argparse.Namespace) -> tuple[Missing, ...]:
    """Leave the right to be wiped behind, then become the session's own user: in this order."""
    offer = partial(wiper.offer, arguments.memory)
    missing = walls.put_up(Wall.MEMORY_WIPE, offer, training=arguments.training)
    if arguments.user is not None:
        become = partial(user.become, arguments.user, training=arguments.training)
        missing += walls.put_up(Wall.OWN_USER, become, training=arguments.training)
    return missing


def _behind(put_up: Callable[[], tuple[Missing, ...]]) -> tuple[Missing, ...]:
    """Put up walls; without one that production needs, end with the status that names it."""
    try:
        return put_up()
    except WallMissing as fault:
        os._exit(Wall(fault.wall).exit_status)


def _end_on_any_fault(control: SessionEnd) -> None:
    """Let no exception print its values, in any thread or slot.

    The process does not exit but waits for its supervisor, which has it wiped and kills it: memory
    that a process gives back by itself is nobody's to wipe but the kernel's.
    """

    def end(kind: type[BaseException], *_: object) -> None:
        control.confess(kind)
        while True:
            time.sleep(_LONG)

    sys.excepthook = end
    threading.excepthook = lambda fault: end(fault.exc_type)
    sys.unraisablehook = lambda fault: end(fault.exc_type)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ui")
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument(
        "--memory", type=int, required=True, help="where to leave the wiper's right"
    )
    parser.add_argument("--user", help="UID:GID of the user to become")
    parser.add_argument("--city", required=True)
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--reading", action="store_true", help="papers can be read")
    parser.add_argument("--size", default="full", help="WIDTHxHEIGHT, fit or full")
    parser.add_argument("--printer", default="screen", help="the printer's URI, or screen")
    parser.add_argument("--slip-printer", default="none", help="its URI, screen, or none")
    # Rehearsal: descriptors of the people file, two pipes, and perhaps three card files.
    parser.add_argument("--rehearse", type=_descriptors, default=())
    parser.add_argument("--person", type=int, default=0)
    parser.add_argument("--people-folder", type=Path)
    parser.add_argument("--clerk", type=int, help="where another clerk's number and PIN are read")
    return parser


def _descriptors(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


if __name__ == "__main__":
    main()
