"""Look: a session ended while a card may have been in the printer. A clerk must look first.

Nothing here knows whose card it may be. Until a clerk has answered, nobody else gets the screen.
"""

from PySide6.QtCore import Signal

from ui.pages import Page, Place
from ui.pages.clerk_pin import ClerkPin
from ui.pages.column import Sides, Spread, Title
from ui.pages.found import Found
from ui.pages.tray import Tray
from ui.widgets import Notice, Text

_OPEN, _LEFT = ("good", "bad", "none"), ("empty",)


class LookPage(Page):
    """`answered` carries the clerk's number, PIN and what was found.

    That is "good", "bad" or "none", or after a card may have been left only "empty".
    """

    answered = Signal(int, str, str)

    name = "look"
    step = None
    keeps_rail = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("lead")
        self.who, self.found = ClerkPin(), Found(*_OPEN, *_LEFT)
        self.hint = Notice("info", icon="key-round")
        self.tray = Tray(self.who.number, self.who.pin)
        self._left = self._locked = False
        self._lay_out()
        self.found.chosen.connect(self._answer)
        self.mode(left=False)
        self.tray.start()

    def mode(self, left: bool) -> None:  # noqa: FBT001 the supervisor's word decides
        """Ask what the printer holds, or, with `left`, for a card that nobody took."""
        self._left = left
        self.found.offer(_LEFT if left else _OPEN)
        self.retranslate()

    def refused(self, tries_left: int) -> None:
        """Say that the PIN was wrong; with no tries left nothing more can be answered here."""
        self.who.refused(tries_left)
        self._locked = tries_left == 0
        self.found.setEnabled(not self._locked)
        self.tray.start(self.who.pin)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Please call a clerk"))
        lead = self.tr("Clerk: look in the printer. A card may be in it. What do you find?")
        left = self.tr("Clerk: a card may still lie in the printer. Take it out and destroy it.")
        self.lead.setText(left if self._left else lead)
        self.hint.set_texts(self.tr("Training clerk: number 12, PIN 246810"))
        self.who.retranslate()
        self.found.retranslate()

    def _lay_out(self) -> None:
        body = Sides(
            (self.title, self.lead, self.hint),
            (self.who, 1, self.found),
            spare=[self.hint],
        )
        body.want(self.hint, wanted=self.place.training)
        self.setLayout(Spread(body, self.tray, shares=(5, 2)))

    def _answer(self, look: str) -> None:
        who = None if self._locked else self.who.read()
        if who is None:
            self.tray.start(self.who.pin if self.who.number.text() else self.who.number)
        else:
            self.answered.emit(*who, look)
