"""Paper view: the live picture of what lies under the camera, which is read while it is shown."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage

from kiosk.devices import Camera, Eyes, Frame
from kiosk.session.reading import Reader
from kiosk.session.scan import Scan
from ui.paper_watch import PaperWatch
from ui.widgets import Picture

_PERIOD = 100  # milliseconds between two looks at the camera: its frames are large
_PATIENCE = 50  # looks without a frame, then the camera is taken for gone


class PaperView(Picture):
    """`read` carries a Reader, `live` comes with the first frame, `lost` when there are none.

    `frame` is the one that is shown, None if there is none.
    """

    read = Signal(object)
    live = Signal()
    lost = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.frame: Frame | None = None
        self._camera: Camera | None = None
        self._eyes: Eyes | None = None
        self._unseen = 0
        self._watch = PaperWatch(self._tell, today)
        self._timer = QTimer(self)
        self._timer.setInterval(_PERIOD)
        self._timer.timeout.connect(self._look)

    def look_through(self, camera: Camera | None) -> None:
        """Look through `camera` from now on; None: there is none."""
        self.let_go()
        self._camera = camera
        if camera is None:
            self.lost.emit()
        else:
            self._look()
            self._timer.start()

    def set_eyes(self, eyes: Eyes | None) -> None:
        """Have papers read by `eyes` from now on. They belong to the session."""
        self._eyes = eyes

    def show_scan(self, scan: Scan) -> None:
        """Show a picture where it lies, instead of the camera's."""
        self.let_go()
        if scan.size is not None:
            width, height = scan.size
            layout = (width, height, 3 * width, QImage.Format.Format_RGB888)
            self.show_image(QImage(scan.rgb, *layout))

    def let_go(self) -> None:
        """Close the camera and forget everything that was seen."""
        self._timer.stop()
        self._watch.stop()
        if self._camera is not None:
            self._camera.close()
        self._camera = self.frame = None
        self._unseen = 0
        self.set_frame(None)

    def hideEvent(self, event: QHideEvent) -> None:
        self.let_go()
        super().hideEvent(event)

    def _look(self) -> None:
        frame = self._camera.read() if self._camera is not None else None
        if frame is None:
            self._unseen += 1
            if self._unseen == _PATIENCE:
                self.let_go()
                self.lost.emit()
            return
        first, self.frame, self._unseen = self.frame is None, frame, 0
        self.set_frame(frame)
        self._watch.look(frame, self._eyes)
        if first:
            self.live.emit()

    def _tell(self, reader: Reader) -> None:
        self.read.emit(reader)
