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

    def number(self, *, training: bool) -> int | None:
        """Return the number of the user that a child of this role is to become.

        None if nobody can be become: only root changes users, and a real station has them by name.
        """
        if os.geteuid() != 0:
            return None
        try:
            return pwd.getpwnam(self).pw_uid
        except KeyError:
            return _WITHOUT_NAME[self] if training else None


# Training by root on a machine without these users: numbers that Debian keeps free for ever
# (Debian policy 9.2.2: 65000 to 65533), so that no file and no process is anybody's of these.
_WITHOUT_NAME = {Role.SESSION: 65201, Role.SIGNER: 65202, Role.WIPER: 65203}
