"""Wedge: tell a scanner that types ("keyboard wedge") from a person who does, key by key.

A scanner's keys come in a burst that nobody's fingers make, or between STX and ETX if it was set up
so, which is certain. Keys are held back until it is clear who typed them, 40 ms at most for a
person, and then go on to where they were meant. Time comes in as an argument and what happens goes
out as a value, so that whoever owns the keyboard and the clock stays outside.
"""

from dataclasses import dataclass, field

STX, ETX = "\x02", "\x03"
HOLD_MS = 40.0  # wait so long after a key, then call `pause`
FRAME_MS = 3000.0  # and so long between STX and ETX

_GAP_MS = 35.0  # measured: scanners send a key every 1 to 20 ms; typists, rarely two under 35
_LEAST_KEYS = 24  # no paper's code is shorter than 60; eight keys in a burst happen to a typist
_LEAST_SIGNS = 4  # different ones; a key that is held down repeats every 30 ms


@dataclass(frozen=True, slots=True)
class Typed:
    """A person's keys, in order: they belong to the field that has the focus."""

    keys: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scanner sent, for whoever reads papers; it belongs in no field."""

    payload: bytes = field(repr=False)


Heard = Typed | Scanned | None


@dataclass(frozen=True, slots=True)
class Wedge:
    """The keys held back, when the last one came, and whether they follow an STX."""

    held: str = field(default="", repr=False)
    last_ms: float = 0.0
    framed: bool = False

    @property
    def waits_ms(self) -> float | None:
        """How long to wait for the next key before calling `pause`; None if nothing is held."""
        if self.framed:
            return FRAME_MS
        return HOLD_MS if self.held else None


def press(wedge: Wedge, key: str, at_ms: float) -> tuple[Wedge, Heard]:
    """Take one key, as the sign that it types; return what is held now and what is settled."""
    if key == STX:
        return Wedge("", at_ms, framed=True), _settled(wedge)
    if wedge.framed:
        return _within_frame(wedge, key, at_ms)
    if at_ms - wedge.last_ms > _GAP_MS:
        return Wedge(key, at_ms), _settled(wedge)
    return Wedge(wedge.held + key, at_ms), None


def pause(wedge: Wedge) -> tuple[Wedge, Heard]:
    """Say that no key came for as long as `waits_ms`."""
    return Wedge("", wedge.last_ms), _settled(wedge)


def _within_frame(wedge: Wedge, key: str, at_ms: float) -> tuple[Wedge, Heard]:
    if at_ms - wedge.last_ms > FRAME_MS:
        return Wedge(key, at_ms), None
    if key == ETX:
        return Wedge("", at_ms), Scanned(wedge.held.encode())
    return Wedge(wedge.held + key, at_ms, framed=True), None


def _settled(wedge: Wedge) -> Heard:
    """Say whose keys these are. A frame without its end is dropped: it would fill a field."""
    if not wedge.held or wedge.framed:
        return None
    burst = len(wedge.held) >= _LEAST_KEYS and len(set(wedge.held)) >= _LEAST_SIGNS
    return Scanned(wedge.held.encode()) if burst else Typed(wedge.held)
