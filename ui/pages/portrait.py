"""Portrait: a mirror to get ready in, then the picture as others see it. The person decides.

Advice is shown and never asked for: the picture can be taken at any moment, by the person or by a
clerk, and moved, made lighter or taken again as often as they like.
"""

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.devices import Camera, Condition, Eyes, Frame
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait, Shot, develop, reopen
from ui.pages import Page, Place
from ui.pages.column import Sides, Title
from ui.pages.parts import Bench, Room
from ui.pages.portrait_parts import POINTERS, Coach, Pad
from ui.pages.printer_notice import PrinterNotice
from ui.pages.viewfinder import NOTHING, Viewfinder
from ui.watch import Seen
from ui.widgets import Align, Button, Notice, Picture, Text, vbox

if TYPE_CHECKING:
    from kiosk.session.journey import Journey


class State(Enum):
    WAITING = "waiting"  # for the camera
    LIVE = "live"
    COUNTING = "counting"
    TAKEN = "taken"
    MOVING = "moving"  # the picture, by hand
    NO_CAMERA = "no-camera"


_PICTURED = frozenset({State.TAKEN, State.MOVING})


class PortraitPage(Page):
    """`submitted` carries a Portrait. It is given its camera by `show_camera`, after `enter`."""

    name = "portrait"
    step = 2

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.title, self.say = Title(), Coach()
        self.hint = Text("body", align=Align.CENTRE)
        self.mirror, self.picture, self.pad = Viewfinder(), Picture(fill=True), Pad()
        self.missing = Notice("warning", icon="camera")
        self.printer = PrinterNotice()
        self.back_button = Button("secondary", icon="arrow-left", name="back")
        self.take = Button("primary", icon="camera", name="take-photo")
        self.adjust = Button("secondary", icon="move", name="move-photo")
        self.lighter = Button("secondary", icon="sun", name="lighter")
        self.retake = Button("secondary", icon="rotate-ccw", name="retake")
        self.use = Button("primary", icon="check", name="use-photo")
        self.done = Button("primary", icon="check", name="moved")
        self._gone = False
        self._seen = NOTHING
        self._shot: Shot | None = None
        self._portrait: Portrait | None = None  # what the shot gives
        self._lay_out()
        self._connect()
        self._show(State.WAITING)

    def enter(self, journey: "Journey") -> None:
        self._gone = False
        self.printer.show_condition(None)
        self._shot = None if journey.portrait is None else reopen(journey.portrait)
        self._show(State.WAITING if self._shot is None else State.TAKEN)

    def leave(self) -> None:
        self.mirror.let_go()
        if self._state not in _PICTURED:
            self._show(State.WAITING)

    def show_camera(self, camera: Camera | None) -> None:
        """Look through `camera` from now on and close it on leaving; None: there is none."""
        self._gone = camera is None
        self.mirror.look_through(camera)

    def show_printer(self, condition: Condition | None) -> None:
        """Say what is amiss with the card printer; None: nothing is."""
        self.printer.show_condition(condition)
        self._make_room()

    def show_eyes(self, eyes: Eyes | None) -> None:
        """Ask `eyes` for faces from now on; None: advise without. They belong to the session."""
        self.mirror.set_eyes(eyes)

    def retranslate(self) -> None:
        pictured = self._state in _PICTURED
        self.title.setText(self.tr("Is this photo good?") if pictured else self.tr("Your photo"))
        self.say.make_room(wanted=not pictured)
        self._speak()
        self.hint.setText(
            self.tr("Sitting down, a child on a lap, a head covering, glasses: all are fine.")
        )
        self.missing.set_texts(self.tr("The camera is not there."), self.tr("Please call a clerk."))
        self.back_button.setText(self.tr("Back"))
        self.take.setText(self.tr("Take the photo"))
        self.adjust.setText(self.tr("Move or zoom"))
        self.retake.setText(self.tr("Take it again"))
        self.use.setText(self.tr("Use this photo"))
        self.done.setText(self.tr("Done"))
        lighter = self._shot is not None and self._shot.lighter
        self.lighter.setText(self.tr("As it was") if lighter else self.tr("Lighter"))
        self.pad.retranslate()
        self.printer.retranslate()

    def _lay_out(self) -> None:
        ratio = WIDTH / HEIGHT
        self._mirror_room = Room(self.mirror, ratio=ratio, least=60)
        self._picture_room = Room(self.picture, ratio=ratio, least=60)
        self._changes = Bench(self.adjust, self.lighter, shares=(1, 1))
        buttons = Bench(self.back_button, self.retake, self.take, self.use, self.done)
        rooms = (self._mirror_room, self._picture_room)
        words = (self.say, self.hint, self.missing, self.printer, 1)
        body = Sides(rooms, (*words, self._changes, self.pad, buttons), head=self.title)
        self.setLayout(vbox(body))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.take.clicked.connect(self._count_down)
        self.retake.clicked.connect(self._again)
        self.adjust.clicked.connect(lambda: self._show(State.MOVING))
        self.done.clicked.connect(lambda: self._show(State.TAKEN))
        self.lighter.clicked.connect(self._change_light)
        self.use.clicked.connect(lambda: self.submitted.emit(self._portrait))
        self.pad.changed.connect(self._change)
        self.mirror.live.connect(self._go_live)
        self.mirror.lost.connect(self._lose)
        self.mirror.seen.connect(self._advise)
        self.mirror.taken.connect(self._take_over)

    def _show(self, state: State) -> None:
        self._state = state
        pictured, taken = state in _PICTURED, state is State.TAKEN
        shown: dict[QWidget, bool] = {
            self._picture_room: pictured,
            self._mirror_room: not pictured,
            self.missing: state is State.NO_CAMERA,
            self.say: state is not State.NO_CAMERA,
            self.pad: state is State.MOVING,
            self.done: state is State.MOVING,
            self._changes: taken,
            self.retake: taken,
            self.use: taken,
            self.back_button: not pictured,
            self.take: not pictured,
        }
        for part, wanted in shown.items():
            part.setVisible(wanted)
        self._make_room()
        self.take.setEnabled(state is State.LIVE)
        self._draw()
        self.retranslate()

    def _make_room(self) -> None:
        """Leave out the hint where something more urgent is said."""
        live = self._state not in _PICTURED and self._state is not State.NO_CAMERA
        self.hint.setVisible(live and self.printer.isHidden())

    def _speak(self) -> None:
        says = {
            State.WAITING: self.tr("The camera is starting."),
            State.COUNTING: self.tr("Look at the camera."),
            State.TAKEN: self.tr("This is how it will be on your card."),
            State.MOVING: self.tr("Show the whole head and some room."),
        }
        if self._state is State.LIVE:
            self.say.advise(self._seen)
        else:
            self.say.setText(says.get(self._state, ""))

    def _advise(self, seen: Seen) -> None:
        self._seen = seen
        live = self._state is State.LIVE
        self.mirror.set_pointer(POINTERS.get(seen.advice) if live and seen.advice else None)
        self._speak()

    def _go_live(self) -> None:
        self._seen = NOTHING
        self._show(State.LIVE)

    def _lose(self) -> None:
        if self._state not in _PICTURED:
            self._show(State.NO_CAMERA)

    def _count_down(self) -> None:
        self._show(State.COUNTING)
        self.mirror.take()

    def _take_over(self, shot: Shot) -> None:
        self._shot = shot
        self._show(State.TAKEN)

    def _change(self, shot: Shot) -> None:
        self._shot = shot
        self._draw()

    def _change_light(self) -> None:
        if self._shot is not None:
            self._change(replace(self._shot, lighter=not self._shot.lighter))
            self.retranslate()

    def _again(self) -> None:
        self._shot = None
        self._show(State.NO_CAMERA if self._gone else State.WAITING)

    def _draw(self) -> None:
        """Show the shot as it would be on the card."""
        self.pad.set_shot(self._shot)
        self._portrait = None if self._shot is None else develop(self._shot)
        portrait = self._portrait
        shown = None if portrait is None else Frame(WIDTH, HEIGHT, portrait.rgb)
        self.picture.set_frame(shown)
