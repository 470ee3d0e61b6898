"""User: a process gives up what it may do because of whom it runs as.

A station that is started by root has a user for each kind of child, so that no two kinds may open
each other's files. Capabilities belong to a thread, so they go before there is a second one. To
change the user clears PDEATHSIG (prctl(2)) and takes a process's own /proc files away from it, so
that both `seal.die_with_parent` and `wiper.offer` have their place: the offer before, the seal
after.
"""

import os
from errno import EPERM

from kiosk.isolation import kernel, memory

_PR_CAPBSET_DROP, _PR_SET_SECUREBITS = 24, 28
_KEEP_ON_CHANGE = 1 << 2  # SECBIT_NO_SETUID_FIXUP
_PR_CAP_AMBIENT, _CLEAR_ALL = 47, 4
_MAY_READ = 1 << 2  # CAP_DAC_READ_SEARCH
_MAY_TRACE = 19  # CAP_SYS_PTRACE


def become(who: str, *, training: bool) -> None:
    """Run as the user "UID:GID" from now on, in that group alone, without any capability.

    Training keeps two until `give_up_power`: to read, since a checkout may lie in root's own home
    (Landlock says what of it), and to lock memory where root cannot lift the limit. Raises OSError.
    """
    memory.raise_lock_limit()  # while this process may still do it
    number, group = map(int, who.split(":"))
    if training:
        # Not KEEPCAPS: access(2), by which Qt looks for files, would take them for none.
        kernel.prctl(_PR_SET_SECUREBITS, _KEEP_ON_CHANGE)
    os.setgroups([])
    os.setresgid(group, group, group)
    os.setresuid(number, number, number)
    kernel.give_up_capabilities((_MAY_READ | memory.MAY_LOCK) if training else 0)


def give_up_power(*, may_read: bool = False) -> None:
    """Give up every capability; the way to get one back is to start a program, and that goes too.

    Kept, where there are any, are those that `become` names: to read only with `may_read`, to lock
    memory only while it has a limit. Raises OSError for root, whose files are open to it without.
    """
    kernel.prctl(_PR_CAP_AMBIENT, _CLEAR_ALL)
    kept = (_MAY_READ if may_read else 0) | (memory.MAY_LOCK if memory.limited() else 0)
    kernel.give_up_capabilities(kernel.capabilities() & kept)
    if os.geteuid() == 0:
        raise OSError(EPERM, "runs as root")


def look_into_nobody() -> None:
    """Give up the right to read other processes, for this process and all that it starts.

    Raises OSError, which for anybody but root says that there was none.
    """
    kernel.prctl(_PR_CAPBSET_DROP, _MAY_TRACE)
    kernel.give_up_capability(_MAY_TRACE)
