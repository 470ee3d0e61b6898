"""Compare: what a paper says against what was typed, as a category and never as a copy of either.

A paper shortens names, leaves out accents and hyphens, and swaps first and last. Only AGREES means
that nothing needs a look: it is given where the paper has one of the spellings that ICAO 9303-3
section 6 allows for exactly the words that were typed, in their places. One wrong letter is never
that, and everything else is for a person to judge.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from kiosk.formats import latin
from kiosk.formats.distance import distance


class Agreement(StrEnum):
    AGREES = "agrees"
    SHORTENED = "shortened"  # the paper says that it cut the name, and its beginning agrees
    PARTLY = "partly"  # one has more names than the other, or initials; or parts of the date
    ORDER = "order"  # the same names in another order, or divided in another place
    SWAPPED = "swapped"  # day and month have changed places
    NEAR = "near"  # a letter or two, a digit, or a space
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class FullName:
    """A name in two parts, one of them "" for a mononym. `*_cut`: the paper says that it cut it."""

    family: str
    given: str
    family_cut: bool = False
    given_cut: bool = False


class Day(Protocol):
    """A date, of which a paper may leave parts unknown."""

    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...


Word = frozenset[str]  # all spellings of a word
Words = tuple[Word, ...]

_SPACES = str.maketrans(dict.fromkeys("-‐‑–—_<,", " "))
_DROPPED = str.maketrans(dict.fromkeys(".’'ʼ`·"))
_LITTLE = frozenset(
    {"DE", "LA", "DEL", "LOS", "LAS", "VAN", "DER", "DEN", "VON", "DA", "DO", "DOS", "DAS", "DI"}
    | {"AL", "EL", "Y", "E"}
)
_FEW, _LETTERS_PER_SLIP = 2, 5


def names(typed: FullName, printed: FullName) -> Agreement:
    """Say how the name on a paper agrees with the one that was typed."""
    ours = (_words(typed.family), _words(typed.given))
    theirs = (_words(printed.family), _words(printed.given))
    if _agree(ours, theirs):
        return Agreement.AGREES
    cuts = (printed.family_cut, printed.given_cut)
    if any(cuts) and all(
        _same(mine, other) or (cut and _begins(mine, other))
        for mine, other, cut in zip(ours, theirs, cuts, strict=True)
    ):
        return Agreement.SHORTENED
    if _same_in_any_order(ours[0] + ours[1], theirs[0] + theirs[1]):
        return Agreement.ORDER
    if _share(ours, theirs):
        return Agreement.PARTLY
    return _nearly(ours[0] + ours[1], theirs[0] + theirs[1])


def birth_dates(typed: date, printed: Day, *, century_known: bool = True) -> Agreement:
    """Say how the date of birth on a paper agrees with the one that was typed.

    A machine-readable zone has two digits of the year, so its century is not known.
    """
    century = 10_000 if century_known else 100
    ours = (typed.year % century, typed.month, typed.day)
    year = None if printed.year is None else printed.year % century
    theirs = (year, printed.month, printed.day)
    if all(other in (mine, None) for mine, other in zip(ours, theirs, strict=True)):
        return Agreement.PARTLY if None in theirs else Agreement.AGREES
    if theirs == (ours[0], ours[2], ours[1]):
        return Agreement.SWAPPED
    known = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if other is not None]
    wrong = sum(_wrong_digits(mine, other) for mine, other in known)
    return Agreement.NEAR if wrong == 1 else Agreement.DIFFERS


def _wrong_digits(mine: int, other: int) -> int:
    return sum(one != two for one, two in zip(f"{mine:04d}", f"{other:04d}", strict=True))


def _words(name: str) -> Words:
    """Return a name's words with all their spellings; apostrophes fall away, hyphens part."""
    words = name.translate(_DROPPED).translate(_SPACES).split()
    return tuple(latin.spellings(word) for word in words)


def _equal(mine: Word, other: Word) -> bool:
    return bool(mine & other)


def _same(ours: Words, theirs: Words) -> bool:
    return len(ours) == len(theirs) and all(map(_equal, ours, theirs))


def _agree(ours: tuple[Words, Words], theirs: tuple[Words, Words]) -> bool:
    """Whether all words are the same in both parts; one name alone may stand in either part."""
    if not any(ours) or not any(theirs):
        return False
    alone = not all(ours) and not all(theirs)
    return all(map(_same, ours, theirs)) or (alone and _same(sum(ours, ()), sum(theirs, ())))


def _begins(ours: Words, theirs: Words) -> bool:
    """Whether a cut name is the beginning of ours: each word or its first letters, in order."""
    return 0 < len(theirs) <= len(ours) and all(
        any(whole.startswith(cut) for whole in mine for cut in other)
        for mine, other in zip(ours, theirs, strict=False)
    )


def _same_in_any_order(ours: Words, theirs: Words) -> bool:
    left = list(theirs)
    for word in ours:
        match = next((other for other in left if _equal(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(ours) and not left


def _share(ours: tuple[Words, Words], theirs: tuple[Words, Words]) -> bool:
    """Whether the parts that both have go together, and both have one."""
    both = [(mine, other) for mine, other in zip(ours, theirs, strict=True) if mine and other]
    return bool(both) and all(_go_together(mine, other) for mine, other in both)


def _go_together(ours: Words, theirs: Words) -> bool:
    """Whether one part holds all the words of the other, little words aside, or their initials."""
    mine, other = _weighty(ours), _weighty(theirs)
    return _holds(mine, other) or _holds(other, mine) or _initial(mine[0], other[0])


def _weighty(words: Words) -> Words:
    return tuple(word for word in words if not word & _LITTLE) or words


def _holds(all_words: Words, some: Words) -> bool:
    return all(any(_equal(word, other) for other in all_words) for word in some)


def _initial(mine: Word, other: Word) -> bool:
    pairs = [(one, two) for one in mine for two in other]
    return any(one[0] == two[0] and 1 in (len(one), len(two)) for one, two in pairs)


def _nearly(ours: Words, theirs: Words) -> Agreement:
    """Tell a slip of the pen, or of the space bar, from another name."""
    if len(ours) != len(theirs):
        near = _run_together(ours) == _run_together(theirs) != ""
    else:
        slips = [_slips(mine, other) for mine, other in zip(ours, theirs, strict=True)]
        near = bool(slips) and None not in slips and sum(slip or 0 for slip in slips) <= _FEW
    return Agreement.NEAR if near else Agreement.DIFFERS


def _run_together(words: Words) -> str:
    return "".join(min(word, default="") for word in words)


def _slips(mine: Word, other: Word) -> int | None:
    """Return how many slips lie between two words; None if they are too many for their length."""
    found = min((distance(one, two) for one in mine for two in other), default=_FEW + 1)
    longest = max((len(word) for word in mine | other), default=0)
    return found if found <= max(1, longest // _LETTERS_PER_SLIP) else None
