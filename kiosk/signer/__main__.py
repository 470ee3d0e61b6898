"""The signer process: `python -m kiosk.signer`, started by the supervisor and never by hand.

It opens the issuing key, says so in one byte, and then serves until the supervisor is gone. A wall
that production demands and the machine cannot give is told by the exit status.
"""

import argparse
import os
import socket
import sys
from functools import partial
from pathlib import Path

from kiosk.errors import (
    KeyFileUnreadable,
    KeyFileWrong,
    KioskError,
    PassphraseWrong,
    StaffFileWrong,
    WallMissing,
)
from kiosk.isolation import memory, seal, user, walls
from kiosk.isolation.wall import Wall
from kiosk.signer import backends, staff
from kiosk.signer.backends import FileKey
from kiosk.signer.service import Service
from kiosk.signer.staff import Staff

_READY = b"r"
_FAILURES: dict[type[KioskError], bytes] = {
    KeyFileUnreadable: b"1",
    KeyFileWrong: b"2",
    PassphraseWrong: b"3",
    StaffFileWrong: b"4",
}
_LONGEST = 4096  # bytes of a passphrase


def main() -> int:
    """Serve until the supervisor is gone; 2 if the key or the staff could not be opened."""
    options = _options()
    control = socket.socket(fileno=options.control)
    try:
        key, people = _open_behind_walls(options)
    except WallMissing as missing:
        return Wall(missing.wall).exit_status
    except KioskError as failure:
        control.send(_FAILURES[type(failure)])
        return 2
    control.send(_READY)
    Service(control, people, key.sign).serve()
    return 0


def _open_behind_walls(options: argparse.Namespace) -> tuple[FileKey, Staff]:
    """Return the opened key and the staff; when they are open, nothing can be opened any more."""
    training, files = options.training, (options.key, options.staff)
    if options.user is not None:
        become = partial(user.become, options.user, training=training)
        walls.put_up(Wall.OWN_USER, become, training=training)
    seal.die_with_parent(options.parent)
    walls.signer_one(training=training, files=files)
    key = backends.open_file(options.key, _passphrase(options.passphrase_fd))
    people = staff.load(options.staff)
    memory.freeze()
    walls.signer_two(training=training)
    return key, people


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.signer", allow_abbrev=False)
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--staff", type=Path, required=True)
    parser.add_argument("--passphrase-fd", type=int, required=True)
    parser.add_argument("--user", help="UID:GID of the user to become")
    parser.add_argument("--training", action="store_true")
    return parser.parse_args()


def _passphrase(descriptor: int) -> bytes:
    """Read the passphrase from a pipe, so that it is in no command line and no environment."""
    try:
        return os.read(descriptor, _LONGEST)
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    sys.exit(main())
