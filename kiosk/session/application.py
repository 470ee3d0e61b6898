"""Application: what the applicant says of themself.

Nothing is asked that the card does not need, and nothing about immigration. What a person wrote is
kept as they wrote it, in any script; only white space at the ends and repeated inside is removed,
and signs are composed (Unicode NFC), because the same name must print the same.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiosk.policy import OLDEST

MAX_LENGTH = 200  # characters in a name or a line of an address


class Question(StrEnum):
    """One question a page; the value names the page and the field."""

    LANGUAGE = "language"
    NAME = "name"
    LATIN_NAME = "latin_name"
    BIRTH_DATE = "birth_date"
    GENDER = "gender"
    ADDRESS = "address"
    VETERAN = "veteran"
    EMERGENCY_CONTACT = "emergency_contact"


class Refusal(StrEnum):
    """Why an answer cannot be taken; the page says what to do instead."""

    NAME_EMPTY = "name-empty"
    TOO_LONG = "too-long"
    UNPRINTABLE = "unprintable"  # a sign that no bundled font has
    NO_ROOM = "no-room"  # the card has no room for it at any size; `card.unfit` says so
    NOT_LATIN = "not-latin"
    DATE_INCOMPLETE = "date-incomplete"
    YEAR_SHORT = "year-short"
    DATE_IMPOSSIBLE = "date-impossible"
    DATE_FUTURE = "date-future"
    DATE_TOO_OLD = "date-too-old"
    ADDRESS_EMPTY = "address-empty"
    CONTACT_EMPTY = "contact-empty"  # nobody could be called by it


@dataclass(frozen=True, slots=True)
class Name:
    """A name in any script. One of the two may be empty: many people have a single name."""

    given: str
    family: str


class AddressKind(StrEnum):
    HOME = "home"
    CARE_OF = "care-of"  # no fixed address: reached through an organisation
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Address:
    """Lines as printed, without the city's name; `lines` is empty only if the kind is OMITTED."""

    kind: AddressKind
    lines: tuple[str, ...] = ()
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """The answers so far; None means not yet asked. An empty text or tuple means "left out"."""

    language: str | None = None
    name: Name | None = None
    latin_name: str | None = None
    birth_date: date | None = None
    gender: str | None = None
    address: Address | None = None
    veteran: bool | None = None  # whether the card shows that its holder served
    emergency_contact: tuple[str, ...] | None = None  # lines as printed; none: left out


Answer = str | Name | date | Address | bool | tuple[str, ...]
Printable = Callable[[str], bool]
Missing = Callable[[str], str]
"""Returns the first sign of a text that cannot be printed, or ""."""


def answer(application: Application, question: Question, value: Answer) -> Application:
    """Return `application` with `value` as the answer to `question`.

    A new name empties the name in Latin letters, which was derived from the old one; a new birth
    date whom to call, which is asked at some ages only.
    """
    changes: dict[str, Answer | None] = {question.value: value}
    if question is Question.NAME and application.name != value:
        changes["latin_name"] = None
    if question is Question.BIRTH_DATE and application.birth_date != value:
        changes["emergency_contact"] = None
    return replace(application, **changes)  # type: ignore[arg-type]  # one field per question


def tidy(text: str) -> str:
    """Return `text` as an answer keeps it."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def read_name(given: str, family: str, printable: Printable) -> Name | Refusal:
    """Read the name fields; at least one must hold something."""
    name = Name(tidy(given), tidy(family))
    if not (name.given or name.family):
        return Refusal.NAME_EMPTY
    return _refused(name.given, printable) or _refused(name.family, printable) or name


def read_latin_name(text: str, printable: Printable) -> str | Refusal:
    """Read the name in Latin letters; empty means that the card shows none."""
    latin = tidy(text)
    if any(not _is_latin(sign) for sign in latin):
        return Refusal.NOT_LATIN
    return _refused(latin, printable) or latin


def read_gender(text: str, printable: Printable) -> str | Refusal:
    """Read the gender in the person's own words; empty means left out."""
    gender = tidy(text)
    return _refused(gender, printable) or gender


def read_birth_date(day: str, month: str, year: str, today: date) -> date | Refusal:
    """Read three number fields, in any script's digits, as a day that has come and can be true."""
    parts = [_number(text) for text in (year, month, day)]
    if None in parts:
        return Refusal.DATE_INCOMPLETE
    if len(tidy(year)) != len("1987"):
        return Refusal.YEAR_SHORT
    try:
        born = date(*(part for part in parts if part is not None))
    except ValueError:
        return Refusal.DATE_IMPOSSIBLE
    if born > today:
        return Refusal.DATE_FUTURE
    return Refusal.DATE_TOO_OLD if today.year - born.year > OLDEST else born


def read_address(
    kind: AddressKind, lines: tuple[str, ...], postcode: str, printable: Printable
) -> Address | Refusal:
    """Read an address; lines left empty are dropped. OMITTED keeps nothing of what was typed."""
    if kind is AddressKind.OMITTED:
        return Address(kind)
    address = Address(kind, tuple(line for line in map(tidy, lines) if line), tidy(postcode))
    if not address.lines:
        return Refusal.ADDRESS_EMPTY
    refusals = (_refused(text, printable) for text in (*address.lines, address.postcode))
    return next((refusal for refusal in refusals if refusal), None) or address


def read_emergency_contact(who: str, reach: str, printable: Printable) -> tuple[str, ...] | Refusal:
    """Read whom to call, and how; the second is needed, for a name alone cannot be called."""
    who, reach = tidy(who), tidy(reach)
    if not reach:
        return Refusal.CONTACT_EMPTY
    refusal = _refused(who, printable) or _refused(reach, printable)
    return refusal or tuple(line for line in (who, reach) if line)


def _refused(text: str, printable: Printable) -> Refusal | None:
    if len(text) > MAX_LENGTH:
        return Refusal.TOO_LONG
    return None if printable(text) else Refusal.UNPRINTABLE


def _number(text: str) -> int | None:
    """Return the number; decimal digits of any script count (Unicode category Nd)."""
    number = tidy(text)
    return int(number) if number.isdecimal() else None


def _is_latin(sign: str) -> bool:
    if not sign.isalpha():
        return sign in " ,.'’-" or unicodedata.category(sign) == "Mn"
    return unicodedata.name(sign, "").startswith("LATIN")
