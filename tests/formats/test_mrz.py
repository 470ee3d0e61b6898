"""Lines are specimens of ICAO 9303 ("UTOPIA") and of states, with published invented holders."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import mrz
from kiosk.formats.mrz import Checks, Mrz, Sex
from kiosk.formats.mrz_dates import PartialDate
from kiosk.formats.mrz_layout import Kind

TODAY = date(2026, 11, 24)
PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
VISA_A = (
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)
VISA_B = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
ZONES = (PASSPORT, CARD, TD2, VISA_A, VISA_B, FRENCH)


def read(*lines: str) -> Mrz:
    found = mrz.parse(lines, TODAY)
    assert found is not None
    return found


def with_name(name: str) -> Mrz:
    return read(f"P<UTO{name:<<39}", PASSPORT[1])


def with_birth_date(signs: str) -> Mrz:
    digit = mrz.check_digit(signs)
    return read(PASSPORT[0], PASSPORT[1][:13] + signs + digit + PASSPORT[1][20:])


def with_expiry(signs: str, digit: str | None = None) -> Mrz:
    digit = digit or mrz.check_digit(signs)
    return read(PASSPORT[0], PASSPORT[1][:21] + signs + digit + PASSPORT[1][28:])


def test_passport_of_the_standard() -> None:
    assert read(*PASSPORT) == Mrz(
        kind=Kind.TD3,
        document_code="P",
        issuing_state="UTO",
        family_name="ERIKSSON",
        given_names="ANNA MARIA",
        name_may_be_cut=False,
        birth_date=PartialDate(1974, 8, 12),
        sex=Sex.FEMALE,
        expiry=PartialDate(2012, 4, 15),
        nationality="UTO",
        checks=Checks(number=True, birth_date=True, expiry=True, optional=True, composite=True),
    )


@pytest.mark.parametrize(
    ("lines", "kind", "checked"),
    [
        (PASSPORT, Kind.TD3, Checks(True, True, True, True, True)),
        (CARD, Kind.TD1, Checks(True, True, True, None, True)),
        (TD2, Kind.TD2, Checks(True, True, True, None, True)),
        (VISA_A, Kind.MRV_A, Checks(True, True, True, None, None)),
        (VISA_B, Kind.MRV_B, Checks(True, True, True, None, None)),
        (FRENCH, Kind.FRENCH_ID, Checks(True, True, None, None, True)),
    ],
)
def test_every_kind_is_known_with_the_check_digits_it_has(
    lines: tuple[str, ...], kind: Kind, checked: Checks
) -> None:
    found = read(*lines)
    assert found.kind is kind
    assert found.checks == checked
    assert found.checks.all_right


@pytest.mark.parametrize("lines", [CARD, TD2])
def test_cards_say_the_same_as_the_passport(lines: tuple[str, ...]) -> None:
    found, passport = read(*lines), read(*PASSPORT)
    for name in ("family_name", "given_names", "birth_date", "sex", "expiry", "nationality"):
        assert getattr(found, name) == getattr(passport, name)


def test_nothing_of_the_number_is_in_the_result() -> None:
    assert not any("number" in field.name for field in fields(Mrz))
    for lines in ZONES:
        assert not {"L898902C", "D23145890", "L8988901", "940992"} & set(
            repr(read(*lines)).split("'")
        )
        assert "L89890" not in repr(read(*lines))


NUMBER_STARTS = [(PASSPORT, 1, 0), (CARD, 0, 5), (TD2, 1, 0), (VISA_A, 1, 0), (FRENCH, 1, 0)]


@pytest.mark.parametrize(("lines", "row", "start"), NUMBER_STARTS)
@pytest.mark.parametrize("place", range(9))
def test_a_wrong_sign_is_told_and_not_mended(
    lines: tuple[str, ...], row: int, start: int, place: int
) -> None:
    at = start + place
    wrong = "7" if lines[row][at] != "7" else "8"
    changed = [*lines]
    changed[row] = lines[row][:at] + wrong + lines[row][at + 1 :]
    found = read(*changed)
    assert not found.checks.number
    assert found.checks.composite is not True


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("I<UTOD23145890<7349<<<<<<<<<<<", True),  # ICAO 9303-11 appendix D.2
        ("I<UTOD23145890<7348<<<<<<<<<<<", False),
        ("IDUTO600001795<0152<<<<<<<<<<<", True),
        ("IDUTO000590240<6013<<<<<<<<<<<", True),  # as Belgium counted until 2020
        ("IDUTO000590240<6016<<<<<<<<<<<", False),
        ("I<UTOD23145890<<<<<<<<<<<<<<<<", False),  # neither a check digit nor a rest
        ("I<UTOD23145890<0<<<<<<<<<<<<<<", False),
    ],
)
def test_a_long_number_of_a_card_runs_on(line: str, right: bool) -> None:  # noqa: FBT001
    assert read(line, *CARD[1:]).checks.number is right


def test_a_long_number_of_a_larger_card_runs_on() -> None:
    assert read(TD2[0], "D23145890<UTO7408122F1204159734<<<<6").checks.number is False
    assert read(TD2[0], "D23145890<UTO7408122F12041597349<<<4").checks.number is True


def test_a_passport_number_does_not_run_on() -> None:
    assert read(PASSPORT[0], "D23145890<UTO7408122F12041597349<<<<<<<<<<90").checks.number is False


def test_the_check_digit_of_no_optional_data_is_a_zero_or_left_out() -> None:
    assert read(PASSPORT[0], "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0").checks.all_right
    assert read(PASSPORT[0], "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<00").checks.all_right


@pytest.mark.parametrize(
    ("printed", "family", "given", "cut"),
    [
        ("VAN<DER<MUELLEN<<ADRIANA", "VAN DER MUELLEN", "ADRIANA", False),
        ("ARKFREITH", "ARKFREITH", "", False),
        ("<<FIRST<NAME", "", "FIRST NAME", False),
        ("SMITH<JONES<<SUSIE<MARGARET", "SMITH JONES", "SUSIE MARGARET", False),
        (
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<KR",
            "NILAVADHANANANDA",
            "CHAYAPA DEJTHAMRONG K",
            1,
        ),
        ("PAPANDROPOULOUS<<JONATHON<<<ALEC", "PAPANDROPOULOUS", "JONATHON ALEC", False),
        ("ZDRIL7K<<SERGEQ<ANATOL9EVI3", "ZDRIL7K", "SERGEQ ANATOL9EVI3", False),
    ],
)
def test_names_are_as_printed(printed: str, family: str, given: str, cut: int) -> None:
    found = with_name(printed[:39])
    assert (found.family_name, found.given_names) == (family, given)
    assert found.name_may_be_cut is bool(cut)


def test_the_old_french_card_has_its_given_names_in_the_second_line() -> None:
    found = read("IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02", "1710GVA123451ROBERTA<<<<<<<9112311F2")
    assert (found.family_name, found.given_names) == ("TEST NAME", "ROBERTA")
    assert (found.birth_date, found.expiry) == (PartialDate(1991, 12, 31), None)
    assert found.nationality == "FRA"
    assert found.checks.all_right


def test_fillers_of_a_state_are_left_out() -> None:
    found = read("P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<", PASSPORT[1].replace("UTO", "D<<"))
    assert (found.issuing_state, found.nationality) == ("D", "D")


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("740812", PartialDate(1974, 8, 12)),
        ("74<<<<", PartialDate(1974, None, None)),
        ("7408<<", PartialDate(1974, 8, None)),
        ("740000", PartialDate(1974, None, None)),
        ("<<0812", PartialDate(None, 8, 12)),
        ("<<<<<<", None),
        ("741312", None),
        ("740231", None),
        ("74081<", None),
        ("74O812", None),
        ("000229", PartialDate(2000, 2, 29)),
        ("990229", None),
        ("261124", PartialDate(2026, 11, 24)),  # born today
        ("261125", PartialDate(1926, 11, 25)),
        ("26<<<<", PartialDate(2026, None, None)),
        ("2612<<", PartialDate(1926, 12, None)),
        ("27<<<<", PartialDate(1927, None, None)),
    ],
)
def test_a_birth_date_is_in_the_past_and_may_be_known_in_part(
    signs: str, expected: PartialDate | None
) -> None:
    assert with_birth_date(signs).birth_date == expected


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("310415", PartialDate(2031, 4, 15)),
        ("060101", PartialDate(2006, 1, 1)),
        ("050101", PartialDate(2105, 1, 1)),
        ("990101", PartialDate(2099, 1, 1)),  # how Spain writes "never"
        ("310431", None),
    ],
)
def test_an_expiry_is_in_the_hundred_years_from_twenty_years_ago(
    signs: str, expected: PartialDate | None
) -> None:
    assert with_expiry(signs).expiry == expected


def test_a_paper_without_expiry_may_leave_its_check_digit_out() -> None:
    found = with_expiry("<<<<<<", "<")
    assert (found.expiry, found.checks.expiry) == (None, True)


def test_a_date_known_in_part_has_no_exact_day() -> None:
    assert PartialDate(1974, 8, 12).exact == date(1974, 8, 12)
    assert PartialDate(1974, 8, None).exact is None


@pytest.mark.parametrize(
    ("sign", "sex"), [("M", Sex.MALE), ("<", Sex.UNSPECIFIED), ("X", Sex.UNSPECIFIED), ("H", None)]
)
def test_sex(sign: str, sex: Sex | None) -> None:
    assert read(PASSPORT[0], PASSPORT[1].replace("F120", f"{sign}120")).sex is sex


@pytest.mark.parametrize("lines", ZONES)
def test_case_spaces_and_line_breaks_do_not_count(lines: tuple[str, ...]) -> None:
    expected = read(*lines)
    assert read(*[f"  {line.lower()} \r\n" for line in lines], "") == expected
    assert read("".join(lines)) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [""],
        ["P"],
        [PASSPORT[0]],
        [*PASSPORT, PASSPORT[1]],
        [PASSPORT[0], PASSPORT[1][:-1]],
        [PASSPORT[0] + "<", PASSPORT[1] + "<"],
        [PASSPORT[0].replace("E", "É"), PASSPORT[1]],
        [PASSPORT[0].replace("<", "«"), PASSPORT[1]],
        [PASSPORT[0], PASSPORT[1].replace("7", "٧")],  # a digit elsewhere, not here
        [PASSPORT[0], "L898902C37UTO7408123F1204150ZE184226B<<<<<21"],  # no check digit is right
        ["1710GVA123451ROBERTA<<<<<<<9112311F2", "1710GVA123451ROBERTA<<<<<<<9112311F2"],
        ["FACHE305142128097<<800126<<<<<", "MARCHAND<<FABIENNE<<<<<<<<<<<<", "<" * 30],
    ],
)
def test_anything_else_is_no_zone(lines: list[str]) -> None:
    assert mrz.parse(lines, TODAY) is None


@given(
    lines=st.lists(st.text(max_size=90), max_size=4)
    | st.lists(st.text(alphabet="<AIPV019", min_size=30, max_size=30), min_size=3, max_size=3)
    | st.lists(st.text(alphabet="<AIPV019", min_size=36, max_size=36), min_size=2, max_size=2)
    | st.lists(st.text(alphabet="<AIPV019", min_size=44, max_size=44), min_size=2, max_size=2)
)
def test_no_input_raises(lines: list[str]) -> None:
    assert isinstance(mrz.parse(lines, TODAY), Mrz | None)
