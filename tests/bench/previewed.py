"""Previewed: the photo page with a camera and a face finder, for some seconds.

`python -m tests.bench.previewed WIDTH HEIGHT SECONDS` prints how many frames were painted, looked
at and seen with a face, each a second. The camera is an imitated kernel's, with 30 frames of motion
JPEG a second; decoding, painting, advice and the face finder's process are the real ones.
"""

import io
import os
import sys
import time
from itertools import cycle

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.devices.drawn_camera import draw
from kiosk.devices.sight import Sight
from kiosk.devices.v4l2 import V4l2Camera
from kiosk.supervisor.companions import Companions, Manner
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.sources import Sources
from tests.devices.camera_kernel import CameraKernel
from tests.ui.pictures import FONTS
from tests.ui.scenes import PORTRAIT, Stage, empty
from ui.pages.viewfinder import Viewfinder
from ui.theme import Theme, install, load_all_fonts, load_first_fonts
from ui.watch import Seen

RATE = 30  # frames a second of the camera
SIZE_OF_LOOK = (640, 360)
_MOVES = (0, 8, 16, 8)  # pixels to the right


class Film(CameraKernel):
    """A camera that fills a buffer every thirtieth of a second, looked at or not."""

    def __init__(self, pictures: list[bytes], size: tuple[int, int]) -> None:
        super().__init__(size=size)
        self._pictures = cycle(pictures)
        self._next = time.perf_counter()

    def _dqbuf(self, argument: bytearray) -> None:
        while self._next <= time.perf_counter():
            self.film(next(self._pictures))
            self._next += 1 / RATE
        super()._dqbuf(argument)


class Audience(QObject):
    """Counts the frames that are painted, those looked at, and those with a face."""

    def __init__(self, mirror: Viewfinder) -> None:
        super().__init__()
        self.painted = self.looks = self.faces = 0
        self._mirror, self._last = mirror, mirror._image
        mirror.installEventFilter(self)
        mirror.seen.connect(self._count)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._mirror._image is not self._last:
            self._last = self._mirror._image
            self.painted += 1
        return False

    def _count(self, seen: Seen) -> None:
        self.looks += 1
        self.faces += bool(seen.faces)


class Helper:
    """The face finder's process, started as the supervisor does it."""

    def __init__(self) -> None:
        sources = Sources()
        self._departures = Departures(sources, training=True)
        self._companions = Companions(
            sources, self._departures, Manner(training=True, reading=False)
        )
        self._companions.start(1, self._take)
        width, height = SIZE_OF_LOOK
        self.sight.faces(width, height, bytes(width * height))  # until it has started

    def _take(self, descriptor: int | None) -> None:
        assert descriptor is not None
        self.sight = Sight(os.dup(descriptor), patience=60)

    def close(self) -> None:
        self.sight.close()
        self._departures.begin(self._companions.release(1))
        self._departures.break_off()


def main() -> None:
    width, height, length = (int(argument) for argument in sys.argv[1:])
    app = QApplication([])
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    install(app, Theme())
    stage = Stage()
    stage.window.resize(PORTRAIT)
    stage.window.show()
    helper = Helper()
    page = stage.open("portrait", empty())
    page.show_eyes(helper.sight)
    film = Film([picture((width, height), move) for move in _MOVES], (width, height))
    page.show_camera(V4l2Camera(os.memfd_create("camera"), (width, height), film.edge))
    audience = Audience(page.mirror)
    QTimer.singleShot(length * 1000, app.quit)
    app.exec()
    counts = (audience.painted, audience.looks, audience.faces)
    print(*(round(count / length, 1) for count in counts), flush=True)
    helper.close()
    os._exit(0)


def picture(size: tuple[int, int], move: int) -> bytes:
    """Return the drawn face in the middle of a frame, some pixels further right, as JPEG."""
    face = draw()
    drawn = Image.frombytes("RGB", (face.width, face.height), face.rgb)
    width, height = size
    drawn = drawn.resize((height, height * 4 // 3))  # as large as the face finder knows it
    whole = Image.new("RGB", size, drawn.getpixel((0, 0)))
    whole.paste(drawn, ((width - height) // 2 + move, -height // 6))
    out = io.BytesIO()
    whole.save(out, "JPEG", quality=90)
    return out.getvalue()


if __name__ == "__main__":
    main()
