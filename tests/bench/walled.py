"""Walled: put up all walls of a session in this process, and print the milliseconds they took.

`python -m tests.bench.walled`; what a session imports and paints between the stages is not counted.
"""

import os
import socket
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk.isolation import user, walls, wiper
from kiosk.isolation.role import Role


def main() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    own_user = Role.SESSION.user(training=True)
    started = time.perf_counter()
    wiper.offer(theirs.detach())
    if own_user is not None:
        user.become(own_user, training=True)
    walls.stage_one(training=True)
    first = time.perf_counter() - started
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    import ui.start  # noqa: F401, PLC0415  # Qt comes after the first stage

    application = QApplication([])
    application.processEvents()
    started = time.perf_counter()
    walls.stage_two(training=True, wayland=False, warm=True)
    second = time.perf_counter() - started
    os.write(1, f"{(first + second) * 1000}\n".encode())
    ours.close()
    os._exit(0)


if __name__ == "__main__":
    main()
