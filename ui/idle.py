"""Idle: somebody left without a word. First a warning with time to answer, then the end.

Whoever is still there must say so by a button: during the countdown a touch elsewhere changes
nothing, because it may be the next person's.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal

QUIET: Final = 90  # seconds without a touch before the warning
COUNTDOWN: Final = 30  # seconds to answer it; VVSG 2.0 and 49 CFR 27.71(k) ask for 20 or more
_SECOND: Final = 1000  # milliseconds

_INPUT: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchEnd,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


class Idle(QObject):
    """Watches the application's input. Silent until it is enabled.

    Signals: `warned` after the quiet time, `ticked` with the seconds left and the seconds in all
    (also together with `warned`), `expired` when they are over.
    """

    warned = Signal()
    ticked = Signal(int, int)
    expired = Signal()

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._countdown = COUNTDOWN
        self._left = 0
        self._enabled = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be 5 % early
        self._quiet.timeout.connect(self._warn)
        self._second = QTimer(self)
        self._second.timeout.connect(self._tick)
        self.set_times(QUIET, COUNTDOWN)
        app.installEventFilter(self)

    @property
    def counting(self) -> bool:
        """Whether the countdown is running."""
        return self._second.isActive()

    def set_times(self, quiet: float, countdown: int, second: int = _SECOND) -> None:
        """Set the quiet time and the countdown, in seconds; a `second` lasts so many milliseconds.

        The countdown that is running keeps its length.
        """
        self._countdown = countdown
        self._quiet.setInterval(round(quiet * second))
        self._second.setInterval(second)

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001 named like Qt's own setters
        """Begin to watch anew, or stop watching."""
        self._enabled = enabled
        self.restart()

    def restart(self) -> None:
        """Begin the quiet time anew: somebody said that they are there."""
        self._second.stop()
        if self._enabled:
            self._quiet.start()
        else:
            self._quiet.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._enabled and not self.counting and event.type() in _INPUT:
            self._quiet.start()
        return False

    def _warn(self) -> None:
        self._left = self._countdown
        self._second.start()
        self.warned.emit()
        self.ticked.emit(self._left, self._countdown)

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.ticked.emit(self._left, self._countdown)
            return
        self._second.stop()
        self.expired.emit()
