"""Lines: a design's guilloche as a few numbers."""

from kiosk.design.measures import read_colour
from kiosk.design.values import Braid, Guilloche, Rosette
from kiosk.packs.table import Table


def read_guilloche(table: Table) -> Guilloche:
    """Read the fine lines."""
    guilloche = Guilloche(
        start=read_colour(table, "start"),
        end=read_colour(table, "end"),
        strength=table.decimal("strength"),
        thread=table.decimal("thread"),
        braids=tuple(map(_braid, table.tables("braids"))),
        rosettes=tuple(map(_rosette, table.tables("rosettes"))),
    )
    table.close()
    return guilloche


def _braid(table: Table) -> Braid:
    braid = Braid(
        middle=table.decimal("middle"),
        swing=table.decimal("swing"),
        lines=table.number("lines", least=1),
        waves=table.decimal("waves"),
        knots=table.decimal("knots"),
        drift=table.decimal("drift"),
    )
    table.close()
    return braid


def _rosette(table: Table) -> Rosette:
    rosette = Rosette(
        left=table.decimal("left"),
        top=table.decimal("top"),
        radius=table.decimal("radius"),
        rings=table.number("rings", least=1),
        petals=table.number("petals", least=1),
    )
    table.close()
    return rosette
