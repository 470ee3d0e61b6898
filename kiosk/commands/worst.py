"""Worst: people who put a card's design to the test. All of them are invented.

What a designer draws holds a short name and a tidy address; what a counter sees is in this list.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.term import CardTerm

TODAY = date(2026, 11, 24)
_FIVE_YEARS = CardTerm(TODAY, date(2031, 11, 24))
_WITHOUT_END = CardTerm(TODAY, None)
_HOME = Address(AddressKind.HOME, ("418 Alder Street", "Apt 3B"), "60601")
_NOWHERE = Address(AddressKind.OMITTED)
_FOUR_LINES = Address(
    AddressKind.CARE_OF,
    ("c/o Harbor House Community Center", "1200 North Pier Boulevard", "Building 7, Unit 14B"),
    "60601",
)
_CONTACT = ("Rosa Díaz Alcántara", "(555) 555-0142")
_ANA = Application(
    language="es",
    name=Name("Ana María", "Díaz"),
    latin_name="DIAZ, ANA MARIA",
    birth_date=date(1987, 3, 27),
    gender="Mujer",
    address=_HOME,
    veteran=False,
    emergency_contact=(),
)
_LONG = Name("Maximiliana Alexandra Konstantina", "Wolfeschlegel-Bergerdorff")
_SCRIPTS = {
    "Arabic": ("ar", Name("ليلى نور الهدى", "الحسن"), "ALHASAN, LAYLA NUR ALHUDA"),
    "Urdu, in Nastaliq": ("ur", Name("غلام مصطفیٰ", "چوہدری"), "CHAUDHRY, GHULAM MUSTAFA"),
    "Burmese": ("my", Name("မောင်မောင်", "ကျော်"), "KYAW, MAUNG MAUNG"),
    "Thai": ("th", Name("ณัฐฐิ์ธนัญญ์", "ศิริวัฒน์วงศ์"), "SIRIWATWONG, NATTHANAN"),
    "Khmer": ("km", Name("ស្រីមុំ", "ច័ន្ទរស្មី"), "CHANRASMEY, SREYMOM"),
    "Han": ("zh", Name("小明", "欧阳"), "OUYANG, XIAOMING"),
    "Devanagari": ("hi", Name("रामकृष्ण", "त्रिवेदी"), "TRIVEDI, RAMKRISHNA"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody at the counter, and what is hard about their card."""

    title: str
    application: Application
    term: CardTerm = _FIVE_YEARS


def cases() -> Iterator[Case]:
    """Yield the cases in the order in which they are shown."""
    yield Case("An everyday card", _ANA)
    yield Case("A name of one letter", replace(_ANA, name=Name("", "O"), latin_name=""))
    long_latin = "WOLFESCHLEGEL-BERGERDORFF, MAXIMILIANA ALEXANDRA KONSTANTINA"
    yield Case("The longest Latin name", replace(_ANA, name=_LONG, latin_name=long_latin))
    for script, (language, name, latin) in _SCRIPTS.items():
        yield Case(script, replace(_ANA, language=language, name=name, latin_name=latin))
    silent = replace(_ANA, latin_name="", gender="", address=_NOWHERE)
    yield Case("Everything left out", silent)
    full = replace(_ANA, gender="Two-Spirit / Indigiqueer", address=_FOUR_LINES, veteran=True)
    yield Case("Everything given, four lines of address", full)
    child = replace(_ANA, birth_date=date(2019, 5, 1), emergency_contact=_CONTACT)
    yield Case("A child, and whom to call", child)
    yield Case("A veteran", replace(_ANA, veteran=True))
    yield Case("A card without end", replace(_ANA, birth_date=date(1950, 1, 2)), _WITHOUT_END)
