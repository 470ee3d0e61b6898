"""Plan: what the supervisor does next, as a pure function of what it knows and what happened.

One session is shown and one stands by, warm. When the shown one ends, in any way, it is killed and
the standby is shown. One exception: a session that ends while a card may be in the printer, or may
not have been taken, hands over to nobody; the next one shows only "call a clerk", and inherits the
unsettled blank. Nobody may see the last resident's card drop out. A station that starts owes what
its ledger says.

A session whose card was taken may go on and open a blank for the next child of the family, and so
on for at most four good cards.

A real station whose machine cannot give a wall is barred: no session is started any more, and a
notice says why on the station's own screen.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from kiosk.isolation.approval import MOST_CARDS
from kiosk.isolation.channel import ENDINGS, Fault, Say, Tell
from kiosk.isolation.wall import Wall
from kiosk.supervisor.ledger import Entry, Ledger

BACK_OFF = 0.1  # seconds before the second try to start a session; doubles with each
LONGEST_BACK_OFF = 10.0
GIVE_UP = 5  # sessions that died in a row before one was ever ready


class Blank(Enum):
    """What is known of the blank that the shown session has opened."""

    NONE = auto()
    OPEN = auto()  # it may be in the printer
    SEEN = auto()  # a good card, not yet known to be in the resident's hand


class Gone(Enum):
    """How a session ended without saying so."""

    DIED = auto()
    SILENT = auto()  # no sign of life for longer than the watchdog allows
    BROKE_THE_CHANNEL = auto()


class Kind(Enum):
    """What is shown: a session, or something that can be shown and nothing else."""

    SESSION = auto()
    CURTAIN = auto()  # until the first session is ready
    NOTICE = auto()  # why there is no session


@dataclass(frozen=True, slots=True)
class Barred:
    """A child ended because this wall is missing here: no new try would put it up."""

    wall: Wall


@dataclass(frozen=True, slots=True)
class Member:
    """A session as the plan knows it."""

    ordinal: int
    kind: Kind = Kind.SESSION
    ready: bool = False
    blank: Blank = Blank.NONE
    cards: int = 0  # good ones, of one family


@dataclass(frozen=True, slots=True)
class Station:
    """The sessions, the blanks left to be settled, and how often a start failed in a row."""

    shown: Member | None = None
    standby: Member | None = None
    spawned: int = 0
    owed: tuple[Blank, ...] = ()  # more than one only if somebody has meddled with the ledger
    failures: int = 0
    worked: bool = False  # a session was ready at least once
    barred: Wall | None = None


@dataclass(frozen=True, slots=True)
class Spawn:
    """Start session `ordinal` after `delay` seconds; a notice says that `wall` is missing."""

    ordinal: int
    delay: float
    kind: Kind = Kind.SESSION
    wall: Wall | None = None


@dataclass(frozen=True, slots=True)
class Send:
    """Tell a session something."""

    ordinal: int
    message: Tell


@dataclass(frozen=True, slots=True)
class Give:
    """Open what the session asked for (one of `_WISHES`) afresh, and hand it over."""

    ordinal: int
    what: Say


@dataclass(frozen=True, slots=True)
class Kill:
    """Stop, wipe and kill the session; `ending` is how it ended."""

    ordinal: int
    ending: "Event"


@dataclass(frozen=True, slots=True)
class Count:
    """Move a count, before anything else that follows."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class GiveUp:
    """No session can be started on this machine; say so and stop."""


Action = Spawn | Send | Give | Kill | Count | GiveUp
Event = Say | Fault | Gone | Barred
Step = tuple[Station, tuple[Action, ...]]

# A message about the blank: the state it must be in, the state it goes to, what is counted.
_BLANK_MOVES = {
    Say.OPENED: (Blank.NONE, Blank.OPEN, Entry.OPENED),
    Say.GOOD: (Blank.OPEN, Blank.SEEN, Entry.ISSUED),
    Say.VOUCHED: (Blank.OPEN, Blank.SEEN, Entry.VOUCHED),
    Say.SPOILED: (Blank.OPEN, Blank.NONE, Entry.SPOILED),
    Say.UNUSED: (Blank.OPEN, Blank.NONE, Entry.UNUSED),
    Say.TAKEN: (Blank.SEEN, Blank.NONE, Entry.TAKEN),
}
_WISHES = frozenset({Say.PRINTER, Say.CAMERA, Say.SIGNER, Say.SLIP, Say.SIGHT})
_SHOW = {Blank.NONE: Tell.SHOW, Blank.OPEN: Tell.SHOW_LOOK, Blank.SEEN: Tell.SHOW_LEFT}


def owed(ledger: Ledger) -> tuple[Blank, ...]:
    """Return the blanks that a clerk has to settle before anybody else gets the screen."""
    return (Blank.OPEN,) * ledger.unsettled + (Blank.SEEN,) * ledger.left


