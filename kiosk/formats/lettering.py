"""Lettering: names in any living script, shaped, ordered, fitted and drawn.

Qt places the marks of some scripts wrongly and draws differently on differently set machines;
Pillow with Raqm does neither, but it has no fallback from one font to another and draws a box for
a sign that it lacks. So a line is cut here into pieces of one font and one direction, and a text
that cannot be drawn, or fits at no allowed size, is refused. Nothing is ever cut, and no letter is
squeezed: condensed letters were drawn narrow by those who drew the others.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from math import inf
from operator import itemgetter
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.errors import ShapingMissing, Unprintable
from kiosk.formats import breaking
from kiosk.formats.bidi import base_level, levels, visual
from kiosk.formats.breaking import breaks
from kiosk.formats.faces import BOLD, NASTALIQ, REGULAR, Face, assign, load, missing
from kiosk.formats.line import Line, Run, join, shaping

Colour = tuple[int, int, int]
_Sign = tuple[str, int, Face]

BLACK = (0, 0, 0)
POINTS = 72  # per inch

# Below these sizes, in points, marks that stand on marks run together.
_LEAST = {
    NASTALIQ: 9.0,
    "Noto Sans Myanmar": 8.0,
    "Noto Sans Thai": 8.0,
    "Noto Sans Lao": 8.0,
    "Noto Sans Khmer": 8.0,
    "Noto Serif Tibetan": 8.0,
}
_RISE, _FALL = 0.80, 0.24  # of the size: room that a line takes even if its letters are low
_KEPT = 8  # fonts of one size, each with a copy of its file
_EMBOLDEN = 1 / 42  # of the size: stroke around letters of a face that has no bold


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text is to be set: from `size` down to `least` points, in at most `lines` lines.

    `leading` is more white between lines, as a share of the size; `language` chooses between styles
    of the same letters (BCP 47). `condensed` starts with narrow letters, which otherwise come last.
    """

    size: float
    least: float
    dpi: int
    lines: int = 1
    bold: bool = False
    leading: float = 0
    language: str = "en"
    condensed: bool = False

    def pixels(self, points: float) -> int:
        return round(points * self.dpi / POINTS)


@dataclass(frozen=True, slots=True)
class Block:
    """A fitted text: each line and the height of its base line, and its size, all in pixels."""

    lines: tuple[tuple[int, Line], ...]
    width: int
    height: int
    size: int
    language: str


@dataclass(frozen=True, slots=True)
class _Copy:
    """A paragraph: its signs, each with its level and its face, and the parts that may end a line.

    Levels are found before lines are broken, as the order of signs wants it (UAX #9).
    """

    signs: tuple[_Sign, ...]
    base: int
    parts: tuple[str, ...]


_Measured = tuple[_Copy, tuple[float, ...]]


