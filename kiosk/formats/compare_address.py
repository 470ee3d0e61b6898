"""Compare addresses: what a paper says against what was typed, loosely and never wrongly.

People and issuers shorten the same words (Street, ST) and call a flat by many names (Apt, Unit, #).
Those are the same. Numbers and all other words must be equal to agree.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from kiosk.formats.compare import Agreement
from kiosk.formats.distance import distance

_SHORT = {
    "STREET": "ST", "AVENUE": "AVE", "BOULEVARD": "BLVD", "ROAD": "RD", "DRIVE": "DR",
    "LANE": "LN", "COURT": "CT", "PLACE": "PL", "TERRACE": "TER", "PARKWAY": "PKWY",
    "HIGHWAY": "HWY", "SQUARE": "SQ", "CIRCLE": "CIR", "NORTH": "N", "SOUTH": "S", "EAST": "E",
    "WEST": "W", "NORTHEAST": "NE", "NORTHWEST": "NW", "SOUTHEAST": "SE", "SOUTHWEST": "SW",
    "APARTMENT": "#", "APT": "#", "UNIT": "#", "SUITE": "#", "STE": "#", "NO": "#", "FLAT": "#",
}  # fmt: skip
_SPACES = str.maketrans(dict.fromkeys(",.-/\n", " ") | {"#": " # "})
_PLACE = 5  # digits of an American postcode that say the place; four more say the house


def addresses(
    typed: Sequence[str], typed_postcode: str, printed: Sequence[str], printed_postcode: str
) -> Agreement:
    """Say how the lines and the postcode on a paper agree with those that were typed."""
    ours = [*_words(typed), _place(typed_postcode)]
    theirs = [*_words(printed), _place(printed_postcode)]
    mine, other = Counter(ours), Counter(theirs)
    if ours == theirs and any(_words(typed)):
        return Agreement.AGREES
    if mine == other:
        return Agreement.ORDER
    if ours[-1] == theirs[-1] and (mine <= other or other <= mine):
        return Agreement.PARTLY
    one_slip = distance(" ".join(ours), " ".join(theirs)) == 1
    return Agreement.NEAR if one_slip else Agreement.DIFFERS


def _words(lines: Sequence[str]) -> list[str]:
    """Return the words of all lines in capitals, without accents, each as short as it goes."""
    letters = unicodedata.normalize("NFD", " ".join(lines).upper().translate(_SPACES))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return [_SHORT.get(word, word) for word in plain.split()]


def _place(postcode: str) -> str:
    """Return the part of a postcode that says the place: 60601 of 60601-1234, all of M5V 3L9."""
    code = postcode.upper().replace(" ", "").replace("-", "")
    return code[:_PLACE] if code.isdigit() else code
