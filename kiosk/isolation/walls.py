"""Walls: all of them, in the one order that works, and what is done about one that will not stand.

A session has two stages. Stage one comes before Qt is imported, since a library already in memory
could have opened anything. Stage two comes when the session is warm and connected to its display,
and before it is shown. In production a wall that cannot be put up means no session; in training it
is returned, to be shown on the station's own screen.
"""

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.errors import WallMissing
from kiosk.isolation import allowed, landlock, memory, seal, seccomp, trees, user
from kiosk.isolation.landlock import Rules
from kiosk.isolation.seccomp import Filter
from kiosk.isolation.wall import Wall

_NEEDS = {
    Wall.LANDLOCK_TRUNCATE: landlock.TRUNCATE_ABI,
    Wall.LANDLOCK_TCP: landlock.TCP_ABI,
    Wall.LANDLOCK_DEVICES: landlock.DEVICES_ABI,
}


@dataclass(frozen=True, slots=True)
class Missing:
    """A wall that could not be put up, and the kernel's word for why."""

    wall: Wall
    reason: str


def stage_one(*, training: bool, also_read: Sequence[Path] = ()) -> tuple[Missing, ...]:
    """Put up what must stand before Qt is imported; return what is missing.

    `also_read` is for rehearsals and ignored in production. Raises WallMissing in production.
    """
    extra = tuple(also_read) if training else ()
    readable = (*trees.program(), *trees.system(), *trees.display(), *extra)
    return _stage_one(Rules(readable, (landlock.SINK,)), training=training)


def stage_two(
    *, training: bool, wayland: bool, warm: bool = False, also_read: Sequence[Path] = ()
) -> tuple[Missing, ...]:
    """Put up what must stand before the session is shown; return what is missing.

    Nothing is left of the file system but the program itself, to read; and nothing at all once it
    is `warm`, that is, has read all it ever will: a later read would move an access time, which
    tells who came when. Raises WallMissing in production.
    """
    extra = tuple(also_read) if training else ()
    own = () if warm else (*trees.program(), *trees.system())
    calls = allowed.session(os.getpid(), wayland=wayland)
    rules = Rules((*own, *extra), scopes=True)
    return _stage_two(rules, calls, training=training, may_read=bool(rules.read))


def signer_one(*, training: bool, files: Sequence[Path]) -> tuple[Missing, ...]:
    """Put up what must stand before the key is opened; `files` are the key and the staff file."""
    readable = (*trees.program(), *trees.system(), *files)
    return _stage_one(Rules(readable, (landlock.SINK,)), training=training)


def signer_two(*, training: bool) -> tuple[Missing, ...]:
    """Put up what must stand before the first request: no file can be opened any more."""
    rules = Rules(scopes=True)
    return _stage_two(rules, allowed.signer(os.getpid()), training=training)


def sight_one(*, training: bool) -> tuple[Missing, ...]:
    """Put up what must stand before a sight imports what looks at pictures."""
    readable = (*trees.program(), *trees.system())
    return _stage_one(Rules(readable, (landlock.SINK,)), training=training)


def sight_two(*, training: bool) -> tuple[Missing, ...]:
    """Put up what must stand before the first picture comes: one channel is all that is left."""
    return _stage_two(Rules(scopes=True), allowed.sight(os.getpid()), training=training)


def driver(program: Path, readable: Sequence[Path], *, training: bool) -> tuple[Missing, ...]:
    """Put up what must stand before a maker's driver is started, and stays up when it runs.

    Two walls do not outlive a start of a program: its memory is neither locked nor offered to a
    wiper (docs/decisions/filter.md).
    """
    seal.private_umask()
    rules = Rules((*trees.system(), *readable), run=(program, *trees.loader()), scopes=True)
    calls = allowed.driver(os.getpid())
    return (
        *put_up(Wall.OWN_USER, user.give_up_power, training=training),
        *put_up(Wall.NO_DUMPS, seal.no_dumps_of_programs, training=training),
        *put_up(Wall.NO_HUGE_PAGES, memory.no_huge_pages, training=training),
        *_landlock(rules, training=training),
        *_scopes(training=training),
        *put_up(Wall.SECCOMP, partial(seccomp.install, calls), training=training),
    )


def wiper(*, training: bool) -> tuple[Missing, ...]:
    """Put up what must stand before a wiper wipes: it holds what it needs and may open nothing."""
    return (
        *put_up(Wall.OWN_USER, user.give_up_power, training=training),
        *_landlock(Rules(scopes=True), training=training),
        *_scopes(training=training),
        *put_up(Wall.SECCOMP, partial(seccomp.install, allowed.WIPER), training=training),
    )


def _stage_one(rules: Rules, *, training: bool) -> tuple[Missing, ...]:
    seal.private_umask()
    memory.quiet_faults()
    memory.raise_lock_limit()  # while this process may still do it
    return (
        *put_up(Wall.OWN_USER, partial(user.give_up_power, may_read=training), training=training),
        *put_up(Wall.NO_DUMPS, seal.no_dumps, training=training),
        *put_up(Wall.NO_HUGE_PAGES, memory.no_huge_pages, training=training),
        # Now, while there is little: a warm session's pages would take 4 ms to be gone through.
        *put_up(Wall.MEMORY_LOCK, memory.lock, training=training),
        *_landlock(rules, training=training),
        *put_up(Wall.SECCOMP, partial(seccomp.install, allowed.STAGE_ONE), training=training),
    )


def _stage_two(
    rules: Rules, calls: Filter, *, training: bool, may_read: bool = False
) -> tuple[Missing, ...]:
    with contextlib.suppress(OSError):  # who runs as root was told so in stage one
        user.give_up_power(may_read=training and may_read)
    return (
        *put_up(Wall.LANDLOCK, partial(landlock.restrict, rules), training=training),
        *_scopes(training=training),
        *put_up(Wall.SECCOMP, partial(seccomp.install, calls), training=training),
    )


def _landlock(rules: Rules, *, training: bool) -> tuple[Missing, ...]:
    missing = put_up(Wall.LANDLOCK, partial(landlock.restrict, rules), training=training)
    for wall, needed in _NEEDS.items():
        missing += put_up(wall, partial(_demand, needed), training=training)
    return missing


def _scopes(*, training: bool) -> tuple[Missing, ...]:
    demand = partial(_demand, landlock.SCOPES_ABI)
    return put_up(Wall.LANDLOCK_SCOPES, demand, training=training)


def _demand(needed: int) -> None:
    found = landlock.abi()
    if found < needed:
        raise OSError(0, f"Landlock ABI {found}, not {needed}")


def put_up(wall: Wall, build: Callable[[], None], *, training: bool) -> tuple[Missing, ...]:
    """Put up one wall; return it if it is missing. Raises WallMissing in production."""
    try:
        build()
    except OSError as refused:
        if training:
            return (Missing(wall, refused.strerror or "refused"),)
        raise WallMissing(wall) from None
    return ()
