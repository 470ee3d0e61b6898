import hashlib
import zlib
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import base45, cwt

KID = b"8 bytes!"
SIGNATURE = bytes(range(64))
TOKEN = {1: "alderport.example", 169: {4: "Ana"}}
PAYLOAD = cbor2.dumps(TOKEN, canonical=True)
PROTECTED = cbor2.dumps({1: -7, 4: KID}, canonical=True)


def text(raw: bytes) -> str:
    return base45.encode(zlib.compress(raw))


def sign1(*parts: Any, tag: int = 18) -> str:
    return text(cbor2.dumps(cbor2.CBORTag(tag, list(parts))))


def header(**changes: Any) -> bytes:
    labels = {"alg": 1, "crit": 2, "kid": 4, "other": 99}
    values = {"alg": -7, "kid": KID, **changes}
    return cbor2.dumps(
        {labels[name]: value for name, value in values.items() if value is not None},
        canonical=True,
    )


GOOD = cwt.encode(PAYLOAD, KID, lambda _: SIGNATURE)


def test_what_is_encoded_is_opened() -> None:
    assert cwt.decode(GOOD) == cwt.Unverified(cwt.Draft(PAYLOAD, KID), SIGNATURE)


def test_the_hostile_list_starts_from_a_good_card() -> None:
    assert cwt.decode(sign1(PROTECTED, {}, PAYLOAD, SIGNATURE)) is not None


def test_the_digest_is_that_of_the_sig_structure() -> None:
    structure = b"\x84\x6aSignature1" + cbor2.dumps(PROTECTED) + b"\x40" + cbor2.dumps(PAYLOAD)
    assert cwt.Draft(PAYLOAD, KID).digest == hashlib.sha256(structure).digest()


@pytest.mark.parametrize(
    "hostile",
    [
        sign1(header(kid=None), {4: KID}, PAYLOAD, SIGNATURE),
        sign1(header(kid=None), {}, PAYLOAD, SIGNATURE),
        sign1(header(alg=None), {1: -7}, PAYLOAD, SIGNATURE),
        sign1(header(alg=None), {}, PAYLOAD, SIGNATURE),
        sign1(header(alg=-8), {}, PAYLOAD, SIGNATURE),
        sign1(header(alg=-35), {}, PAYLOAD, SIGNATURE),
        sign1(header(crit=[99], other=1), {}, PAYLOAD, SIGNATURE),
        sign1(header(other=1), {}, PAYLOAD, SIGNATURE),
        sign1(header(kid=KID + b"9"), {}, PAYLOAD, SIGNATURE),
        sign1(header(kid="8 bytes!"), {}, PAYLOAD, SIGNATURE),
        sign1(PROTECTED, {99: 1}, PAYLOAD, SIGNATURE),
        sign1(PROTECTED, {}, PAYLOAD, SIGNATURE[:63]),
        sign1(PROTECTED, {}, PAYLOAD, SIGNATURE + b"\0"),
        sign1(PROTECTED, {}, TOKEN, SIGNATURE),
        sign1(PROTECTED, {}, None, SIGNATURE),
        sign1(PROTECTED, {}, PAYLOAD, SIGNATURE, b""),
        sign1(PROTECTED, {}, PAYLOAD, SIGNATURE, tag=17),
        sign1(PROTECTED, {}, PAYLOAD, SIGNATURE, tag=61),
        text(cbor2.dumps([PROTECTED, {}, PAYLOAD, SIGNATURE])),
        text(
            cbor2.dumps(cbor2.CBORTag(61, cbor2.CBORTag(18, [PROTECTED, {}, PAYLOAD, SIGNATURE])))
        ),
        text(cbor2.dumps(cbor2.CBORTag(18, [PROTECTED, {}, PAYLOAD, SIGNATURE])) + b"\0"),
        text(b"\xd8\x12" + cbor2.dumps([PROTECTED, {}, PAYLOAD, SIGNATURE])),  # a longer tag 18
        sign1(PROTECTED + b"\0", {}, PAYLOAD, SIGNATURE),
        sign1(PROTECTED, {}, bytes(cwt.LIMIT), SIGNATURE),
        text(bytes(1_000_000)),
        text(b"\x81" * 16_000),  # deep
        text(b"\xc4\x82\x1b\x7f" + b"\xff" * 7 + b"\x01"),  # a number without end
        text(b""),
        base45.encode(
            zlib.compress(cbor2.dumps(cbor2.CBORTag(18, [PROTECTED, {}, PAYLOAD, SIGNATURE])))
            + b"\0"
        ),
        base45.encode((base45.decode(GOOD) or b"")[:-1]),
        base45.encode(bytes(99)),
        "",
        "not base 45",
        GOOD + "\n",
        GOOD.lower(),
    ],
)
def test_refuses_every_other_envelope(hostile: str) -> None:
    assert cwt.decode(hostile) is None


@given(raw=st.binary(max_size=200))
def test_survives_any_bytes(raw: bytes) -> None:
    assert cwt.decode(base45.encode(raw)) is None
    assert cwt.decode(text(raw)) is None
    assert cwt.decode(text(b"\xd2\x84" + raw)) is None
