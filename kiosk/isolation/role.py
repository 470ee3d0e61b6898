"""Role: what kind of child a process is, and the user that it is to become.

A module of its own, because the supervisor needs no more than this before it raises the curtain.
"""

import os
import pwd
from enum import StrEnum


class Role(StrEnum):
    """What a child is; the value is the name of its user on a real station."""

    SESSION = "city-id-session"
    SIGNER = "city-id-signer"
    WIPER = "city-id-wiper"
    SIGHT = "city-id-sight"
    FILTER = "city-id-filter"

    def user(self, *, training: bool) -> str | None:
        """Return the user that a child of this role is to become, as "UID:GID".

        None if nobody can be become: only root changes users, and a real station has them by name.
        Numbers, because a child that asked for a name would ask whoever serves names here.
        """
        if os.geteuid() != 0:
            return None
        try:
            entry = pwd.getpwnam(self)
        except KeyError:
            number = _WITHOUT_NAME[self]
            return f"{number}:{number}" if training else None
        return f"{entry.pw_uid}:{entry.pw_gid}"


# Training by root on a machine without these users: numbers that Debian keeps free for ever
# (Debian policy 9.2.2: 65000 to 65533), so that no file and no process is anybody's of these.
_WITHOUT_NAME = {
    Role.SESSION: 65201,
    Role.SIGNER: 65202,
    Role.WIPER: 65203,
    Role.SIGHT: 65204,
    Role.FILTER: 65205,
}
