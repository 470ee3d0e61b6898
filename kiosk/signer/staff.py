"""Staff: who may approve a card. The file holds verifiers of PINs, never a PIN.

A verifier is Argon2id (RFC 9106) with a cost that makes each guess about a sixth of a second, since
a PIN has few digits. Somebody who is not on the staff costs the same time as a wrong PIN.
"""

import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.errors import StaffFileWrong

LENGTH = 32  # bytes of a verifier
SALT_LENGTH = 16  # bytes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one check takes; the same for all, so that time does not tell who is on the staff."""

    memory_kib: int
    iterations: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Verifier:
    """`hash` is LENGTH bytes, the Argon2id of the PIN's ASCII digits with this salt."""

    salt: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Staff:
    cost: Cost
    verifiers: Mapping[int, Verifier]


_NOBODY = Verifier(bytes(SALT_LENGTH), bytes(LENGTH))


def load(path: Path) -> Staff:
    """Read a staff file (see assets/training/staff.toml).

    Raises StaffFileWrong if it is not there or not complete.
    """
    try:
        return _read(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise StaffFileWrong from None


def check(staff: Staff, number: int, pin: bytes) -> bool:
    """Return whether `pin` is the PIN of the clerk with this number."""
    verifier = staff.verifiers.get(number, _NOBODY)
    right = hmac.compare_digest(hash_pin(pin, verifier.salt, staff.cost), verifier.hash)
    return right and number in staff.verifiers


def hash_pin(pin: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return the verifier's hash of a PIN, LENGTH bytes."""
    return _argon2id(salt, cost).derive(pin)


def _argon2id(salt: bytes, cost: Cost) -> Argon2id:
    return Argon2id(
        salt=salt,
        length=LENGTH,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )


def _read(document: dict[str, Any]) -> Staff:
    cost = Cost(**document["argon2id"])
    _argon2id(_NOBODY.salt, cost)  # a cost that Argon2id does not take is found now
    verifiers = {entry["number"]: _verifier(entry) for entry in document["staff"]}
    if len(verifiers) != len(document["staff"]) or any(
        type(number) is not int or not 0 < number < 1 << 16 for number in verifiers
    ):
        raise ValueError
    return Staff(cost, verifiers)


def _verifier(entry: dict[str, Any]) -> Verifier:
    verifier = Verifier(bytes.fromhex(entry["salt"]), bytes.fromhex(entry["verifier"]))
    if (len(verifier.salt), len(verifier.hash)) != (SALT_LENGTH, LENGTH):
        raise ValueError
    return verifier
