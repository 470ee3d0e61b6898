"""Keys: who may sign cards, as an issuer knows itself and as a verifier knows issuers.

A key is named by its `kid`, the first eight bytes of the SHA-256 of its compressed point, so that a
name cannot be claimed for another key. Verifiers get a *trust file*: a JSON Web Key Set (RFC 7517)
with two more members, `issuer` and `training`. The specimen key, whose private half is published
in assets/keys, is pinned here: no trust file can make a card that it signed valid.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from kiosk.errors import KeyFileWrong, TrustFileWrong

PublicKey = ec.EllipticCurvePublicKey

CURVE = ec.SECP256R1()
SPECIMEN_KEY = PublicKey.from_encoded_point(
    CURVE, bytes.fromhex("027ab5811e61fb3f31c1d9acf3b4ea2467babb66760072430078d4ad5b3bce360b")
)

_COORDINATE = 32  # bytes


@dataclass(frozen=True, slots=True)
class Issuer:
    """A city as the signer of cards: the name in the `iss` claim, and the key in use."""

    name: str
    public_key: PublicKey

    @property
    def kid(self) -> bytes:
        return kid_of(self.public_key)


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key whose cards are believed, or one that signs specimens only."""

    public_key: PublicKey
    specimen: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """What a verifier believes; in `training` every card is a specimen. `keys` is by `kid`."""

    issuer: str
    keys: Mapping[bytes, TrustedKey]
    training: bool = False

    def find(self, kid: bytes) -> TrustedKey | None:
        """Return the key of that name; the pinned specimen key comes before any file's."""
        if kid == kid_of(SPECIMEN_KEY):
            return TrustedKey(SPECIMEN_KEY, specimen=True)
        return self.keys.get(kid)


def kid_of(public_key: PublicKey) -> bytes:
    """Return the 8 bytes that name a key."""
    point = public_key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return hashlib.sha256(point).digest()[:8]


def trust_in(issuer: str, keys: Iterable[TrustedKey], *, training: bool = False) -> Trust:
    """Return the trust of a verifier that believes exactly these keys."""
    return Trust(issuer, {kid_of(key.public_key): key for key in keys}, training)


def specimen_trust(issuer: str) -> Trust:
    """Return what `kiosk specimen` writes as trust.json: the specimen key and no other."""
    return trust_in(issuer, [TrustedKey(SPECIMEN_KEY, specimen=True)], training=True)


def load_public(pem: bytes) -> PublicKey:
    """Read a P-256 public key (SubjectPublicKeyInfo, PEM).

    Raises KeyFileWrong if it is anything else.
    """
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFileWrong from None
    if not isinstance(key, PublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KeyFileWrong
    return key


def read_trust(raw: str | bytes) -> Trust:
    """Read a trust file.

    Raises TrustFileWrong if a member is missing or of another kind, or a `kid` is not its key's.
    """
    try:
        document = json.loads(raw)
        issuer, training = document["issuer"], document["training"]
        keys = [_key(entry) for entry in document["keys"]]
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise TrustFileWrong from None
    if not isinstance(issuer, str) or not isinstance(training, bool):
        raise TrustFileWrong
    return trust_in(issuer, keys, training=training)


def write_trust(trust: Trust) -> str:
    """Return the trust file."""
    document = {
        "training": trust.training,
        "issuer": trust.issuer,
        "keys": [_entry(key) for key in trust.keys.values()],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _entry(key: TrustedKey) -> dict[str, str | bool]:
    numbers = key.public_key.public_numbers()
    return {
        "kty": "EC",
        "crv": "P-256",
        "x": _base64(numbers.x.to_bytes(_COORDINATE, "big")),
        "y": _base64(numbers.y.to_bytes(_COORDINATE, "big")),
        "kid": _base64(kid_of(key.public_key)),
        "alg": "ES256",
        "specimen": key.specimen,
    }


def _key(entry: dict[str, Any]) -> TrustedKey:
    """Return the key of an entry; an entry that lacks `specimen` is not one.

    Raises ValueError unless writing the key gives back the entry, so that there are no two ways to
    write one, and no member that is not understood.
    """
    x, y = (int.from_bytes(base64.urlsafe_b64decode(entry[name] + "=")) for name in ("x", "y"))
    public_key = ec.EllipticCurvePublicNumbers(x, y, CURVE).public_key()
    key = TrustedKey(public_key, specimen=entry.get("specimen", False))
    if _entry(key) != {"specimen": False, **entry} or type(key.specimen) is not bool:
        raise ValueError
    return key


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
