from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.application import (
    Address,
    AddressKind,
    Application,
    Name,
    Question,
    Refusal,
    answer,
    read_address,
    read_birth_date,
    read_gender,
    read_latin_name,
    read_name,
)

TODAY = date(2026, 11, 23)


def any_sign(_: str) -> bool:
    return True


def no_klingon(text: str) -> bool:
    return "\uf8d0" not in text


@pytest.mark.parametrize(
    ("given_names", "family_names", "name"),
    [
        ("  María   Guadalupe ", "Nguyễn-Wójcik", Name("María Guadalupe", "Nguyễn-Wójcik")),
        ("", "الحسن", Name("", "الحسن")),
        ("Cher", "", Name("Cher", "")),
        ("e\u0301", "", Name("é", "")),
        (" ", "\n", Refusal.NAME_EMPTY),
        ("a" * 200, "", Name("a" * 200, "")),
        ("a" * 201, "", Refusal.TOO_LONG),
        ("", "a" * 201, Refusal.TOO_LONG),
        ("\uf8d0", "", Refusal.UNPRINTABLE),
        ("Ana", "\uf8d0", Refusal.UNPRINTABLE),
    ],
)
def test_a_name_in_any_script_is_taken_as_it_was_written(
    given_names: str, family_names: str, name: Name | Refusal
) -> None:
    assert read_name(given_names, family_names, no_klingon) == name


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("NGUYEN-WOJCIK, MARIA", "NGUYEN-WOJCIK, MARIA"),
        ("O’Neil, Zoë", "O’Neil, Zoë"),
        ("", ""),
        ("Наталія", Refusal.NOT_LATIN),
        ("Ana 2", Refusal.NOT_LATIN),
    ],
)
def test_the_name_in_latin_letters_has_only_latin_letters(text: str, latin: str | Refusal) -> None:
    assert read_latin_name(text, any_sign) == latin


@pytest.mark.parametrize(
    ("day", "month", "year", "born"),
    [
        ("27", "3", "1987", date(1987, 3, 27)),
        ("٢٧", "٣", "١٩٨٧", date(1987, 3, 27)),
        ("29", "2", "1996", date(1996, 2, 29)),
        ("29", "2", "1997", Refusal.DATE_IMPOSSIBLE),
        ("31", "4", "1997", Refusal.DATE_IMPOSSIBLE),
        ("27", "3", "87", Refusal.YEAR_SHORT),
        ("", "3", "1987", Refusal.DATE_INCOMPLETE),
        ("2x", "3", "1987", Refusal.DATE_INCOMPLETE),
        ("²", "3", "1987", Refusal.DATE_INCOMPLETE),
        ("23", "11", "2026", TODAY),
        ("24", "11", "2026", Refusal.DATE_FUTURE),
        ("1", "1", "1896", date(1896, 1, 1)),
        ("1", "1", "1895", Refusal.DATE_TOO_OLD),
        ("0", "0", "0000", Refusal.DATE_IMPOSSIBLE),
    ],
)
def test_a_birth_date_is_a_day_that_has_come(
    day: str, month: str, year: str, born: date | Refusal
) -> None:
    assert read_birth_date(day, month, year, TODAY) == born


@given(st.text(), st.text(), st.text())
def test_whatever_is_typed_as_a_date_is_read_or_refused(day: str, month: str, year: str) -> None:
    assert isinstance(read_birth_date(day, month, year, TODAY), date | Refusal)


@given(st.text(max_size=250), st.text(max_size=250))
def test_a_name_that_was_read_is_read_the_same_again(given_names: str, family: str) -> None:
    name = read_name(given_names, family, any_sign)
    if isinstance(name, Name):
        assert read_name(name.given, name.family, any_sign) == name


def test_gender_is_the_persons_own_words_or_left_out() -> None:
    assert read_gender(" non-binary ", any_sign) == "non-binary"
    assert read_gender("", any_sign) == ""
    assert read_gender("\uf8d0", no_klingon) is Refusal.UNPRINTABLE


def test_an_address_drops_empty_lines_and_needs_one() -> None:
    home = AddressKind.HOME
    read = read_address(home, ("418 Alder Street", " ", "Apt 3B"), " 60601 ", any_sign)
    assert read == Address(home, ("418 Alder Street", "Apt 3B"), "60601")
    assert read_address(home, (" ",), "60601", any_sign) is Refusal.ADDRESS_EMPTY
    assert read_address(home, ("x", "y" * 201), "", any_sign) is Refusal.TOO_LONG
    assert read_address(home, ("x",), "\uf8d0", no_klingon) is Refusal.UNPRINTABLE


def test_an_omitted_address_keeps_nothing_of_what_was_typed() -> None:
    read = read_address(AddressKind.OMITTED, ("418 Alder Street",), "60601", any_sign)
    assert read == Address(AddressKind.OMITTED)


def test_a_new_name_empties_the_latin_one_and_nothing_else() -> None:
    before = Application(
        "en", Name("Ana", "Li"), "LI, ANA", date(1990, 1, 1), "", Address(AddressKind.OMITTED)
    )
    after = answer(before, Question.NAME, Name("Ana", "Lee"))
    assert after.latin_name is None
    assert (after.language, after.birth_date, after.gender) == ("en", date(1990, 1, 1), "")
    assert answer(before, Question.NAME, Name("Ana", "Li")) == before
