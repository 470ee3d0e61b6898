"""What becomes a maker's driver: `python -m kiosk.filter`, started by the supervisor.

It puts up the walls, says that they stand, and waits for the raster's first byte, so that no driver
is ever started for nothing. Then it becomes the driver, whose walls are its own from then on. All
that a driver is told of the card beside the pixels is constant.
"""

import argparse
import os
import signal
import socket
import sys
from functools import partial
from pathlib import Path

from kiosk.errors import WallMissing
from kiosk.formats.filter_lines import READY
from kiosk.isolation import seal, user, walls
from kiosk.isolation.wall import Wall

_IN, _OUT, _ERROR = 0, 1, 2
_CANNOT_START = b"ERROR: the driver cannot be started\n"
# Job, user, title, copies: what cupsd would say of a job that nobody knows anything of.
_JOB = ("kiosk", "1", "kiosk", "card", "1")
_FIXED = {
    "CHARSET": "utf-8",
    "CONTENT_TYPE": "application/vnd.cups-raster",
    "CUPS_DATADIR": "/usr/share/cups",
    "CUPS_SERVERBIN": "/usr/lib/cups",
    "FINAL_CONTENT_TYPE": "printer/kiosk",
    "LANG": "C.UTF-8",
    "PRINTER": "kiosk",
    "SOFTWARE": "CUPS/2.4",
    "TMPDIR": "/nonexistent",
}


def main() -> int:
    """Become the driver when there is a raster, or end."""
    options = _options()
    line = _arrange(options.line, options.printer)
    try:
        _seal(options)
    except WallMissing as missing:
        return Wall(missing.wall).exit_status
    if not os.access(options.program, os.X_OK):
        return os.EX_UNAVAILABLE
    if _raster_comes(line):
        _become(options)
    return os.EX_OK


def _arrange(line: int, printer: int) -> socket.socket:
    """Leave three descriptors, two to the session and one to the printer; return the first."""
    os.dup2(printer, _OUT)
    os.dup2(line, _IN)
    os.dup2(line, _ERROR)
    os.closerange(_ERROR + 1, os.sysconf("SC_OPEN_MAX"))
    for descriptor in (_IN, _OUT):  # a driver knows nothing of descriptors that do not wait
        os.set_blocking(descriptor, True)
    return socket.socket(fileno=_IN)


def _seal(options: argparse.Namespace) -> None:
    training = options.training
    if options.user is not None:
        become = partial(user.become, options.user, training=training)
        walls.put_up(Wall.OWN_USER, become, training=training)
    seal.die_with_parent(options.parent)
    walls.driver(options.program, (options.description, *options.data), training=training)


def _raster_comes(line: socket.socket) -> bool:
    """Say that all is ready, and wait for the first byte; False if there will be none."""
    try:
        line.send(READY + b"\n")
        return bool(line.recv(1, socket.MSG_PEEK))
    except OSError:
        return False


def _become(options: argparse.Namespace) -> None:
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # Python does not heed it, and a driver would not
    described = {**_FIXED, "PPD": str(options.description)}
    try:
        os.execve(options.program, [*_JOB, options.options], described)  # noqa: S606
    except OSError:
        os.write(_ERROR, _CANNOT_START)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.filter", allow_abbrev=False)
    parser.add_argument("--control", type=int, required=True, help="not used")
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--line", type=int, required=True, help="a stream from and to the session")
    parser.add_argument("--printer", type=int, required=True, help="what the driver writes to")
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--description", type=Path, required=True)
    parser.add_argument("--data", type=Path, action="append", default=[], help="to read, too")
    parser.add_argument("--options", default="", help="for the driver")
    parser.add_argument("--user", help="UID:GID of the user to become")
    parser.add_argument("--training", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
