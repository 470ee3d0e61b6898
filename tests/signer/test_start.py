import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.isolation import channel, memory
from kiosk.isolation.role import Role
from kiosk.isolation.wall import Wall
from tests.signer.conftest import (
    CLOSED,
    KEY,
    PASSPHRASE,
    ROOT,
    WITHIN,
    Files,
    Signer,
    pem,
    spawn,
)


def failure(start: Callable[[Files], Signer], files: Files) -> tuple[bytes, int]:
    signer = start(files)
    return signer.control.recv(2), signer.process.wait(WITHIN)


def test_no_key_file(start: Callable[[Files], Signer], files: Files, tmp_path: Path) -> None:
    assert failure(start, replace(files, key=tmp_path / "none.pem")) == (b"1", 2)


def test_a_key_file_that_is_a_folder(
    start: Callable[[Files], Signer], files: Files, tmp_path: Path
) -> None:
    assert failure(start, replace(files, key=tmp_path)) == (b"1", 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage",
        pem(KEY)[:-80],
        pem(KEY).replace(b"ENCRYPTED PRIVATE", b"PUBLIC"),
        pem(ec.generate_private_key(ec.SECP384R1())),
        KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    ],
)
def test_a_wrong_key_file(start: Callable[[Files], Signer], files: Files, content: bytes) -> None:
    files.key.write_bytes(content)
    assert failure(start, files) == (b"2", 2)


@pytest.mark.parametrize("passphrase", [b"", b"correct hors", PASSPHRASE + b"\n"])
def test_a_wrong_passphrase(
    start: Callable[[Files], Signer], files: Files, passphrase: bytes
) -> None:
    assert failure(start, replace(files, passphrase=passphrase)) == (b"3", 2)


def test_a_wrong_staff_file(start: Callable[[Files], Signer], files: Files) -> None:
    files.staff.write_text("[argon2id]\n")
    assert failure(start, files) == (b"4", 2)


def test_another_parent_than_the_one_named_ends_it_before_it_reads_a_key(files: Files) -> None:
    ours, theirs = channel.pair()
    ours.settimeout(WITHIN)
    arguments = ["--control", str(theirs.fileno()), "--parent", "1", "--passphrase-fd", "0"]
    arguments += ["--key", str(files.key), "--staff", str(files.staff)]
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.signer", *arguments],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
    )
    theirs.close()
    with process, ours:
        assert ours.recv(2) == CLOSED


def test_when_it_is_ready_it_stands_behind_walls_and_belongs_to_nobody_else(signer: Signer) -> None:
    status = Path(f"/proc/{signer.process.pid}/status").read_text(encoding="ascii")
    facts = dict(line.split(":\t", 1) for line in status.splitlines())
    assert os.geteuid() == 0, "run this test as root: only root can give a child its own user"
    (own_user,) = set(facts["Uid"].split())
    assert own_user == str(Role.SIGNER.user(training=True)).partition(":")[0]
    assert facts["Groups"].strip() == ""
    assert int(facts["CapEff"], 16) & ~memory.MAY_LOCK == 0
    assert facts["Seccomp"] == "2"
    assert facts["NoNewPrivs"] == "1"


def test_a_real_station_without_a_wall_has_no_signer(files: Files) -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's rights that are given up"
    refused = spawn(files, "--user", "0:0")  # root stays root
    assert refused.control.recv(2) == CLOSED
    assert refused.process.wait(WITHIN) == Wall.OWN_USER.exit_status
    refused.stop()
