import base64
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import cbor2
import claim169 as first_reader
import cwt as second_reader
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import Incomplete, Unverified
from kiosk.formats import base45
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Evidence
from kiosk.session.portrait import Portrait
from kiosk.session.review import Confirmation, Refused, Review
from kiosk.session.term import CardTerm
from kiosk.signer.backends import FileKey
from kiosk.trust.keys import Issuer

KEY = ec.generate_private_key(ec.SECP256R1())
SIGN = FileKey(KEY).sign
ISSUER = Issuer("alderport.example", KEY.public_key())
PEM = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
POINT = KEY.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
READER_KEY = second_reader.COSEKey.from_pem(PEM.decode(), alg="ES256", kid=ISSUER.kid)

ISSUED, EXPIRES = date(2024, 11, 23), date(2099, 11, 23)
TERM = CardTerm(ISSUED, EXPIRES)
ANA = Application(
    language="es",
    name=Name("Ana", "Ruiz"),
    latin_name="",
    birth_date=date(1987, 3, 27),
    gender="",
    address=Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601"),
)


def reviewed(application: Application = ANA, serial: str = "7QX4K2M9PT3DV6HZ") -> Review:
    confirmation = Confirmation(application, Portrait(b""), serial, TERM)
    return Review(confirmation, Evidence((), (), {}), clerk=12)


def issued(application: Application = ANA, serial: str = "7QX4K2M9PT3DV6HZ") -> Credential:
    credential = issue(reviewed(application, serial), ISSUER, SIGN)
    assert isinstance(credential, Credential)
    return credential


def raw_of(credential: Credential) -> bytes:
    return zlib.decompress(base45.decode(credential.text) or b"")


def payload_of(credential: Credential) -> bytes:
    payload = cbor2.loads(raw_of(credential)).value[2]
    assert isinstance(payload, bytes)
    return payload


def person_of(credential: Credential) -> dict[int, Any]:
    token: dict[int, dict[int, Any]] = cbor2.loads(payload_of(credential))
    return token[169]


LATIN = st.characters(min_codepoint=0x41, max_codepoint=0x24F, categories=["Lu", "Ll"])
SCRIPTS = [
    LATIN,
    st.characters(min_codepoint=0x370, max_codepoint=0x52F, categories=["Lu", "Ll"]),  # Greek …
    st.characters(min_codepoint=0x531, max_codepoint=0x7BF, categories=["Lo", "Ll", "Mn"]),
    st.characters(min_codepoint=0x900, max_codepoint=0x109F, categories=["Lo", "Mn", "Mc"]),
    st.characters(min_codepoint=0x1200, max_codepoint=0x18AF, categories=["Lo"]),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF, categories=["Lo"]),
    st.characters(min_codepoint=0x10D00, max_codepoint=0x1E94B, categories=["Lo", "Lu", "Ll"]),
]
WORD = st.one_of([st.text(script, min_size=1, max_size=60) for script in SCRIPTS])
PART = st.lists(WORD, max_size=3).map(" ".join)
APPLICATIONS = st.builds(
    Application,
    language=st.sampled_from(["en", "es", "ar", "uk", "zh", "hmn"]),
    name=st.builds(Name, PART, PART).filter(lambda name: name.given or name.family),
    latin_name=st.text(LATIN, max_size=40),
    birth_date=st.dates(date(1896, 1, 1), ISSUED),
    gender=st.sampled_from(["", "Male", "female", "non-binary", "Mujer", "ذكر", "X"]),
    address=st.just(Address(AddressKind.OMITTED)),
)


