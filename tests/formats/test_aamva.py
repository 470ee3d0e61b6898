"""Licences of every version, whole, damaged and cut. All holders are invented."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.aamva import Home, Licence, parse
from kiosk.formats.aamva_names import Names
from tests.documents.licences import (
    GIVEN_TOGETHER,
    MODERN,
    OLDEST,
    ONE_NAME,
    changed,
    of_version,
    payload,
)

HOLDER = Licence(
    version=10,
    jurisdiction="IL",
    country="USA",
    names=Names("ALDERSON", "MARISOL", "INEZ", "JR", family_cut=False, given_cut=False,
                middle_cut=False),
    birth_date=date(1987, 11, 23),
    expires=date(2032, 11, 23),
    issued=date(2024, 3, 14),
    sex="F",
    home=Home(("418 ALDER STREET",), "ALDERPORT", "IL", "60601"),
    complete=True,
)  # fmt: skip
UNFLAGGED = replace(HOLDER.names, family_cut=None, given_cut=None, middle_cut=None)


def read(untrusted: bytes) -> Licence:
    licence = parse(untrusted)
    assert licence is not None
    return licence


def as_printed(version: int) -> Licence:
    names = HOLDER.names if version > 3 else UNFLAGGED
    return replace(HOLDER, version=version, names=names)


@pytest.mark.parametrize("version", range(1, 12))
def test_every_version_says_the_same_of_the_same_holder(version: int) -> None:
    assert read(payload(of_version(version), version)) == as_printed(version)


def test_names_and_address_of_the_oldest_licences_stand_in_fields_of_their_own() -> None:
    licence = read(payload(OLDEST, 1, file_type="AAMVA", own=""))
    assert licence == as_printed(1)


def test_an_issuers_number_may_lack_its_first_digit() -> None:
    whole = payload(OLDEST, 1, file_type="AAMVA", own="")
    licence = read(whole.replace(b"AAMVA6360350101", b"AAMVA36004001"))
    assert (licence.jurisdiction, licence.version) == ("NC", 0)


def test_an_unknown_issuer_is_nobody() -> None:
    assert read(payload(MODERN, issuer="990876")).jurisdiction == ""


def test_nothing_that_is_kept_holds_a_number_of_the_licence() -> None:
    for version in range(1, 12):
        assert not re.search("Q0000|ALD0001", repr(read(payload(of_version(version), version))))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("ALDERSON,MARISOL", ("ALDERSON", "MARISOL", "", "")),
        ("ALDERSON,MARISOL,,3RD", ("ALDERSON", "MARISOL", "", "3RD")),
        ("ALDERSON,MARISOL,INEZ ROSA,JR", ("ALDERSON", "MARISOL", "INEZ ROSA", "JR")),
        ("ALDERSON,MARISOL,INEZ,", ("ALDERSON", "MARISOL", "INEZ", "")),
        ("DE LA CRUZ, MARISOL INEZ", ("DE LA CRUZ", "MARISOL", "INEZ", "")),
        ("ALDERSON$MARISOL$INEZ", ("ALDERSON", "MARISOL", "INEZ", "")),
        ("ALDERSON@MARISOL@INEZ", ("ALDERSON", "MARISOL", "INEZ", "")),
        ("ALDER-SON,MARISOL, ,", ("ALDER-SON", "MARISOL", "", "")),
        ("MARISOL ALDERSON", ("ALDERSON", "MARISOL", "", "")),
        ("MARISOL INEZ ROSA ALDERSON JR", ("ALDERSON", "MARISOL", "INEZ ROSA", "JR")),
        ("ALDERSON", ("ALDERSON", "", "", "")),
    ],
)
def test_one_name_is_taken_apart(written: str, names: tuple[str, str, str, str]) -> None:
    found = read(payload(changed(ONE_NAME, DAA=written), 1)).names
    assert (found.family, found.given, found.middle, found.suffix) == names


def test_names_without_separators_are_known_to_be_a_guess() -> None:
    assert read(payload(ONE_NAME, 1)).names.order_stated
    blanks = changed(ONE_NAME, DAA="MARISOL INEZ ALDERSON")
    assert not read(payload(blanks, 1)).names.order_stated


@pytest.mark.parametrize(
    "written", ["MARISOL,INEZ", "MARISOL INEZ", "MARISOL$INEZ", "MARISOL,INEZ,"]
)
def test_given_names_together_are_taken_apart(written: str) -> None:
    names = read(payload(changed(GIVEN_TOGETHER, DCT=written), 3)).names
    assert (names.given, names.middle) == ("MARISOL", "INEZ")


def test_an_initial_in_the_first_name_is_a_middle_name() -> None:
    names = read(payload(changed(MODERN, DAC="MARISOL I", DAD=""))).names
    assert (names.given, names.middle) == ("MARISOL", "I")


@pytest.mark.parametrize("nothing", ["NONE", "none", "UNAVL", "", "   "])
def test_words_for_nothing_are_nothing(nothing: str) -> None:
    licence = read(payload(changed(MODERN, DAD=nothing, DCU=nothing, DAH=nothing)))
    assert (licence.names.middle, licence.names.suffix) == ("", "")
    assert licence.home.lines == ("418 ALDER STREET",)


@pytest.mark.parametrize(("flag", "cut"), [("T", True), ("N", False), ("U", None), ("", None)])
def test_a_licence_says_which_names_it_shortened(flag: str, cut: bool | None) -> None:  # noqa: FBT001
    names = read(payload(changed(MODERN, DDE=flag, DDF=flag, DDG=flag))).names
    assert (names.family_cut, names.given_cut, names.middle_cut) == (cut, cut, cut)


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_the_same_day_in_either_order(day: date) -> None:
    american = read(payload(changed(MODERN, DBB=day.strftime("%m%d%Y"))))
    canadian = read(payload(changed(MODERN, DBB=day.strftime("%Y%m%d"), DCG="CAN")))
    assert american.birth_date == canadian.birth_date == day


@pytest.mark.parametrize("day", ["02302000", "13012000", "00000000", "1123198", "", "99999999"])
def test_a_day_that_is_none_is_left_out_and_the_licence_is_incomplete(day: str) -> None:
    licence = read(payload(changed(MODERN, DBB=day)))
    assert licence.birth_date is None
    assert not licence.complete


def test_a_canadian_licence() -> None:
    elements = changed(
        MODERN, DBB="19871123", DBA="20321123", DAJ="ON", DAK="M5V 3L9    ", DCG="CAN"
    )
    licence = read(payload(elements, 9, issuer="636012"))
    assert (licence.jurisdiction, licence.country) == ("ON", "CAN")
    assert licence.birth_date == date(1987, 11, 23)
    assert licence.home.postcode == "M5V 3L9"


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        ("606010000  ", "60601"), ("606011234  ", "60601-1234"), ("60601-1234 ", "60601-1234"),
        ("60601 1234 ", "60601-1234"), ("6060100000  ", "60601"), ("60601     0", "60601"),
        ("606011     ", "60601"), ("60601", "60601"),
    ],
)  # fmt: skip
def test_a_postcode_is_written_as_people_write_it(written: str, postcode: str) -> None:
    assert read(payload(changed(MODERN, DAK=written))).home.postcode == postcode


def test_a_second_line_that_repeats_the_last_is_left_out() -> None:
    repeated = read(payload(changed(MODERN, DAH="ALDERPORT, IL  60601")))
    assert repeated.home.lines == ("418 ALDER STREET",)
    flat = read(payload(changed(MODERN, DAH="APT 3B")))
    assert flat.home.lines == ("418 ALDER STREET", "APT 3B")


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("record separator lost", b"\x1e", b""),
        ("record separator of the first edition", b"\x1e", b"\x1c"),
        ("control signs drawn as letters", b"@\n\x1e\r", b"@\n6M"),
        ("byte order mark", b"@", b"\xef\xbb\xbf@"),
        ("white space before", b"@", b"  @"),
        ("line ends of Windows", b"\n", b"\r\n"),
        ("pipes", b"\n", b"|"),
        ("undefined signs", b"\n", b"\n\xc2\x90"),
        ("file type of the first edition", b"ANSI ", b"AAMVA"),
        ("file type misspelt", b"ANSI ", b"AMVA "),
        ("wrong offset", b"DL0041", b"DL0000"),
        ("subfile's name lost", b"DLDAQ", b"DAQ"),
        ("line end after the directory", b"DLDAQ", b"\nDLDAQ"),
        ("line end after the subfile's name", b"DLDAQ", b"DL\nDAQ"),
        ("an ID card", b"DL", b"ID"),
        ("words before the header", b"@", b"ANSI @"),
        ("signs after the end", b"ZID\r", b"ZID\r" + b"8" * 90),
    ],
)
def test_what_issuers_and_scanners_do_to_a_payload_does_not_matter(
    what: str, old: bytes, new: bytes
) -> None:
    damaged = payload(MODERN).replace(old, new)
    assert damaged != payload(MODERN), what
    assert replace(read(damaged), complete=True) == HOLDER


@pytest.mark.parametrize("version", range(1, 12))
@pytest.mark.parametrize("instead", ["", " "])
def test_a_scanner_that_left_out_every_separator_is_understood(version: int, instead: str) -> None:
    run_together = re.sub(rb"[\x00-\x1f]+", instead.encode(), payload(of_version(version), version))
    assert replace(read(run_together), complete=True) == as_printed(version)


def test_one_name_with_a_numbered_suffix_is_understood_without_separators() -> None:
    whole = payload(changed(ONE_NAME, DAA="ALDERSON,MARISOL,I,3RD"), 1)
    run_together = read(re.sub(rb"[\x00-\x1f]", b"", whole))
    assert replace(run_together, complete=True) == read(whole)


@pytest.mark.parametrize("element", ["DCS", "DAC", "DAD", "DAI"])
@pytest.mark.parametrize(
    "name",
    ["LINDA", "DACOSTA", "VIDA COSTA", "ADDAE", "DADA", "HADDAD", "GUADALUPE", "DABROWSKI",
     "LINDAHL", "DAGNY", "BLANDBERG", "O'DADE", "AL-DBAIS", "DA", "LI"],
)  # fmt: skip
def test_a_name_that_looks_like_an_element_survives_without_separators(
    name: str, element: str
) -> None:
    whole = payload(changed(MODERN, **{element: name}))
    run_together = read(re.sub(rb"[\x00-\x1f]", b"", whole))
    assert replace(run_together, complete=True) == read(whole)


@pytest.mark.parametrize("version", range(1, 12))
def test_a_payload_cut_anywhere_never_looks_complete(version: int) -> None:
    whole = payload(of_version(version), version)
    assert read(whole).complete
    for length in range(len(whole)):
        licence = parse(whole[:length])
        assert licence is None or not licence.complete, length


@pytest.mark.parametrize("element", ["DCS", "DAC", "DBB", "DAG", "DAI", "DAK"])
def test_without_what_every_licence_has_it_is_incomplete(element: str) -> None:
    assert not read(payload(changed(MODERN, **{element: None}))).complete


@given(garbage=st.binary(max_size=400))
def test_garbage_is_no_licence(garbage: bytes) -> None:
    assert parse(garbage) is None


@given(garbage=st.binary(max_size=300))
def test_garbage_after_a_header_is_never_complete(garbage: bytes) -> None:
    licence = parse(b"@\n\x1e\rANSI 636035100001DL00310300" + garbage.rjust(300, b"\x00"))
    assert licence is None or not licence.complete


@pytest.mark.parametrize("version", range(1, 12))
def test_a_payload_backwards_is_no_licence(version: int) -> None:
    assert parse(payload(of_version(version), version)[::-1]) is None


@pytest.mark.parametrize(
    "other",
    [
        b"", b"@", b"ANSI ", b"ANSI 636035", b"@\n\x1e\rANSI 636035100001DL00310300DL\r",
        b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", b"M1ALDERSON/MARISOL    EABC123 ",
        b"DAAALDERSON,MARISOL\nDBB19871123", b"https://example.org/DCSALDERSON",
    ],
)  # fmt: skip
def test_other_codes_are_no_licence(other: bytes) -> None:
    assert parse(other) is None


def test_letters_outside_ascii_are_kept_and_counted() -> None:
    whole = payload(changed(MODERN, DCS="ALDERÓN"))
    for untrusted in (whole, whole.decode("latin-1").encode("utf-8")):
        assert read(untrusted).names.family == "ALDERÓN"
        assert read(untrusted).complete
