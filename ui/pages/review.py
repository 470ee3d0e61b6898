"""Review: the clerk compares the person, the papers and the card, and approves with a PIN.

No PIN is taken before the papers are back in the resident's hands.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.devices import Frame
from kiosk.session.portrait import HEIGHT, WIDTH
from ui.pages import Page, Place
from ui.pages.clerk_pin import ClerkPin
from ui.pages.column import Column, Sides, Spread, Title
from ui.pages.parts import Bench, Grille, Room
from ui.pages.tray import Tray
from ui.theme import theme
from ui.translate import day_in_words
from ui.widgets import Button, Notice, Picture, Text
from ui.words import word

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_STAGES = ("name", "latin_name", "birth_date")


class ReviewPage(Page):
    """`approved` carries number and PIN of the clerk, and of the second person or None.

    `give_back` returns to the resident.
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
        self.handed = Button("primary", icon="hand-helping", name="handed-back")
        self.approve_title = Title()
        self.who, self.second = ClerkPin(), ClerkPin("second-")
        self.why = Notice("warning", icon="users")
        self.hint = Notice("info", icon="key-round")
        self.approve = Button("primary", icon="printer", name="approve")
        self.back_buttons = [
            Button("secondary", icon="arrow-left", name="give-back") for _ in range(2)
        ]
        self._faces = QStackedLayout(self)
        self.tray = Tray(self.who.number, self.who.pin, self.second.number, self.second.pin)
        self._texts = dict.fromkeys(_STAGES, "")
        self._busy = self._locked = False
        self._reason = ""
        self._lay_out()
        theme().changed.connect(self._show)
        for button in self.back_buttons:
            button.clicked.connect(self.give_back)
        self.approve.clicked.connect(self._approve)
        self.handed.clicked.connect(self._ask_pin)
        self.tray.finished.connect(self._approve)
        self._show()

    def enter(self, journey: "Journey") -> None:
        self._busy = self._locked = False
        self._reason = journey.evidence.reason if journey.evidence else ""
        self._faces.setCurrentIndex(0)
        self._clear()
        self._fill(journey)
        self._show()

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
        self.handed.setText(self.tr("Yes, and the papers are handed back"))
        self.approve_title.setText(self.tr("Clerk: approve the card"))
        self.why.set_texts(self.tr("An exception, by two members of staff"), word(self._reason))
        clerk = self.tr("Training clerk: number 12, PIN 246810")
        other = self.tr("Second person: number 21, PIN 135790")
        self.hint.set_texts(clerk, other if self._reason else "")
        approve = self.tr("The card is being made…") if self._busy else self.tr("Approve and print")
        self.approve.setText(approve)
        for button in self.back_buttons:
            button.setText(self.tr("Back to the resident"))
        self.who.retranslate()
        self.second.retranslate()

    def _lay_out(self) -> None:
        pairs = [part for stage in _STAGES for part in (self.labels[stage], self.values[stage])]
        names = Bench(1, *pairs, 1, down=True, gap=1)
        person = Bench(Room(self.picture, ratio=WIDTH / HEIGHT, wish=84), names, shares=(2, 3))
        back, again = self.back_buttons
        looking = Sides(
            (self.title, self.lead, person), (1, Grille([back, self.handed], 1, 1)),
            spare=[self.lead], shares=(3, 2),
        )  # fmt: skip
        column = Column(
            self.approve_title, self.hint, self.why, self.who, self.second, 1,
            Grille([again, self.approve], 2, 2), spare=[self.hint, self.why],
        )  # fmt: skip
        column.want(self.hint, wanted=self.place.training)
        self._column = column
        approving = QWidget()
        approving.setLayout(Spread(column, self.tray, shares=(3, 2)))
        self._faces.addWidget(looking)
        self._faces.addWidget(approving)

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
        closed = self._busy or self._locked
        self.approve.setEnabled(not closed)
        self._column.want(self.why, wanted=bool(self._reason))
        self.second.setVisible(bool(self._reason))
        for button in self.back_buttons:
            button.setEnabled(not self._busy)
        self.tray.setEnabled(not closed)
        self.retranslate()

    def _ask_pin(self) -> None:
        self._faces.setCurrentIndex(1)
        self.tray.start()

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
