"""Gifts: what a session may be given from outside, opened afresh each time and handed over.

A camera, a card printer or the driver in front of it, a slip printer, a process that looks at
pictures. What was started beside a session leaves with it.
"""

import os
from collections.abc import Callable

from kiosk.isolation.channel import Say, Tell
from kiosk.supervisor.children import Wipeable
from kiosk.supervisor.companions import Companions, Manner
from kiosk.supervisor.departures import Departures
from kiosk.supervisor.doors import PrinterDoor, open_camera
from kiosk.supervisor.filters import Filters, kernel_clears
from kiosk.supervisor.sources import Sources
from kiosk.supervisor.station import Station

Hand = Callable[[int, int | None, Tell, Tell], None]
"""Hands session number N a descriptor with the first message, or the second one without it."""


class Gifts:
    """Opens what sessions ask for; `hand` brings it to them."""

    def __init__(
        self, sources: Sources, station: Station, departures: Departures, hand: Hand
    ) -> None:
        manner = Manner(station.training, station.reading)
        self._companions = Companions(sources, departures, manner)
        self._filters = Filters(
            sources, station.printer, training=station.training, clears=kernel_clears
        )
        self._slip_door = PrinterDoor(sources, station.slip_printer)
        self._camera = station.camera
        self._hand = hand

    @property
    def barred(self) -> bool:
        """Whether no card can be made here: a driver's memory would be left as it is."""
        return self._filters.barred

    def give(self, ordinal: int, what: Say) -> None:
        """Open what session `ordinal` wants; it is handed over when it is there."""
        match what:
            case Say.SIGHT:
                self._companions.start(
                    ordinal, lambda sight: self._hand(ordinal, sight, Tell.SIGHT, Tell.NO_SIGHT)
                )
            case Say.CAMERA:
                self._give_camera(ordinal)
            case Say.SLIP:
                self._slip_door.open(
                    lambda printer: self._hand(ordinal, printer, Tell.SLIP, Tell.NO_SLIP)
                )
            case _:
                self._filters.open(
                    ordinal,
                    lambda printer: self._hand(ordinal, printer, Tell.PRINTER, Tell.NO_PRINTER),
                )

    def release(self, ordinal: int) -> list[Wipeable]:
        """Return what was started beside session `ordinal`, to leave with it."""
        return [*self._companions.release(ordinal), *self._filters.release(ordinal)]

    def _give_camera(self, ordinal: int) -> None:
        camera = open_camera(self._camera) if self._camera else None
        self._hand(ordinal, camera, Tell.CAMERA, Tell.NO_CAMERA)
        if camera is not None:
            os.close(camera)
