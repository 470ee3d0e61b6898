"""A cold start: `kiosk run`, from nothing to its first painted page."""

import os
import sys

from kiosk.commands.run import open_station


class FirstPaint:
    """An observer that closes the station; it imports no more than the command does."""

    def arguments(self, ordinal: int) -> tuple[tuple[()], tuple[()]]:
        return (), ()

    def shown(self, ordinal: int, message: object) -> None: ...

    def standby_ready(self) -> None: ...

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        os._exit(0)  # what comes after does not count; the children die with this process

    def ended(self, ordinal: int, ending: object) -> None: ...


open_station(sys.argv[1], "1080x1920", FirstPaint())  # type: ignore[arg-type]  # as its docstring says
