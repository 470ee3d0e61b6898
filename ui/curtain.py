"""Curtain: what a station shows in its first second, while the first session warms up behind it.

It is a session that can be shown and nothing else: no page, no question, no camera. It imports next
to nothing, so that it is there almost as soon as a bare window. When a session stands by, the
supervisor takes it away; who touches it before that sees the page that comes a moment later. Given
a wall that the machine lacks, it says instead that the station is closed.
"""

import sys

from kiosk.isolation import seal, user
from kiosk.isolation.channel import SessionEnd


def main() -> None:
    """Show the curtain until the supervisor kills this process."""
    said = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=False))
    if "--user" in said:
        user.become(said["--user"], training="--training" in sys.argv)
    seal.die_with_parent(int(said["--parent"]))
    seal.no_dumps()
    seal.private_umask()
    control = SessionEnd(int(said["--control"]))
    if "--wall" in said:
        from ui import closed  # noqa: PLC0415  # the curtain itself needs next to nothing

        closed.show(control, said["--size"], said["--city"], said["--wall"])
    from ui import cloth  # noqa: PLC0415  # Qt comes after the seal

    cloth.show(control, said["--size"])


if __name__ == "__main__":
    main()
