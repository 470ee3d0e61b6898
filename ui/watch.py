"""Watch: looks at a camera's frames beside the screen, one at a time, and says what it saw.

A frame that comes while another is looked at is not looked at: the screen never waits, and advice
is about now. What is said changes when two looks in a row agree, so that words do not flicker.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.devices import Box, Eyes, Frame
from kiosk.session.advice import Advice, advice, searched
from ui import work


@dataclass(frozen=True, slots=True)
class Seen:
    """The faces in a frame, None if nobody looked for any, and what would make it better."""

    faces: tuple[Box, ...] | None
    advice: Advice | None


class Watch:
    """`told` gets a Seen for each look, in the screen's thread, until `stop`."""

    def __init__(self, told: Callable[[Seen], None]) -> None:
        self._told = told
        self._turns = work.Turns()
        self._last: Advice | None = None
        self._said: Advice | None = None

    def look(self, frame: Frame, eyes: Eyes | None) -> None:
        """Look at `frame`, unless a look is under way."""
        self._turns.take(lambda: see(frame, eyes), self._seen)

    def stop(self) -> None:
        """Tell nothing more of what was looked at, and forget what was said."""
        self._turns.forget()
        self._last = self._said = None

    def _seen(self, seen: Seen) -> None:
        if seen.advice is self._last:
            self._said = seen.advice
        self._last = seen.advice
        self._told(Seen(seen.faces, self._said))


def see(frame: Frame, eyes: Eyes | None) -> Seen:
    """Return what is seen in `frame`; takes long."""
    faces = None if eyes is None else _faces(frame, eyes)
    return Seen(faces, advice(frame, faces))


def _faces(frame: Frame, eyes: Eyes) -> tuple[Box, ...] | None:
    coarse, grey = searched(frame)
    width, height = -(-frame.width // coarse), -(-frame.height // coarse)
    found = eyes.faces(width, height, grey)
    return None if found is None else tuple(_enlarged(face, coarse) for face in found)


def _enlarged(face: Box, times: int) -> Box:
    return Box(face.left * times, face.top * times, face.width * times, face.height * times)
