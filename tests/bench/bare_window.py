"""The reference for a cold start: a bare PySide6 window, painted once."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QTimer.singleShot(0, QApplication.quit)


app = QApplication(sys.argv)
window = Window()
window.resize(1080, 1920)
window.show()
app.exec()
