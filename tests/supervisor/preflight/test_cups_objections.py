"""A queue of CUPS is given a card only if CUPS keeps nothing: every setting is missed by name."""

from pathlib import Path

import pytest

from kiosk.supervisor.preflight.printing import cups_objections
from tests.supervisor.preflight.machines import FIT, Laid, lay

CONF = {"PreserveJobHistory": "No", "PreserveJobFiles": "No"}
FILES = {
    "RequestRoot": "/var/log/cups/spool",
    "TempDir": "/var/log/cups/tmp",
    "CacheDir": "/var/log/cups/cache",
    "AccessLog": "/var/log/cups/a",
    "ErrorLog": "/var/log/cups/e",
    "PageLog": "/var/log/cups/p",
}


def objections(root: Path, conf: dict[str, str], files: dict[str, str]) -> str:
    laid = {
        **FIT,
        "/usr/sbin/cupsd": "",
        "/etc/cups/cupsd.conf": "".join(f"{key} {value}\n" for key, value in conf.items()),
        "/etc/cups/cups-files.conf": "".join(f"{key} {value}\n" for key, value in files.items()),
    }
    return "; ".join(f"{one.code}: {one.found}" for one in cups_objections(Laid(lay(root, laid))))


def test_a_queue_that_keeps_nothing_is_taken(tmp_path: Path) -> None:
    assert objections(tmp_path, CONF, FILES) == ""


def test_a_machine_without_cups_has_nothing_to_object_to(tmp_path: Path) -> None:
    assert cups_objections(Laid(lay(tmp_path, FIT))) == ()


@pytest.mark.parametrize("name", CONF)
def test_a_job_that_is_kept_is_named(name: str, tmp_path: Path) -> None:
    changed = objections(tmp_path / "a", {**CONF, name: "Yes"}, FILES)
    left_out = objections(tmp_path / "b", {k: v for k, v in CONF.items() if k != name}, FILES)
    assert changed == left_out
    assert changed.endswith(f"missing: {name} No")


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_to_the_disk_is_named(name: str, tmp_path: Path) -> None:
    found = objections(tmp_path, CONF, {**FILES, name: "/disk/x"})
    assert f"missing: {name.lower()} /disk/x in RAM" in found


def test_a_job_that_waits_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {"/var/log/cups/spool/d00007-001": "", **FIT})
    found = objections(tmp_path, CONF, FILES)
    assert found == "cups-jobs: 1 files of jobs in /var/log/cups/spool"
