"""Viewfinder: the mirror with a camera behind it, for as long as it is on the screen.

It reads frames, has them looked at, counts down, and takes the shot. Hidden, it does none of that.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.devices import Camera, Eyes, Frame
from kiosk.session.framing import suggested
from kiosk.session.portrait import Shot
from ui.watch import Seen, Watch
from ui.widgets import Guide, Mirror

BEAT = 700  # milliseconds of each number of the countdown
_COUNT = 3
_PERIOD = 50  # milliseconds between two looks at the camera: about 20 a second
_PATIENCE = 100  # looks without a frame, then the camera is taken for gone
NOTHING = Seen(None, None)


class Viewfinder(Mirror):
    """Emits `live` when there is a picture (again), and `lost` when there is none.

    `seen` carries a Seen, and `taken` the Shot that was counted down to, cut around the face that
    was seen last.
    """

    live = Signal()
    lost = Signal()
    seen = Signal(object)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.beat = BEAT
        self._camera: Camera | None = None
        self._eyes: Eyes | None = None
        self._frame: Frame | None = None
        self._unseen = 0
        self._seen = NOTHING
        self._watch = Watch(self._tell)
        self._timer, self._counter = QTimer(self), QTimer(self)
        self._timer.setInterval(_PERIOD)
        self._timer.timeout.connect(self._look)
        self._counter.timeout.connect(self._count_down)

    def look_through(self, camera: Camera | None) -> None:
        """Look through `camera` from now on; None: there is none."""
        self.let_go()
        self._camera = camera
        if camera is None:
            self.set_guide(Guide.NONE)
            self.lost.emit()
        elif self.isVisible():
            self._look()
            self._timer.start()

    def set_eyes(self, eyes: Eyes | None) -> None:
        """Ask `eyes` for faces from now on; None: advise without. They belong to the session."""
        self._eyes = eyes

    def let_go(self) -> None:
        """Close the camera and forget what it saw."""
        self._rest()
        if self._camera is not None:
            self._camera.close()
        self._camera = None
        self.set_guide(Guide.WAITING)

    def take(self) -> None:
        """Count down, since who has just touched the screen does not look at the camera."""
        if self._frame is None or self._counter.isActive():
            return
        if self.beat:
            self.set_count(_COUNT)
            self._counter.start(self.beat)
        else:
            self._shoot()

    def showEvent(self, event: QShowEvent) -> None:
        if self._camera is not None:
            self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest()
        super().hideEvent(event)

    def _rest(self) -> None:
        """Look no more, and forget what was seen: what comes next is looked at afresh."""
        self._timer.stop()
        self._watch.stop()
        self._unseen, self._seen = 0, NOTHING
        self.set_pointer(None)
        self._forget()

    def _forget(self) -> None:
        self._counter.stop()
        self.set_count(0)
        self._frame = None
        self.set_frame(None)

    def _look(self) -> None:
        frame = self._camera.read() if self._camera is not None else None
        if frame is None:
            self._miss()
            return
        first = self._frame is None
        self._frame, self._unseen = frame, 0
        self.set_frame(frame)
        self._watch.look(frame, self._eyes)
        if first:
            self.set_guide(Guide.WAITING)
            self.live.emit()

    def _miss(self) -> None:
        """Wait for a while: a camera takes a second to start, and may be pulled out at any time."""
        self._unseen += 1
        if self._unseen == _PATIENCE:
            self._forget()
            self.set_guide(Guide.NONE)
            self.lost.emit()

    def _tell(self, seen: Seen) -> None:
        self._seen = seen
        good = bool(seen.faces) and seen.advice is None
        self.set_guide(Guide.GOOD if good else Guide.WAITING)
        self.seen.emit(seen)

    def _count_down(self) -> None:
        self.set_count(self.count - 1)
        if self.count == 0:
            self._counter.stop()
            self._shoot()

    def _shoot(self) -> None:
        if self._frame is not None:
            area = suggested(self._frame, self._seen.faces or ())
            self.taken.emit(Shot(self._frame, area))
