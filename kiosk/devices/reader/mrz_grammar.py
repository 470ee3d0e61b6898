"""Grammar: the likeliest lines of a zone, from how likely each sign is at each place.

Only what the standard fixes for every paper is used: where there can be digits alone, that fillers
of a name come in one run or two and at its end, that an unknown part of a date is two fillers. No
list of names or states, and no check digit: a reading that is wrong must be able to look wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.devices.reader.glyphs import SIGNS, Pixels
from kiosk.formats.mrz_layout import FRENCH_ID, MRV_A, MRV_B, TD1, TD2, TD3, Field, Layout

_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FILLER = SIGNS.index("<")
_LETTER_COLUMNS = np.array([SIGNS.index(sign) for sign in _LETTERS])
_DIGIT_COLUMNS = np.array([SIGNS.index(sign) for sign in _DIGITS])
_NO = np.float32(-30)  # a log-probability that means never
_END_BONUS = 0.09  # for each filler at the end of optional data, which ends in a run of them

_ALLOWED: Mapping[Field, str] = {
    Field.DOCUMENT_CODE: _LETTERS + "<",
    Field.ISSUING_STATE: _LETTERS + "<",
    Field.NATIONALITY: _LETTERS + "<",
    Field.NAME: _LETTERS + "<",
    Field.GIVEN_NAMES: _LETTERS + "<",
    Field.SEX: "FMX<",
    Field.BIRTH_DATE: _DIGITS + "<",
    Field.BIRTH_DATE_CHECK: _DIGITS,
    Field.EXPIRY: _DIGITS + "<",
    Field.EXPIRY_CHECK: _DIGITS + "<",
    Field.NUMBER_CHECK: _DIGITS + "<",
    Field.OPTIONAL_CHECK: _DIGITS + "<",
    Field.COMPOSITE_CHECK: _DIGITS,
}
_TWO_LINES = {TD3.width: (TD3, MRV_A), TD2.width: (TD2, MRV_B)}


@dataclass(frozen=True, slots=True)
class Spelling:
    """Lines, and for each sign how probable the network thinks it, 0 to 1."""

    layout: Layout
    lines: tuple[str, ...]
    sure: tuple[tuple[float, ...], ...]


def spell(readings: Sequence[Pixels]) -> Spelling:
    """Return the likeliest lines, for two or three rows of signs of a known width."""
    layout = _layout(readings)
    spelling = _spelled(layout, readings)
    if layout is TD2 and spelling.lines[0].startswith("IDFRA"):
        return _spelled(FRENCH_ID, readings)
    return spelling


def _layout(readings: Sequence[Pixels]) -> Layout:
    if len(readings) == TD1.lines:
        return TD1
    document, visa = _TWO_LINES[len(readings[0])]
    first = readings[0][0, _LETTER_COLUMNS]
    return visa if _LETTERS[int(first.argmax())] == "V" else document


def _spelled(layout: Layout, readings: Sequence[Pixels]) -> Spelling:
    columns = [reading.argmax(axis=1) for reading in readings]
    for field, span in layout.fields.items():
        part = readings[span.line][span.start : span.end] + _allowed(field)
        columns[span.line][span.start : span.end] = _likeliest(field, part)
    lines = tuple("".join(SIGNS[column] for column in row) for row in columns)
    sure = tuple(
        tuple(np.exp(reading[np.arange(len(row)), row]).tolist())
        for reading, row in zip(readings, columns, strict=True)
    )
    return Spelling(layout, lines, sure)


def _allowed(field: Field) -> Pixels:
    """Return what to add to log-probabilities so that no other sign wins."""
    signs = _ALLOWED.get(field, SIGNS)
    return np.array([0 if sign in signs else _NO for sign in SIGNS], np.float32)


def _likeliest(field: Field, part: Pixels) -> Sequence[int]:
    if field in {Field.NAME, Field.GIVEN_NAMES}:
        return _name(part)
    if field in {Field.BIRTH_DATE, Field.EXPIRY}:
        return [column for start in (0, 2, 4) for column in _pair(part[start : start + 2])]
    if field in {Field.OPTIONAL, Field.OPTIONAL_2}:
        return _ending_in_fillers(part)
    return _best(part)


def _pair(part: Pixels) -> list[int]:
    """Return two digits or two fillers: a filler weighs as much as 0 in a check digit."""
    digits = part[:, _DIGIT_COLUMNS]
    if part[:, _FILLER].sum() > digits.max(axis=1).sum():
        return [_FILLER, _FILLER]
    return [int(column) for column in _DIGIT_COLUMNS[digits.argmax(axis=1)]]


def _best(part: Pixels) -> list[int]:
    return [int(column) for column in part.argmax(axis=1)]


def _ending_in_fillers(part: Pixels) -> list[int]:
    """Return the likeliest signs with a run of fillers at their end, which may be empty."""
    best = np.concatenate([[0], np.cumsum(part.max(axis=1))])
    fillers = np.concatenate([np.cumsum(part[::-1, _FILLER] + _END_BONUS)[::-1], [0]])
    end = int((best + fillers).argmax())
    return [*_best(part[:end]), *[_FILLER] * (len(part) - end)]


# Where a name can be at one sign: in family names, between two of them, at the first or the second
# of the two fillers before given names, in given names, between two of them, after the end.
_FAMILY, _JOINT, _FIRST, _SECOND, _GIVEN, _GIVEN_JOINT, _END = range(7)
_ON_LETTERS = (_FAMILY, _GIVEN)
_NEXT = {
    _FAMILY: (_FAMILY, _JOINT, _FIRST, _END),
    _JOINT: (_FAMILY,),
    _FIRST: (_SECOND,),
    _SECOND: (_GIVEN,),
    _GIVEN: (_GIVEN, _GIVEN_JOINT, _END),
    _GIVEN_JOINT: (_GIVEN,),
    _END: (_END,),
}
_MOVES = np.array(
    [[0 if state in _NEXT[before] else -np.inf for state in range(7)] for before in range(7)]
)
_BEGIN = np.array([0 if state in {_FAMILY, _FIRST} else -np.inf for state in range(7)])


def _name(part: Pixels) -> list[int]:
    """Return the likeliest name (Viterbi over the states above)."""
    letters, filler = part[:, _LETTER_COLUMNS].max(axis=1), part[:, _FILLER]
    fits = np.column_stack([letters if s in _ON_LETTERS else filler for s in range(7)])
    total, choices = _BEGIN + fits[0], []
    for fit in fits[1:]:
        reached = total[:, None] + _MOVES
        choices.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + fit
    states = [int(total.argmax())]
    for choice in reversed(choices):
        states.append(int(choice[states[-1]]))
    best = _LETTER_COLUMNS[part[:, _LETTER_COLUMNS].argmax(axis=1)].tolist()
    walk = zip(best, reversed(states), strict=True)
    return [letter if state in _ON_LETTERS else _FILLER for letter, state in walk]
