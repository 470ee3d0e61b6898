"""A ledger's writer is killed at every one of its calls to the disk, one after another."""

import subprocess
from pathlib import Path

import pytest

from kiosk.supervisor.ledger import begin
from tests.supervisor.killed_ledger import WRITER, check

ENTRIES = 3
# All that SQLite asks of a disk when it writes, and what begins a ledger.
CALLS = (
    "pwrite64", "fdatasync", "fsync", "ftruncate", "fcntl", "unlink", "unlinkat", "link", "linkat"
)  # fmt: skip
MOST = 100


def kill_at(call: str, number: int, path: Path) -> tuple[bool, int]:
    """Return whether the writer was killed at this call, and how much it had acknowledged."""
    inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    inject += ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
    command = [*inject, *WRITER, str(path), str(ENTRIES)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return done.returncode != 0, len(done.stdout)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("there", [False, True])
def test_a_writer_killed_at_any_call_to_the_disk_has_lost_nothing_it_acknowledged(
    tmp_path: Path, *, there: bool
) -> None:
    kills = 0
    for call in CALLS:
        for number in range(1, MOST):
            path = tmp_path / f"{call}-{number}.sqlite"
            if there:
                begin(path, training=True)
            killed, acknowledged = kill_at(call, number, path)
            assert check(path, acknowledged) == ENTRIES or killed
            if not killed:
                break
            kills += 1
        else:
            raise AssertionError(call)
    assert kills >= 30


def test_an_entry_is_flushed_to_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-y", "-qq", "-o", str(trace)]
    command += ["-e", "trace=pwrite64,fdatasync,fsync,write"]
    path = tmp_path / "ledger.sqlite"
    subprocess.run([*command, *WRITER, str(path), str(ENTRIES)], stdout=subprocess.PIPE, check=True)
    acknowledged, unflushed = 0, False
    for line in trace.read_text().splitlines():
        if "ledger.sqlite-wal>" in line:
            unflushed = line.startswith("pwrite64")
        elif line.startswith("write(1<"):
            acknowledged += 1
            assert not unflushed
    assert acknowledged == ENTRIES
