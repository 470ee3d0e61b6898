"""Supplies: looks at the card printer before anybody needs it, again and again while a page is up.

What keeps it from printing, or will soon, is told when two looks agree, and taken back at once.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from kiosk.devices import Condition, Trouble
from ui.issuing import Issuing
from ui.steady import Steady

_AGAIN: Final = 3000  # milliseconds between two looks
_SOON: Final = 400  # before a look that is to confirm another
# What passes by itself is nobody's business before there is a card to print.
_PASSING: Final = frozenset({Trouble.BUSY})

Told = Callable[[Condition | None], None]


class Supplies(QObject):
    """Tells of one printer to one page at a time."""

    def __init__(self, issuing: Issuing) -> None:
        super().__init__()
        self._issuing = issuing
        self._tell: Told | None = None
        self._looking = False
        self._steady = Steady(self, lasting=0)
        self._steady.told.connect(self._told)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def watch(self, tell: Told) -> None:
        """Tell `tell` what is amiss from now on, and None when nothing is any more."""
        self._tell = tell
        self._steady.forget()
        self._look()

    def rest(self) -> None:
        """Look no more."""
        self._tell = None
        self._timer.stop()

    def _look(self) -> None:
        if not self._looking and self._tell is not None:
            self._looking = True
            self._issuing.look_at_printer(self._seen)

    def _seen(self, condition: Condition) -> None:
        self._looking = False
        if self._tell is None:
            return
        amiss = condition if _is_amiss(condition) else None
        settled = self._steady.hear(amiss)
        self._timer.start(_AGAIN if settled else _SOON)

    def _told(self, condition: Condition | None) -> None:
        if self._tell is not None:
            self._tell(condition)


def _is_amiss(condition: Condition) -> bool:
    if condition.trouble in _PASSING:
        return False
    return condition.trouble is not None or condition.low