@settings(max_examples=300)
@given(application=APPLICATIONS)
def test_two_foreign_readers_read_every_card(application: Application) -> None:
    credential = issued(application)
    assert set(credential.text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    name = application.name
    assert name is not None

    first = first_reader.decode_with_ecdsa_p256(credential.text, POINT)
    assert first.is_verified()
    assert first.cwt_meta.issuer == "alderport.example"
    person = first.claim169
    assert person.id == credential.serial
    assert person.full_name == f"{name.given} {name.family}".strip()
    assert (person.first_name or "", person.last_name or "") == (name.given, name.family)
    assert (person.secondary_full_name or "") == application.latin_name
    assert person.date_of_birth == f"{application.birth_date:%Y%m%d}"

    token = second_reader.CWT.new().decode(raw_of(credential), keys=[READER_KEY])
    assert isinstance(token, dict)
    assert token[169] == person_of(credential)
    assert token[169][4] == person.full_name
    assert token[169].get(9) == person.gender


def test_the_days_carry_no_time() -> None:
    token = cbor2.loads(payload_of(issued()))
    assert (token[6] % 86_400, token[4] % 86_400) == (0, 0)
    assert (token[6], token[4]) == (1_732_320_000, 4_099_161_600)


def test_the_address_is_nowhere() -> None:
    moved = replace(ANA, address=Address(AddressKind.OMITTED))
    assert payload_of(issued()) == payload_of(issued(moved))
    assert 10 not in person_of(issued())


@pytest.mark.parametrize(
    ("gender", "number"),
    [
        ("Male", 1),
        ("female", 2),
        ("Hombre", 1),
        ("MASCULINO", 1),
        ("mujer", 2),
        ("Femenino", 2),
        ("ذكر", 1),
        ("أنثى", 2),
        ("", None),
        ("X", None),
        ("non-binary", None),
        ("trans male", None),
        ("male ", None),
    ],
)
def test_only_an_exact_gender_is_in_the_code(gender: str, number: int | None) -> None:
    assert person_of(issued(replace(ANA, gender=gender))).get(9) == number


@pytest.mark.parametrize(
    ("omitted", "numbers"),
    [({"gender": "male"}, {9}), ({"latin_name": "RUIZ, ANA"}, {19, 20})],
)
def test_an_omitted_answer_leaves_no_trace(omitted: dict[str, Any], numbers: set[int]) -> None:
    said, left_out = issued(replace(ANA, **omitted)), issued(ANA)
    with_it, without_it = person_of(said), person_of(left_out)
    assert set(with_it) - set(without_it) == numbers
    assert {number: with_it[number] for number in without_it} == without_it


def test_cards_of_the_same_answers_differ_in_serial_and_signature_alone() -> None:
    # Somebody who never had a gender in the code, and somebody who took "non-binary" out of it.
    first = raw_of(issued(ANA, "0" * 16))
    second = raw_of(issued(replace(ANA, gender="non-binary"), "Z" * 16))
    assert first[:-64].replace(b"0" * 16, b"Z" * 16) == second[:-64]


def test_a_family_name_alone() -> None:
    person = person_of(issued(replace(ANA, name=Name("", "Suharto"))))
    assert (person[4], person.get(5), person[7]) == ("Suharto", None, "Suharto")


def test_what_it_says_beside_the_text() -> None:
    credential = issued()
    assert (credential.serial, credential.issued, credential.expires) == (
        "7QX4K2M9PT3DV6HZ",
        ISSUED,
        EXPIRES,
    )


def test_the_signer_sees_a_digest_and_nothing_else() -> None:
    seen: list[bytes] = []

    def sign(digest: bytes) -> bytes:
        seen.append(digest)
        return SIGN(digest)

    issue(reviewed(), ISSUER, sign)
    assert [len(digest) for digest in seen] == [32]


def test_a_wrong_pin_is_handed_on() -> None:
    assert issue(reviewed(), ISSUER, lambda _: Refused(2)) == Refused(2)


def _flip(signature: bytes) -> bytes:
    return bytes([signature[0] ^ 1]) + signature[1:]


@pytest.mark.parametrize(
    "sign",
    [
        lambda _: bytes(64),
        lambda digest: _flip(SIGN(digest)),
        lambda digest: SIGN(digest)[:63],
        lambda digest: SIGN(digest) + b"\0",
        lambda _: b"",
        lambda digest: SIGN(_flip(digest)),
        FileKey(ec.generate_private_key(ec.SECP256R1())).sign,
    ],
)
def test_what_does_not_verify_is_never_a_card(sign: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Unverified):
        issue(reviewed(), ISSUER, sign)


@pytest.mark.parametrize("missing", ["language", "name"])
def test_answers_that_a_card_cannot_do_without(missing: str) -> None:
    changes: dict[str, Any] = {missing: None}
    with pytest.raises(Incomplete):
        issue(reviewed(replace(ANA, **changes)), ISSUER, SIGN)


def test_the_longest_name_still_fits_a_qr_code() -> None:
    # 3,391 alphanumeric signs are what version 40-M holds (ISO/IEC 18004 table 7).
    given, family = (
        "".join(chr(first + 7 * n % 83) for n in range(200)) for first in (0x905, 0xE01)
    )
    latin = base64.b32encode(bytes(range(125))).decode()
    credential = issued(replace(ANA, name=Name(given, family), latin_name=latin))
    assert len(credential.text) <= 3391
