"""Station: what a station is made of, and who may watch it. Nothing here is about an applicant."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.isolation.channel import Tell
from kiosk.isolation.wall import Wall
from kiosk.supervisor.display import Screen
from kiosk.supervisor.doors import PrinterPlace
from kiosk.supervisor.ledger import PLACE, LedgerFile
from kiosk.supervisor.plan import Event
from kiosk.supervisor.signer_link import SignerFiles


class NoSession(Exception):
    """No session can be started on this machine."""


class Observer:
    """Who wants to know what happens, a rehearsal for example; this one does not look.

    An observer sees what the loop sees: ordinals, opcodes and times.
    """

    def arguments(self, ordinal: int) -> tuple[Sequence[str], Sequence[int]]:  # noqa: ARG002
        """Return extra arguments and descriptors for this session; these are closed after it."""
        return (), ()

    def shown(self, ordinal: int, message: Tell) -> None:
        """Note that a session was told to show itself."""

    def standby_ready(self) -> None:
        """Note that a session is shown and another one stands by, ready."""

    def painted(self, ordinal: int, handover_ms: float | None) -> None:
        """Note its first painted page, and the milliseconds since the last one's end, if any."""

    def ended(self, ordinal: int, ending: Event) -> None:
        """Note that a session has ended, and that it stands still."""

    def dead(self, ordinal: int, after_ms: float) -> None:
        """Note that a session and what showed it are dead, and the milliseconds since its end."""

    def barred(self, wall: Wall) -> None:
        """Note that this machine lacks a wall, and that there will be no session."""


@dataclass(frozen=True, slots=True)
class Station:
    """What a station is made of; nothing here is about an applicant."""

    files: SignerFiles
    session_arguments: tuple[str, ...]
    platform: str  # Qt's: xcb, wayland or offscreen
    size: str  # of the window: WIDTHxHEIGHT, fit or full
    city: str
    training: bool = True
    printer: PrinterPlace | None = None
    slip_printer: PrinterPlace | None = None
    camera: Path | None = None
    reading: bool = False  # of papers in pictures
    ledger: Path | None = None  # None: in memory in training, in its usual place otherwise
    screen: Screen | None = None  # for compositors of our own; None: the display is somebody else's

    def require_confirmed(self) -> None:
        """Raise PackNotConfirmed on a real station whose city has not confirmed its rules."""
        if self.training:
            return
        from kiosk import city  # noqa: PLC0415  # training need not hold all that reads packs

        city.require_confirmed(city.load(self.city))

    def open_ledger(self) -> LedgerFile:
        """Return the ledger of cards, or raise what LedgerFile.open does."""
        if self.training and self.ledger is None:
            return LedgerFile.in_memory()
        return LedgerFile.open(self.ledger or PLACE, training=self.training)
