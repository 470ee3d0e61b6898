"""The elements of an AAMVA payload: three letters and a value each, however they are separated.

The standard ends an element with a line feed, but scanners and hosts turn separators into pipes,
line ends of other systems or undefined signs, and a scanner that types may leave them all out. The
header's offsets are wrong even in published samples, so nothing is looked for by them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

Elements = dict[str, str]

NOTHING = frozenset({"", "NONE", "UNAVL", "UNAVAIL", "N/A"})  # what issuers write for nothing

_SEPARATORS = re.compile(r"[\x00-\x1f\x7f-\x9f|]+")
_SUBFILE = re.compile(r"^(?:DL|ID|EN)(?=D[A-D][A-Z])")
_OF_A_JURISDICTION = re.compile(r"(Z[A-Z])\1[A-Z]")
_LONGEST = 100  # signs; the longest element of any version has 80 (given names of version 03)

_DAY = r"(?:[\d-]{8,10}|MMDDCCYY)?"
_STRICT = {
    **dict.fromkeys(("DBA", "DBB", "DBD", "DBL", "DDB", "DDC", "DDH", "DDI", "DDJ"), _DAY),
    **dict.fromkeys(("DDE", "DDF", "DDG"), r"[TUN]?"),
    **dict.fromkeys(("DAJ", "DAO"), r"[A-Z]{2}"),
    **dict.fromkeys(("DAK", "DAP"), r"[A-Z0-9 -]{5,12}"),
    "DBC": r"[0-9MFX]?",
    "DCG": r"(?:[A-Z]{3})?",
}
_LOOSE = {
    **dict.fromkeys(("DAA", "DAB", "DCS"), r"\D+(?:\d(?:ST|ND|RD|TH))?"),
    **dict.fromkeys(("DAI", "DAN"), r"\D+"),
    **dict.fromkeys(("DAC", "DAD", "DAF", "DCT"), r"\D*"),
    **dict.fromkeys(("DAE", "DCU"), r".{0,5}"),
    **dict.fromkeys(("DAG", "DAL"), r".*"),
    **dict.fromkeys(("DAH", "DAM"), r"(?:.*[\d ].*|NONE)?"),  # a second line of an address
    **dict.fromkeys(("DAY", "DAZ"), r"[A-Z ]*"),
    **dict.fromkeys(("DDD", "DDK", "DDL"), r"[01NY]?"),
    "DDA": r"[FMN]?",
    "DAU": r".{0,8}",
    "DBE": r"\d.{0,29}",  # the time of issue, of version 01
    "DAW": r".{0,6}",
}
_PASSED_OVER = {
    "DA": "QRSTVX", "DB": "FGHIJKMNOPQRS", "DC": "ABCDEFHIJKLMNOPQR", "DD": "MNOP", "PA": "ABCDEF",
}  # fmt: skip
_OTHERS = {
    group + letter: r".{0,30}" for group, letters in _PASSED_OVER.items() for letter in letters
}
_SHAPES = {name: re.compile(shape) for name, shape in (_STRICT | _LOOSE | _OTHERS).items()}
_KNOWN = re.compile("(?=(" + "|".join(_SHAPES) + "))")
_SAME = {
    "DAB": "DCS", "DAE": "DCU", "DAL": "DAG", "DAM": "DAH", "DAN": "DAI", "DAO": "DAJ",
    "DAP": "DAK", "DBL": "DBB",
}  # fmt: skip
_KEPT = 64  # readings per place; of 16 the right one was once missing


class _Reading(NamedTuple):
    """One way to read a text up to some place: the elements so far, none of them twice."""

    elements: tuple[tuple[str, str], ...]
    worth: int

    def has(self, name: str) -> bool:
        """Whether it has this element or, as in GUADALUPE, the older one for the same thing."""
        kind = _SAME.get(name, name)
        return any(_SAME.get(known, known) == kind for known, _ in self.elements)


def elements(body: str) -> Elements:
    """Return the elements of what follows the header, by their three letters; the first counts."""
    found: Elements = {}
    records = [record.strip() for record in _SEPARATORS.split(body)]
    records = [_SUBFILE.sub("", record) for record in records if record]
    for record in records:
        run_together = len(records) == 1 or len(record) > _LONGEST
        pairs = _torn_apart(record) if run_together else [(record[:3], record[3:])]
        for name, value in pairs:
            if name in _SHAPES:
                found.setdefault(name, value.strip())
    return found


def first(said: Elements, *elements: str) -> str:
    """Return the first value that says something."""
    values = (said.get(element, "").strip(" ,") for element in elements)
    return next((value for value in values if value.upper() not in NOTHING), "")


def _torn_apart(text: str) -> tuple[tuple[str, str], ...]:
    """Return the elements of a text without separators.

    A value may hold letters that look like the next element (LINDA before DDG). So of all ways to
    tear the text apart, in which no element comes twice and every value has its shape, the one with
    most elements is taken; one whose values have little choice counts twice.
    """
    own = _OF_A_JURISDICTION.search(text)
    text = text[: own.start()] if own else text
    starts = [match.start() for match in _KNOWN.finditer(text)]
    if not starts:
        return ()
    readings: dict[int, list[_Reading]] = {starts[0]: [_Reading((), 0)]}
    for start in starts:
        for reading in _best(readings.get(start, [])):
            for end, longer in _continued(reading, text, start, starts):
                readings.setdefault(end, []).append(longer)
    whole = _best(readings.get(len(text), []))
    return whole[0].elements if whole else ()


def _best(readings: list[_Reading]) -> list[_Reading]:
    return sorted(readings, key=lambda reading: -reading.worth)[:_KEPT]


def _continued(
    reading: _Reading, text: str, start: int, starts: list[int]
) -> Iterator[tuple[int, _Reading]]:
    """Yield `reading` with one more element, for every place where that element could end."""
    name = text[start : start + 3]
    if reading.has(name):
        return
    for end in [*(place for place in starts if start + 3 <= place <= start + _LONGEST), len(text)]:
        value = text[start + 3 : end].strip()
        if _SHAPES[name].fullmatch(value):
            worth = reading.worth + (2 if value and name in _STRICT else 1)
            yield end, _Reading((*reading.elements, (name, value)), worth)
