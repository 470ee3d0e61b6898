"""Paper view: the live picture of what lies under the camera, which is read while it is shown."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from kiosk.devices import Eyes, Frame
from kiosk.session.reading import Reader
from kiosk.session.scan import Scan
from ui.pages.live_view import LiveView
from ui.paper_watch import PaperWatch


class PaperView(LiveView):
    """`read` carries a Reader."""

    read = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(self._have_read)
        self._eyes: Eyes | None = None
        self._watch = PaperWatch(self._tell, today)

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
        self._watch.stop()
        super().let_go()

    def _have_read(self, frame: Frame) -> None:
        self._watch.look(frame, self._eyes)

    def _tell(self, reader: Reader) -> None:
        self.read.emit(reader)
