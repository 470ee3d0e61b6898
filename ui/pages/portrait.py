"""Portrait: a mirror to get ready in, then the picture as others see it. The person decides.

The camera's frames are read only while the mirror is on the screen.
"""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from kiosk.devices import Camera, Frame
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait, crop
from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.parts import Bench, Room
from ui.widgets import Align, Button, Guide, Notice, Picture, Text, vbox

if TYPE_CHECKING:
    from kiosk.session.journey import Journey

_PERIOD = 66  # milliseconds between two looks at the camera: about 15 a second


class State(Enum):
    WAITING = "waiting"  # for the camera
    LIVE = "live"
    TAKEN = "taken"
    NO_CAMERA = "no-camera"


class PortraitPage(Page):
    """`submitted` carries a Portrait. It is given its camera by `show_camera`, after `enter`."""

    name = "portrait"
    step = 2

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.say = Title(), Text("lead", bold=True, align=Align.CENTRE)
        self.mirror = Picture(fill=True, mirrored=True, guide=Guide.WAITING)
        self.picture = Picture(fill=True)
        self.missing = Notice("warning", icon="camera")
        self._mirror_room = Room(self.mirror, ratio=WIDTH / HEIGHT, least=60)
        self._picture_room = Room(self.picture, ratio=WIDTH / HEIGHT, least=60)
        self.back_button = Button("secondary", icon="arrow-left", name="back")
        self.take = Button("primary", icon="camera", name="take-photo")
        self.retake = Button("secondary", icon="rotate-ccw", name="retake")
        self.use = Button("primary", icon="check", name="use-photo")
        self._camera: Camera | None = None
        self._gone = False
        self._frame: Frame | None = None
        self._taken: Portrait | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PERIOD)
        self._lay_out()
        self._connect()
        self._show(State.WAITING)

    def enter(self, journey: "Journey") -> None:
        self._gone = False
        self._take_over(journey.portrait)
        self._show(State.WAITING if self._taken is None else State.TAKEN)

    def leave(self) -> None:
        self._timer.stop()
        if self._camera is not None:
            self._camera.close()
        self._camera = self._frame = None
        self.mirror.set_frame(None)
        if self._state is not State.TAKEN:
            self._show(State.WAITING)

    def show_camera(self, camera: Camera | None) -> None:
        """Look through `camera` from now on and close it on leaving; None: there is none."""
        self._camera, self._gone = camera, camera is None
        if self._state is State.WAITING:
            self._go_live()

    def retranslate(self) -> None:
        titles = {State.TAKEN: self.tr("Is this photo good?")}
        self.title.setText(titles.get(self._state, self.tr("Your photo")))
        says = {
            State.WAITING: self.tr("The camera is starting."),
            State.LIVE: self.tr("Put your face in the oval and look at the camera."),
            State.TAKEN: self.tr("This is how it will be on your card."),
            State.NO_CAMERA: "",
        }
        self.say.setText(says[self._state])
        self.missing.set_texts(self.tr("The camera is not there."), self.tr("Please call a clerk."))
        self.back_button.setText(self.tr("Back"))
        self.take.setText(self.tr("Take the photo"))
        self.retake.setText(self.tr("Take it again"))
        self.use.setText(self.tr("Use this photo"))

    def showEvent(self, event: QShowEvent) -> None:
        if self._state is State.LIVE:
            self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        buttons = Bench(self.back_button, self.retake, self.take, self.use)
        rooms = (self._mirror_room, self._picture_room)
        body = Sides(rooms, (self.say, self.missing, 1, buttons), head=self.title)
        self.setLayout(vbox(body))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.take.clicked.connect(self._shoot)
        self.retake.clicked.connect(self._again)
        self.use.clicked.connect(lambda: self.submitted.emit(self._taken))
        self._timer.timeout.connect(self._look)

    def _show(self, state: State) -> None:
        self._state = state
        taken = state is State.TAKEN
        self._picture_room.setVisible(taken)
        self._mirror_room.setVisible(not taken)
        for button in (self.retake, self.use):
            button.setVisible(taken)
        for button in (self.back_button, self.take):
            button.setVisible(not taken)
        self.take.setEnabled(state is State.LIVE and self._frame is not None)
        self.missing.setVisible(state is State.NO_CAMERA)
        self.say.setVisible(state is not State.NO_CAMERA)
        self.mirror.set_guide(Guide.NONE if state is State.NO_CAMERA else Guide.WAITING)
        self.retranslate()

    def _go_live(self) -> None:
        self._show(State.NO_CAMERA if self._gone else State.LIVE)
        if self._state is State.LIVE:
            self._look()
            self._timer.start()

    def _look(self) -> None:
        frame = self._camera.read() if self._camera is not None else None
        if frame is not None:
            self._frame = frame
            self.mirror.set_frame(frame)
            self.take.setEnabled(True)

    def _shoot(self) -> None:
        if self._frame is not None:
            self._timer.stop()
            self._take_over(crop(self._frame))
            self._show(State.TAKEN)

    def _again(self) -> None:
        self._take_over(None)
        if self._camera is None and not self._gone:
            self._show(State.WAITING)
        else:
            self._go_live()

    def _take_over(self, portrait: Portrait | None) -> None:
        self._taken = portrait
        frame = None if portrait is None else Frame(WIDTH, HEIGHT, portrait.rgb)
        self.picture.set_frame(frame)
