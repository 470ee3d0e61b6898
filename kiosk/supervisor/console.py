"""Console: keeps the kernel's own terminal away from the keys and the screen.

Without this, what a resident types is also typed into a text terminal behind the picture, where
nobody reads it and where it stays: it was found there in plain text (docs/decisions/compositor.md).
"""

import contextlib
import fcntl
import os
import struct
from collections.abc import Callable
from pathlib import Path

# linux/kd.h: K_OFF is a keyboard that types nothing into a terminal; KD_GRAPHICS a terminal that
# draws nothing.
_GET_KEYBOARD, _SET_KEYBOARD, _SET_SCREEN = 0x4B44, 0x4B45, 0x4B3A
_OFF, _GRAPHICS, _TEXT = 0x04, 0x01, 0x00

Restore = Callable[[], None]


def quieten(path: str | None) -> Restore:
    """Take keys and screen from a terminal; the function returned gives them back.

    `/dev/tty0` is whichever is in front. A kernel without terminals has nothing to be kept from.
    Raises OSError if the terminal is there and will not be quiet.
    """
    if path is None or not Path(path).exists():
        return lambda: None
    terminal = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
    before = _keyboard(terminal)
    fcntl.ioctl(terminal, _SET_KEYBOARD, _OFF)
    fcntl.ioctl(terminal, _SET_SCREEN, _GRAPHICS)

    def restore() -> None:
        with contextlib.suppress(OSError):
            fcntl.ioctl(terminal, _SET_SCREEN, _TEXT)
            fcntl.ioctl(terminal, _SET_KEYBOARD, before)
        os.close(terminal)

    return restore


def _keyboard(terminal: int) -> int:
    mode: int = struct.unpack("i", fcntl.ioctl(terminal, _GET_KEYBOARD, bytes(4)))[0]
    return mode
