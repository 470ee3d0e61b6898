"""AAMVA: what the PDF417 code of a North American driver's licence or ID card says.

Card Design Standard versions 01 (2000) to 11 (2025), with the deviations that issuers and scanners
really produce. Only what an application asks for is kept; the numbers of the licence are read past
and have no field here. What cannot be vouched for as whole has `complete` False.
"""

import re
from dataclasses import dataclass
from datetime import date

from kiosk.formats import aamva_issuers
from kiosk.formats.aamva_elements import elements

Elements = dict[str, str]

_HEADER = re.compile(r"A?AMVA ?|ANSI ?")
_NUMBERS = re.compile(r"(\d{5,6})(\d\d)(?:\d\d)?(\d\d?)(?=\D|$)")
_DIRECTORY = re.compile(r"\s*((?:[A-Z]{2}\d{8})+)")
_LENGTHS = re.compile(r"[A-Z]{2}\d{4}(\d{4})")
_APART = re.compile(r"[,$@]")
_NOTHING = frozenset({"", "NONE", "UNAVL", "UNAVAIL", "N/A"})
_SUFFIX = re.compile(r"JR|SR|II|III|IV|[1-9](?:ST|ND|RD|TH)")
_SEXES = {"1": "M", "2": "F", "9": "X", "M": "M", "F": "F", "X": "X"}
_CUT = {"T": True, "N": False}


@dataclass(frozen=True, slots=True)
class Names:
    """Names as printed. `*_cut`: the issuer shortened it; None if the issuer does not say.

    Without `order_stated` the paper holds one run of names, and which is which is a guess.
    """

    family: str
    given: str
    middle: str = ""
    suffix: str = ""
    family_cut: bool | None = None
    given_cut: bool | None = None
    middle_cut: bool | None = None
    order_stated: bool = True


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
    numbers = _NUMBERS.match(text, header.end()) if header else None
    if numbers is None:
        return None
    body, promised = _body(text[numbers.end() :])
    said = elements(body)
    names = _names(said)
    birth_date = _day(said, "DBB", "DBL")
    if not (names.family or names.given):
        return None
    home = _home(said)
    jurisdiction = aamva_issuers.jurisdiction(numbers[1])
    whole = len(body.encode(encoding)) >= promised > 0
    return Licence(
        version=int(numbers[2]),
        jurisdiction=jurisdiction,
        country=_first(said, "DCG") or aamva_issuers.country(jurisdiction),
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


def _first(said: Elements, *elements: str) -> str:
    """Return the first value that says something."""
    values = (said.get(element, "").strip(" ,") for element in elements)
    return next((value for value in values if value.upper() not in _NOTHING), "")


def _names(said: Elements) -> Names:
    """Return the names, from whichever of the four ways to write them this version uses."""
    family, given, middle = _first(said, "DCS", "DAB"), _first(said, "DAC"), _first(said, "DAD")
    suffix = _first(said, "DCU", "DAE")
    ordered = True
    if not given and "DCT" in said:
        given, middle = _given_names(_APART.split(_first(said, "DCT")), middle)
    elif not middle and re.fullmatch(r"\S.* [A-Z]\.?", given):  # some put the initial here
        given, _, middle = given.rpartition(" ")
    if not family and "DAA" in said:
        combined = _combined(said["DAA"])
        family, given, middle = combined.family, given or combined.given, middle or combined.middle
        suffix, ordered = suffix or combined.suffix, combined.order_stated
    return Names(
        family,
        given,
        middle,
        suffix,
        family_cut=_CUT.get(said.get("DDE", "")),
        given_cut=_CUT.get(said.get("DDF", "")),
        middle_cut=_CUT.get(said.get("DDG", "")),
        order_stated=ordered,
    )


def _combined(name: str) -> Names:
    """Split version 01's one name: FAMILY,GIVEN,MIDDLE,SUFFIX, or by blanks GIVEN MIDDLE FAMILY."""
    parts = [part.strip() for part in _APART.split(name)]
    if len(parts) == 1:
        return _unordered(name.split())
    suffix = ""
    for place in range(len(parts) - 1, 1, -1):
        if _is_suffix(parts[place]):
            suffix = parts.pop(place)
    given, middle = _given_names(parts[1:], "")
    return Names(parts[0], given, middle, suffix)


def _is_suffix(word: str) -> bool:
    return _SUFFIX.fullmatch(word.upper().rstrip(".")) is not None


def _unordered(words: list[str]) -> Names:
    suffix = words.pop() if len(words) > 1 and _is_suffix(words[-1]) else ""
    family = words.pop() if words else ""
    given, middle = _given_names([" ".join(words)], "")
    return Names(family, given, middle, suffix, order_stated=False)


def _given_names(parts: list[str], middle: str) -> tuple[str, str]:
    """Return the first of the given names, and the others."""
    parts = [part.strip() for part in parts if part.strip().upper() not in _NOTHING]
    if len(parts) == 1 and not middle:
        parts = parts[0].split(maxsplit=1)
    return (parts[0] if parts else ""), " ".join([*parts[1:], *([middle] if middle else [])])


def _day(said: Elements, *elements: str) -> date | None:
    """Return a day, written MMDDCCYY or CCYYMMDD.

    Version, country and issuers disagree on the order, but a text cannot be both: a month never
    starts with 19 or more.
    """
    digits = re.sub(r"\D", "", _first(said, *elements))
    year, month, day = digits[4:], digits[:2], digits[2:4]
    if digits[:2] > "12":
        year, month, day = digits[:4], digits[4:6], digits[6:]
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if len(digits) == 8 and 1880 <= found.year < 2200 else None  # noqa: PLR2004


def _home(said: Elements) -> Home:
    city, state = _first(said, "DAI", "DAN"), _first(said, "DAJ", "DAO")
    lines = [_first(said, "DAG", "DAL"), _first(said, "DAH", "DAM")]
    if city and lines[1].startswith(f"{city}, {state}"):  # some repeat the last line here
        lines.pop()
    return Home(tuple(line for line in lines if line), city, state, _postcode(said))


def _postcode(said: Elements) -> str:
    """Return a postcode as people write it: 60601, 60601-1234, M5V 3L9."""
    code = re.split(r" {3,}", _first(said, "DAK", "DAP"))[0]
    digits = re.sub(r"[ -]", "", code)
    if not re.fullmatch(r"\d{5,}", digits):
        return code
    plus_four = re.fullmatch(r"(?!0000)\d{4}", digits[5:9])
    return f"{digits[:5]}-{plus_four[0]}" if plus_four else digits[:5]
