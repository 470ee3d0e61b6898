"""Live view: what a camera sees, for as long as it is on the screen. Hidden, it lets the camera go.

What is done with a frame besides showing it is said by `examine`.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from kiosk.devices import Camera, Frame
from ui.widgets import Picture

_PERIOD = 100  # milliseconds between two looks at the camera: its frames are large
_PATIENCE = 50  # looks without a frame, then the camera is taken for gone


class LiveView(Picture):
    """`live` comes with the first frame, `lost` when there are none.

    `frame` is the one that is shown, None if there is none. `examine` is called with each.
    """

    live = Signal()
    lost = Signal()

    def __init__(self, examine: Callable[[Frame], None]) -> None:
        super().__init__()
        self.frame: Frame | None = None
        self._examine = examine
        self._camera: Camera | None = None
        self._unseen = 0
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
            self._timer.start()
            self._look()

    def let_go(self) -> None:
        """Close the camera and forget everything that was seen."""
        self._timer.stop()
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
        self._examine(frame)
        if first:
            self.live.emit()
