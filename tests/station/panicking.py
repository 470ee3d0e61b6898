"""A real session in which somebody presses the panic keys when a signal (SIGUSR1) comes.

Run as `python -m tests.station.panicking` with the arguments of `ui`.
"""

import signal
from typing import TYPE_CHECKING, Any

from kiosk.isolation import walls
from ui import __main__ as session

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.start import Session


def main() -> None:
    stage_one = walls.stage_one

    def put_up_and_plant(**how: Any) -> Any:
        missing = stage_one(**how)
        _plant()
        return missing

    walls.stage_one = put_up_and_plant
    session.main()


def _plant() -> None:
    from ui import start  # noqa: PLC0415  # Qt comes after the first walls

    begin = start.Session.begin

    def begin_and_listen(self: "Session") -> None:
        signal.signal(signal.SIGUSR1, lambda *_: self.app.parts.window.panic.emit())
        begin(self)

    start.Session.begin = begin_and_listen  # type: ignore[method-assign]  # planted


if __name__ == "__main__":
    main()
