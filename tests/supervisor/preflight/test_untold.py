"""What a machine does not tell is a failure with its reason, and never a crash."""

from pathlib import Path

import pytest

from kiosk.supervisor import preflight
from kiosk.supervisor.preflight import FIELDS, Check, Machine, Seen, Status, calls, examine
from tests.supervisor.preflight.machines import FIT, Laid, lay

CHECKS = {check.code: check for checks in FIELDS.values() for check in checks}
ASKS_NO_FILE = {"landlock", "landlock-scopes", "memory-lock", "display-clients", "disk-free"} | {
    "clock-set",
    "clock-synchronized",
}
READS_ONLY_WHAT_MAY_BE_MISSING = {"cups-jobs", "retired-keys", "key-folder"}


@pytest.mark.parametrize("code", sorted(CHECKS.keys() - ASKS_NO_FILE))
def test_an_empty_machine_is_never_fine(code: str, tmp_path: Path) -> None:
    """No /proc, no /sys, no /dev: the absence of a fault is not to be had from them."""
    found = examine(CHECKS[code], Laid(tmp_path))
    if code in READS_ONLY_WHAT_MAY_BE_MISSING:
        assert found.status is Status.FINE
    else:
        assert found.status is Status.UNKNOWN
        assert "not mounted" in found.found


def test_a_check_without_an_answer_keeps_a_station_shut(tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    untold = preflight.failures(Laid(lay(tmp_path, {"/proc/sys/fs/suid_dumpable": None})))
    assert [(one.code, one.status, one.found) for one in untold] == [
        ("suid-dumpable", Status.UNKNOWN, "/proc/sys/fs/suid_dumpable is not there")
    ]


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("cups-jobs", "/var/spool/cups"),
        ("retired-keys", "/etc/city-id-kiosk/keys"),
        ("journal", "/run/systemd/journald.conf.d"),
    ],
)
def test_a_folder_that_this_user_may_not_read(code: str, path: str, tmp_path: Path) -> None:
    class Shut(Laid):
        def names(self, folder: str) -> tuple[str, ...]:
            if folder == path:
                raise PermissionError(13, "Permission denied", folder)
            return super().names(folder)

    found = examine(CHECKS[code], Shut(lay(tmp_path, FIT)))
    assert found.status is Status.UNKNOWN
    assert "Permission denied" in found.found


def test_a_file_that_only_root_may_read_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    machine = Laid(lay(tmp_path, FIT))
    monkeypatch.setattr(Path, "open", refuse)
    found = examine(CHECKS["swap"], machine)
    assert (found.status, found.found, found.cure) == (
        Status.UNKNOWN,
        "/proc/swaps: permission denied",
        "sudo .venv/bin/kiosk preflight",
    )


@pytest.mark.parametrize(
    "strange", [OSError(5, "Input/output error"), ValueError("?"), IndexError()]
)
def test_whatever_goes_wrong_in_a_check_is_its_reason(strange: Exception) -> None:
    def look(_: Machine) -> Seen:
        raise strange

    found = examine(Check("c", "why", "cure", look), Machine())
    assert (found.status, found.cure) == (Status.UNKNOWN, "cure")
    assert type(strange).__name__ in found.found


@pytest.mark.parametrize("path", sorted(FIT))
def test_no_file_however_strange_crashes_a_check(path: str, tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    for strange in ("", "\0\x01\n", "x " * 9):
        found = preflight.look(Laid(lay(tmp_path, {path: strange})))
        assert sum(map(len, found.values())) == len(CHECKS)


@pytest.mark.parametrize(
    ("state", "status", "follows"), [(0, 0x01, True), (0, 0x41, False), (5, 0x01, False)]
)
def test_the_kernels_word_about_the_clock(
    state: int, status: int, *, follows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Kernel:
        @staticmethod
        def adjtimex(timex: object) -> int:
            assert bytes(timex) == bytes(512)  # type: ignore[call-overload]  # nothing is set
            memoryview(timex).cast("B")[40:44] = status.to_bytes(4, "little")  # type: ignore[arg-type]
            return state

    monkeypatch.setattr(calls, "_libc", Kernel)
    assert calls.clock_synchronized() is follows
