"""Every check on a machine that is fit, and on the same machine spoilt in one place."""

from pathlib import Path

import pytest

from kiosk.supervisor import preflight
from kiosk.supervisor.preflight import FIELDS, Check, Finding, Status, examine
from tests.supervisor.preflight.fault import Fault, process
from tests.supervisor.preflight.faults import ALSO, FAULTS, FINE
from tests.supervisor.preflight.machines import FIT, Laid, lay

CHECKS = {check.code: check for checks in FIELDS.values() for check in checks}


def _name(fault: Fault) -> str:
    return f"{fault.code}: {fault.said}"


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_fit_machine_is_fine(check: Check, tmp_path: Path) -> None:
    found = examine(check, Laid(lay(tmp_path, FIT)))
    assert found.status is Status.FINE, found.found


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_what_is_spoilt_is_found_and_nothing_else(fault: Fault, tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    wrong = preflight.failures(Laid(lay(tmp_path, fault.files), **fault.answers))
    found = next((one for one in wrong if one.code == fault.code), None)
    assert found is not None
    assert found.status is Status.FAILED
    assert fault.said in found.found
    assert fault.cure is None or found.cure == fault.cure
    assert {one.code for one in wrong} <= {fault.code, *ALSO.get(fault.code, ())}


def test_others_at_the_key_are_found(tmp_path: Path) -> None:
    key = lay(tmp_path, FIT) / "etc/city-id-kiosk/keys/in-use.pem"
    key.chmod(0o640)
    found = examine(CHECKS["key-folder"], Laid(tmp_path))
    assert (found.status, found.found) == (
        Status.FAILED,
        "others may use /etc/city-id-kiosk/keys/in-use.pem",
    )


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert {fault.code for fault in FAULTS} | {"key-folder"} == set(CHECKS)


@pytest.mark.parametrize("case", FINE, ids=_name)
def test_what_looks_like_a_fault_and_is_none(case: Fault, tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    lay(tmp_path, case.files)
    if case.said == "not there":
        (tmp_path / "etc/city-id-kiosk/keys").rmdir()
    found = examine(CHECKS[case.code], Laid(tmp_path, **case.answers))
    assert found.status is Status.FINE
    assert case.said in found.found


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("wl-paste", "sudo kill 8; sudo apt-get purge -y wl-clipboard"),
        ("gpaste-daemon", "sudo kill 8; sudo apt-get purge -y gpaste-2"),
        ("greenclip", "sudo kill 8"),
    ],
)
def test_who_keeps_a_clipboard_is_ended_and_taken_off_the_machine(
    name: str, cure: str, tmp_path: Path
) -> None:
    lay(tmp_path, FIT)
    found = examine(CHECKS["clipboard-manager"], Laid(lay(tmp_path, process(8, name))))
    assert found.cure == cure


def test_failures_say_why_and_how_to_cure(tmp_path: Path) -> None:
    files = {"/proc/sys/fs/suid_dumpable": "2\n"}
    lay(tmp_path, FIT)
    assert preflight.failures(Laid(lay(tmp_path, files))) == (
        Finding(
            code="suid-dumpable",
            status=Status.FAILED,
            found="fs.suid_dumpable is 2",
            why=CHECKS["suid-dumpable"].why,
            cure="printf 'fs.suid_dumpable=0\\n' | sudo tee"
            " /etc/sysctl.d/90-kiosk-fs-suid_dumpable.conf && sudo sysctl --system",
        ),
    )


def test_nothing_keeps_a_fit_machine_shut(tmp_path: Path) -> None:
    assert preflight.failures(Laid(lay(tmp_path, FIT))) == ()
