"""A real session, started and sealed as `ui` is; once it is shown, it does what a test wants."""

import importlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.isolation import walls
from kiosk.isolation.channel import SessionEnd
from ui import __main__ as session

if TYPE_CHECKING:  # a session puts up its walls before it imports Qt
    from ui.start import Session


def run(act: Callable[["Session"], object], *modules: str) -> None:
    """Run a session with the arguments of `ui`; `act` is called when it has been told to show.

    It may import from `modules`, for they are loaded before.
    """
    # Nobody wipes it, so that it has no memory to offer.
    arguments = session._parser().parse_args([*sys.argv[1:], "--memory", "0"])
    control = SessionEnd(arguments.control)
    session._end_on_any_fault(control)
    arguments.cast = None
    missing = walls.stage_one(training=True)
    from PySide6 import QtTest  # noqa: F401, PLC0415  # once warm, nothing can be loaded

    for module in modules:
        importlib.import_module(module)
    from ui import start  # noqa: PLC0415

    begin = start.Session.begin

    def begin_and_act(self: "Session") -> None:
        self.app.parts.outside.shown.connect(lambda _: act(self))
        begin(self)

    start.Session.begin = begin_and_act  # type: ignore[method-assign]
    start.run(arguments, control, [each.wall.value for each in missing])
