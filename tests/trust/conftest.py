"""Cards signed by a key that was made for the tests, and by the published specimen key."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.formats import claim169, cwt
from kiosk.formats.claim169 import Claims
from kiosk.signer import backends
from kiosk.trust.keys import SPECIMEN_KEY, Issuer

KEYS = Path(__file__).resolve().parents[2] / "assets" / "keys"
LAST_DAY = date(2031, 11, 23)
CLAIMS = Claims(
    issuer="alderport.example",
    issued=date(2026, 11, 23),
    expires=LAST_DAY,
    serial="7QX4K2M9PT3DV6HZ",
    language="es",
    given_names="Ana",
    family_names="Ruiz",
    birth_date=date(1987, 3, 27),
)


@dataclass(frozen=True)
class City:
    """An issuer with its private key at hand."""

    issuer: Issuer
    sign: Callable[[bytes], bytes]

    def card(self, payload: bytes | None = None, **changes: Any) -> str:
        claims = replace(CLAIMS, **changes)
        return cwt.encode(payload or claim169.write(claims), self.issuer.kid, self.sign)


def new_city() -> City:
    key = ec.generate_private_key(ec.SECP256R1())
    return City(Issuer("alderport.example", key.public_key()), backends.FileKey(key).sign)


@pytest.fixture(scope="session")
def city() -> City:
    return new_city()


@pytest.fixture(scope="session")
def stranger() -> City:
    return new_city()


@pytest.fixture(scope="session")
def specimen() -> City:
    key = backends.open_file(KEYS / "specimen.pem", b"specimen")
    return City(Issuer("alderport.example", SPECIMEN_KEY), key.sign)
