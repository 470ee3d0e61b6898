"""Names, dates and addresses of invented people; one wrong sign is never shown as agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.compare import Agreement, FullName, birth_dates, names
from kiosk.formats.compare_address import addresses

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
GIVEN = ["José Luis", "Begoña", "Jürgen", "Mary Ann", "Åse", "Li", "Zoë-Anaïs", "Đorđe", "Ægir"]
FAMILY = ["García López", "Muñoz", "Müller", "Łukasiewicz", "O’Connor", "Smith-Jones", "Groß", "Wu",
          "Nguyễn", "Østergård", "Þórsdóttir", "D'Angelo", "De la Cruz", "Öztürk"]  # fmt: skip
# Written out from ICAO 9303-3 section 6.A, apart from the table under test.
SPELLED: Mapping[str, tuple[str, ...]] = {
    "Å": ("AA", "A"), "Ä": ("AE", "A"), "Æ": ("AE",), "Ð": ("D",), "Đ": ("D",), "Ł": ("L",),
    "Ñ": ("N", "NXX"), "Ø": ("OE", "O"), "Ö": ("OE", "O"), "ß": ("SS",), "Þ": ("TH",),
    "Ü": ("UE", "UXX", "U"), "É": ("E",), "Í": ("I",), "Á": ("A",), "Ó": ("O",), "Ễ": ("E",),
    "Ë": ("E",), "Ï": ("I",), "’": ("",), "'": ("",), "-": (" ",),
}  # fmt: skip


def all_spelled(name: str) -> list[str]:
    """Return all that a machine-readable zone may print for a name."""
    signs = [sign if sign == "ß" else sign.upper() for sign in name]
    return ["".join(way) for way in product(*(SPELLED.get(sign, (sign,)) for sign in signs))]


@pytest.mark.parametrize(
    ("typed", "printed", "agreement"),
    [
        (("García López", "José Luis"), ("GARCIA LOPEZ", "JOSE LUIS"), Agreement.AGREES),
        (("Muñoz", "Begoña"), ("MUNXXOZ", "BEGONXXA"), Agreement.AGREES),
        (("Müller", "Jürgen"), ("MULLER", "JUERGEN"), Agreement.AGREES),
        (("O’Connor", "Seán"), ("OCONNOR", "SEAN"), Agreement.AGREES),
        (("O'Connor", "Seán"), ("O'CONNOR", "SEÁN"), Agreement.AGREES),
        (("Smith-Jones", "Ann"), ("SMITH JONES", "ANN"), Agreement.AGREES),
        (("Groß", "Ægir"), ("GROSS", "AEGIR"), Agreement.AGREES),
        (("Мельник", "Ольга"), ("MELNYK", "OLHA"), Agreement.AGREES),
        (("Иванова", "Ольга"), ("IVANOVA", "OLGA"), Agreement.AGREES),
        (("Sukarno", ""), ("SUKARNO", ""), Agreement.AGREES),
        (("", "Sukarno"), ("SUKARNO", ""), Agreement.AGREES),
        (("Smith", "John"), ("JOHN", "SMITH"), Agreement.ORDER),
        (("Nguyễn", "Thị Hoa"), ("NGUYEN", "HOA THI"), Agreement.ORDER),
        (("García López", "Ana"), ("GARCIA", "LOPEZ ANA"), Agreement.ORDER),
        (("Garcia", "Jose"), ("GARCIA LOPEZ", "JOSE LUIS"), Agreement.PARTLY),
        (("De la Cruz", "Ana"), ("CRUZ", "ANA"), Agreement.PARTLY),
        (("Smith", "J"), ("SMITH", "JOHN"), Agreement.PARTLY),
        (("Sukarno", ""), ("SUKARNO", "ACHMED"), Agreement.PARTLY),
        (("King Jr", "Martin"), ("KING", "MARTIN"), Agreement.PARTLY),
        (("Kowalsky", "Jan"), ("KOWALSKI", "JAN"), Agreement.NEAR),
        (("Garcia", "Maria"), ("GARCIA", "MARIO"), Agreement.NEAR),
        (("Li", "Wei"), ("LU", "WEI"), Agreement.NEAR),
        (("MacDonald", "Ian"), ("MAC DONALD", "IAN"), Agreement.NEAR),
        (("King Jr", "Martin"), ("KING SR", "MARTIN"), Agreement.NEAR),
        (("Smith", "John"), ("SMYTHE", "ROBERT"), Agreement.DIFFERS),
        (("Patel", "Amit"), ("PATEL", "SUMIT"), Agreement.DIFFERS),
        (("王", "小明"), ("WANG", "XIAOMING"), Agreement.DIFFERS),
        (("", ""), ("", ""), Agreement.DIFFERS),
        (("", "Ana"), ("GARCIA", ""), Agreement.DIFFERS),
    ],
)
def test_names_agree_as_papers_write_them(
    typed: tuple[str, str], printed: tuple[str, str], agreement: Agreement
) -> None:
    assert names(FullName(*typed), FullName(*printed)) is agreement


@pytest.mark.parametrize(
    ("printed", "agreement"),
    [
        (FullName("PAPANDROPOULOUS", "JONATHON WARR", given_cut=True), Agreement.SHORTENED),
        (FullName("PAPANDROPOULOUS", "JONATHON", given_cut=True), Agreement.SHORTENED),
        (FullName("PAPANDROPOULOUS", "J W T", given_cut=True), Agreement.SHORTENED),
        (FullName("PAPANDRO", "JONATHON WARREN TREVOR", family_cut=True), Agreement.SHORTENED),
        (FullName("PAPANDROPOULOUS", "JONATHON WARREN TREVOR", given_cut=True), Agreement.AGREES),
        (FullName("PAPANDRO", "JONATHON WARREN TREVOR", given_cut=True), Agreement.DIFFERS),
        (FullName("PAPANDROPOULOUS", "JONATHON WARR"), Agreement.DIFFERS),
        (FullName("PAPANDROPOULOUS", "JONATHAN WARR", given_cut=True), Agreement.DIFFERS),
    ],
)
def test_a_cut_name_agrees_only_where_the_paper_says_that_it_cut(
    printed: FullName, agreement: Agreement
) -> None:
    assert names(FullName("Papandropoulous", "Jonathon Warren Trevor"), printed) is agreement


PEOPLE = st.tuples(st.sampled_from(FAMILY), st.sampled_from(GIVEN))


@given(person=PEOPLE)
def test_every_spelling_of_a_zone_agrees(person: tuple[str, str]) -> None:
    for family, first in product(*map(all_spelled, person)):
        assert names(FullName(*person), FullName(family, first)) is Agreement.AGREES


@given(person=PEOPLE, data=st.data())
def test_one_wrong_sign_never_agrees(person: tuple[str, str], data: st.DataObject) -> None:
    """Unless it makes another spelling of the very same name, as MULLER of MUELLER."""
    spelled = [data.draw(st.sampled_from(all_spelled(name))) for name in person]
    part = data.draw(st.sampled_from([0, 1]))
    spelled[part] = data.draw(one_sign_off(spelled[part]))
    if spelled[part].split() in [way.split() for way in all_spelled(person[part])]:
        return
    for cut in (False, True):
        printed = FullName(spelled[0], spelled[1], cut, cut)
        assert names(FullName(*person), printed) is not Agreement.AGREES


@given(person=PEOPLE, data=st.data())
def test_one_wrong_sign_that_was_typed_never_agrees(
    person: tuple[str, str], data: st.DataObject
) -> None:
    printed = FullName(all_spelled(person[0])[0], all_spelled(person[1])[0])
    wrong = FullName(data.draw(one_sign_off(printed.family)), printed.given)
    if wrong.family.split() != printed.family.split():
        assert names(wrong, printed) is not Agreement.AGREES


def one_sign_off(text: str) -> st.SearchStrategy[str]:
    """Return texts with a sign put in, left out, changed, or swapped with the next."""
    places = st.integers(0, len(text) - 1)
    letters = st.sampled_from(LETTERS)
    put_in = st.tuples(places, letters).map(lambda at: text[: at[0]] + at[1] + text[at[0] :])
    changed = st.tuples(places, letters).map(lambda at: text[: at[0]] + at[1] + text[at[0] + 1 :])
    left_out = places.map(lambda at: text[:at] + text[at + 1 :])
    swapped = places.map(lambda at: text[:at] + text[at : at + 2][::-1] + text[at + 2 :])
    return st.one_of(put_in, changed, left_out, swapped).filter(lambda other: other != text)


@dataclass(frozen=True)
class Partial:
    year: int | None
    month: int | None
    day: int | None


@pytest.mark.parametrize(
    ("printed", "agreement"),
    [
        (date(1990, 3, 7), Agreement.AGREES),
        (date(1990, 7, 3), Agreement.SWAPPED),
        (date(1991, 3, 7), Agreement.NEAR),
        (date(1990, 3, 17), Agreement.NEAR),
        (date(1990, 12, 25), Agreement.DIFFERS),
        (date(1890, 3, 7), Agreement.NEAR),
        (Partial(1990, None, None), Agreement.PARTLY),
        (Partial(1990, 3, None), Agreement.PARTLY),
        (Partial(1991, None, None), Agreement.NEAR),
        (Partial(None, 3, 7), Agreement.PARTLY),
    ],
)
def test_dates(printed: date | Partial, agreement: Agreement) -> None:
    assert birth_dates(date(1990, 3, 7), printed) is agreement


def test_a_zone_does_not_know_its_century() -> None:
    typed, printed = date(1923, 3, 7), date(2023, 3, 7)
    assert birth_dates(typed, printed, century_known=False) is Agreement.AGREES
    assert birth_dates(typed, printed) is not Agreement.AGREES


@given(typed=st.dates(date(1900, 1, 1)), printed=st.dates(date(1900, 1, 1)))
def test_two_days_never_agree(typed: date, printed: date) -> None:
    assert (birth_dates(typed, printed) is Agreement.AGREES) == (typed == printed)


HOME = ["418 Alder Street", "Apt 3B"]


@pytest.mark.parametrize(
    ("printed", "postcode", "agreement"),
    [
        (["418 ALDER ST APT 3B"], "60601-1234", Agreement.AGREES),
        (["418 ALDER STREET", "#3B"], "60601", Agreement.AGREES),
        (["418 ALDER ST., UNIT 3B"], "606010000", Agreement.AGREES),
        (["APT 3B", "418 ALDER ST"], "60601", Agreement.ORDER),
        (["418 ALDER ST"], "60601", Agreement.PARTLY),
        (["419 ALDER ST APT 3B"], "60601", Agreement.NEAR),
        (["418 ALDER ST APT 3B"], "60602", Agreement.NEAR),
        (["418 ELDER ST APT 3B"], "60601", Agreement.NEAR),
        (["12 ELM AVE"], "60601", Agreement.DIFFERS),
        (["418 ALDER ST"], "60602", Agreement.DIFFERS),
        ([], "60601", Agreement.PARTLY),
    ],
)
def test_addresses(printed: list[str], postcode: str, agreement: Agreement) -> None:
    assert addresses(HOME, "60601", printed, postcode) is agreement


def test_no_address_agrees_with_nothing() -> None:
    assert addresses([], "60601", [], "60601") is not Agreement.AGREES


@given(wrong=one_sign_off("418 ALDER STREET"))
def test_one_wrong_sign_of_an_address_never_agrees(wrong: str) -> None:
    same = wrong.replace("  ", " ").strip() == "418 ALDER STREET"
    agreement = addresses(["418 Alder Street"], "60601", [wrong], "60601")
    assert (agreement is Agreement.AGREES) == same
