"""Seeing: the camera that a page looks through, and the process that looks for faces.

A camera is asked for whenever a page wants one, and closed when the page goes. The process is asked
for once: a session has one, as long as it lives.
"""

from functools import partial
from typing import Protocol

from kiosk.devices import Camera, Eyes
from kiosk.devices.drawn_camera import DrawnCamera
from kiosk.devices.sight import Sight
from kiosk.devices.v4l2 import PORTRAIT_SIZE, V4l2Camera
from kiosk.isolation.channel import Say
from ui import work
from ui.outside import Outside


class Viewer(Protocol):
    """A page that looks through a camera."""

    def show_camera(self, camera: Camera | None) -> None: ...

    def show_eyes(self, eyes: Eyes | None) -> None: ...


class Seeing:
    """Gives the page that is up what it sees with. `twin` is the simulated camera of training.

    `found` says whether there was ever a camera: one that is gone later is not one that never was.
    """

    def __init__(self, outside: Outside, *, training: bool) -> None:
        self._outside = outside
        self._training = training
        self.twin: Camera = DrawnCamera()
        self.found = False
        self._instead: Camera | None = None
        self._viewer: Viewer | None = None
        self._wanted = PORTRAIT_SIZE
        self._starting = False  # a camera; a second one could not be started beside it
        self._eyes: Eyes | None = None
        self._eyes_asked = False

    def begin(
        self,
        viewer: Viewer,
        wanted: tuple[int, int] = PORTRAIT_SIZE,
        twin: Camera | None = None,
    ) -> None:
        """Give `viewer` a camera, with pictures of that size if it can, as soon as there is one.

        In training without a camera it is given `twin`, or the one that shows a face.
        """
        self._viewer, self._wanted, self._instead = viewer, wanted, twin
        viewer.show_eyes(self._eyes)
        if not self._starting:
            self._starting = True
            self._outside.ask(Say.CAMERA, self._start_camera)
        if not self._eyes_asked:
            self._eyes_asked = True
            self._outside.ask(Say.SIGHT, self._open_eyes)

    def end(self) -> None:
        """Close a camera that comes from now on: nobody waits for it."""
        self._viewer = self._instead = None

    def _start_camera(self, descriptor: int | None) -> None:
        """Start the camera beside the screen, for some take half a second."""
        if descriptor is None:
            self._give_camera(None)
        else:
            work.run(partial(V4l2Camera, descriptor, self._wanted), self._give_camera)

    def _give_camera(self, camera: V4l2Camera | None) -> None:
        self._starting = False
        if self._viewer is None:
            if camera is not None:
                camera.close()
            return
        given: Camera | None = (self._instead or self.twin) if self._training else None
        if camera is not None and camera.runs:
            given = camera
        self.found = self.found or given is not None
        self._viewer.show_camera(given)

    def _open_eyes(self, descriptor: int | None) -> None:
        self._eyes = None if descriptor is None else Sight(descriptor)
        if self._viewer is not None:
            self._viewer.show_eyes(self._eyes)
