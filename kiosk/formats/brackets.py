"""Brackets in a line that mixes directions: the two of a pair always get the same direction.

This is rule N0 of the Unicode Bidirectional Algorithm (UAX #9). Without it "(3B)" in an Arabic
address can close before it opens. Which signs are pairs is said by the Unicode file
BidiBrackets.txt; Python has no table of it.
"""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSES = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
_DEEPEST = 63  # open brackets that are remembered (BD16)
_SIDES = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers count as read from the right


def pair(text: str, first: Sequence[str], kinds: Sequence[str], side: str) -> list[str]:
    """Return `kinds` with a direction for every pair of brackets that has one.

    `first` are the kinds that the signs of `text` have by themselves, `kinds` what the rules W1 to
    W7 made of them; `side` is the direction of the line, "L" or "R".
    """
    out = list(kinds)
    for opening, closing in sorted(_pairs(text, kinds)):
        direction = _direction(out, opening, closing, side)
        if direction:
            for bracket in (opening, closing):
                _turn(out, first, bracket, direction)
    return out


def _pairs(text: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the brackets of each pair stand."""
    opened: list[tuple[str, int]] = []
    for place, written in enumerate(text):
        if kinds[place] != "ON":
            continue
        sign = normalize("NFC", written)  # two pairs are equivalent (BD16)
        if sign in _CLOSES:
            if len(opened) == _DEEPEST:
                return
            opened.append((_CLOSES[sign], place))
            continue
        depth = _depth(opened, sign)
        if depth is not None:
            yield opened[depth][1], place
            del opened[depth:]


def _depth(opened: Sequence[tuple[str, int]], sign: str) -> int | None:
    """Return which of the open brackets `sign` closes; those inside it stay without a pair."""
    depths = range(len(opened) - 1, -1, -1)
    return next((depth for depth in depths if opened[depth][0] == sign), None)


def _direction(kinds: Sequence[str], opening: int, closing: int, side: str) -> str | None:
    """Return the direction of a pair: that of the line if a sign inside has it, or the other one.

    The other one needs to stand before the pair, too. None: nothing inside has a direction.
    """
    inside = {_SIDES.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
    if not inside or side in inside:
        return side if inside else None
    before = (_SIDES[kind] for kind in reversed(kinds[:opening]) if kind in _SIDES)
    return next(before, side)


def _turn(kinds: list[str], first: Sequence[str], bracket: int, direction: str) -> None:
    """Give a bracket, and the marks on it, their direction."""
    kinds[bracket] = direction
    place = bracket + 1
    while place < len(kinds) and first[place] == "NSM":
        kinds[place] = direction
        place += 1
