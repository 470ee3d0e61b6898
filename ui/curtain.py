"""Curtain: what a station shows in its first second, while the first session warms up behind it.

It is a session that can be shown and nothing else: no page, no question, no camera. It imports next
to nothing, so that it is there almost as soon as a bare window. When a session stands by, the
supervisor takes it away; who touches it before that sees the page that comes a moment later.
"""

import sys

from kiosk.isolation import seal
from kiosk.isolation.channel import SessionEnd


def main() -> None:
    """Show the curtain until the supervisor kills this process."""
    said = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=False))
    seal.die_with_parent(int(said["--parent"]))
    seal.no_dumps()
    seal.private_umask()
    from ui.cloth import show  # noqa: PLC0415  # Qt comes after the seal

    show(SessionEnd(int(said["--control"])), said["--size"])


if __name__ == "__main__":
    main()
