"""Credential: the signed statement in the card's QR code.

The signer sees a digest and no name. What it signed is read back with the verifier's own strict
reader before anything is drawn, so that no card leaves that a verifier would refuse.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.errors import Incomplete, Unverified
from kiosk.formats import claim169, cwt
from kiosk.formats.claim169 import Claims, Gender
from kiosk.session.review import Confirmation, Refused, Review
from kiosk.trust import verify
from kiosk.trust.keys import Issuer

# Only who chose exactly one of these words has a gender in the code: claim 169 has no number for
# any other answer but "other", which is not a word that anybody chose for themself.
_GENDERS = {
    "male": Gender.MALE,
    "female": Gender.FEMALE,
    "hombre": Gender.MALE,
    "mujer": Gender.FEMALE,
    "masculino": Gender.MALE,
    "femenino": Gender.FEMALE,
    "ذكر": Gender.MALE,
    "أنثى": Gender.FEMALE,
    "انثى": Gender.FEMALE,
}

Sign = Callable[[bytes], bytes | Refused]
"""Turns a 32-byte digest into a 64-byte signature, or says that the clerk's PIN was wrong."""


@dataclass(frozen=True, slots=True)
class Credential:
    """`text` is what the QR code holds, in its alphanumeric signs; it verifies."""

    text: str
    serial: str
    issued: date
    expires: date | None


def issue(review: Review, issuer: Issuer, sign: Sign) -> Credential | Refused:
    """Have the claims of the reviewed application signed.

    Raises Unverified if what the signer returned does not make a card that verifies, Incomplete if
    an answer is missing.
    """
    claims = _claims(review.confirmation, issuer.name)
    draft = cwt.Draft(claim169.write(claims), issuer.kid)
    signature = sign(draft.digest)
    if isinstance(signature, Refused):
        return signature
    text = cwt.finish(draft, signature)
    if verify.read_back(text, issuer) != claims:
        raise Unverified
    return Credential(text, claims.serial, claims.issued, claims.expires)


def _claims(confirmation: Confirmation, issuer: str) -> Claims:
    application = confirmation.application
    if application.language is None or application.name is None:
        raise Incomplete
    return Claims(
        issuer=issuer,
        issued=confirmation.term.issued,
        expires=confirmation.term.expires,
        serial=confirmation.serial,
        language=application.language,
        given_names=application.name.given,
        family_names=application.name.family,
        latin_name=application.latin_name or "",
        birth_date=application.birth_date,
        gender=_GENDERS.get((application.gender or "").casefold()),
    )
