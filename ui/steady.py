"""Steady: tells what has lasted, so that words and pictures on the screen do not flicker.

What is over is taken back at once; only what has come has to last, or to be heard twice.
"""

from PySide6.QtCore import QObject, QTimer, Signal

LASTING = 400  # milliseconds


class Steady(QObject):
    """`told` carries what was heard, once it has lasted, or None as soon as it is over.

    `lasting` is in milliseconds; 0: nothing but a second hearing counts.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None, *, lasting: int = LASTING) -> None:
        super().__init__(parent)
        self._heard: object = None
        self._told: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(lasting)
        self._timer.timeout.connect(self._tell)

    def hear(self, what: object) -> bool:
        """Take what is so now, None if nothing is; return whether all is told that was heard."""
        again = what == self._heard
        self._heard = what
        if what is None or again:
            self._tell()
        elif self._timer.interval():
            self._timer.start()
        return self._told == self._heard

    def forget(self) -> None:
        """Begin anew, as if nothing had been heard or told."""
        self._timer.stop()
        self._heard = self._told = None

    def _tell(self) -> None:
        self._timer.stop()
        if self._heard != self._told:
            self._told = self._heard
            self.told.emit(self._told)
