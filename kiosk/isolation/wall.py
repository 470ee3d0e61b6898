"""Wall: the name of each wall, and how a process that may not start without it tells so.

A module of its own, because the supervisor needs the names and none of what puts the walls up.
"""

from enum import StrEnum

_FIRST_STATUS = 80  # above the codes of sysexits(3)


class Wall(StrEnum):
    """What stands between a process and the world, each with what it keeps back."""

    OWN_USER = "own-user"  # root's rights, and every capability
    NO_DUMPS = "no-dumps"  # core files, and other processes that look in
    NO_HUGE_PAGES = "no-huge-pages"  # copies made by the kernel's own thread
    MEMORY_LOCK = "memory-lock"  # pages written to swap
    LANDLOCK = "landlock"  # files outside the named trees, and every write
    LANDLOCK_TRUNCATE = "landlock-truncate"  # ABI 3: a length is data too
    LANDLOCK_TCP = "landlock-tcp"  # ABI 4: connections
    LANDLOCK_DEVICES = "landlock-devices"  # ABI 5: commands to devices opened later
    LANDLOCK_SCOPES = "landlock-scopes"  # ABI 6: signals and abstract sockets
    SECCOMP = "seccomp"  # system calls, by name and by argument
    MEMORY_WIPE = "memory-wipe"  # what lay in memory, once the process is dead

    @property
    def exit_status(self) -> int:
        """How a process that must not start without this wall tells so: it can say no more."""
        return _FIRST_STATUS + list(Wall).index(self)


def by_exit_status(status: int | None) -> Wall | None:
    """Return the wall without which a process would not start, or None if that was not it."""
    return next((wall for wall in Wall if wall.exit_status == status), None)
