"""Screen: how large the one window of a session is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

_SHARE = 0.9  # of the screen's height that a training window takes
_PORTRAIT = 270 / 480


def window_size(window: QWidget, wanted: str) -> QSize:
    """Return the size in pixels that "WIDTHxHEIGHT", "fit" or "full" means on this screen.

    A full window loses its frame.
    """
    screen = QApplication.primaryScreen().availableSize()
    if wanted == "fit":
        height = round(screen.height() * _SHARE)
        return QSize(round(height * _PORTRAIT), height)
    if wanted == "full":
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        return screen
    width, height = map(int, wanted.split("x"))
    return QSize(width, height)
