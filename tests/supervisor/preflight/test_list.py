"""The closed list of checks: nothing that is demanded is missing, and operators find each one."""

import re
import subprocess
from pathlib import Path

import pytest

from kiosk.supervisor.preflight import FIELDS, Check, examine
from tests.supervisor.preflight.machines import FIT, Laid, lay

ALL = [check for checks in FIELDS.values() for check in checks]
OPERATORS = (Path(__file__).resolve().parents[3] / "docs" / "operators.md").read_text("utf-8")

DEMANDED = {
    "init_on_free": {"init-on-free"},
    "a memory wipe or init_on_free": {"freed-memory"},
    "swap": {"swap"},
    "zram and zswap": {"zram", "zswap"},
    "hibernation": {"hibernation"},
    "memory that can be locked": {"memory-lock"},
    "Landlock ABI 3, and the whole of what a session wants": {"landlock", "landlock-scopes"},
    "seccomp": {"seccomp"},
    "core_pattern": {"core-pattern"},
    "suid_dumpable": {"suid-dumpable"},
    "crash handlers": {"core-handler"},
    "kdump": {"kdump"},
    "kernel messages about faults": {"exception-trace"},
    "lockdown of /dev/mem and /proc/kcore": {"raw-memory"},
    "other users in /proc": {"hidepid"},
    "other clients on the display": {"display-clients"},
    "X listening on TCP": {"display-tcp"},
    "D-Bus": {"session-bus", "accessibility-bus"},
    "input-method daemons": {"input-method"},
    "clipboard managers": {"clipboard-manager"},
    "a sound server": {"sound-server"},
    "usbmon": {"usbmon"},
    "CUPS with jobs or history kept": {"cups-jobs", "cups-history"},
    "ipp-usb": {"ipp-usb"},
    "retired signing keys on disk": {"retired-keys", "key-folder"},
    "journald forwarding kernel messages": {"journal", "syslog"},
    "disk free": {"disk-free"},
    "noatime": {"access-times"},
    "clock set": {"clock-set", "clock-synchronized"},
}


def test_everything_demanded_is_checked_and_nothing_is_checked_that_nobody_demanded() -> None:
    assert set().union(*DEMANDED.values()) == {check.code for check in ALL}


def test_codes_are_unique() -> None:
    assert len({check.code for check in ALL}) == len(ALL)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_a_check_says_why_and_gives_one_line_to_type(check: Check) -> None:
    assert check.why.endswith(".")
    assert check.cure.strip()
    assert "\n" not in check.cure + check.why


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_operators_read_what_each_check_demands_and_its_cure(check: Check) -> None:
    demand = re.search(rf"^\*\*`{check.code}`\*\* (\S.*\.)$", OPERATORS, re.MULTILINE)
    assert demand is not None
    assert f"\n    {check.cure}\n" in OPERATORS[demand.end() :].split("**`")[0]


def test_operators_read_of_no_check_that_is_not_there() -> None:
    assert re.findall(r"^\*\*`([a-z-]+)`\*\*", OPERATORS, re.MULTILINE) == [c.code for c in ALL]
    assert re.findall(r"^### (\w+)$", OPERATORS, re.MULTILINE) == [name.title() for name in FIELDS]


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_a_cure_is_a_line_that_a_shell_understands(check: Check) -> None:
    subprocess.run(["sh", "-n", "-c", check.cure], check=True)


@pytest.mark.parametrize(
    ("code", "file", "spoilt"),
    [
        ("journal", "/etc/systemd/journald.conf.d/zz-kiosk.conf", {}),
        ("ipp-usb", "/etc/ipp-usb/ipp-usb.conf", {"/usr/sbin/ipp-usb": ""}),
    ],
)
def test_what_a_cure_writes_cures(
    code: str, file: str, spoilt: dict[str, str], tmp_path: Path
) -> None:
    check = next(one for one in ALL if one.code == code)
    machine = Laid(lay(tmp_path, {**FIT, file: "", **spoilt}))
    assert not examine(check, machine).fine
    lay(tmp_path, {file: _written(check.cure, file)})
    assert examine(check, machine).fine


@pytest.mark.parametrize(
    ("code", "file", "lines"),
    [
        (
            "init-on-free",
            "/etc/default/grub.d/kiosk-init-on-free.cfg",
            'GRUB_CMDLINE_LINUX="$GRUB_CMDLINE_LINUX init_on_free=1"\n',
        ),
        (
            "core-pattern",
            "/etc/sysctl.d/90-kiosk-kernel-core_pattern.conf",
            "kernel.core_pattern=/dev/null\nkernel.core_uses_pid=0\n",
        ),
        (
            "memory-lock",
            "/etc/systemd/system/city-id-kiosk.service.d/memory.conf",
            "[Service]\nLimitMEMLOCK=infinity\n",
        ),
    ],
)
def test_what_a_cure_writes(code: str, file: str, lines: str) -> None:
    assert _written(next(one.cure for one in ALL if one.code == code), file) == lines


def _written(cure: str, file: str) -> str:
    """Let a shell make what the cure writes to a file, without writing it."""
    writing = next(part for part in cure.split(" && ") if f"| sudo tee {file}" in part)
    shown = writing.replace(f"sudo tee {file}", "cat")
    return subprocess.run(["sh", "-c", shown], capture_output=True, text=True, check=True).stdout
