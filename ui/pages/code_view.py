"""Code view: a card held to the camera, whose code is read beside the screen while it is shown."""

from functools import partial

from PySide6.QtCore import Signal

from kiosk.devices import Frame
from kiosk.formats import qr
from ui import work
from ui.pages.live_view import LiveView


class CodeView(LiveView):
    """`read` carries the texts of the codes in a frame, where there are any."""

    read = Signal(object)

    def __init__(self) -> None:
        super().__init__(self._have_read)
        self._turns = work.Turns()

    def let_go(self) -> None:
        self._turns.forget()
        super().let_go()

    def _have_read(self, frame: Frame) -> None:
        """Have `frame` read, unless another one is."""
        self._turns.take(partial(qr.read_all, frame), self._tell)

    def _tell(self, texts: tuple[str, ...]) -> None:
        if texts:
            self.read.emit(texts)
