"""Clock: a wrong day lets expired papers pass, dates cards wrongly, and voids one-time codes."""

from datetime import UTC, datetime, timedelta

from kiosk.supervisor.preflight.check import Check, Seen
from kiosk.supervisor.preflight.machine import Machine

RELEASED = datetime(2026, 11, 24, tzinfo=UTC)
"""When this version was made: set at every release. Before it no clock can be right."""

_SUPPORTED = timedelta(days=10 * 366)  # an older program has no business issuing cards


def _set(machine: Machine) -> Seen:
    now = machine.now()
    told = f"{now:%Y-%m-%d %H:%M} UTC; this version was made on {RELEASED:%Y-%m-%d}"
    return Seen(RELEASED <= now < RELEASED + _SUPPORTED, told)


def _synchronized(machine: Machine) -> Seen:
    follows = machine.clock_synchronized()
    return Seen(follows, "the clock follows a time server" if follows else "the clock runs alone")


CHECKS = (
    Check(
        "clock-set",
        "A wrong day lets expired papers pass and puts wrong dates on cards.",
        "sudo timedatectl set-ntp false && sudo timedatectl set-time 'YYYY-MM-DD HH:MM:SS' && sudo"
        " hwclock --systohc",
        _set,
    ),
    Check(
        "clock-synchronized",
        "A clock that runs alone goes wrong by seconds a day, and one-time codes stop to work.",
        "sudo apt-get install -y systemd-timesyncd && sudo timedatectl set-ntp true",
        _synchronized,
    ),
)
