"""App: one session on the screen. It puts window, flow, duties and channel together.

What a person does is handed to the flow; what the flow decides is shown. Every way out ends in one
byte to the supervisor, which kills this process: there is no reset, because nobody gets a used one.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices import Camera
from kiosk.isolation.channel import Say, Tell
from kiosk.session import journey as journeys
from kiosk.session.application import Question
from kiosk.session.journey import Journey
from ui.book import Book, page_of
from ui.duties import Duties
from ui.flow import Flow
from ui.hands import Hands
from ui.idle import Idle
from ui.issuing import Issuing
from ui.outside import Outside
from ui.pages import Page, Place
from ui.slips import Slips
from ui.translate import Translator
from ui.window import Window

QUIET, COUNTDOWN = 60.0, 25  # seconds without a touch, then seconds to answer
CLERK_QUIET = 15 * 60.0  # a clerk may be busy with somebody else
# Pages on which nothing of anybody is shown, or that must stay while a card is in the printer.
_NO_IDLE = frozenset({"attract", "printing", "look"})
_WITH_CLERK = frozenset({"evidence", "review"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What an app is made of."""

    place: Place
    window: Window
    idle: Idle
    flow: Flow
    book: Book
    issuing: Issuing
    slips: Slips
    outside: Outside
    translator: Translator


class App(QObject):
    """One session. `showed` carries the page that has come up."""

    showed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self._page: Page | None = None
        self._ending = False
        self._return_to: Page | None = None
        self._duties = Duties(
            Hands(parts.flow, parts.issuing, parts.outside, parts.place, parts.slips, self.end)
        )
        self._connect()

    def end(self, ending: Say) -> None:
        """Make the screen dark, have a card that is printed stopped, and ask to be killed.

        What is asked after that is too late.
        """
        if not self._ending:
            self._ending = True
            self.parts.window.go_dark()
            self.parts.issuing.give_up()
            self.parts.outside.say(ending)

    def use_camera(self, camera: Camera) -> None:
        """Look through this camera instead of the drawn one; in training only."""
        self._duties.seeing.twin = camera

    def build(self, name: str) -> Page:
        """Return the page called `name`, connected."""
        page, new = self.parts.book.page(name)
        if new:
            page.submitted.connect(lambda value: self._submitted(page, value))
            page.back.connect(lambda: self.parts.flow.back(page.name))
            self._duties.take_on(page)
        return page

    # -- showing -------------------------------------------------------------------------------

    def come_up(self, message: Tell) -> None:
        """Show the first page of this session, as the supervisor wants it."""
        if message is Tell.SHOW:
            self._show(self.build("attract"))
        else:
            page = self.build("look")
            self._duties.look_for(left=message is Tell.SHOW_LEFT)
            self._show(page)
        window = self.parts.window
        window.setVisible(True)
        window.raise_()
        window.activateWindow()

    def _show_stage(self, stage: str) -> None:
        if stage == journeys.DONE:
            self.parts.outside.say(Say.TAKEN)
            self.end(Say.ISSUED)
            return
        page = self.build(page_of(stage))
        if page is self._page:
            return
        page.enter(self.parts.flow.journey)
        self._show(page)
        if stage == "taken":
            QTimer.singleShot(0, self._forget_pages)
        if stage == "printed":
            QTimer.singleShot(0, self._prepare_last_page)

    def _prepare_last_page(self) -> None:
        """Draw the last page while the card is printed."""
        page = self.build("taken")
        page.resize(self.parts.window.pages.size())
        page.grab()

    def _forget_pages(self) -> None:
        """Destroy every page that somebody typed into, and what served it."""
        self._duties.forget()
        for gone in self.parts.book.forget(keep="taken"):
            gone.enter(Journey())  # Python may hold on to what Qt has destroyed
            self.parts.window.remove_page(gone)
            gone.deleteLater()

    def _show(self, page: Page) -> None:
        if self._page is not None:
            self._duties.left(self._page)
        self._page = page
        self.parts.window.show_page(page)
        self._watch(page)
        self.showed.emit(page)
        self._duties.shown(page)

    def _watch(self, page: Page) -> None:
        quiet = CLERK_QUIET if page.name in _WITH_CLERK else QUIET
        self.parts.idle.set_times(quiet, COUNTDOWN)
        self.parts.idle.set_enabled(page.name not in _NO_IDLE)

    # -- what people do ------------------------------------------------------------------------

    def _submitted(self, page: Page, value: object) -> None:
        if page is not self._page:
            return
        if page.name == "attract":
            self._show_stage(self.parts.flow.stage)
        elif page.name == "language":
            self._speak(str(value))
        else:
            self.parts.flow.submit(page.name, value)

    def _speak(self, code: str) -> None:
        """Show another language, asked for at any page; every answer is kept."""
        self.parts.translator.use(code)
        flow, page = self.parts.flow, self._return_to
        self._return_to = None
        if page is None:
            flow.submit("language", code)
            return
        if flow.journey.check is None:
            flow.journey = journeys.answered(flow.journey, Question.LANGUAGE, code)
        self._show(page)

    def _rail(self, key: str) -> None:
        """Offer the languages over any page; the window serves the rest of the rail."""
        if key == "language" and self._page is not None and self._page.name != "language":
            self._return_to = self._page
            self._show(self.build("language"))

    def _connect(self) -> None:
        parts = self.parts
        parts.flow.moved.connect(self._show_stage)
        parts.outside.shown.connect(self.come_up)
        parts.window.rail_pressed.connect(self._rail)
        parts.window.panic.connect(lambda: self.end(Say.PANIC))
        parts.window.erase_confirmed.connect(lambda: self.end(Say.ERASED))
        parts.window.more_time.connect(parts.idle.restart)
        parts.idle.warned.connect(parts.window.warn_idle)
        parts.idle.ticked.connect(parts.window.count_down)
        parts.idle.expired.connect(lambda: self.end(Say.IDLE))
