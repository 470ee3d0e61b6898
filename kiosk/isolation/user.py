"""User: a process gives up what it may do because of whom it runs as.

Capabilities belong to a thread, so they go before there is a second one. To change the user clears
PDEATHSIG (prctl(2)) and takes a process's own /proc files away from it, so that both
`seal.die_with_parent` and `wiper.offer` have their place: the offer before, the seal after.
"""

import os
import pwd
from errno import EPERM

from kiosk.isolation import kernel, memory

_PR_CAP_AMBIENT, _CLEAR_ALL = 47, 4
_MAY_READ = 1 << 2  # CAP_DAC_READ_SEARCH


def become(name: str) -> None:
    """Run as this user from now on, in its own group alone. Raises OSError, or KeyError."""
    entry = pwd.getpwnam(name)
    os.setgroups([])
    os.setresgid(entry.pw_gid, entry.pw_gid, entry.pw_gid)
    os.setresuid(entry.pw_uid, entry.pw_uid, entry.pw_uid)


def give_up_power() -> None:
    """Give up every capability; the way to get one back is to start a program, and that goes too.

    Raises OSError for root, whose files are open to it without any. Root, which only a training
    station may be, keeps two: to read (somebody's home; Landlock says what) and to lock memory.
    """
    root = os.geteuid() == 0
    kernel.prctl(_PR_CAP_AMBIENT, _CLEAR_ALL)
    kernel.give_up_capabilities(_MAY_READ | memory.MAY_LOCK if root else 0)
    if root:
        raise OSError(EPERM, "runs as root")
