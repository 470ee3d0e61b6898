"""The short code of a slip: which reasons were given under which rules, and nothing about anybody.

An office that is shown a slip, or told its code on the telephone, can look up what was said. The
code holds the reasons themselves, so that nothing has to be kept to look it up in: two people with
the same reasons under the same rules have the same code.

Written as `K-VV-RRR-C`, without the dashes: the kind of slip, a mark of the pack and its version,
the set of reasons as a number, and a check sign. The 31 signs leave out 0, I, L, O and U; because
31 is a prime and each place has a weight of its own, the check finds every wrong sign and every
two signs that changed places.
"""

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE = len(_SIGNS)
_MARK = 2  # signs
_SHORTEST, _LONGEST = 5, 20
_HEARD_AS = str.maketrans({"I": "1", "L": "1", "-": None, " ": None})
_GROUP = 4  # signs that are remembered at a glance


class Kind(StrEnum):
    """What a slip is for; the value is the first sign of its code."""

    TAKE_HOME = "T"
    APPEAL = "A"


@dataclass(frozen=True, slots=True)
class Said:
    """What a code says; `mark` is compared with that of each pack an office knows."""

    kind: Kind
    mark: str
    reasons: tuple[str, ...]


def write(kind: Kind, mark: str, reasons: AbstractSet[str], catalogue: Sequence[str]) -> str:
    """Return the code of a slip; `catalogue` names every reason and only grows at its end.

    Raises ValueError if a reason is not in the catalogue.
    """
    number = sum(1 << catalogue.index(reason) for reason in reasons)
    code = kind + mark + _digits(number)
    return code + _SIGNS[-_weighed(code) * pow(len(code) + 1, -1, _BASE) % _BASE]


def read(raw_code: str, catalogue: Sequence[str]) -> Said | None:
    """Return what a code says, as it was copied by hand; None if it is not right."""
    code = raw_code.upper().translate(_HEARD_AS)
    if not _SHORTEST <= len(code) <= _LONGEST or not set(code) <= set(_SIGNS):
        return None
    number = _number(code[1 + _MARK : -1])
    if _weighed(code) or code[0] not in set(Kind) or number >> len(catalogue):
        return None
    reasons = tuple(reason for place, reason in enumerate(catalogue) if number >> place & 1)
    return Said(Kind(code[0]), code[1 : 1 + _MARK], reasons)


def mark(pack: str, version: str) -> str:
    """Return the two signs that stand for a version of a pack: one of 961."""
    digest = hashlib.sha256(f"{pack}\n{version}".encode()).digest()
    number = int.from_bytes(digest, "big") % _BASE**_MARK
    return _digits(number).rjust(_MARK, _SIGNS[0])


def spaced(code: str) -> str:
    """Return the code in groups of three or four, as people read it aloud."""
    groups = -(-len(code) // _GROUP) if len(code) > _SHORTEST else 1
    ends = [round(len(code) * group / groups) for group in range(groups + 1)]
    return " ".join(code[start:end] for start, end in pairwise(ends))


def _weighed(code: str) -> int:
    return sum(place * _SIGNS.index(sign) for place, sign in enumerate(code, start=1)) % _BASE


def _digits(number: int) -> str:
    rest, digit = divmod(number, _BASE)
    return (_digits(rest) if rest else "") + _SIGNS[digit]


def _number(digits: str) -> int:
    number = 0
    for sign in digits:
        number = number * _BASE + _SIGNS.index(sign)
    return number
