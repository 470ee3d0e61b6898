"""Departures: sessions on their way out, each with what belongs to it.

What ends together is stopped together, before the next page is shown; each process is then wiped
and killed on its own (`kiosk.supervisor.farewell`), and gone is who has nothing left.
"""

from collections.abc import Sequence
from functools import partial

from kiosk.supervisor.children import Wipeable
from kiosk.supervisor.farewell import Dead, Farewell
from kiosk.supervisor.sources import Sources


class Departures:
    """All farewells that are under way."""

    def __init__(self, sources: Sources, *, training: bool) -> None:
        self._sources = sources
        self._training = training
        self.farewells: list[Farewell] = []

    def begin(self, leaving: Sequence[Wipeable], gone: Dead = lambda _: None) -> None:
        """Stop these processes now; `gone` gets the milliseconds until the last of them is dead."""
        farewells = [
            Farewell(self._sources, one.child, one.offered, training=self._training)
            for one in leaving
        ]
        left = list(farewells)

        def dead(farewell: Farewell, after_ms: float) -> None:
            self.farewells.remove(farewell)
            left.remove(farewell)
            if not left:
                gone(after_ms)

        self.farewells += farewells
        for farewell in farewells:
            farewell.begin(partial(dead, farewell))

    def break_off(self) -> None:
        """Kill and reap at once whoever is left; for a station that must close now."""
        for farewell in list(self.farewells):
            farewell.break_off()
