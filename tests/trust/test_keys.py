import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.errors import KeyFileWrong, TrustFileWrong
from kiosk.trust import keys
from kiosk.trust.keys import TrustedKey
from tests.trust.conftest import KEYS, City


def pem(key: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def test_the_pinned_specimen_key_is_the_published_one() -> None:
    public_key = keys.load_public((KEYS / "specimen.pub.pem").read_bytes())
    assert public_key == keys.SPECIMEN_KEY
    assert keys.kid_of(public_key).hex() in (KEYS / "README.md").read_text()


def test_a_public_key_is_read(city: City) -> None:
    assert keys.load_public(pem(city.issuer.public_key)) == city.issuer.public_key


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"garbage",
        pem(ec.generate_private_key(ec.SECP384R1()).public_key()),
        pem(ed25519.Ed25519PrivateKey.generate().public_key()),
        (KEYS / "specimen.pem").read_bytes(),
    ],
)
def test_any_other_public_key_is_refused(wrong: bytes) -> None:
    with pytest.raises(KeyFileWrong):
        keys.load_public(wrong)


@pytest.mark.parametrize("training", [True, False])
def test_a_trust_file_is_read_as_written(city: City, stranger: City, *, training: bool) -> None:
    trusted = [
        TrustedKey(city.issuer.public_key),
        TrustedKey(stranger.issuer.public_key, specimen=True),
    ]
    trust = keys.trust_in("alderport.example", trusted, training=training)
    assert keys.read_trust(keys.write_trust(trust)) == trust


def test_a_trust_file_is_a_key_set_that_others_can_read(city: City) -> None:
    trust = keys.trust_in("alderport.example", [TrustedKey(city.issuer.public_key)])
    document = json.loads(keys.write_trust(trust))
    (entry,) = document["keys"]
    assert document["issuer"] == "alderport.example"
    assert (entry["kty"], entry["crv"], entry["alg"]) == ("EC", "P-256", "ES256")
    assert base64.urlsafe_b64decode(entry["kid"] + "=") == city.issuer.kid
    assert entry["specimen"] is False


def test_an_entry_that_does_not_say_specimen_is_none(city: City) -> None:
    trust = keys.trust_in("alderport.example", [TrustedKey(city.issuer.public_key)])
    document = json.loads(keys.write_trust(trust))
    del document["keys"][0]["specimen"]
    assert keys.read_trust(json.dumps(document)) == trust


@pytest.mark.parametrize(
    "changes",
    [
        {"kid": "AAAAAAAAAAA"},
        {"kid": None},
        {"x": "AAAA"},
        {"x": 5},
        {"y": None},
        {"crv": "P-384"},
        {"kty": "OKP"},
        {"alg": "ES384"},
        {"alg": None},
        {"d": "AAAA"},
        {"specimen": 1},
        {"specimen": "no"},
    ],
)
def test_an_entry_with_anything_else_is_refused(city: City, changes: dict[str, Any]) -> None:
    trust = keys.trust_in("alderport.example", [TrustedKey(city.issuer.public_key)])
    document = json.loads(keys.write_trust(trust))
    entry = {**document["keys"][0], **changes}
    document["keys"] = [{name: value for name, value in entry.items() if value is not None}]
    with pytest.raises(TrustFileWrong):
        keys.read_trust(json.dumps(document))


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "{",
        b"\xff",
        "[]",
        "5",
        '{"issuer": "a", "training": false}',
        '{"issuer": 5, "training": false, "keys": []}',
        '{"issuer": "a", "training": 1, "keys": []}',
        '{"issuer": "a", "training": false, "keys": 5}',
        '{"issuer": "a", "training": false, "keys": [5]}',
        "[" * 100_000,
    ],
)
def test_any_other_trust_file_is_refused(raw: str | bytes) -> None:
    with pytest.raises(TrustFileWrong):
        keys.read_trust(raw)
