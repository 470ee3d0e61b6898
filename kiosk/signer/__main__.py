"""The signer process: `python -m kiosk.signer`, started by the supervisor and never by hand.

It opens the issuing key, says so in one byte, and then serves until the supervisor is gone.
"""

import argparse
import os
import socket
import sys
from pathlib import Path

from kiosk.errors import (
    KeyFileUnreadable,
    KeyFileWrong,
    KioskError,
    PassphraseWrong,
    StaffFileWrong,
)
from kiosk.isolation import seal
from kiosk.signer import backends, staff
from kiosk.signer.service import Service

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
    seal.private_umask()
    seal.no_dumps()
    seal.die_with_parent(options.parent)
    control = socket.socket(fileno=options.control)
    try:
        key = backends.open_file(options.key, _passphrase(options.passphrase_fd))
        people = staff.load(options.staff)
    except KioskError as failure:
        control.send(_FAILURES[type(failure)])
        return 2
    control.send(_READY)
    Service(control, people, key.sign).serve()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kiosk.signer", allow_abbrev=False)
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--staff", type=Path, required=True)
    parser.add_argument("--passphrase-fd", type=int, required=True)
    return parser.parse_args()


def _passphrase(descriptor: int) -> bytes:
    """Read the passphrase from a pipe, so that it is in no command line and no environment."""
    try:
        return os.read(descriptor, _LONGEST)
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    sys.exit(main())
