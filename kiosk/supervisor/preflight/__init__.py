"""Preflight: is this machine fit to issue cards? A closed list of checks, none of them a guess.

`kiosk preflight` prints them all. `failures` is for the start of a real station, which stays shut
if there are any: to be called before its first process, since its own curtain would be a client of
the display. What cannot be checked is a failure with its reason. Checks only read, with one
exception: a page of this process's own memory is overwritten, to see whether the kernel lets it.

`machine` reads, `check` says what a check and a finding are, and one module a field holds the
checks: `kernel`, `dumps`, `memory`, `display`, `company`, `printing`, `logs`, `disk`, `clock`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.supervisor.preflight import (
    clock,
    company,
    disk,
    display,
    dumps,
    kernel,
    logs,
    memory,
    printing,
)
from kiosk.supervisor.preflight.check import Check, Finding, Seen, Status, examine
from kiosk.supervisor.preflight.machine import CannotTell, Machine

__all__ = ["FIELDS", "CannotTell", "Check", "Finding", "Machine", "Seen", "Status"]
__all__ += ["examine", "failures", "look"]

FIELDS: Mapping[str, tuple[Check, ...]] = MappingProxyType(
    {
        "kernel": kernel.CHECKS,
        "dumps": dumps.CHECKS,
        "memory": memory.CHECKS,
        "display": display.CHECKS,
        "company": company.CHECKS,
        "printing": printing.CHECKS,
        "logs": logs.CHECKS,
        "disk": disk.CHECKS,
        "clock": clock.CHECKS,
    }
)
"""Every check there is, by its field."""


def look(machine: Machine) -> Mapping[str, tuple[Finding, ...]]:
    """Make every check, and return what was found, by field."""
    return {
        name: tuple(examine(check, machine) for check in checks) for name, checks in FIELDS.items()
    }


def failures(machine: Machine) -> tuple[Finding, ...]:
    """Return what keeps a real station shut on this machine: all that is not known to be fine."""
    found = look(machine)
    return tuple(finding for field in found.values() for finding in field if not finding.fine)
