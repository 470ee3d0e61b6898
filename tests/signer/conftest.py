"""A signer as the supervisor starts it: a real process, real channels, nothing simulated."""

import hashlib
import os
import select
import socket
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from kiosk.isolation import channel
from kiosk.isolation.role import Role
from kiosk.signer.staff import Cost, hash_pin
from kiosk.trust.verify import PREHASHED

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = b"correct horse"
CLOSED = b""
DIGEST = hashlib.sha256(b"a card").digest()
KEY = ec.generate_private_key(ec.SECP256R1())
WITHIN = 30.0  # seconds until a test gives up; no test waits that long unless it fails


TRAINING = ("--training", "--user", str(Role.SIGNER.user(training=True)))


@dataclass(frozen=True)
class Files:
    key: Path
    staff: Path
    passphrase: bytes = PASSPHRASE


@dataclass(frozen=True)
class Signer:
    """A running signer; `control` is the supervisor's end."""

    control: socket.socket
    process: subprocess.Popen[bytes]
    _sessions: list[socket.socket] = field(default_factory=list)

    def session(self, ordinal: int) -> socket.socket:
        """Hand the signer a new channel and return the session's end."""
        theirs, ours = channel.pair()
        ours.settimeout(WITHIN)
        message = b"c" + struct.pack(">I", ordinal)
        socket.send_fds(self.control, [message], [theirs.fileno()])
        theirs.close()
        self._sessions.append(ours)
        return ours

    def stop(self) -> None:
        for end in (self.control, *self._sessions):
            end.close()
        self.process.kill()
        self.process.wait()


def gone(pidfd: int) -> bool:
    """Wait until the process is dead."""
    readable, _, _ = select.select([pidfd], [], [], WITHIN)
    return bool(readable)


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    encryption = BestAvailableEncryption(PASSPHRASE)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


def staff_file(cost: Cost, pins: dict[int, str]) -> str:
    lines = [
        "[argon2id]",
        f"memory_kib = {cost.memory_kib}",
        f"iterations = {cost.iterations}",
        f"lanes = {cost.lanes}",
    ]
    for number, pin in pins.items():
        salt = number.to_bytes(16, "big")
        digest = hash_pin(pin.encode("ascii"), salt, cost)
        lines += [
            "[[staff]]",
            f"number = {number}",
            f'salt = "{salt.hex()}"',
            f'verifier = "{digest.hex()}"',
        ]
    return "\n".join(lines) + "\n"


def write_files(folder: Path) -> Files:
    """Write a key and a staff of two whose PINs are cheap to check."""
    (folder / "key.pem").write_bytes(pem(KEY))
    cheap = Cost(memory_kib=64, iterations=1, lanes=1)
    pins = {12: "246810", 65_535: "1234567890123456"}
    (folder / "staff.toml").write_text(staff_file(cheap, pins))
    return Files(folder / "key.pem", folder / "staff.toml")


def spawn(files: Files, *options: str) -> Signer:
    """Start a signer as the supervisor of a training station does; `options` are more words."""
    ours, theirs = channel.pair()
    ours.settimeout(WITHIN)
    passphrase, writing = os.pipe()
    os.write(writing, files.passphrase)
    os.close(writing)
    arguments = {
        "--control": theirs.fileno(),
        "--parent": os.getpid(),
        "--key": files.key,
        "--staff": files.staff,
        "--passphrase-fd": passphrase,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.signer"]
        + [str(word) for pair in arguments.items() for word in pair]
        + list(options or TRAINING),
        pass_fds=[theirs.fileno(), passphrase],
        cwd=ROOT,
    )
    theirs.close()
    os.close(passphrase)
    return Signer(ours, process)


def is_signature(answer: bytes, digest: bytes) -> bool:
    r, s = int.from_bytes(answer[:32], "big"), int.from_bytes(answer[32:], "big")
    KEY.public_key().verify(utils.encode_dss_signature(r, s), digest, PREHASHED)
    return len(answer) == 64


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return write_files(tmp_path)


@pytest.fixture
def start() -> Iterator[Callable[[Files], Signer]]:
    """Return a function that starts a signer; whatever it started is stopped at the end."""
    started: list[Signer] = []

    def start_one(files: Files) -> Signer:
        started.append(spawn(files))
        return started[-1]

    yield start_one
    for signer in started:
        signer.stop()


@pytest.fixture
def signer(start: Callable[[Files], Signer], files: Files) -> Signer:
    running = start(files)
    assert running.control.recv(2) == b"r"
    return running


@pytest.fixture(scope="module")
def one_signer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signer]:
    """Return a signer that all tests of a module share."""
    running = spawn(write_files(tmp_path_factory.mktemp("signer")))
    assert running.control.recv(2) == b"r"
    yield running
    running.stop()
