"""AAMVA: what the PDF417 code of a North American driver's licence or ID card says.

Card Design Standard versions 01 (2000) to 11 (2025), with the deviations that issuers and scanners
really produce. Only what an application asks for is kept; the numbers of the licence are read past
and have no field here. What cannot be vouched for as whole has `complete` False.
"""

import re
from dataclasses import dataclass
from datetime import date

from kiosk.formats import aamva_issuers
from kiosk.formats.aamva_elements import Elements, elements, first
from kiosk.formats.aamva_names import Names, names_of

# File type, issuer, version, since version 02 the issuer's version, and the number of subfiles.
_HEADER = re.compile(r"(?:A?AMVA|ANSI) ?(\d{5,6})(\d\d)(?:\d\d)?\d\d?(?=\D|$)")
_DIRECTORY = re.compile(r"\s*((?:[A-Z]{2}\d{8})+)")
_LENGTHS = re.compile(r"[A-Z]{2}\d{4}(\d{4})")
_SEXES = {"1": "M", "2": "F", "9": "X", "M": "M", "F": "F", "X": "X"}


@dataclass(frozen=True, slots=True)
class Home:
    """The address on the licence."""

    lines: tuple[str, ...]
    city: str
    state: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Licence:
    """What a licence says. Texts are "" and dates None where it says nothing.

    `complete` is False if the payload is shorter than its header says or lacks what every licence
    has: then it was cut or damaged, and a person compares it with the paper.
    """

    version: int
    jurisdiction: str
    country: str
    names: Names
    birth_date: date | None
    expires: date | None
    issued: date | None
    sex: str
    home: Home
    complete: bool


def parse(payload: bytes) -> Licence | None:
    """Return what `payload` says, or None if it is no licence or names nobody."""
    text, encoding = _text(payload)
    header = _HEADER.search(text)
    if header is None:
        return None
    body, promised = _body(text[header.end() :])
    said = elements(body)
    names = names_of(said)
    birth_date = _day(said, "DBB", "DBL")
    if not (names.family or names.given):
        return None
    home = _home(said)
    jurisdiction = aamva_issuers.jurisdiction(header[1])
    whole = len(body.encode(encoding)) >= promised > 0
    return Licence(
        version=int(header[2]),
        jurisdiction=jurisdiction,
        country=first(said, "DCG") or aamva_issuers.country(jurisdiction),
        names=names,
        birth_date=birth_date,
        expires=_day(said, "DBA"),
        issued=_day(said, "DBD"),
        sex=_SEXES.get(said.get("DBC", "")[:1].upper(), ""),
        home=home,
        complete=whole and birth_date is not None and _has_all(names, home),
    )


def _text(payload: bytes) -> tuple[str, str]:
    """Return the payload as text, and the encoding that it was found to be in."""
    try:
        return payload.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return payload.decode("latin-1"), "latin-1"


def _body(rest: str) -> tuple[str, int]:
    """Return what follows the directory of subfiles, and the length that the directory promises."""
    directory = _DIRECTORY.match(rest)
    if directory is None:
        return rest, 0
    promised = sum(int(length) for length in _LENGTHS.findall(directory[1]))
    return rest[directory.end() :], promised


def _has_all(names: Names, home: Home) -> bool:
    """Whether everything is there that every version makes an issuer say of everybody."""
    return bool(names.family and names.given and home.lines and home.city and home.postcode)


def _day(said: Elements, *elements: str) -> date | None:
    """Return a day, written MMDDCCYY or CCYYMMDD.

    Version, country and issuers disagree on the order, but a text cannot be both: a month never
    starts with 19 or more.
    """
    digits = re.sub(r"\D", "", first(said, *elements))
    year, month, day = digits[4:], digits[:2], digits[2:4]
    if digits[:2] > "12":
        year, month, day = digits[:4], digits[4:6], digits[6:]
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if len(digits) == 8 and 1880 <= found.year < 2200 else None  # noqa: PLR2004


def _home(said: Elements) -> Home:
    city, state = first(said, "DAI", "DAN"), first(said, "DAJ", "DAO")
    lines = [first(said, "DAG", "DAL"), first(said, "DAH", "DAM")]
    if city and lines[1].startswith(f"{city}, {state}"):  # some repeat the last line here
        lines.pop()
    return Home(tuple(line for line in lines if line), city, state, _postcode(said))


def _postcode(said: Elements) -> str:
    """Return a postcode as people write it: 60601, 60601-1234, M5V 3L9."""
    code = re.split(r" {3,}", first(said, "DAK", "DAP"))[0]
    digits = re.sub(r"[ -]", "", code)
    if not re.fullmatch(r"\d{5,}", digits):
        return code
    plus_four = re.fullmatch(r"(?!0000)\d{4}", digits[5:9])
    return f"{digits[:5]}-{plus_four[0]}" if plus_four else digits[:5]
