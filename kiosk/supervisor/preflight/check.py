"""Check: one thing that a machine must be before it issues cards, and what was found.

A check is looked at and never guessed: it is fine, it failed, or it could not be checked, and the
last two keep a real station shut. Texts are about the machine alone, and are for its operator.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.supervisor.preflight.machine import CannotTell, Machine


class Status(StrEnum):
    """What came of a check; only `FINE` lets a real station start."""

    FINE = "fine"
    FAILED = "failed"
    UNKNOWN = "could-not-be-checked"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check saw; `cure` if this sight wants another cure than the check's own."""

    fine: bool
    found: str
    cure: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A demand on the machine: `why` it matters, and the `cure` as a line that can be typed."""

    code: str
    why: str
    cure: str
    look: Callable[[Machine], Seen]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one check. `cure` is there also where nothing is to be cured."""

    code: str
    status: Status
    found: str
    why: str
    cure: str

    @property
    def fine(self) -> bool:
        return self.status is Status.FINE


def examine(check: Check, machine: Machine) -> Finding:
    """Look at the machine. Whatever it refuses to tell, or tells in no form known, is UNKNOWN."""
    try:
        seen = check.look(machine)
    except CannotTell as untold:
        return _finding(check, Status.UNKNOWN, untold.reason, untold.cure)
    except (OSError, ValueError, LookupError) as strange:
        return _finding(check, Status.UNKNOWN, f"{type(strange).__name__}: {strange}", None)
    status = Status.FINE if seen.fine else Status.FAILED
    return _finding(check, status, seen.found, seen.cure)


def _finding(check: Check, status: Status, found: str, cure: str | None) -> Finding:
    return Finding(check.code, status, found, check.why, cure or check.cure)


def kernel_parameter(name: str) -> str:
    """Return the line that adds a parameter to the kernel's command line (Debian, GRUB)."""
    file = f"/etc/default/grub.d/kiosk-{name.partition('=')[0].replace('_', '-')}.cfg"
    return (
        f"echo 'GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX {name}\"' | sudo tee {file}"
        " && sudo update-grub && sudo reboot"
    )


def sysctl(*settings: str) -> str:
    """Return the line that sets kernel variables, now and at every start."""
    file = f"/etc/sysctl.d/90-kiosk-{settings[0].partition('=')[0].replace('.', '-')}.conf"
    lines = "\\n".join(settings)
    return f"printf '{lines}\\n' | sudo tee {file} && sudo sysctl --system"
