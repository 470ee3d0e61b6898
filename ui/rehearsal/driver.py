"""Driver: plays one person of a people file through the shown pages, and reports times.

What leaves is a record of fixed size a page, which holds a page's place in a list and microseconds,
and, where a folder was asked for, the card as it was sent to the printer, into files that the
supervisor opened.
"""

import io
import os
import time
from collections.abc import Sequence

from PIL import Image
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer

from kiosk.devices import Frame
from kiosk.isolation.channel import Say
from kiosk.isolation.record import PAGES, RECORD
from kiosk.session.card import Card, upright
from kiosk.session.credential import Credential
from kiosk.session.review import Review
from ui.app import App
from ui.pages import Page
from ui.pages.portrait import PortraitPage
from ui.pages.printing import PrintingPage
from ui.rehearsal.cast import Cast
from ui.rehearsal.hand import Hand
from ui.rehearsal.script import Scene, Steps, Wait, steps

REFUSED_AFTER = 10.0  # seconds on a page after its last step
PRINTED_WITHIN = 300.0
_TICK = 4  # milliseconds between looks at a condition


def begin(app: App, cast: Cast, descriptors: Sequence[int]) -> None:
    """Play `cast` in `app`, as soon as a byte comes on the second of the `descriptors`."""
    _, told, *outlets = descriptors
    if cast.picture is not None:
        app.use_camera(StillCamera(cast.picture))
    Driver(app, cast, told, tuple(outlets))


class StillCamera:
    """A camera that sees one picture."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def read(self) -> Frame | None:
        return self._frame

    def close(self) -> None: ...


class Driver(QObject):
    """Plays `cast` in `app`, from when a byte comes on `told`.

    `outlets` are the record pipe and perhaps three card files.
    """

    def __init__(self, app: App, cast: Cast, told: int, outlets: tuple[int, ...]) -> None:
        super().__init__(app)
        self._app = app
        self._hand = Hand(app.parts.window)
        self._scene = Scene(cast, app.parts.place, self._hand, app.parts.idle)
        self._record, *self._card_files = outlets
        self._page: Page | None = None
        self._unpainted = False
        self._steps: Steps = iter(())
        self._since = 0.0
        self._begun = False
        self._notifier = QSocketNotifier(told, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._begin)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._step)
        self._waiting: Wait | None = None
        app.parts.outside.shown.connect(self._hand.begin)
        app.showed.connect(self._enter)
        app.parts.issuing.signed.connect(self._keep)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Paint and self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._notifier.setEnabled(False)
        self._begun = True
        self._hand.begin()
        if self._page is not None and not self._unpainted:
            self._play()

    def _enter(self, page: Page) -> None:
        if self._page is not None:
            self._page.removeEventFilter(self)
        self._timer.stop()
        self._page = page
        if isinstance(page, PortraitPage):
            page.mirror.beat = 0  # nobody has to look up
        elif isinstance(page, PrintingPage):
            # What comes next comes of a reading, not of the touch before it.
            page.read_back.read.connect(self._hand.begin)
        self._unpainted = True
        page.installEventFilter(self)
        page.update()

    def _painted(self) -> None:
        """Report how long the page took since the touch that led to it, and play it."""
        if self._page is None:
            return
        now = time.perf_counter()
        took = min(int((now - self._hand.touched) * 1e6), 0xFFFFFFFF)
        os.write(self._record, RECORD.pack(PAGES.index(self._page.name), took))
        if self._begun:
            self._play()

    def _play(self) -> None:
        if self._page is not None:
            self._steps = steps(self._page.name, self._scene)
            self._waiting = None
            self._since = time.perf_counter()
            self._timer.start()

    def _step(self) -> None:
        """Do the next step, or wait on; a page that nothing comes of has refused the person."""
        if self._waiting is None or self._waiting():
            step = next(self._steps, _never)
            self._waiting = step
            if step is not _never:
                self._since = time.perf_counter()
                return
        printing = self._page is not None and self._page.name == "printing"
        patience = PRINTED_WITHIN if printing else REFUSED_AFTER
        if time.perf_counter() - self._since > patience:
            self._timer.stop()
            self._app.end(Say.REFUSED)

    def _keep(self, _review: Review, credential: Credential, card: Card) -> None:
        """Write the card's sides and code where the supervisor made files for them."""
        if not self._card_files:
            return
        front, back, code = self._card_files
        for descriptor, side in zip((front, back), upright(card), strict=True):
            _write(descriptor, _png(side))
        _write(code, credential.text.encode("ascii") + b"\n")


def _never() -> bool:
    return False


def _png(side: Frame) -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", (side.width, side.height), side.rgb).save(out, "PNG")
    return out.getvalue()


def _write(descriptor: int, content: bytes) -> None:
    while content:  # a file object would ask for the file's kind first, which is forbidden
        content = content[os.write(descriptor, content) :]
