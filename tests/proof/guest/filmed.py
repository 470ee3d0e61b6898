"""Filmed: looks through the kernel's test camera, in the end behind a session's walls.

Prints a line for each size that is wanted, "seen WIDTH HEIGHT FRAMES BARS", and at last "sealed"
and the same. BARS are how many of the eight colour bars of the test picture have their colour.
"""

import os
import sys
import time
from collections.abc import Iterator

from PIL import Image

from kiosk.devices import Frame
from kiosk.devices.v4l2 import PAPERS_SIZE, PORTRAIT_SIZE, V4l2Camera
from kiosk.isolation import allowed, seccomp

_DEVICE = "/dev/video0"
_LENGTH = 4.0  # seconds; the imitated processor draws few pictures in one
_PAUSE = 0.02
# White, yellow, cyan, green, magenta, red, blue and black, at three quarters of their strength.
_FULL = 191
_BARS = [(_FULL * red, _FULL * green, _FULL * blue) for red, green, blue in (
    (1, 1, 1), (1, 1, 0), (0, 1, 1), (0, 1, 0), (1, 0, 1), (1, 0, 0), (0, 0, 1), (0, 0, 0),
)]  # fmt: skip
_NEAR = 6  # grades that rounding may cost


def main() -> None:
    for size in (PORTRAIT_SIZE, PAPERS_SIZE):
        print("seen", *_look(_open(), size), flush=True)
    descriptor = _open()  # as the supervisor does: what is sealed opens nothing
    seccomp.install(allowed.session(os.getpid()))
    words = " ".join(map(str, _look(descriptor, PORTRAIT_SIZE)))
    os.write(sys.stdout.fileno(), f"sealed {words}\n".encode())
    os._exit(0)


def _open() -> int:
    return os.open(_DEVICE, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)


def _look(descriptor: int, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return width and height of the last frame, how many there were, and its right bars."""
    camera = V4l2Camera(descriptor, size)
    frames = list(_frames(camera))
    camera.close()
    if not frames:
        return 0, 0, 0, 0
    last = frames[-1]
    return last.width, last.height, len(frames), _right_bars(last)


def _frames(camera: V4l2Camera) -> Iterator[Frame]:
    end = time.monotonic() + _LENGTH
    while time.monotonic() < end:
        frame = camera.read()
        if frame is None:
            time.sleep(_PAUSE)
        else:
            yield frame


def _right_bars(frame: Frame) -> int:
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb)
    middles = (frame.width * (2 * bar + 1) // 16 for bar in range(8))
    seen = [picture.getpixel((column, frame.height // 2)) for column in middles]
    return sum(_is_near(pixel, bar) for pixel, bar in zip(seen, _BARS, strict=True))


def _is_near(pixel: float | tuple[int, ...] | None, bar: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - two) <= _NEAR for one, two in zip(pixel, bar, strict=True))


if __name__ == "__main__":
    main()
