import zlib
from dataclasses import replace
from datetime import date, timedelta

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import base45, claim169, cwt
from kiosk.trust import keys, verify
from kiosk.trust.keys import Trust, TrustedKey
from kiosk.trust.verify import Checked, Verdict
from tests.trust.conftest import CLAIMS, LAST_DAY, City

TODAY = CLAIMS.issued
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256


@pytest.fixture(scope="module")
def trust(city: City) -> Trust:
    return keys.trust_in("alderport.example", [TrustedKey(city.issuer.public_key)])


def raw_of(text: str) -> bytes:
    return zlib.decompress(base45.decode(text) or b"")


def text_of(raw: bytes) -> str:
    return base45.encode(zlib.compress(raw))


def test_a_card_is_valid_and_says_what_was_signed(city: City, trust: Trust) -> None:
    assert verify.verify(city.card(), trust, TODAY) == Checked(Verdict.VALID, CLAIMS)


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        (CLAIMS.issued - timedelta(days=1), Verdict.NOT_YET_VALID),
        (CLAIMS.issued, Verdict.VALID),
        (LAST_DAY, Verdict.VALID),
        (LAST_DAY + timedelta(days=1), Verdict.EXPIRED),
    ],
)
def test_its_term(city: City, trust: Trust, today: date, verdict: Verdict) -> None:
    assert verify.verify(city.card(), trust, today) == Checked(verdict, CLAIMS)


def test_a_key_nobody_knows(stranger: City, trust: Trust) -> None:
    assert verify.verify(stranger.card(), trust, TODAY) == Checked(Verdict.UNKNOWN_ISSUER)


def test_another_citys_name_under_a_known_key(city: City, trust: Trust) -> None:
    card = city.card(issuer="elmhaven.example")
    assert verify.verify(card, trust, TODAY) == Checked(Verdict.UNKNOWN_ISSUER)


def test_a_known_keys_name_under_another_signature(
    city: City, stranger: City, trust: Trust
) -> None:
    card = cwt.encode(claim169.write(CLAIMS), city.issuer.kid, stranger.sign)
    assert verify.verify(card, trust, TODAY) == Checked(Verdict.FORGED)


@pytest.mark.parametrize("signature", [bytes(64), b"\xff" * 64])
def test_a_signature_that_is_none(city: City, trust: Trust, signature: bytes) -> None:
    card = cwt.encode(claim169.write(CLAIMS), city.issuer.kid, lambda _: signature)
    assert verify.verify(card, trust, TODAY) == Checked(Verdict.FORGED)


def test_the_twin_signature_makes_no_other_card(city: City, trust: Trust) -> None:
    # (r, n - s) verifies too (FIPS 186-5); the code is no identity, its serial is.
    unverified = cwt.decode(city.card())
    assert unverified is not None
    r, s = unverified.signature[:32], int.from_bytes(unverified.signature[32:])
    twin = cwt.finish(unverified.draft, r + (_ORDER - s).to_bytes(32, "big"))
    assert verify.verify(twin, trust, TODAY) == Checked(Verdict.VALID, CLAIMS)


def test_claims_that_were_signed_but_are_not_a_cards(city: City, trust: Trust) -> None:
    token = cbor2.loads(claim169.write(CLAIMS))
    odd = cbor2.dumps({**token, 169: {**token[169], 9: 3}}, canonical=True)
    assert verify.verify(city.card(odd), trust, TODAY) == Checked(Verdict.UNREADABLE)


def test_no_single_flipped_bit_is_accepted(city: City, trust: Trust) -> None:
    raw = raw_of(city.card())
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        checked = verify.verify(text_of(bytes(flipped)), trust, TODAY)
        assert checked.claims is None, bit
        assert checked.verdict is not Verdict.VALID


