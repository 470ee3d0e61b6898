"""Credentials of invented people, signed by a key of our own."""

from datetime import date
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec, utils

from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Evidence
from kiosk.session.portrait import HEIGHT, WIDTH, Portrait
from kiosk.session.review import Confirmation, Review
from kiosk.session.term import CardTerm
from kiosk.trust.keys import CURVE, Issuer
from kiosk.trust.verify import PREHASHED


@lru_cache
def _key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(CURVE)


def issuer() -> Issuer:
    """Return the issuer of all of them."""
    return Issuer("alderport.example", _key().public_key())


def reviewed(name: str) -> Review:
    """Return what a clerk approved for somebody of this name."""
    said = Application("en", Name(name, ""), "", date(1990, 1, 1), "", Address(AddressKind.OMITTED))
    term = CardTerm(date(2026, 11, 24), date(2031, 11, 24))
    face = Portrait(bytes(3 * WIDTH * HEIGHT))
    serial = f"7QX4K2M9PT3DV6H{name[0]}"
    return Review(Confirmation(said, face, serial, term), Evidence((), (), {}), 12)


def credential(name: str) -> Credential:
    """Return the signed statement about somebody of this name."""

    def sign(digest: bytes) -> bytes:
        r, s = utils.decode_dss_signature(_key().sign(digest, PREHASHED))
        return r.to_bytes(32) + s.to_bytes(32)

    made = issue(reviewed(name), issuer(), sign)
    assert isinstance(made, Credential)
    return made
