"""Start: put a session together, and have it warm before anybody comes.

Fonts, art, pages and libraries are loaded and used once before there is anything about anybody, so
that nothing has to be opened afterwards; then the supervisor is told that this session stands by.
"""

import argparse
import importlib
import os
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from kiosk import city as cities
from kiosk.assets import FONTS
from kiosk.errors import WallMissing
from kiosk.isolation import memory, trees, walls
from kiosk.isolation.channel import Say, SessionEnd, Tell
from kiosk.isolation.wall import Wall
from kiosk.session import journey as journeys
from kiosk.trust.keys import SPECIMEN_KEY, Issuer
from ui import book, printer_opener, slip_opener
from ui.app import App, Parts
from ui.book import Book
from ui.flow import Flow
from ui.idle import Idle
from ui.issuing import Issuing, Tools
from ui.outside import Outside
from ui.pages import Place
from ui.screen import window_size
from ui.slips import Slips, SlipTools
from ui.studio import Studio
from ui.theme import Theme, install, load_all_fonts, load_first_fonts, open_fonts, theme
from ui.translate import Translator
from ui.widgets import icon
from ui.window import Window

Step = Callable[[], object]
# Milliseconds after the first page: the card's ground is drawn while nobody has read it yet.
_QUIET_MOMENT = 500
_LATE = ("printing", "taken", "look")  # a standby need not hold these pages
_LATER = ("PIL.PngImagePlugin",)
_THAI = "ไทย"
_CURSORS = (Qt.CursorShape.IBeamCursor, Qt.CursorShape.ArrowCursor)
_WORDY = ("notice", "name", "check")  # pages whose words hold most of a language's letters


def run(arguments: argparse.Namespace, control: SessionEnd, missing: list[str]) -> None:
    """Run one session until the supervisor kills it; `missing` are walls that are not up."""
    qInstallMessageHandler(lambda *_: None)  # a message could quote what somebody typed
    warnings.simplefilter("ignore")  # and so could a warning
    application = QApplication(["city-id"])
    application.setQuitOnLastWindowClosed(False)
    load_first_fonts(FONTS)
    install(application, Theme())
    session = Session(application, arguments, control, missing)
    session.begin()
    application.exec()


class Session(QObject):
    """Builds the app, warms it up in small steps, and tells the supervisor when it is ready."""

    def __init__(
        self,
        application: QApplication,
        arguments: argparse.Namespace,
        control: SessionEnd,
        missing: list[str],
    ) -> None:
        super().__init__()
        self._missing = missing
        self._application = application
        self._arguments = arguments
        self._city = cities.load(arguments.city)
        self._translator = Translator(self._city.languages)
        self._translator.use(self._city.languages[0])
        self._outside = Outside(control)
        self.app = App(self._parts())
        self._steps = self._warming()
        self._shown = False
        self._outside.shown.connect(self._watch_first_paint)

    def begin(self) -> None:
        """Warm up, then stand by."""
        window = self.app.parts.window
        size = window_size(window, self._arguments.size)
        theme().fit(size)
        window.resize(size)
        self._rehearse()
        self._warm_up()

    # -- what an app is made of ----------------------------------------------------------------

    @cached_property
    def _studio(self) -> Studio:
        return Studio(self._city, specimen=self._arguments.training)

    def _parts(self) -> Parts:
        today = datetime.now().astimezone().date()
        place = Place(
            self._city,
            today,
            lambda text: self._studio.missing(text),
            lambda application: self._studio.fits(application),
            self._arguments.training,
            self._arguments.reading,
        )
        issuing = Issuing(
            Tools(
                Issuer(self._city.issuer, SPECIMEN_KEY),
                lambda *card: self._studio.draw(*card),
                lambda confirmation: self._studio.unfit(confirmation),
                printer_opener.opener(self._arguments.printer, self._outside),
            ),
            self._outside,
        )
        return Parts(
            place=place,
            window=Window(self._city, self._missing if self._arguments.training else None),
            idle=Idle(self._application),
            flow=Flow(lambda journey: journeys.order(place.asked(journey.application))),
            book=Book(place),
            issuing=issuing,
            slips=self._slips(),
            outside=self._outside,
            translator=self._translator,
        )

    def _slips(self) -> Slips:
        open_printer = slip_opener.opener(self._arguments.slip_printer, self._outside)
        return Slips(SlipTools(lambda *slip: self._studio.draw_slip(*slip), open_printer))

    def _rehearse(self) -> None:
        """Let a played applicant take over, on a training station only."""
        if self._arguments.cast is not None:
            driver = importlib.import_module("ui.rehearsal.driver")
            driver.begin(self.app, self._arguments.cast, self._arguments.rehearse)

    # -- the first page --------------------------------------------------------------------------

    def _watch_first_paint(self, _message: Tell) -> None:
        self.app.parts.window.installEventFilter(self)
        self.app.parts.window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._shown:
            self._shown = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _painted(self) -> None:
        QApplication.sync()
        self._outside.say(Say.PAINTED)
        QTimer.singleShot(_QUIET_MOMENT, self._warm_late)

    def _warm_late(self) -> None:
        """Draw what a standby need not hold, while the first page is read."""
        self._studio.warm()

    # -- warming up ------------------------------------------------------------------------------

    def _warm_up(self) -> None:
        """Take one step and come back, so that a touch and the supervisor are answered between."""
        try:
            next(self._steps)()
        except StopIteration:
            memory.let_go(FONTS)
            memory.freeze()
            self._seal()
            self._outside.say(Say.READY)
            return
        QTimer.singleShot(0, self._warm_up)

    def _seal(self) -> None:
        """Put up the last walls: from here on nothing is opened at all."""
        trees.stop_reading_sources()
        if self._arguments.reading:
            memory.give_back_at_once()
        wayland = QApplication.platformName() == "wayland"
        try:
            walls.stage_two(training=self._arguments.training, wayland=wayland, warm=True)
        except WallMissing as fault:
            os._exit(Wall(fault.wall).exit_status)

    def _warming(self) -> Iterator[Step]:
        printers = slip_opener.modules(self._arguments.slip_printer)
        for module in (*_LATER, *printer_opener.modules(self._arguments.printer), *printers):
            yield partial(importlib.import_module, module)
        yield partial(printer_opener.warm, self._arguments.printer)
        yield partial(load_all_fonts, FONTS)
        yield self._open_late
        yield icon.warm
        yield lambda: self._studio.missing("")
        for name in book.NAMES:
            yield partial(book.prepare, name)
            if name not in _LATE:
                yield partial(self.app.build, name)
                yield partial(self._draw_once, name)
        # The letters of every language are drawn before anybody has chosen one.
        first, *others = self._city.languages
        for language in (*others, first):
            yield partial(self._translator.use, language)
            for name in _WORDY:
                yield partial(self._draw_once, name)
        for name in ("language", "attract"):  # drawn last: what is shown next is at hand
            yield partial(self._draw_once, name)

    def _open_late(self) -> None:
        """Open what Qt otherwise opens when a script or a cursor is first wanted."""
        self._opened = open_fonts()
        thai = QTextLayout(_THAI)  # Qt loads a library to find where a Thai line may be broken
        thai.beginLayout()
        thai.createLine()
        thai.endLayout()
        self.app.parts.window.winId()
        handle = self.app.parts.window.windowHandle()
        for shape in _CURSORS:
            handle.setCursor(shape)
        handle.unsetCursor()

    def _draw_once(self, name: str) -> None:
        """Lay a page out and paint it where nobody sees it, so that its letters are in memory."""
        page = self.app.build(name)
        self.app.parts.window.show_page(page)
        self.app.parts.window.grab()
