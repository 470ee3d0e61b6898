"""Attempt: one way to get data out of a process, what it attacks, and which walls stop it alone.

`without` says what happens with no wall at all, so that a refusal is known to be the wall's: it is
*done*, or it *reaches* the kernel, which says no for another reason (nothing is there to be hit).
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.isolation import kernel
from kiosk.isolation.calls import Machines

NUMBERS = {**Machines(os.uname().machine).machine.numbers, "setxattrat": 463}
_X86, _ARM = "x86_64", "aarch64"
# The name of a call, then its number on x86_64 and on aarch64 (Linux 6.1, as in calls.py).
_OTHERS = """
close_range:436:436 copy_file_range:326:285 fallocate:285:47 flock:73:32 ioprio_set:251:30
landlock_create_ruleset:444:444 membarrier:324:283 mincore:27:232 mknodat:259:33 munlockall:152:231
readahead:187:213 reboot:169:142 recvmmsg:299:243 renameat2:316:276 rt_sigqueueinfo:129:138
rt_tgsigqueueinfo:297:240 sched_setattr:314:274 sched_setscheduler:144:119 seccomp:317:277
semop:65:193 sendfile:40:71 sendmmsg:307:269 set_mempolicy:238:237 setpriority:141:140 shmat:30:196
shmctl:31:195 signalfd4:289:74 splice:275:76 sync_file_range:277:84 tee:276:77 timer_create:222:107
timerfd_create:283:85 tkill:200:130 umask:95:166
"""
_COLUMN = (_X86, _ARM).index(os.uname().machine) + 1
for _row in _OTHERS.split():
    NUMBERS[_row.split(":")[0]] = int(_row.split(":")[_COLUMN])

CANARY = b"Lumi Examplova"


class Stops(StrEnum):
    LANDLOCK = "landlock"
    SECCOMP = "seccomp"
    KERNEL = "kernel"  # no wall is needed, and none is what refuses


class Without(StrEnum):
    DONE = "done"
    REACHES = "reaches"  # any answer but that it may not
    ROOT = "done as root"  # and refused to any other user
    REACHES_AS_ROOT = "reaches as root"  # to others a setting of the kernel may refuse it
    MACHINE = "depends on the kernel's build"  # nothing to be said about every machine
    NEVER = "never"  # the kernel refuses even so


@dataclass(frozen=True, slots=True)
class Scene:
    """What there is to attack: a folder, a file in it, another process, listeners, descriptors."""

    folder: str
    file: str
    victim: int
    parent: int
    tcp_port: int
    unix_path: str
    abstract: str
    read_only: int  # an inherited descriptor of `file`, opened to read
    terminal: int


@dataclass(frozen=True, slots=True)
class Attempt:
    name: str
    stops: tuple[Stops, ...]
    act: Callable[[Scene], object]
    without: Without = Without.DONE


def do(name: str, *arguments: int | bytes | None) -> int:
    """Make a system call by name."""
    return kernel.call(NUMBERS[name], *arguments)
