"""A process whose clerk keeps a picture until it is discarded; it says what it did and waits.

Frames come as from a camera: made anew each time, out of a JPEG, and kept by nobody.
"""

import io
import sys
from typing import Any

from PIL import Image
from PySide6.QtWidgets import QApplication

from kiosk.devices import Frame
from kiosk.formats.camera_pixels import from_jpeg
from kiosk.isolation import memory
from kiosk.session import discard
from kiosk.session.scan import Scan
from tests.ui.scenes import Stage, journey, settle
from ui.theme import Theme, install

SIZE = (1920, 1080)


def picture() -> bytes:
    """Return a picture that no other program holds, as a JPEG."""
    noise = Image.effect_noise(SIZE, 90)
    planes = [noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    out = io.BytesIO()
    Image.merge("RGB", planes).save(out, "JPEG", quality=95)
    return out.getvalue()


class Camera:
    """A camera that sees what was sent."""

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg

    def read(self) -> Frame | None:
        rgb = from_jpeg(self._jpeg, SIZE)
        return None if rgb is None else Frame(*SIZE, rgb)

    def close(self) -> None: ...


def main() -> None:
    """Keep the picture that comes on standard input, and discard it when told to."""
    app = QApplication([])
    install(app, Theme())
    length = int(sys.stdin.buffer.readline())
    camera = Camera(sys.stdin.buffer.read(length))
    stage = Stage(["en"])
    stage.window.show()
    page: Any = stage.open("evidence", journey(), reading=True)
    memory.give_back_at_once()
    scan = Scan()
    page.resident.foot.next.click()
    face = page.clerk.reading
    face.use_scan(scan)
    page.clerk.read.click()
    face.show_camera(camera)
    for _ in range(3):
        face.view._look()
        settle(page)
    face.keep.click()
    settle(page)
    _say("kept")
    credential: Any = None  # what it says is of no matter here
    discard.end(credential, scan)
    settle(page)
    _say("discarded")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.buffer.readline()


if __name__ == "__main__":
    main()