class Lettering:
    """The bundled fonts, checked and ready. It remembers fonts, never a text."""

    def __init__(self, folder: Path) -> None:
        """Check and open the fonts in `folder`.

        Raises FontsWrong if one is not the pinned file, ShapingMissing if Arabic would not join.
        """
        self._faces = load(folder)
        self._font = lru_cache(_KEPT)(_font)
        if not features.check("raqm") or not self._joins_lam_and_alef():
            raise ShapingMissing

    def missing(self, text: str) -> str:
        """Return the first sign of `text` that cannot be drawn, or ""."""
        return missing(text, self._faces)

    def covers(self, text: str) -> bool:
        """Say whether every sign of `text` can be drawn. Fits `application.Printable`."""
        return not self.missing(text)

    def fit(self, paragraphs: Sequence[str], box: tuple[int, int], hand: Hand) -> Block:
        """Set `paragraphs` in a box of width x height pixels, as large as they go.

        One line a paragraph is tried first, at any size; then lines are broken, as few as will do;
        then both again in condensed letters, of scripts that have some. Raises Unprintable if
        nothing fits or if a sign is missing.
        """
        if len(paragraphs) > hand.lines:
            raise Unprintable
        copies = [self._read(text, hand) for text in paragraphs]
        faces = {face for copy in copies for *_, face in copy.signs}
        hand = _readable(faces, hand)
        for condensed in _widths(faces, hand):
            block = self._fitted(copies, box, replace(hand, condensed=condensed))
            if block is not None:
                return block
        raise Unprintable

    def _read(self, text: str, hand: Hand) -> _Copy:
        base = base_level(text)
        signs: list[_Sign] = []
        for sign, level, face in zip(
            text, levels(text, base), assign(text, self._faces, hand.language), strict=True
        ):
            if face is None:
                raise Unprintable
            signs.append((sign, level, face))
        return _Copy(tuple(signs), base, tuple(breaks(text)))

    def _fitted(self, copies: Sequence[_Copy], box: tuple[int, int], hand: Hand) -> Block | None:
        # To measure every word takes as long as to set the line: it waits until lines are broken.
        unmeasured = [(copy, (0.0,) * len(copy.parts)) for copy in copies]
        whole = next(self._attempts(unmeasured, box, hand, broken=False), None)
        if whole is not None:
            return whole
        measured = [(copy, self._measured(copy, hand)) for copy in copies]
        broken = self._attempts(measured, box, hand, broken=True)
        allowed = [block for block in broken if len(block.lines) <= hand.lines]
        return min(allowed, key=lambda block: (len(block.lines), -block.size), default=None)

    def _measured(self, copy: _Copy, hand: Hand) -> tuple[float, ...]:
        """Return the width of each part as a share of the type size."""
        size, start = hand.pixels(hand.size), 0
        widths: list[float] = []
        for part in copy.parts:
            end = start + len(part)
            widths.append(self._line(copy, slice(start, end), size, hand).advance / size)
            start = end
        return tuple(widths)

    def _attempts(
        self, copies: Sequence[_Measured], box: tuple[int, int], hand: Hand, *, broken: bool
    ) -> Iterator[Block]:
        """Yield the text at one size after another, the largest first, where it fits the box."""
        width, height = box
        size = hand.pixels(hand.size)
        while size >= hand.pixels(hand.least):
            block = self._set(copies, width / size if broken else inf, size, hand)
            if block.width <= width and block.height <= height:
                yield block
            # Width and height shrink with the size, within a pixel or so.
            shrink = min(width / max(block.width, 1), height / max(block.height, 1))
            size = min(size - 1, int(size * shrink) + 1)

    def _joins_lam_and_alef(self) -> bool:
        face = next(face for face in self._faces if face.has("ل"))
        font = self._font(face, REGULAR, 40)
        apart = sum(font.getlength(letter, direction="rtl") for letter in "لا")
        return font.getlength("لا", direction="rtl") < apart

    def _set(self, copies: Sequence[_Measured], room: float, size: int, hand: Hand) -> Block:
        lines: list[tuple[int, Line]] = []
        height = 0
        for copy, widths in copies:
            for place in breaking.lines(copy.parts, widths, room):
                line = self._line(copy, place, size, hand)
                white = round(hand.leading * size) if lines else 0
                baseline = height + white + max(round(_RISE * size), -line.ink[1])
                lines.append((baseline, line))
                height = baseline + max(round(_FALL * size), line.ink[3])
        widest = max((line.width for _, line in lines), default=0)
        return Block(tuple(lines), widest, height, size, hand.language)

    def _line(self, copy: _Copy, place: slice, size: int, hand: Hand) -> Line:
        """Cut a line where its font or its direction changes, and order the pieces."""
        pieces: list[tuple[int, Run]] = []
        for (level, face), group in groupby(copy.signs[place], key=itemgetter(1, 2)):
            piece = "".join(sign for sign, *_ in group)
            pieces.append((level, self._run(piece, level, face, size, hand)))
        return join(visual(pieces), hand.language, right_to_left=bool(copy.base))

    def _run(self, piece: str, level: int, face: Face, size: int, hand: Hand) -> Run:
        weight = BOLD if hand.bold and BOLD in face.files else REGULAR
        stroke = size * _EMBOLDEN if hand.bold and weight != BOLD else 0
        condensed = hand.condensed and bool(face.condensed)
        font = self._font(face, weight, size, condensed=condensed)
        return Run(piece, font, bool(level % 2), stroke, 0)


def _readable(faces: Collection[Face], hand: Hand) -> Hand:
    least = max((_LEAST.get(face.family, 0) for face in faces), default=0)
    return replace(hand, size=max(hand.size, least), least=max(hand.least, least))


def _widths(faces: Collection[Face], hand: Hand) -> tuple[bool, ...]:
    """Return in which order condensed letters are tried."""
    if not any(face.condensed for face in faces):
        return (False,)
    return (True,) if hand.condensed else (False, True)


def _font(face: Face, weight: int, size: int, *, condensed: bool = False) -> ImageFont.FreeTypeFont:
    """Return a font out of memory. FreeType keeps a copy of the file, Pillow need not as well."""
    files = face.condensed if condensed else face.files
    whole = BytesIO(files[weight][:])
    font = ImageFont.truetype(whole, size, layout_engine=ImageFont.Layout.RAQM)
    font.path = font.font_bytes = b""
    return font


def draw(
    block: Block,
    image: Image.Image,
    at: tuple[int, int],
    colour: Colour | None = None,
    *,
    centred: bool = False,
) -> None:
    """Draw `block` with its upper left corner `at` a pixel.

    Without a colour it is pure black in one bit, for a printer's resin panel; with one, smooth.
    A picture of one bit a dot takes no colour.
    Unless they are centred, lines that read right to left end together at the right.
    """
    pen = ImageDraw.Draw(image)
    pen.fontmode = "L" if colour else "1"
    ink = 0 if image.mode == "1" else colour or BLACK
    for baseline, line in block.lines:
        spare = block.width - line.width
        indent = spare // 2 if centred else spare * line.right_to_left
        left = at[0] + indent - line.ink[0]
        for run in line.runs:
            pen.text(
                (left + run.left, at[1] + baseline),
                run.text,
                fill=ink,
                font=run.font,
                anchor="ls",
                stroke_width=run.stroke,
                **shaping(run, block.language),
            )
