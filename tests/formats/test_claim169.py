from dataclasses import replace
from datetime import date
from typing import Any

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import claim169
from kiosk.formats.claim169 import Claims, Gender

CLAIMS = Claims(
    issuer="alderport.example",
    issued=date(2026, 11, 23),
    expires=date(2031, 11, 23),
    serial="7QX4K2M9PT3DV6HZ",
    language="es",
    given_names="Ana",
    family_names="Ruiz",
    latin_name="RUIZ, ANA",
    birth_date=date(1987, 3, 27),
    gender=Gender.FEMALE,
)
PAYLOAD = claim169.write(CLAIMS)
TOKEN: dict[int, Any] = cbor2.loads(PAYLOAD)


def test_claims_come_back() -> None:
    assert claim169.read(PAYLOAD) == CLAIMS


def test_the_numbers_are_those_of_the_registry() -> None:
    assert TOKEN == {
        1: "alderport.example",
        4: 1_953_244_800,
        6: 1_795_392_000,
        169: {
            1: "7QX4K2M9PT3DV6HZ",
            2: "city-1",
            3: "spa",
            4: "Ana Ruiz",
            5: "Ana",
            7: "Ruiz",
            8: "19870327",
            9: 2,
            19: "RUIZ, ANA",
            20: "und",
        },
    }


def changed(**changes: Any) -> bytes:
    """Return the payload with a claim about the person changed or, if None, taken away."""
    person = {**TOKEN[169], **{int(name[1:]): value for name, value in changes.items()}}
    kept = {number: value for number, value in person.items() if value is not None}
    return cbor2.dumps({**TOKEN, 169: kept}, canonical=True)


def retimed(number: int, value: Any) -> bytes:
    return cbor2.dumps({**TOKEN, number: value}, canonical=True)


def _duplicate() -> bytes:
    eve = cbor2.dumps({**TOKEN[169], 4: "Eve"}, canonical=True)
    return b"\xa5" + PAYLOAD[1:] + cbor2.dumps(169) + eve


def test_a_card_without_an_end_has_no_exp() -> None:
    endless = replace(FEW, expires=None)
    assert 4 not in cbor2.loads(claim169.write(endless))
    assert claim169.read(claim169.write(endless)) == endless


@pytest.mark.parametrize(
    "hostile",
    [
        _duplicate(),
        cbor2.dumps({key: TOKEN[key] for key in reversed(TOKEN)}),  # another order
        PAYLOAD + b"\0",
        PAYLOAD[:-1],
        cbor2.dumps({key: value for key, value in TOKEN.items() if key != 169}, canonical=True),
        cbor2.dumps({key: value for key, value in TOKEN.items() if key != 6}, canonical=True),
        retimed(4, 1_953_158_401),
        retimed(4, 1_953_244_800.0),
        retimed(4, "never"),
        retimed(4, 1 << 80),
        retimed(5, 1_795_392_000),
        retimed(6, 1_795_392_060),
        retimed(169, []),
        retimed(169, "x"),
        retimed(1, 5),
        changed(_1=5),
        changed(_2="city-2"),
        changed(_2=None),
        changed(_3="es"),
        changed(_4="Eve Ruiz"),
        changed(_4=None),
        changed(_5=""),
        changed(_8=-5),
        changed(_8="1987-03-27"),
        changed(_8="1987"),
        changed(_8="19870230"),
        changed(_9=0),
        changed(_9=3),
        changed(_9=True),
        changed(_9=2.0),
        changed(_9="nonbinary"),
        changed(_10="418 Alder Street"),
        changed(_19=None),
        changed(_20="eng"),
        cbor2.dumps({**TOKEN, 169: {**TOKEN[169], "gx": 1}}, canonical=True),
        cbor2.dumps({**TOKEN, 169: {**TOKEN[169], 12: None}}, canonical=True),
        cbor2.dumps([], canonical=True),
        b"",
    ],
)
def test_refuses_every_other_claim(hostile: bytes) -> None:
    assert claim169.read(hostile) is None


FEW = Claims("alderport.example", date(2026, 11, 23), date(2031, 11, 23), "S", "xx", "Ana")


def test_what_is_empty_is_absent() -> None:
    person = cbor2.loads(claim169.write(FEW))[169]
    assert person == {1: "S", 2: "city-1", 3: "xx", 4: "Ana", 5: "Ana"}


@pytest.mark.parametrize("year", [1, 999, 1896, 2026, 9999])
def test_birth_dates_of_any_year_have_eight_digits(year: int) -> None:
    claims = Claims("i", FEW.issued, FEW.expires, "S", "en", "A", birth_date=date(year, 1, 2))
    payload = claim169.write(claims)
    assert len(cbor2.loads(payload)[169][8]) == 8
    assert claim169.read(payload) == claims


@pytest.mark.parametrize("part", ["given_names", "family_names"])
def test_a_single_name_has_no_space(part: str) -> None:
    single: dict[str, Any] = {part: "Suharto"}
    claims = Claims("i", FEW.issued, FEW.expires, "S", "id", **single)
    assert claims.full_name == "Suharto"
    assert claim169.read(claim169.write(claims)) == claims


@given(raw=st.binary(max_size=200))
def test_survives_any_bytes(raw: bytes) -> None:
    assert claim169.read(raw) is None
