"""The sight process: `python -m kiosk.sight`, started by the supervisor and never by hand.

What looks at pictures is loaded behind the first walls, and the first picture comes behind the
last. A wall that production demands and the machine cannot give is told by the exit status.
"""

import argparse
import socket
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from kiosk.errors import WallMissing
from kiosk.isolation import memory, seal, user, walls, wiper
from kiosk.isolation.wall import Wall

if TYPE_CHECKING:  # walls come before OpenCV
    from kiosk.sight.service import Service

_OVER = b"o"
_LONG = 3600.0  # seconds; who waits is dead within one


def main() -> int:
    """Serve one session until the supervisor kills this process."""
    options = _options()
    control = socket.socket(fileno=options.control)
    try:
        service = _open_behind_walls(options)
    except WallMissing as missing:
        return Wall(missing.wall).exit_status
    try:
        service.serve()
    finally:
        service.close()
        _wait_for_the_end(control)


def _open_behind_walls(options: argparse.Namespace) -> "Service":
    """Return what serves the session; from then on nothing can be opened any more."""
    training = options.training
    offer = partial(wiper.offer, options.memory)
    walls.put_up(Wall.MEMORY_WIPE, offer, training=training)  # before the user changes
    if options.user is not None:
        become = partial(user.become, options.user, training=training)
        walls.put_up(Wall.OWN_USER, become, training=training)
    seal.die_with_parent(options.parent)
    walls.sight_one(training=training)
    from kiosk.sight import papers  # noqa: PLC0415  # OpenCV comes after the walls
    from kiosk.sight.faces import FaceFinder  # noqa: PLC0415
    from kiosk.sight.service import Service  # noqa: PLC0415

    read = papers.open_reader() if options.reading else papers.read_nothing
    service = Service(socket.socket(fileno=options.session), FaceFinder().find, read)
    memory.freeze()
    walls.sight_two(training=training)
    return service


def _wait_for_the_end(control: socket.socket) -> NoReturn:
    """Say that it is over, and wait to be wiped: memory that is given back is nobody's to wipe.

    That holds for every end, a fault in what looks at pictures too, whose text would go nowhere.
    """
    control.send(_OVER)
    while True:
        time.sleep(_LONG)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.sight", allow_abbrev=False)
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--memory", type=int, required=True, help="for the wiper's right")
    parser.add_argument("--session", type=int, required=True, help="a stream socket")
    parser.add_argument("--user", help="UID:GID of the user to become")
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--reading", action="store_true", help="read papers too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
