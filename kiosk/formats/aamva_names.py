"""The names on a licence, in whichever of four ways a version writes them.

Version 01 has one name with separators, or family and given names apart; 02 and 03 have the family
name and all given names; later ones family, first and middle name. Issuers mix all of it.
"""

import re
from dataclasses import dataclass

from kiosk.formats.aamva_elements import NOTHING, Elements, first

_APART = re.compile(r"[,$@]")
_SUFFIX = re.compile(r"JR|SR|II|III|IV|[1-9](?:ST|ND|RD|TH)")
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


def names_of(said: Elements) -> Names:
    """Return the names, from whichever of the four ways to write them this version uses."""
    family, given, middle = first(said, "DCS", "DAB"), first(said, "DAC"), first(said, "DAD")
    suffix = first(said, "DCU", "DAE")
    ordered = True
    if not given and "DCT" in said:
        given, middle = _given_names(_APART.split(first(said, "DCT")), middle)
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
    parts = [part.strip() for part in parts if part.strip().upper() not in NOTHING]
    if len(parts) == 1 and not middle:
        parts = parts[0].split(maxsplit=1)
    return (parts[0] if parts else ""), " ".join([*parts[1:], *([middle] if middle else [])])
