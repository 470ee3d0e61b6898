"""A slip: what is still missing, or why there is no card today, on a strip of paper to take away.

Nothing about a person has a field here: a slip is made of reasons, names of papers, the rules and
the day. All words come translated, in the language of whoever reads the slip, so that this module
knows none. How a slip looks is in `slip_image`.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, and what stands smaller below it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A list with its heading; `boxes` to tick stand before the items of a list of papers."""

    heading: str
    items: tuple[Item, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on the paper from the top; `code_label` says what the code is for."""

    language: str  # BCP 47; it chooses letter forms, and the heading's letters the direction
    issuer: str
    heading: str
    paragraphs: tuple[str, ...]
    sections: tuple[Section, ...]
    code_label: str
    code: str
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """By which rules a slip was made, and when.

    `issuer` is the city's name and `day` the date, both in the slip's language; the pack and its
    version are names that are never translated.
    """

    language: str
    issuer: str
    pack: str
    version: str
    day: str

    def lines(self) -> tuple[str, ...]:
        """Return them as small print, a line each, so that no number is turned in Arabic."""
        return (f"{self.pack} {self.version}", self.day)


@dataclass(frozen=True, slots=True)
class TakeHomeWords:
    """The words of a take-home slip around the lists."""

    heading: str
    missing: str  # over what is missing
    bring: str  # over the first list
    instead: str  # over each further list, which does as well
    code: str
    nameless: str  # that the paper names nobody


@dataclass(frozen=True, slots=True)
class AppealWords:
    """The words of an appeal slip; `where` is the pack's text, in paragraphs."""

    heading: str
    reasons: str  # over the reasons
    where_heading: str
    where: Sequence[str]
    code: str
    nameless: str


def take_home(
    missing: Sequence[str],
    lists: Sequence[Sequence[str]],
    code: str,
    rules: Rules,
    words: TakeHomeWords,
) -> Slip:
    """Return the slip that says what is `missing`, in sentences, and which papers would do.

    Each of `lists` holds the names of papers that are enough together; the shortest comes first.
    """
    still = [Section(words.missing, _items(missing))] if missing else []
    headings = [words.bring, *[words.instead] * (len(lists) - 1)]
    papers = [
        Section(heading, _items(names), boxes=True)
        for heading, names in zip(headings, lists, strict=False)
    ]
    return Slip(
        language=rules.language,
        issuer=rules.issuer,
        heading=words.heading,
        paragraphs=(),
        sections=(*still, *papers),
        code_label=words.code,
        code=code,
        small_print=(*rules.lines(), words.nameless),
    )


def appeal(reasons: Sequence[tuple[str, str]], code: str, rules: Rules, words: AppealWords) -> Slip:
    """Return the slip that says why there was no card: each reason's code and its words."""
    said = tuple(Item(text, reason) for reason, text in reasons)
    return Slip(
        language=rules.language,
        issuer=rules.issuer,
        heading=words.heading,
        paragraphs=(),
        sections=(Section(words.reasons, said), Section(words.where_heading, _items(words.where))),
        code_label=words.code,
        code=code,
        small_print=(*rules.lines(), words.nameless),
    )


def _items(texts: Sequence[str]) -> tuple[Item, ...]:
    return tuple(map(Item, texts))
