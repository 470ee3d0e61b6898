"""Names that nobody has: letters of every bundled script, as long as names are, and judged.

What is judged is the whole promise about a text on the card: it is drawn without a box for a
missing sign and without a dot outside of its place, or it is refused and one can say why.
"""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageChops

from kiosk.assets import FONTS
from kiosk.errors import Unprintable
from kiosk.formats import faces
from kiosk.formats.lettering import Block, Hand, draw
from kiosk.formats.line import Run
from tests.formats import harfbuzz
from tests.formats.names import LETTERING

DPI = 300
MARGIN = 60  # pixels around a block in which ink would be outside
JOINERS = " -’',."
UNKNOWN = "😀\ue000\u202e\u0378🧿"
LANGUAGES = ("en", "es", "ar", "ur", "ja", "sr", "zh")
BOXES = ((50.0, 12.0), (50.0, 6.0), (40.0, 20.0), (25.0, 5.0))  # millimetres
HANDS = ((10.6, 7.0, 3), (7.2, 6.0, 6), (9.0, 7.0, 1))  # points and lines


class Verdict(StrEnum):
    """What became of a text."""

    PRINTED = "printed"
    SIGN_NAMED = "sign named"
    NO_ROOM = "no room"
    BOX = "a box"  # the rest are faults
    CLIPPED = "clipped"
    TOO_SMALL = "too small"
    LOST = "a sign lost"
    UNEXPLAINED = "unexplained"


FINE = frozenset({Verdict.PRINTED, Verdict.SIGN_NAMED, Verdict.NO_ROOM})


@dataclass(frozen=True, slots=True)
class Script:
    """What a face has that a name may be written with."""

    letters: str
    marks: str
    digits: str


def scripts() -> list[Script]:
    """Return the script of every bundled face."""
    found = []
    for face in faces.load(FONTS):
        ranges = zip(face.first, face.last, strict=True)
        signs = [chr(sign) for first, last in ranges for sign in range(first, last + 1)]
        kinds = {sign: unicodedata.category(sign) for sign in signs}
        letters = "".join(sign for sign in signs if kinds[sign][0] == "L")
        marks = "".join(sign for sign in signs if kinds[sign] in {"Mn", "Mc"})
        digits = "".join(sign for sign in signs if kinds[sign] == "Nd")
        found.append(Script(letters, marks, digits or "0123456789"))
    return found


def names(count: int, seed: int) -> Iterator[tuple[str, Hand, tuple[int, int]]]:
    """Yield texts, and how and where each is to be set."""
    dice = random.Random(seed)
    known = scripts()
    for _ in range(count):
        own = dice.choice(known)
        words = [
            _word(dice, dice.choice(known) if dice.random() < 0.15 else own)
            for _ in range(dice.randint(1, 5))
        ]
        text = words[0] + "".join(dice.choice(JOINERS) + word for word in words[1:])
        if dice.random() < 0.1:
            text += f" ({_word(dice, own)})"
        if dice.random() < 0.03:
            text = text[:3] + dice.choice(UNKNOWN) + text[3:]
        size, least, lines = dice.choice(HANDS)
        bold, language = dice.random() < 0.7, dice.choice(LANGUAGES)
        hand = Hand(size, least, DPI, lines, bold=bold, language=language)
        width, height = dice.choice(BOXES)
        yield unicodedata.normalize("NFC", text), hand, (_dots(width), _dots(height))


def judge(text: str, hand: Hand, box: tuple[int, int]) -> Verdict:
    """Set and draw `text`, and look at what came of it."""
    sign = LETTERING.missing(text)
    try:
        block = LETTERING.fit([text], box, hand)
    except Unprintable:
        if sign:
            return Verdict.SIGN_NAMED if sign in text else Verdict.UNEXPLAINED
        return Verdict.NO_ROOM if _needs_room(text, hand) else Verdict.UNEXPLAINED
    if sign:
        return Verdict.UNEXPLAINED
    return _look(block, text, hand, box)


def _look(block: Block, text: str, hand: Hand, box: tuple[int, int]) -> Verdict:
    """Look for what may not be: small letters, a box, a lost sign, ink outside."""
    runs = [run for _, line in block.lines for run in line.runs]
    if block.size < hand.pixels(hand.least):
        return Verdict.TOO_SMALL
    if any(not glyph.number for run in runs for glyph in _shaped(run, hand)):
        return Verdict.BOX
    if sorted("".join(run.text for run in runs).replace(" ", "")) != sorted(text.replace(" ", "")):
        return Verdict.LOST
    return Verdict.PRINTED if _inside(block, box) else Verdict.CLIPPED


def _shaped(run: Run, hand: Hand) -> tuple[harfbuzz.Glyph, ...]:
    return harfbuzz.shape(run, hand.language).glyphs


def _word(dice: random.Random, script: Script) -> str:
    if dice.random() < 0.06:
        return "".join(dice.choice(script.digits) for _ in range(dice.randint(1, 4)))
    word = ""
    for _ in range(dice.randint(1, 11)):
        word += dice.choice(script.letters)
        while script.marks and dice.random() < 0.15:
            word += dice.choice(script.marks)
    return word


def _needs_room(text: str, hand: Hand) -> bool:
    """Return whether a text that was refused is set where there is room enough."""
    return bool(LETTERING.fit([text], (99999, 9999), hand).lines)


def _inside(block: Block, box: tuple[int, int]) -> bool:
    size = (max(box[0], block.width) + 2 * MARGIN, max(box[1], block.height) + 2 * MARGIN)
    image = Image.new("RGB", size, "white")
    draw(block, image, (MARGIN, MARGIN))
    left, top, right, bottom = ImageChops.invert(image.convert("L")).getbbox() or (MARGIN,) * 4
    return (
        min(left, top) >= MARGIN
        and right <= MARGIN + block.width <= MARGIN + box[0]
        and bottom <= MARGIN + block.height <= MARGIN + box[1]
    )


def _dots(millimetres: float) -> int:
    return round(millimetres * DPI / 25.4)
