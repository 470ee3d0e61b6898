"""Clerk's PIN: two boxes of digits, and what to say when they are wrong."""

from PySide6.QtWidgets import QWidget

from ui.pages.parts import Bench
from ui.widgets import Field, Text, vbox
from ui.words import word

_NUMBER_LENGTH, _PIN_LENGTH = 5, 16  # a staff number has 16 bits; a PIN 16 ASCII digits


class ClerkPin(QWidget):
    """`number` and `pin`, under one line that says what was wrong with them.

    `prefix` tells the fields of a second person from those of the first one.
    """

    def __init__(self, prefix: str = "") -> None:
        super().__init__()
        self.error = Text("danger")
        self.number = Field(f"{prefix}number", digits=True, chars=5, max_length=_NUMBER_LENGTH)
        self.pin = Field(f"{prefix}pin", digits=True, masked=True, chars=8, max_length=_PIN_LENGTH)
        self._second = bool(prefix)
        self._tries_left: int | None = None
        self._incomplete = False
        self._trouble = ""
        self.setLayout(vbox(self.error, Bench(self.number, self.pin, 1), gap=2))
        self._say()

    def clear(self) -> None:
        """Forget what was typed and what was said."""
        for field in (self.number, self.pin):
            field.set_text("")
        self._tries_left, self._incomplete, self._trouble = None, False, ""
        self._say()

    def read(self) -> tuple[int, str] | None:
        """Return number and PIN; None, and say so, if one is missing or no number."""
        number, pin = _digits(self.number.text()), _digits(self.pin.text())
        self._tries_left, self._incomplete, self._trouble = None, not (number and pin), ""
        self._say()
        return None if self._incomplete else (int(number), pin)

    def refused(self, tries_left: int) -> None:
        """Say how many tries are left and forget the PIN."""
        self.pin.set_text("")
        self._tries_left = tries_left
        self._say()

    def trouble(self, code: str) -> None:
        """Say what went wrong that is nobody's fault here."""
        self._tries_left, self._incomplete, self._trouble = None, False, code
        self._say()

    def retranslate(self) -> None:
        number = self.tr("Second person") if self._second else self.tr("Clerk number")
        self.number.set_texts(number)
        self.pin.set_texts(self.tr("PIN"))
        self._say()

    def _say(self) -> None:
        text = word(self._trouble) if self._trouble else ""
        if self._incomplete:
            text = self.tr("Enter your clerk number and your PIN.")
        elif self._tries_left == 0:
            text = self.tr("That was wrong too often. No card can be approved here now.")
        elif self._tries_left is not None:
            text = self.tr("The number or the PIN is wrong. %n try left.", "", self._tries_left)
        self.error.setText(text)
        self.error.setVisible(bool(text))
        for field in (self.number, self.pin):
            field.set_wrong(wrong=bool(text) and not self._trouble)


def _digits(text: str) -> str:
    """Return `text` in digits 0 to 9, whatever script it was typed in; "" if it is no number."""
    stripped = text.strip()
    return "".join(str(int(sign)) for sign in stripped) if stripped.isdecimal() else ""