def test_no_flipped_bit_of_the_deflated_card_changes_what_it_says(city: City, trust: Trust) -> None:
    # Deflate ends with padding bits that mean nothing, so a few of these are the same card.
    raw = base45.decode(city.card()) or b""
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        claims = verify.verify(base45.encode(bytes(flipped)), trust, TODAY).claims
        assert claims in (None, CLAIMS)


@given(text=st.text(max_size=200))
def test_any_text_is_unreadable(text: str) -> None:
    nothing = keys.trust_in("alderport.example", [])
    assert verify.verify(text, nothing, TODAY) == Checked(Verdict.UNREADABLE)


def test_a_card_without_an_end_stays_valid(city: City, trust: Trust) -> None:
    endless = replace(CLAIMS, expires=None)
    card = cwt.encode(claim169.write(endless), city.issuer.kid, city.sign)
    assert verify.verify(card, trust, date(2199, 1, 1)) == Checked(Verdict.VALID, endless)
    said = verify.as_json(Checked(Verdict.VALID, endless))
    assert "expires" not in said["claims"]


def test_a_specimen_is_never_valid(specimen: City) -> None:
    for trusted in (
        [],
        [TrustedKey(keys.SPECIMEN_KEY, specimen=True)],
        [TrustedKey(keys.SPECIMEN_KEY, specimen=False)],  # a file that says otherwise
    ):
        trust = keys.trust_in("alderport.example", trusted)
        for today in (TODAY, LAST_DAY, CLAIMS.issued - timedelta(days=1)):
            checked = verify.verify(specimen.card(), trust, today)
            assert checked == Checked(Verdict.SPECIMEN, CLAIMS)


def test_a_specimen_key_of_the_citys_own(city: City) -> None:
    trusted = [TrustedKey(city.issuer.public_key, specimen=True)]
    trust = keys.trust_in("alderport.example", trusted)
    assert verify.verify(city.card(), trust, TODAY).verdict is Verdict.SPECIMEN


def test_in_training_nothing_is_valid(city: City) -> None:
    trusted = [TrustedKey(city.issuer.public_key)]
    trust = keys.trust_in("alderport.example", trusted, training=True)
    assert verify.verify(city.card(), trust, TODAY).verdict is Verdict.SPECIMEN


def test_a_forged_specimen_is_forged(stranger: City) -> None:
    kid = keys.kid_of(keys.SPECIMEN_KEY)
    card = cwt.encode(claim169.write(CLAIMS), kid, stranger.sign)
    trust = keys.specimen_trust("alderport.example")
    assert verify.verify(card, trust, TODAY) == Checked(Verdict.FORGED)


def test_read_back_takes_the_issuers_own_cards_only(city: City, stranger: City) -> None:
    assert verify.read_back(city.card(), city.issuer) == CLAIMS
    assert verify.read_back(stranger.card(), city.issuer) is None
    forged = cwt.encode(claim169.write(CLAIMS), city.issuer.kid, stranger.sign)
    assert verify.read_back(forged, city.issuer) is None
    misnamed = cwt.encode(claim169.write(CLAIMS), stranger.issuer.kid, city.sign)
    assert verify.read_back(misnamed, city.issuer) is None
    assert verify.read_back("", city.issuer) is None


def test_as_json_names_what_is_there(city: City, trust: Trust) -> None:
    assert verify.as_json(verify.verify(city.card(), trust, TODAY)) == {
        "verdict": "valid",
        "claims": {
            "serial": "7QX4K2M9PT3DV6HZ",
            "language": "es",
            "full_name": "Ana Ruiz",
            "given_names": "Ana",
            "family_names": "Ruiz",
            "birth_date": "1987-03-27",
            "issuer": "alderport.example",
            "issued": "2026-11-23",
            "expires": "2031-11-23",
        },
    }


def test_as_json_says_nothing_of_a_card_that_is_not_proven(stranger: City, trust: Trust) -> None:
    checked = verify.verify(stranger.card(), trust, TODAY)
    assert verify.as_json(checked) == {"verdict": "unknown-issuer"}
