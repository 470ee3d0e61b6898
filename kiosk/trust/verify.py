"""Verify: is this card what it says it is? Offline, with a trust file and the day.

One strict reader for all: the session reads its own card back with it before it prints, and the
verifier at a door reads everybody's. What is not proven is not shown: a card that is unreadable,
forged or of an unknown issuer has a verdict and no claims.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from kiosk.formats import claim169, cwt
from kiosk.formats.claim169 import Claims
from kiosk.trust.keys import Issuer, PublicKey, Trust

PREHASHED = ec.ECDSA(utils.Prehashed(hashes.SHA256()))


class Verdict(StrEnum):
    VALID = "valid"
    SPECIMEN = "specimen"  # signed by a specimen key: genuine, and good for nothing
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    UNKNOWN_ISSUER = "unknown-issuer"
    FORGED = "forged"  # the signature is not that of the key the card names
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict, and what the card says if its signature is right and its issuer known."""

    verdict: Verdict
    claims: Claims | None = None


def verify(unverified_text: str, trust: Trust, today: date) -> Checked:
    """Check the text of a card's QR code. Nothing is stripped: a space is a Base45 digit."""
    unverified = cwt.decode(unverified_text)
    if unverified is None:
        return Checked(Verdict.UNREADABLE)
    key = trust.find(unverified.draft.kid)
    if key is None:
        return Checked(Verdict.UNKNOWN_ISSUER)
    if not _signed(unverified, key.public_key):
        return Checked(Verdict.FORGED)
    claims = claim169.read(unverified.draft.payload)
    if claims is None:
        return Checked(Verdict.UNREADABLE)
    return _judge(claims, trust, today, specimen=key.specimen or trust.training)


def read_back(text: str, issuer: Issuer) -> Claims | None:
    """Return what the card says if this issuer signed it, whatever the day; else None."""
    unverified = cwt.decode(text)
    if unverified is None or unverified.draft.kid != issuer.kid:
        return None
    if not _signed(unverified, issuer.public_key):
        return None
    return claim169.read(unverified.draft.payload)


def as_json(checked: Checked) -> dict[str, str | dict[str, str]]:
    """Return the verdict and the claims by name, all as text; absent claims are absent."""
    if checked.claims is None:
        return {"verdict": checked.verdict.value}
    return {"verdict": checked.verdict.value, "claims": _named(checked.claims)}


def _named(claims: Claims) -> dict[str, str]:
    named = {
        "serial": claims.serial,
        "language": claims.language,
        "full_name": claims.full_name,
        "given_names": claims.given_names,
        "family_names": claims.family_names,
        "latin_name": claims.latin_name,
        "birth_date": claims.birth_date.isoformat() if claims.birth_date else "",
        "gender": claims.gender.name.lower() if claims.gender else "",
        "issuer": claims.issuer,
        "issued": claims.issued.isoformat(),
        "expires": claims.expires.isoformat() if claims.expires else "",
    }
    return {name: text for name, text in named.items() if text}


def _judge(claims: Claims, trust: Trust, today: date, *, specimen: bool) -> Checked:
    if specimen:
        return Checked(Verdict.SPECIMEN, claims)
    if claims.issuer != trust.issuer:
        return Checked(Verdict.UNKNOWN_ISSUER)
    if today < claims.issued:
        return Checked(Verdict.NOT_YET_VALID, claims)
    over = claims.expires is not None and claims.expires < today
    return Checked(Verdict.EXPIRED if over else Verdict.VALID, claims)


def _signed(unverified: cwt.Unverified, public_key: PublicKey) -> bool:
    r, s = unverified.signature[:32], unverified.signature[32:]
    signature = utils.encode_dss_signature(int.from_bytes(r), int.from_bytes(s))
    try:
        public_key.verify(signature, unverified.draft.digest, PREHASHED)
    except InvalidSignature:
        return False
    return True
