"""Reading: what a paper under the camera says beside what was typed. It only ever suggests.

A zone is believed where two frames say the same and no third one something else; a code says all
of itself at once. Whatever nobody vouches for is for the clerk to compare, even where it agrees.
Nothing of an answer is changed here, and no number of a paper has a place.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from PIL import Image

from kiosk.devices import Frame
from kiosk.formats import compare, mrz
from kiosk.formats.compare import FullName
from kiosk.formats.compare_address import addresses
from kiosk.formats.look import LONGEST_SIDE, Reading, ReadingKind
from kiosk.formats.mrz_agree import MOST_FRAMES, agree
from kiosk.formats.mrz_layout import LAYOUTS, Field
from kiosk.formats.printed import Printed, from_zone, of_text
from kiosk.session.application import Address, AddressKind, Application, Name

Lines = tuple[str, ...]
_CODES = frozenset({"AAMVA", "CARD"})


class Point(StrEnum):
    """What of a paper is held against an answer, or against the day; named like the answers."""

    NAME = "name"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    EXPIRY = "expiry"


_ZONE_FIELDS = {
    Point.NAME: frozenset({Field.NAME, Field.GIVEN_NAMES}),
    Point.BIRTH_DATE: frozenset({Field.BIRTH_DATE}),
    Point.EXPIRY: frozenset({Field.EXPIRY}),
}


class Verdict(StrEnum):
    """How a paper goes with an answer: as `compare.Agreement` says, or one word more."""

    AGREES = "agrees"
    SHORTENED = "shortened"
    PARTLY = "partly"
    ORDER = "order"
    SWAPPED = "swapped"
    NEAR = "near"
    DIFFERS = "differs"
    UNSURE = "please-compare"  # nobody vouches for what was read, or there is nothing to compare
    IN_DATE = "in-date"
    EXPIRED = "paper-expired"


_GOOD = frozenset({Verdict.AGREES, Verdict.IN_DATE})


@dataclass(frozen=True, slots=True)
class Paper:
    """What was read of one paper, and for which points of it the reading vouches."""

    printed: Printed = field(repr=False)
    vouched: frozenset[Point]
    zone: bool  # machine-readable as passports are

    def agrees(self, point: Point, found: Verdict) -> Verdict:
        """Return what may be said of a point: only what is vouched for can be good."""
        return found if found not in _GOOD or point in self.vouched else Verdict.UNSURE


@dataclass(frozen=True, slots=True)
class Reader:
    """The zones that were read so far, and the paper once enough is known of it."""

    zones: tuple[Lines, ...] = field(default=(), repr=False)
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One point: what was typed, what the paper says, and how they go together."""

    point: Point
    typed: FullName | date | Address | None = field(repr=False)
    printed: FullName | compare.Day | tuple[str, ...] | None = field(repr=False)
    verdict: Verdict

    @property
    def good(self) -> bool:
        """Whether nobody has to look."""
        return self.verdict in _GOOD


def grey(frame: Frame) -> tuple[int, int, bytes]:
    """Return a frame as what reads wants it: width, height and a grey byte a pixel."""
    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb).convert("L")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture.width, picture.height, picture.tobytes()


def heard(reader: Reader, readings: Iterable[Reading], today: date) -> Reader:
    """Return `reader` after what was read in one more frame."""
    for reading in readings:
        if reading.kind is not ReadingKind.MRZ:
            paper = scanned(reading.text, today)
            if paper is not None:
                return replace(reader, paper=paper)
            continue
        lines = tuple(reading.text.decode("ascii", "replace").splitlines())
        if mrz.parse(lines, today) is not None:
            reader = replace(reader, zones=(*reader.zones, lines))
    return replace(reader, paper=_of_zones(reader.zones, today))


def scanned(text: bytes, today: date) -> Paper | None:
    """Return what one text says, of a code in a frame or of a scanner that types.

    A zone that was read once vouches for nothing: no check digit covers a passport's name.
    """
    printed = of_text(text, today)
    if printed is None:
        return None
    zone = printed.kind not in _CODES
    vouched = frozenset(Point) if printed.whole and not zone else frozenset[Point]()
    return Paper(printed, vouched, zone)


def suggest(application: Application, paper: Paper, today: date) -> Sequence[Suggestion]:
    """Hold what a paper says against the answers, and its last day against today."""
    printed = paper.printed
    found = [_name(application, printed), _birth_date(application, printed)]
    if application.address is not None and _is_home(application.address) and printed.home.lines:
        found.append(_address(application.address, printed))
    if printed.expires is not None:
        found.append(_expiry(printed.expires, today))
    return [replace(each, verdict=paper.agrees(each.point, each.verdict)) for each in found]


def _of_zones(zones: Sequence[Lines], today: date) -> Paper | None:
    """Return what the frames say together, once they agree or are as many as are looked at."""
    found = agree(zones, today)
    if found is None or not (found.settled or len(zones) >= MOST_FRAMES):
        return None
    there = next(layout.fields.keys() for layout in LAYOUTS if layout.kind is found.mrz.kind)
    vouched = (
        point
        for point, fields in _ZONE_FIELDS.items()
        if fields & there and found.agreed >= fields & there
    )
    return Paper(from_zone(found.mrz), frozenset(vouched), zone=True)


def _name(application: Application, printed: Printed) -> Suggestion:
    typed = _latin(application)
    verdict = Verdict(compare.names(typed, printed.name)) if typed else Verdict.UNSURE
    return Suggestion(Point.NAME, typed or _full(application.name), printed.name, verdict)


def _latin(application: Application) -> FullName | None:
    """Return the name in Latin letters, which is what papers are read in; None: there is none."""
    typed = _full(application.name)
    if typed is not None and _is_latin(typed.family + typed.given):
        return typed
    family, _, given = (application.latin_name or "").partition(", ")
    return FullName(family, given) if family else None


def _full(name: Name | None) -> FullName | None:
    return None if name is None else FullName(name.family, name.given)


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(sign, "").startswith("LATIN") for sign in text if sign.isalpha())


def _birth_date(application: Application, printed: Printed) -> Suggestion:
    typed, read = application.birth_date, printed.birth_date
    verdict = Verdict.UNSURE
    if typed is not None and read is not None:
        known = printed.century_known
        verdict = Verdict(compare.birth_dates(typed, read, century_known=known))
    return Suggestion(Point.BIRTH_DATE, typed, read, verdict)


def _is_home(address: Address) -> bool:
    return address.kind is AddressKind.HOME and bool(address.lines)


def _address(typed: Address, printed: Printed) -> Suggestion:
    home = printed.home
    verdict = Verdict(addresses(typed.lines, typed.postcode, home.lines, home.postcode))
    lines = (*home.lines, home.city, home.postcode)
    return Suggestion(Point.ADDRESS, typed, tuple(line for line in lines if line), verdict)


def _expiry(read: compare.Day, today: date) -> Suggestion:
    """Say whether a paper is in date; it is good through its last day."""
    verdict = Verdict.UNSURE
    if read.year is not None and read.month is not None and read.day is not None:
        past = date(read.year, read.month, read.day) < today
        verdict = Verdict.EXPIRED if past else Verdict.IN_DATE
    return Suggestion(Point.EXPIRY, None, read, verdict)
