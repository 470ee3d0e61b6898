"""Bell: one short sound when a person is needed or a card is ready.

It is the display's own bell, the only sound that needs no file, no sound server and no permission.
Whether anything is heard is up to the machine: the screen says the same by its colour.
"""

from PySide6.QtWidgets import QApplication


def ring() -> None:
    """Ring once."""
    QApplication.beep()
