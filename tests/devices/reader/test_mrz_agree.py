"""Lines are the specimens of ICAO 9303."""

from collections.abc import Sequence
from datetime import date

import pytest

from kiosk.devices.reader.mrz_agree import Agreement, agree
from kiosk.devices.reader.mrz_reader import MrzReading
from kiosk.formats.mrz import check_digit
from kiosk.formats.mrz_layout import Field
from tests.devices.reader.mrz_readings import reading

TODAY = date(2026, 11, 24)
FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
RIGHT = reading((FIRST, SECOND))
ALL = {
    Field.ISSUING_STATE,
    Field.NAME,
    Field.BIRTH_DATE,
    Field.SEX,
    Field.EXPIRY,
    Field.NATIONALITY,
}


def agreed(readings: Sequence[MrzReading]) -> Agreement:
    found = agree(readings, TODAY)
    assert found is not None
    return found


def with_second(line: str) -> MrzReading:
    return reading((FIRST, line))


def test_one_frame_agrees_with_nobody() -> None:
    found = agreed([RIGHT])
    assert found.mrz.family_name == "ERIKSSON"
    assert found.agreed == frozenset()
    assert not found.settled


def test_two_frames_that_read_the_same_are_enough() -> None:
    found = agreed([RIGHT, RIGHT])
    assert found.agreed == ALL
    assert found.settled


def test_of_no_frames_there_is_nothing_to_say() -> None:
    assert agree([], TODAY) is None


def test_what_is_no_zone_says_nothing() -> None:
    noise = reading(("A" * 44, "B" * 44))
    assert agree([noise, noise], TODAY) is None
    assert agreed([noise, RIGHT, RIGHT]).settled


@pytest.mark.parametrize("place", [*range(13, 19), *range(21, 27)])
def test_a_wrong_date_is_never_agreed_however_many_frames_show_it(place: int) -> None:
    wrong = "1" if SECOND[place] != "1" else "2"
    planted = with_second(SECOND[:place] + wrong + SECOND[place + 1 :])
    field = Field.BIRTH_DATE if place < 20 else Field.EXPIRY
    found = agreed([planted] * 5)
    assert field not in found.agreed
    assert not found.settled


def test_a_wrong_date_whose_own_check_digit_is_wrong_alike_fails_on_the_composite() -> None:
    birth = "740912"
    planted = with_second(SECOND[:13] + birth + check_digit(birth) + SECOND[20:])
    assert Field.BIRTH_DATE not in agreed([planted, planted]).agreed


def test_a_name_has_no_check_digit_and_asks_for_all_that_the_zone_has() -> None:
    broken = with_second(SECOND[:43] + "1")
    found = agreed([broken, broken])
    assert found.agreed == frozenset()


def test_a_field_that_two_frames_read_in_two_ways_is_compared() -> None:
    other = reading((FIRST.replace("ERIKSSON", "ERIKSS0N"), SECOND))
    found = agreed([RIGHT, other])
    assert Field.NAME not in found.agreed
    assert found.agreed == ALL - {Field.NAME}


def test_two_against_one_is_no_agreement() -> None:
    other = reading((FIRST.replace("ANNA", "ANMA"), SECOND))
    assert Field.NAME not in agreed([RIGHT, other, RIGHT]).agreed


def test_a_frame_that_is_unsure_of_a_sign_vouches_for_nothing() -> None:
    unsure = reading((FIRST, SECOND), sure=0.5)
    assert agreed([RIGHT, unsure]).agreed == frozenset()
    assert agreed([RIGHT, unsure, RIGHT]).settled


def test_a_frame_with_a_wrong_check_digit_neither_vouches_nor_contradicts() -> None:
    broken = with_second("L898902C36UTO7408132F1204159ZE184226B<<<<<10")
    found = agreed([broken, RIGHT, RIGHT])
    assert found.settled
    assert found.mrz.birth_date is not None
    assert found.mrz.birth_date.exact == date(1974, 8, 12)


def test_two_papers_in_one_run_are_not_mixed() -> None:
    visa = reading(
        (
            "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        )
    )
    assert agreed([RIGHT, visa]).agreed == frozenset()


def test_the_old_french_card_has_given_names_and_no_expiry() -> None:
    french = reading(
        ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
    )
    found = agreed([french, french])
    assert found.settled
    assert Field.GIVEN_NAMES in found.agreed
    assert Field.EXPIRY not in found.agreed
