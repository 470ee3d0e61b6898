"""Hands: what duties are done with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.isolation.channel import Say
from kiosk.session.scan import Scan
from ui.flow import Flow
from ui.issuing import Issuing
from ui.outside import Outside
from ui.pages import Place
from ui.slips import Slips


@dataclass(frozen=True, slots=True)
class Hands:
    """What duties are done with."""

    flow: Flow
    issuing: Issuing
    outside: Outside
    place: Place
    slips: Slips
    end: Callable[[Say], None]
    scan: Scan = field(default_factory=Scan)  # the one picture of a paper that may be kept
