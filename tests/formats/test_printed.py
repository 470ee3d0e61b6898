from datetime import date

import pytest

from kiosk.formats.aamva import parse
from kiosk.formats.claim169 import Claims, Gender
from kiosk.formats.compare import Agreement, FullName, birth_dates, names
from kiosk.formats.printed import Printed, from_claims, from_licence, of_text
from tests.documents.licences import MODERN, ONE_NAME, Elements, changed, payload


def licence(elements: Elements = MODERN, version: int = 10, length: int | None = None) -> Printed:
    found = parse(payload(elements, version)[:length])
    assert found is not None
    return from_licence(found)


def test_a_licence_suggests_all_given_names_together() -> None:
    said = licence(changed(MODERN, DCU=None))
    assert said.name == FullName("ALDERSON", "MARISOL INEZ")
    assert names(FullName("Alderson", "Marisol Inez"), said.name) is Agreement.AGREES
    assert (said.birth_date, said.sex, said.issuer) == (date(1987, 11, 23), "F", "USA-IL")
    assert said.whole


def test_a_suffix_stays_with_the_family_name() -> None:
    assert licence().name.family == "ALDERSON JR"


@pytest.mark.parametrize(
    ("flag", "cuts"), [("DDE", (True, False)), ("DDF", (False, True)), ("DDG", (False, True))]
)
def test_a_name_that_the_issuer_cut_is_known_to_be_cut(flag: str, cuts: tuple[bool, bool]) -> None:
    name = licence(changed(MODERN, **{flag: "T"})).name
    assert (name.family_cut, name.given_cut) == cuts


def test_what_was_cut_off_or_guessed_is_not_whole() -> None:
    assert not licence(length=280).whole
    assert not licence(changed(ONE_NAME, DAA="MARISOL ALDERSON"), 1).whole


def test_a_citys_card_suggests_its_claims_and_is_not_checked() -> None:
    claims = Claims(
        issuer="alderport", issued=date(2026, 11, 24), expires=None, serial="7Q4K9R2M5T8W3X6Y",
        language="es", given_names="Marisol", family_names="Alderson", gender=Gender.FEMALE,
    )  # fmt: skip
    said = from_claims(claims)
    assert (said.kind, said.name, said.sex) == ("CARD", FullName("Alderson", "Marisol"), "F")
    assert (said.expires, said.whole) == (None, False)
    assert claims.serial not in repr(said)


TODAY = date(2026, 11, 24)
ZONE = b"""P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
"""


def test_a_zone_suggests_a_name_and_a_day_without_a_century() -> None:
    said = of_text(ZONE, TODAY)
    assert said is not None
    assert (said.kind, said.sex, said.issuer, said.whole) == ("TD3", "F", "UTO", True)
    assert names(FullName("Eriksson", "Anna Maria"), said.name) is Agreement.AGREES
    assert said.birth_date is not None
    agreement = birth_dates(date(1974, 8, 12), said.birth_date, century_known=said.century_known)
    assert agreement is Agreement.AGREES
    assert "L898902C3" not in repr(said)


def test_a_zone_whose_check_digits_do_not_fit_is_not_whole() -> None:
    said = of_text(ZONE.replace(b"7408122", b"7408132"), TODAY)
    assert said is not None
    assert not said.whole


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"HTTPS://EXAMPLE.ORG", ZONE[:44]])
def test_another_text_suggests_nothing(text: bytes) -> None:
    assert of_text(text, TODAY) is None
    assert of_text(payload(MODERN), TODAY) is not None
