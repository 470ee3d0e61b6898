"""`kiosk preflight` as it is typed, and what it prints of a machine laid out for it."""

import argparse
import json
import os
import subprocess
from pathlib import Path

import pytest

from kiosk.commands import preflight as typed
from kiosk.supervisor import preflight
from kiosk.supervisor.preflight import FIELDS
from tests.station.runs import KIOSK, x_server
from tests.supervisor.preflight.machines import FIT, Laid, lay

MEMBERS = ["field", "code", "status", "found", "why", "cure"]


def kiosk(*arguments: str, display: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [*KIOSK, "preflight", *arguments],
        env=environment | ({"DISPLAY": display} if display else {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def command(machine: preflight.Machine, monkeypatch: pytest.MonkeyPatch, *, as_json: bool) -> int:
    monkeypatch.setattr(preflight, "Machine", lambda: machine)
    return typed.command(argparse.Namespace(json=as_json))


def test_a_machine_without_a_display_is_not_fit() -> None:
    done = kiosk("--json")
    assert (done.returncode, done.stderr) == (1, "")
    said = json.loads(done.stdout)
    assert list(said) == ["fit", "counts", "findings"]
    assert said["fit"] is False
    assert all(list(finding) == MEMBERS for finding in said["findings"])
    assert [(one["field"], one["code"]) for one in said["findings"]] == [
        (name, check.code) for name, checks in FIELDS.items() for check in checks
    ]
    statuses = [finding["status"] for finding in said["findings"]]
    assert said["counts"] == {
        status: statuses.count(status) for status in ("fine", "failed", "could-not-be-checked")
    }
    display = next(one for one in said["findings"] if one["code"] == "display-clients")
    assert display["status"] == "could-not-be-checked"
    assert display["cure"] == "DISPLAY=:0 .venv/bin/kiosk preflight"


def test_a_typed_preflight_looks_at_the_display_it_is_given() -> None:
    with x_server("640x480") as display:
        done = kiosk(display=display)
    assert "fine: display-clients (display): nobody is connected" in done.stdout.splitlines()


def test_what_is_wrong_comes_first_and_the_counts_last() -> None:
    done = kiosk()
    assert (done.returncode, done.stderr) == (1, "")
    *lines, last = done.stdout.splitlines()
    first_fine = next(n for n, line in enumerate(lines) if line.startswith("fine: "))
    wrong, fine = lines[:first_fine], lines[first_fine:]
    assert all(line.startswith("fine: ") for line in fine)
    assert len(wrong) % 4 == 0
    for head, found, why, cure in zip(*(wrong[n::4] for n in range(4)), strict=True):
        assert head.startswith(("FAILED: ", "COULD NOT BE CHECKED: "))
        assert found.startswith("    found: ")
        assert why.startswith("    why:   ")
        assert cure.startswith("    cure:  ")
    failed = sum(line.startswith("FAILED: ") for line in wrong)
    unknown = len(wrong) // 4 - failed
    assert last == (
        f"This machine is not fit to issue cards: {len(fine)} fine, {failed} failed,"
        f" {unknown} could not be checked."
    )


def test_misuse_is_told_by_its_own_code() -> None:
    assert kiosk("--fix").returncode == 2
    assert kiosk("now").returncode == 2


def test_a_fit_machine_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Laid(lay(tmp_path, FIT))
    assert command(machine, monkeypatch, as_json=False) == 0
    count = sum(map(len, FIELDS.values()))
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"This machine is fit to issue cards: {count} fine, 0 failed, 0 could not be checked."
    )
    assert command(machine, monkeypatch, as_json=True) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["fit"] is True
    assert {finding["cure"] for finding in said["findings"]} == {None}


def test_one_failure_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Laid(lay(tmp_path, FIT), synchronized=False)
    assert command(machine, monkeypatch, as_json=True) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["fit"] is False
    assert said["counts"]["failed"] == 1


def test_a_name_on_the_machine_cannot_steer_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(tmp_path, FIT)
    lay(tmp_path, {"/etc/city-id-kiosk/keys/\x1b[2Jold.pem": ""})
    command(Laid(tmp_path), monkeypatch, as_json=False)
    said = capsys.readouterr().out
    assert "?[2Jold.pem" in said
    assert "\x1b" not in said