def start(owed: tuple[Blank, ...] = ()) -> Step:
    """Return the first step: a curtain is started, to be shown while the first session warms up."""
    curtain = Kind.CURTAIN
    station = Station(standby=Member(1, curtain), spawned=1, owed=owed)
    return station, (Spawn(1, 0.0, curtain),)


def react(station: Station, ordinal: int, event: Event) -> Step:
    """Return the station after `event` from session `ordinal`, and what is to be done, in order.

    An event from a session that was already killed changes nothing.
    """
    member = _member(station, ordinal)
    if member is None:
        return station, ()
    if isinstance(event, Barred):
        return bar(station, event.wall)
    if isinstance(event, (Fault, Gone)) or event in ENDINGS:
        return _ended(station, member, event)
    if event is Say.READY:
        return _ready(station, member)
    if event is Say.PAINTED:
        return _stand_by(station)
    return _heard(station, member, event)


def bar(station: Station, wall: Wall) -> Step:
    """Return the station that starts no session any more, and shows a notice in their place."""
    if station.barred is not None:
        return station, ()
    members = [member for member in (station.shown, station.standby) if member is not None]
    station = replace(_without_shown(station), standby=None, barred=wall)
    kills = tuple(Kill(member.ordinal, Barred(wall)) for member in members)
    station, spawns = _spawn(station)
    return station, (*kills, *spawns)


def _heard(station: Station, member: Member, event: Say) -> Step:
    if member is not station.shown or member.kind is not Kind.SESSION:
        # A standby has nothing to ask and nothing to settle, and a curtain neither.
        return _ended(station, member, Gone.BROKE_THE_CHANNEL)
    if event in _BLANK_MOVES:
        return _moved(station, member, event)
    if event in _WISHES:
        return station, (Give(member.ordinal, event),)
    return station, ()


def _member(station: Station, ordinal: int) -> Member | None:
    members = (member for member in (station.shown, station.standby) if member is not None)
    return next((member for member in members if member.ordinal == ordinal), None)


def _ready(station: Station, member: Member) -> Step:
    if member.ready:
        return _ended(station, member, Gone.BROKE_THE_CHANNEL)
    station = replace(station, failures=0, worked=True, standby=replace(member, ready=True))
    if station.shown is not None and station.shown.kind is not Kind.SESSION:
        return _ended(station, station.shown, Say.ERASED)
    return _promote(station) if station.shown is None else (station, ())


def _promote(station: Station) -> Step:
    """Show the standby if it is ready; if not, it is shown when it is."""
    standby = station.standby
    if standby is None or not standby.ready:
        return station, ()
    if standby.kind is not Kind.SESSION:  # it can settle nothing: what is owed stays owed
        return replace(station, shown=standby, standby=None), (Send(standby.ordinal, Tell.SHOW),)
    blank = station.owed[0] if station.owed else Blank.NONE
    station = replace(
        station, shown=replace(standby, blank=blank), standby=None, owed=station.owed[1:]
    )
    return station, (Send(standby.ordinal, _SHOW[blank]),)


def _without_shown(station: Station) -> Station:
    """Return the station without the shown session, whose blank stays owed."""
    blank = Blank.NONE if station.shown is None else station.shown.blank
    owed = station.owed if blank is Blank.NONE else (blank, *station.owed)
    return replace(station, shown=None, owed=owed)


def _stand_by(station: Station) -> Step:
    """Start the next standby once the shown page is painted, so that it does not slow it down."""
    if station.standby is not None or station.barred is not None:
        return station, ()
    return _spawn(station)


def _spawn(station: Station) -> Step:
    ordinal = station.spawned + 1
    waits = min(LONGEST_BACK_OFF, BACK_OFF * 2 ** (station.failures - 1))
    kind = Kind.SESSION if station.barred is None else Kind.NOTICE
    station = replace(station, standby=Member(ordinal, kind), spawned=ordinal)
    return station, (Spawn(ordinal, waits if station.failures else 0.0, kind, station.barred),)


def _moved(station: Station, member: Member, event: Say) -> Step:
    before, after, entry = _BLANK_MOVES[event]
    one_too_many = event is Say.OPENED and member.cards == MOST_CARDS
    if member.blank is not before or one_too_many:
        return _ended(station, member, Gone.BROKE_THE_CHANNEL)
    cards = member.cards + (after is Blank.SEEN)
    station = replace(station, shown=replace(member, blank=after, cards=cards))
    booked = (Send(member.ordinal, Tell.BOOKED),) if event is Say.OPENED else ()
    return station, (Count(entry), *booked)


def _ended(station: Station, member: Member, event: Event) -> Step:
    kill = Kill(member.ordinal, event)
    if member is station.shown:
        station, actions = _promote(_without_shown(station))
        if station.shown is None and station.standby is None:
            station, actions = _spawn(station)
        return station, (kill, *actions)
    failed = 0 if member.ready else station.failures + 1
    if not station.worked and failed >= GIVE_UP:
        return replace(station, standby=None), (kill, GiveUp())
    station, actions = _spawn(replace(station, standby=None, failures=failed))
    return station, (kill, *actions)
