"""Wording: what an applicant's card says, field by field.

The front says no more than the city's ordinance wants and the applicant chose: what was left out is
not there at all, neither as a label nor as a gap.
"""

from datetime import date
from unicodedata import bidirectional, east_asian_width

from kiosk.design import CardDesign
from kiosk.session.application import Address, Application, Name
from kiosk.session.term import CardTerm, age

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_GROUP = 4  # signs of a serial between two spaces


def answers(
    application: Application, design: CardDesign, on: date | None = None
) -> dict[str, list[str]]:
    """Return what each field says; what was left out is not there at all.

    What only holders of some ages have on their card is left out by the age `on` the day of issue;
    without a day it is there.
    """
    texts = _said(application, design)
    ages = {field.name: field.ages for field in design.fields()}
    born = application.birth_date
    old = age(born, on) if born and on else None
    return {
        field: lines
        for field, lines in texts.items()
        if any(lines) and (on is None or field not in ages or ages[field].hold(old))
    }


def _said(application: Application, design: CardDesign) -> dict[str, list[str]]:
    name = _full(application.name) if application.name else ""
    latin = application.latin_name or ""
    repeats = latin.casefold() == name.casefold() and not design.repeat_latin
    served = [field.words for field in design.fields() if field.name == "veteran"]
    return {
        "name": [name],
        "latin_name": ["" if repeats else latin],
        "birth_date": [day(application.birth_date) if application.birth_date else ""],
        "gender": [application.gender or ""],
        "address": _address(application.address, design) if application.address else [],
        "veteran": served if application.veteran else [],
        "emergency_contact": list(application.emergency_contact or ()),
    }


def settled(serial: str, term: CardTerm, design: CardDesign) -> dict[str, list[str]]:
    """Return what the fields say that nobody was asked about."""
    return {"valid_until": [_end(term, design)], "serial": [_grouped(serial)]}


def _full(name: Name) -> str:
    """Return the family name first, joined as the script does it: 王小明, but Diaz, Ana."""
    both = name.family + name.given
    if not (name.family and name.given) or all(east_asian_width(sign) == "W" for sign in both):
        return both
    comma = "، " if bidirectional(name.family[0]) == "AL" else ", "
    return name.family + comma + name.given


def _address(address: Address, design: CardDesign) -> list[str]:
    if not address.lines:
        return []
    return [*address.lines, design.city_line.format(postcode=address.postcode).strip()]


def day(on: date) -> str:
    """Return a day that nobody can read as another one, whatever order they are used to."""
    return f"{on.day:02d} {_MONTHS[on.month - 1]} {on.year}"


def _end(term: CardTerm, design: CardDesign) -> str:
    return design.endless if term.expires is None else day(term.expires)


def _grouped(serial: str) -> str:
    return " ".join(serial[start : start + _GROUP] for start in range(0, len(serial), _GROUP))
