"""Plane: which signs the keyboard shows now, and how each special key changes that. Pure.

Apart from widgets, so that "is every letter reachable, and by which touches" is a question about
values.
"""

from collections import deque
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from ui.keyboard.tables import Rows, Tables

WORD_BREAKS: Final = frozenset(" -'ʼ’.")


class Special(StrEnum):
    """The keys that type no sign of their own."""

    SHIFT = "shift"
    BACKSPACE = "backspace"
    GLOBE = "globe"  # the other script
    NUMBERS = "numbers"
    EXTRA = "extra"  # more Latin letters
    SPACE = "space"
    NEXT = "next"


class Page(StrEnum):
    LETTERS = "letters"
    NUMBERS = "numbers"
    EXTRA = "extra"
    DIGITS = "digits"  # the pad


@dataclass(frozen=True, slots=True)
class Plane:
    """What is shown: the table `code`, one of its pages (the `number`th extra one), shifted or not.

    `language` is the page's own language, where the globe key's round starts.
    """

    language: str
    code: str
    page: Page = Page.LETTERS
    number: int = 0
    shifted: bool = False


def rows(tables: Tables, plane: Plane) -> Rows:
    """Return the signs of `plane`, row by row."""
    if plane.page is Page.DIGITS:
        return tables.digits
    if plane.page is Page.NUMBERS:
        return tables.numbers
    if plane.page is Page.EXTRA:
        return _upper(tables.extra[plane.number]) if plane.shifted else tables.extra[plane.number]
    table = tables.letters[plane.code]
    if not plane.shifted:
        return table.rows
    return table.shift or _upper(table.rows)


def press(tables: Tables, plane: Plane, key: Special, before: str) -> Plane:
    """Return the plane that is shown after `key`, with the text `before` the cursor."""
    if key is Special.SHIFT:
        return replace(plane, shifted=not plane.shifted)
    if key is Special.NUMBERS:
        if plane.page is not Page.NUMBERS:
            return replace(plane, page=Page.NUMBERS, number=0, shifted=False)
        return after_typing(tables, replace(plane, page=Page.LETTERS), before)
    if key is Special.EXTRA:
        return _next_extra(tables, plane)
    if key is Special.GLOBE:
        round_ = tables.scripts(plane.language)
        code = round_[(round_.index(plane.code) + 1) % len(round_)]
        return after_typing(tables, Plane(plane.language, code), before)
    return plane


def after_typing(tables: Tables, plane: Plane, before: str) -> Plane:
    """Return the plane for the text `before` the cursor: capitals at the start of a word.

    A single foreign letter or a house number is followed by letters again.
    """
    if plane.page is Page.DIGITS:
        return plane
    if plane.page is Page.NUMBERS and not before.endswith(" "):
        return plane
    start = not before or before[-1] in WORD_BREAKS
    shifted = start and tables.letters[plane.code].word_start_shift
    return replace(plane, page=Page.LETTERS, number=0, shifted=shifted)


def specials(tables: Tables, plane: Plane) -> frozenset[Special]:
    """Return the special keys that `plane` has."""
    if plane.page is Page.DIGITS:
        return frozenset({Special.BACKSPACE, Special.NEXT})
    have = set(Special)
    if not tables.letters[plane.code].latin:
        have.discard(Special.EXTRA)
    if plane.page is Page.NUMBERS:
        have.discard(Special.SHIFT)
    if len(tables.scripts(plane.language)) == 1:
        have.discard(Special.GLOBE)
    return frozenset(have)


def route(tables: Tables, plane: Plane, sign: str, before: str) -> tuple[str, ...] | None:
    """Return the fewest keys to touch until `sign` is typed, itself last; None if it is nowhere.

    `before` is the text before the cursor, as in `press`.
    """
    if sign == " " and Special.SPACE in specials(tables, plane):
        return (Special.SPACE,)
    seen = {plane}
    ahead: deque[tuple[Plane, tuple[str, ...]]] = deque([(plane, ())])
    while ahead:
        here, keys = ahead.popleft()
        if any(sign in row for row in rows(tables, here)):
            return (*keys, sign)
        for key in sorted(specials(tables, here) & _TURNS):
            there = press(tables, here, key, before)
            if there not in seen:
                seen.add(there)
                ahead.append((there, (*keys, key)))
    return None


_TURNS: Final = frozenset({Special.SHIFT, Special.NUMBERS, Special.EXTRA, Special.GLOBE})


def _next_extra(tables: Tables, plane: Plane) -> Plane:
    if plane.page is not Page.EXTRA:
        return replace(plane, page=Page.EXTRA, number=0)
    if plane.number + 1 < len(tables.extra):
        return replace(plane, number=plane.number + 1)
    return replace(plane, page=Page.LETTERS, number=0)


def _upper(plain: Rows) -> Rows:
    return tuple(tuple(_capital(sign) for sign in row) for row in plain)


def _capital(sign: str) -> str:
    # "ß".upper() is "SS", two letters; the capital letter exists.
    return "ẞ" if sign == "ß" else sign.upper()
