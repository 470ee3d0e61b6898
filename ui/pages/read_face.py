"""Read face: a paper under the camera, and what it says beside what was typed.

It suggests and changes nothing. What was read is forgotten when the face goes; only a picture that
the clerk asked to keep stays, in its one place, until the card is issued.
"""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.devices import Camera, Eyes
from kiosk.session.application import Application
from kiosk.session.reading import Paper, Reader, scanned, suggest
from kiosk.session.scan import Scan
from ui.ear import Ear
from ui.pages import Place
from ui.pages.column import Column, Title
from ui.pages.compared import Compared
from ui.pages.leaves import Leaves
from ui.pages.paper_view import PaperView
from ui.pages.parts import Bench, Room
from ui.theme import theme
from ui.widgets import Button, Text


class State(Enum):
    CLOSED = "closed"
    LOOKING = "looking"
    READ = "read"
    KEPT = "kept"  # the picture, to be looked at
    NO_CAMERA = "no-camera"


class ReadFace(Column):
    """`opened` asks for a camera, `closed` says that none is needed any more.

    `done` is a button; `zone_read` comes when a paper has lines for a machine to read.
    """

    opened = Signal()
    closed = Signal()
    done = Signal()
    zone_read = Signal()

    def __init__(self, place: Place) -> None:
        self._place = place
        self._scan = Scan()
        self._application = Application()
        self._paper: Paper | None = None
        self._state = State.CLOSED
        self._reads = True  # or only looks, for a picture to be kept
        self.title, self.lead, self.rows = Title(), Text("body"), Leaves()
        self.view = PaperView(place.today)
        self._ear = Ear(self.view)
        self._room = Room(self.view, least=60, wish=200)
        self.finish = Button("secondary", icon="arrow-left", name="reading-done")
        self.keep = Button("secondary", icon="eye", name="keep-picture")
        self.again = Button("primary", icon="scan-line", name="read-another")
        buttons = Bench(self.finish, self.keep, self.again)
        super().__init__(
            self.title, self.lead, self._room, self.rows, 1, buttons, spare=[self.lead]
        )
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        self._ear.listen()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._ear.stop()
        super().hideEvent(event)

    def use_scan(self, scan: Scan) -> None:
        """Keep a picture in `scan`, which belongs to the session."""
        self._scan = scan

    def open(self, application: Application) -> None:
        """Look for a paper that is held against `application`; first show what was kept."""
        self._application = application
        if self._scan.size is None:
            self._look_again()
        else:
            self._show_scan()

    def shut(self) -> None:
        """Let the camera go, and forget what was read."""
        if self._state is not State.CLOSED:
            self._show(State.CLOSED)
            self._application = Application()
            self.closed.emit()

    def forget(self) -> None:
        """Overwrite the picture too."""
        self.shut()
        self._scan.overwrite()

    def show_camera(self, camera: Camera | None) -> None:
        """Look through `camera` and close it in the end; None: there is none."""
        if self._state in {State.LOOKING, State.NO_CAMERA}:
            self.view.look_through(camera)
        elif camera is not None:
            camera.close()

    def show_eyes(self, eyes: Eyes | None) -> None:
        self.view.set_eyes(eyes)

    def show_paper(self, paper: Paper) -> None:
        """Show what a paper says beside what was typed."""
        self._show(State.READ, paper)
        self.closed.emit()
        if paper.zone:
            self.zone_read.emit()

    def retranslate(self) -> None:
        title, lead = {
            State.READ: (
                self.tr("Clerk: typed, and on the paper"),
                self.tr("Nothing is changed. The paper decides, not the machine."),
            ),
            State.KEPT: (
                self.tr("Clerk: look at the picture"),
                self.tr("It is overwritten as soon as the card is made."),
            ),
            State.NO_CAMERA: (
                self.tr("There is no camera"),
                self.tr("Compare the paper with the answers yourself."),
            ),
        }.get(
            self._state,
            (
                self.tr("Clerk: read a paper"),
                self.tr("Hold the side with the code or the lines under the camera."),
            ),
        )
        self.title.setText(title)
        self.lead.setText(lead)
        self.finish.setText(self.tr("Back to the papers"))
        self.keep.setText(self.tr("Keep the picture to look at it"))
        self.again.setText(self.tr("Read a paper"))
        self.rows.retranslate()
        self._fill()

    def _connect(self) -> None:
        self.view.read.connect(self._heard)
        self._ear.scanned.connect(self._scanned)
        self.view.live.connect(lambda: self.keep.setEnabled(True))
        self.view.lost.connect(lambda: self._show(State.NO_CAMERA))
        self.finish.clicked.connect(self.done)
        self.keep.clicked.connect(self._keep)
        self.again.clicked.connect(lambda: self._look_again())
        theme().changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        self.rows.set_columns(2 if theme().landscape else 1)

    def _look_again(self, *, reads: bool = True) -> None:
        self._reads = reads
        self._show(State.LOOKING)
        self.opened.emit()

    def _heard(self, reader: Reader) -> None:
        if reader.paper is not None and self._reads and self._state is State.LOOKING:
            self.show_paper(reader.paper)

    def _scanned(self, text: bytes) -> None:
        """Show what a scanner typed, whatever is shown now."""
        paper = scanned(text, self._place.today)
        if paper is not None:
            self.show_paper(paper)

    def _keep(self) -> None:
        """Keep what is seen; a paper that was read is looked at again first."""
        if self._state is State.READ:
            self._look_again(reads=False)
        elif self.view.frame is not None:
            self._scan.keep(self.view.frame)
            self._show_scan()
            self.closed.emit()

    def _show_scan(self) -> None:
        self._show(State.KEPT)
        self.view.show_scan(self._scan)

    def _show(self, state: State, paper: Paper | None = None) -> None:
        """Show `state`; whatever was shown before is forgotten."""
        self._state, self._paper = state, paper
        self.view.let_go()
        self._room.setVisible(state in {State.LOOKING, State.KEPT})
        self.rows.setVisible(state is State.READ)
        self.keep.setVisible(state in {State.LOOKING, State.READ})
        self.keep.setEnabled(state is State.READ)  # while looking, once there is a picture
        self.again.setVisible(state not in {State.LOOKING, State.CLOSED})
        self.retranslate()

    def _fill(self) -> None:
        """Show a row for each point of the paper, and none without one."""
        old = self.findChildren(Compared)
        found = suggest(self._application, self._paper, self._place.today) if self._paper else ()
        self.rows.set_rows([Compared(suggestion) for suggestion in found])
        for row in old:
            row.clear()
            row.deleteLater()
