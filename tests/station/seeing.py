"""A real session that has a sight, and has half shown it the portrait when the card is checked.

Run as `python -m tests.station.seeing` with the arguments of `ui`. All of the picture but its last
byte is sent: so the sight holds it, in its own memory, until the session ends.
"""

import contextlib
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

from PIL import Image

from kiosk.devices.sight import Sight
from kiosk.formats import look
from kiosk.formats.look import Wish
from kiosk.isolation import walls
from kiosk.isolation.channel import Say
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait
from ui import __main__ as session

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.hands import Hands
    from ui.start import Session

_sights: list[Sight] = []
_shown: list[Sight] = []
_waiting: list[threading.Thread] = []
asks_after = 0  # milliseconds on the screen


def main() -> None:
    stage_one = walls.stage_one

    def put_up_and_plant(**how: Any) -> Any:
        missing = stage_one(**how)
        _plant()
        return missing

    walls.stage_one = put_up_and_plant
    session.main()


def _plant() -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415  # Qt comes after the first walls

    from ui import duties, start  # noqa: PLC0415

    begin, preview = start.Session.begin, duties._preview

    def begin_and_ask(self: "Session") -> None:
        outside = self.app.parts.outside
        ask = partial(outside.ask, Say.SIGHT, _meet)
        outside.shown.connect(lambda _: QTimer.singleShot(asks_after, ask))
        begin(self)

    def show_and_preview(hands: "Hands") -> None:
        portrait = hands.flow.journey.portrait
        if portrait is not None:
            _half_show(portrait)
        preview(hands)

    start.Session.begin = begin_and_ask  # type: ignore[method-assign]  # planted
    duties._preview = show_and_preview


def _meet(descriptor: int | None) -> None:
    """Have a thread wait until the sight is there: it has answered, or it is dead."""
    assert descriptor is not None
    sight = Sight(descriptor, patience=60.0)
    _sights.append(sight)
    waiting = threading.Thread(target=sight.faces, args=(WIDTH, HEIGHT, bytes(WIDTH * HEIGHT)))
    _waiting.append(waiting)
    waiting.start()


def _half_show(portrait: Portrait) -> None:
    """Show the portrait to the sight, once and but for its last byte; it may be dead."""
    for waiting in _waiting:
        waiting.join()
    grey = Image.frombytes("RGB", (WIDTH, HEIGHT), portrait.rgb).convert("L").tobytes()
    while len(_sights) > len(_shown):
        _shown.append(_sights[-1])
        with contextlib.suppress(OSError):
            _sights[-1]._end.sendall(look.request(Wish.FACES, WIDTH, HEIGHT) + grey[:-1])


if __name__ == "__main__":
    main()
