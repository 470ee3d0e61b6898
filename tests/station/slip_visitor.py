"""A real session in which somebody has a slip printed, from the part of a page that shows it.

Run as `python -m tests.station.slip_visitor` with the arguments of `ui`. It ends as erased if the
slip was printed, and else as refused.
"""

from typing import TYPE_CHECKING

from tests.formats.slips import TAKE_HOME
from tests.station import staged

if TYPE_CHECKING:
    from ui.start import Session

_KEPT: list[object] = []  # Qt does not hold what its signals call


def _visit(session: "Session") -> None:
    from kiosk.isolation.channel import Say  # noqa: PLC0415  # loaded long since, behind the walls
    from ui.pages.slip import SlipPart  # noqa: PLC0415
    from ui.slips import SlipDesk  # noqa: PLC0415

    slips = session.app.parts.slips
    part = SlipPart()
    desk = SlipDesk(part, slips)
    _KEPT.extend((part, desk))
    slips.drawn.connect(lambda *_: part.print.click())
    slips.ended.connect(lambda _, bad: session.app.end(Say.REFUSED if bad else Say.ERASED))
    desk.show_slip(TAKE_HOME["ar"])


if __name__ == "__main__":
    staged.run(_visit)
