"""CWT: the signed envelope of a card, from bytes to the text of its QR code and back.

A CBOR Web Token (RFC 8392) in one COSE_Sign1 (RFC 9052 section 4.2), ES256, deflated, in Base45.
Only one shape is ever written: tag 18, a protected header of exactly `alg` and an 8-byte `kid`, and
an empty unprotected one. So reading needs no list of forbidden things: what was read is written
again, and it is refused unless the bytes are the same. Common libraries are laxer than a verifier
of identity cards may be: they take duplicate keys, trailing bytes and unknown `crit` headers.
"""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import cbor2

from kiosk.formats import base45

LIMIT = 16_384  # bytes; what an inflated card may measure at most
KID_LENGTH = 8
SIGNATURE_LENGTH = 64  # r and s of ES256, 32 bytes each, big-endian (RFC 9053 section 2.1)

_ALG, _KID = 1, 4  # header labels, RFC 9052 section 3.1
_ES256 = -7  # RFC 9053 section 2.1
_SIGN1 = 18  # RFC 9052 section 2


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be signed: the CBOR of the claims, and the key that shall sign."""

    payload: bytes
    kid: bytes

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the Sig_structure (RFC 9052 section 4.4): all that a signer sees."""
        structure = ["Signature1", self.protected, b"", self.payload]
        return hashlib.sha256(cbor2.dumps(structure)).digest()

    @property
    def protected(self) -> bytes:
        return cbor2.dumps({_ALG: _ES256, _KID: self.kid}, canonical=True)


@dataclass(frozen=True, slots=True)
class Unverified:
    """An envelope that was opened; nobody has checked the signature yet."""

    draft: Draft
    signature: bytes


def encode(payload: bytes, kid: bytes, sign: Callable[[bytes], bytes]) -> str:
    """Return the text of the QR code; `sign` turns a 32-byte digest into 64 bytes."""
    draft = Draft(payload, kid)
    return finish(draft, sign(draft.digest))


def finish(draft: Draft, signature: bytes) -> str:
    """Return the text of the QR code for a draft that was signed."""
    return base45.encode(zlib.compress(_sign1(draft, signature), 9))


def decode(unverified_text: str) -> Unverified | None:
    """Open the text of a QR code; None if it is not exactly what `encode` writes.

    The signature is not checked, and the payload is any bytes.
    """
    raw = _inflate(base45.decode(unverified_text) or b"")
    opened = _open(raw) if raw else None
    if opened is None or _sign1(opened.draft, opened.signature) != raw:
        return None
    return opened


def _sign1(draft: Draft, signature: bytes) -> bytes:
    value = [draft.protected, {}, draft.payload, signature]
    return cbor2.dumps(cbor2.CBORTag(_SIGN1, value), canonical=True)


def _inflate(raw: bytes) -> bytes | None:
    """Return the inflated bytes; None if they are more than LIMIT or if anything follows them."""
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(raw, LIMIT)
    except zlib.error:
        return None
    return inflated if inflater.eof and not inflater.unused_data else None


def _open(raw: bytes) -> Unverified | None:
    try:
        protected, _, payload, signature = cbor2.loads(raw).value
        kid = cbor2.loads(protected)[_KID]
    except Exception:  # noqa: BLE001  # hostile CBOR fails in many ways, all meaning "unreadable"
        return None
    lengths = (KID_LENGTH, None, SIGNATURE_LENGTH)
    for part, length in zip((kid, payload, signature), lengths, strict=True):
        if type(part) is not bytes or length not in (None, len(part)):
            return None
    return Unverified(Draft(payload, kid), signature)
