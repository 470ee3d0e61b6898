"""Lettering: names in any living script, shaped, ordered, fitted and drawn.

Qt places the marks of some scripts wrongly and draws differently on differently set machines;
Pillow with Raqm does neither, but it has no fallback from one font to another and draws a box for
a sign that it lacks. So a line is cut here into pieces of one font and one direction, and a text
that cannot be drawn, or fits at no allowed size, is refused. Nothing is ever cut or squeezed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from math import ceil, floor, inf
from pathlib import Path
from typing import TypedDict

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.errors import ShapingMissing, Unprintable
from kiosk.formats.bidi import base_level, levels, visual
from kiosk.formats.breaking import Paragraph, breaks
from kiosk.formats.faces import BOLD, NASTALIQ, REGULAR, Face, assign, load

Colour = tuple[int, int, int]
Ink = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels from where a line starts on its base line."""

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
    of the same letters (BCP 47).
    """

    size: float
    least: float
    dpi: int
    lines: int = 1
    bold: bool = False
    leading: float = 0
    language: str = "en"

    def pixels(self, points: float) -> int:
        return round(points * self.dpi / POINTS)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one font and one direction, `left` pixels from the start of its line."""

    text: str
    font: ImageFont.FreeTypeFont
    right_to_left: bool
    stroke: float
    left: int


@dataclass(frozen=True, slots=True)
class Line:
    """Runs from left to right, where their ink is, and how far the pen moves."""

    runs: tuple[Run, ...]
    ink: Ink
    advance: int
    right_to_left: bool

    @property
    def width(self) -> int:
        return self.ink[2] - self.ink[0]


@dataclass(frozen=True, slots=True)
class Block:
    """A fitted text: each line and the height of its base line, and its size, all in pixels."""

    lines: tuple[tuple[int, Line], ...]
    width: int
    height: int
    size: int
    language: str


class _Shaping(TypedDict):
    direction: str
    language: str


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

    def covers(self, text: str) -> bool:
        """Say whether every sign of `text` can be drawn. Fits `application.Printable`."""
        return None not in assign(text, self._faces, "")

    def fit(self, paragraphs: Sequence[str], box: tuple[int, int], hand: Hand) -> Block:
        """Set `paragraphs` in a box of width x height pixels, as large as they go.

        One line a paragraph is tried first, at any size; only then are lines broken, as few as
        will do. Raises Unprintable if nothing fits or if a sign is missing.
        """
        if len(paragraphs) > hand.lines or not all(map(self.covers, paragraphs)):
            raise Unprintable
        hand = self._readable("".join(paragraphs), hand)
        measured = [self._measured(text, hand) for text in paragraphs]
        whole = next(self._attempts(measured, box, hand, broken=False), None)
        if whole is not None:
            return whole
        broken = self._attempts(measured, box, hand, broken=True)
        allowed = [block for block in broken if len(block.lines) <= hand.lines]
        if not allowed:
            raise Unprintable
        return min(allowed, key=lambda block: (len(block.lines), -block.size))

    def _measured(self, text: str, hand: Hand) -> Paragraph:
        size = hand.pixels(hand.size)
        base = base_level(text)
        parts = [(part, self._line(part, base, size, hand).advance / size) for part in breaks(text)]
        return Paragraph(base, tuple(parts))

    def _attempts(
        self, paragraphs: Sequence[Paragraph], box: tuple[int, int], hand: Hand, *, broken: bool
    ) -> Iterator[Block]:
        """Yield the text at one size after another, the largest first, where it fits the box."""
        width, height = box
        size = hand.pixels(hand.size)
        while size >= hand.pixels(hand.least):
            block = self._set(paragraphs, width / size if broken else inf, size, hand)
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

    def _readable(self, text: str, hand: Hand) -> Hand:
        faces = {face for face in assign(text, self._faces, hand.language) if face}
        least = max((_LEAST.get(face.family, 0) for face in faces), default=0)
        return replace(hand, size=max(hand.size, least), least=max(hand.least, least))

    def _set(self, paragraphs: Sequence[Paragraph], room: float, size: int, hand: Hand) -> Block:
        lines: list[tuple[int, Line]] = []
        height = 0
        for paragraph in paragraphs:
            for text in paragraph.lines(room):
                line = self._line(text, paragraph.base, size, hand)
                white = round(hand.leading * size) if lines else 0
                baseline = height + white + max(round(_RISE * size), -line.ink[1])
                lines.append((baseline, line))
                height = baseline + max(round(_FALL * size), line.ink[3])
        widest = max((line.width for _, line in lines), default=0)
        return Block(tuple(lines), widest, height, size, hand.language)

    def _line(self, text: str, base: int, size: int, hand: Hand) -> Line:
        left = 0
        runs: list[Run] = []
        for run in self._runs(text, base, size, hand):
            runs.append(replace(run, left=left))
            left += _advance(run, hand.language)
        ink = _around([_ink(run, hand.language) for run in runs])
        return Line(tuple(runs), ink, left, bool(base))

    def _runs(self, text: str, base: int, size: int, hand: Hand) -> list[Run]:
        """Cut `text` where its font or its direction changes; return the runs from the left."""
        faces = assign(text, self._faces, hand.language)
        signs = list(zip(text, levels(text, base), faces, strict=True))
        pieces: list[tuple[int, Run]] = []
        for (level, face), group in groupby(signs, key=lambda sign: sign[1:]):
            if face is None:
                raise Unprintable
            piece = "".join(sign for sign, *_ in group)
            weight = BOLD if hand.bold and BOLD in face.files else REGULAR
            stroke = size * _EMBOLDEN if hand.bold and weight != BOLD else 0
            font = self._font(face, weight, size)
            pieces.append((level, Run(piece, font, bool(level % 2), stroke, 0)))
        return visual(pieces)


def _font(face: Face, weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Return a font out of memory. FreeType keeps a copy of the file, Pillow need not as well."""
    whole = BytesIO(face.files[weight][:])
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
                **_shaping(run, block.language),
            )


def _shaping(run: Run, language: str) -> _Shaping:
    return {"direction": "rtl" if run.right_to_left else "ltr", "language": language}


def _advance(run: Run, language: str) -> int:
    return round(run.font.getlength(run.text, mode="1", **_shaping(run, language)))


def _ink(run: Run, language: str) -> Ink:
    left, top, right, bottom = run.font.getbbox(
        run.text, mode="1", anchor="ls", stroke_width=run.stroke, **_shaping(run, language)
    )
    return floor(left) + run.left, floor(top), ceil(right) + run.left, ceil(bottom)


def _around(boxes: Sequence[Ink]) -> Ink:
    if not boxes:
        return 0, 0, 0, 0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
