"""Review: the clerk compares the person, the papers and the card, and approves with a PIN."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.devices import Frame
from kiosk.session.portrait import HEIGHT, WIDTH
from ui.pages import Page, Place
from ui.pages.clerk_pin import ClerkPin
from ui.pages.column import Sides, Spread, Title
from ui.pages.parts import Bench, Grille, Room
from ui.pages.tray import Tray
from ui.theme import theme
from ui.translate import day_in_words
from ui.widgets import Button, CheckRow, Notice, Picture, Text
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_STAGES = ("name", "latin_name", "birth_date")


class ReviewPage(Page):
    """`approved` carries number and PIN of the clerk, and of the second person or None.

    `give_back` returns to the resident. Nothing is approved before the papers are handed back.
    """

    approved = Signal(object, object)
    give_back = Signal()

    name = "review"
    step = 3

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.lead = Title(), Text("body")
        self.picture = Picture(fill=True)
        self.labels = {stage: Text("caption") for stage in _STAGES}
        self.values = {stage: Text("strong", flow="auto") for stage in _STAGES}
        self.handed = CheckRow(name="handed-back")
        self.who, self.second = ClerkPin(), ClerkPin("second-")
        self.why = Notice("warning", icon="users")
        self.hint = Notice("info", icon="key-round")
        self.approve = Button("primary", icon="printer", name="approve")
        self.back_button = Button("secondary", icon="hand-helping", name="give-back")
        self.tray = Tray(self.who.number, self.who.pin, self.second.number, self.second.pin)
        self._texts = dict.fromkeys(_STAGES, "")
        self._busy = self._locked = False
        self._reason = ""
        self._lay_out()
        theme().changed.connect(self._show)
        self.back_button.clicked.connect(self.give_back)
        self.approve.clicked.connect(self._approve)
        self.handed.clicked.connect(self._show)
        self.tray.finished.connect(self._approve)
        self._show()

    def enter(self, journey: "Journey") -> None:
        self._busy = self._locked = False
        self._reason = journey.evidence.reason if journey.evidence else ""
        self.handed.setChecked(False)
        self._clear()
        self._fill(journey)
        self._show()
        self.tray.start()

    def leave(self) -> None:
        self._clear()

    def refused(self, tries_left: int) -> None:
        """Say that the PIN was wrong; with no tries left approval is over for this session."""
        self._locked = tries_left == 0
        self.who.refused(tries_left)
        self.second.clear()
        self._show()
        self.tray.start(self.who.pin)

    def busy(self, on: bool) -> None:  # noqa: FBT001 the flow says busy(True) and busy(False)
        """Show that the card is being signed; nothing can be touched meanwhile."""
        self._busy = on
        self._show()

    def trouble(self, code: str) -> None:
        """Show what else went wrong; the approval can be tried again."""
        self.who.trouble(code)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Clerk: same person?"))
        self.lead.setText(self.tr("Same face, same name and same birth date as on the papers?"))
        for stage in _STAGES:
            self.labels[stage].setText(word(stage))
            self.labels[stage].setVisible(theme().text_scale <= 1 and bool(self._texts[stage]))
            self.values[stage].setText(self._texts[stage])
        self.handed.set_texts(self.tr("I have handed the papers back"))
        self.why.set_texts(self.tr("An exception, by two members of staff"), word(self._reason))
        clerk = self.tr("Training clerk: number 12, PIN 246810")
        other = self.tr("Second person: number 21, PIN 135790")
        self.hint.set_texts(clerk, other if self._reason else "")
        approve = self.tr("The card is being made…") if self._busy else self.tr("Approve and print")
        self.approve.setText(approve)
        self.back_button.setText(self.tr("Back to the resident"))
        self.who.retranslate()
        self.second.retranslate()

    def _lay_out(self) -> None:
        pairs = [part for stage in _STAGES for part in (self.labels[stage], self.values[stage])]
        names = Bench(1, *pairs, 1, down=True, gap=1)
        person = Bench(Room(self.picture, ratio=WIDTH / HEIGHT, wish=84), names, shares=(2, 3))
        buttons = Grille([self.back_button, self.approve], 2, 1)
        body = Sides(
            (self.title, self.lead, person),
            (self.hint, self.handed, self.why, self.who, self.second, 1, buttons),
            spare=[self.lead, self.hint, self.why],
        )
        self._body = body
        body.want(self.hint, wanted=self.place.training)
        self.setLayout(Spread(body, self.tray, shares=(3, 1)))

    def _fill(self, journey: "Journey") -> None:
        confirmation = journey.check
        if confirmation is None:
            return
        answers = confirmation.application
        name, born = answers.name, answers.birth_date
        self._texts = {
            "name": " ".join(filter(None, (name.given, name.family))) if name else "",
            "latin_name": answers.latin_name or "",
            "birth_date": day_in_words(born) if born else "",
        }
        self.values["latin_name"].setVisible(bool(answers.latin_name))
        self.picture.set_frame(Frame(WIDTH, HEIGHT, confirmation.portrait.rgb))

    def _show(self) -> None:
        closed = self._busy or self._locked or not self.handed.isChecked()
        self.approve.setEnabled(not closed)
        self.handed.setEnabled(not self._busy)
        for person in (self.who, self.second):
            person.setEnabled(not closed)
        self.second.setVisible(bool(self._reason))
        self._body.want(self.why, wanted=bool(self._reason))
        self.back_button.setEnabled(not self._busy)
        self.tray.setEnabled(not closed)
        self.retranslate()

    def _approve(self) -> None:
        if not self.approve.isEnabled():
            return
        who = self.who.read()
        second = self.second.read() if self._reason else None
        if who is None or (self._reason and second is None):
            return
        if second is not None and second[0] == who[0]:
            self.second.trouble("same-person")
            return
        self.approved.emit(who, second)

    def _clear(self) -> None:
        self.who.clear()
        self.second.clear()
