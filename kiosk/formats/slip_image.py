"""A slip as pixels: large black letters on a strip of paper, in any living script.

Receipt printers print a few alphabets of their own and none of them joins Arabic letters, so that
every text is drawn here, by the letters that the card is drawn with, and the printer burns dots.
What the screen shows is the same picture.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFile  # noqa: F401  # tobytes: no import once sealed

from kiosk.errors import Unprintable
from kiosk.formats import slip_code
from kiosk.formats.bidi import base_level
from kiosk.formats.bitmap import Bitmap
from kiosk.formats.lettering import BLACK, Block, Hand, Lettering, draw
from kiosk.formats.paper import Paper
from kiosk.formats.slip import Item, Section, Slip


@dataclass(frozen=True, slots=True)
class _Style:
    size: float  # points on paper of 80 mm
    bold: bool = False


_ISSUER, _HEADING, _SECTION = _Style(11, bold=True), _Style(21, bold=True), _Style(13, bold=True)
_BODY, _NOTE, _SMALL, _CODE = _Style(13), _Style(10), _Style(9), _Style(24, bold=True)
_SMALLER = (1.0, 0.85, 0.7, 0.5)  # until the longest word fits across
_LEADING = 0.08
_LINES = 60
_HALF = 128  # of a dot's grey
_FULL_WIDTH = 72.0  # mm that a printer for paper of 80 mm prints
_NARROWEST = 0.8  # letters on narrower paper are smaller, but not much
_EDGE, _NOTE_GAP, _GAP, _PARAGRAPH_GAP, _SECTION_GAP = 2.0, 0.4, 1.2, 2.2, 4.0  # mm
_BOX, _BOX_ROOM, _BOX_LINE = 3.4, 6.2, 0.4  # mm: a box to tick, and what it takes of a line
_RULE = 0.35  # mm

Paint = Callable[[Image.Image, int], None]


@dataclass(frozen=True, slots=True)
class _Band:
    """A strip across the paper: how tall it is and what paints it at a height."""

    height: int
    paint: Paint


def draw_slip(slip: Slip, paper: Paper, lettering: Lettering) -> Bitmap:
    """Return the slip as it is printed on `paper`, as long as it comes.

    Raises Unprintable if a sign cannot be drawn or a word is wider than the paper.
    """
    bands = list(_Setter(slip, paper, lettering).bands())
    image = Image.new("RGB", (paper.width, sum(band.height for band in bands)), "white")
    top = 0
    for band in bands:
        band.paint(image, top)
        top += band.height
    return _burnt(image)


def _burnt(image: Image.Image) -> Bitmap:
    black = image.convert("L").point(lambda level: 255 * (level < _HALF), "1")
    return Bitmap(image.width, image.height, black.tobytes())


class _Setter:
    """Sets one slip on one paper."""

    def __init__(self, slip: Slip, paper: Paper, lettering: Lettering) -> None:
        self._slip, self._paper, self._lettering = slip, paper, lettering
        self._from_right = bool(base_level(slip.heading))
        self._scale = min(1.0, max(_NARROWEST, self._across(paper.width) / _FULL_WIDTH))
        self._edge = self._dots(_EDGE)

    def bands(self) -> Iterator[_Band]:
        """Yield what stands on the slip from the top."""
        slip = self._slip
        yield self._white(_GAP)
        yield self._text(slip.issuer, _ISSUER)
        yield self._white(_GAP)
        yield self._rule()
        yield self._white(_PARAGRAPH_GAP)
        yield self._text(slip.heading, _HEADING)
        for paragraph in slip.paragraphs:
            yield self._white(_PARAGRAPH_GAP)
            yield self._text(paragraph, _BODY)
        for section in slip.sections:
            yield from self._section(section)
        yield self._white(_SECTION_GAP)
        yield self._code()
        yield self._white(_PARAGRAPH_GAP)
        for line in slip.small_print:
            yield self._text(line, _SMALL)
        yield self._white(_GAP)

    def _section(self, section: Section) -> Iterator[_Band]:
        yield self._white(_SECTION_GAP)
        yield self._text(section.heading, _SECTION)
        for item in section.items:
            yield self._white(_GAP)
            yield from self._item(item, boxed=section.boxes)

    def _item(self, item: Item, *, boxed: bool) -> Iterator[_Band]:
        indent = self._dots(_BOX_ROOM) if boxed else 0
        block = self._set(item.text, _BODY, self._room() - indent)
        text = self._placed(block, indent)
        yield self._ticked(text, block.lines[0][0]) if boxed else text
        if item.note:
            yield self._white(_NOTE_GAP)
            yield self._text(item.note, _NOTE, indent)

    # -- bands ---------------------------------------------------------------------------------

    def _white(self, millimetres: float) -> _Band:
        return _Band(self._dots(millimetres), lambda _image, _top: None)

    def _rule(self) -> _Band:
        def paint(image: Image.Image, top: int) -> None:
            right = self._paper.width - self._edge
            ImageDraw.Draw(image).rectangle((self._edge, top, right - 1, top + thick - 1), BLACK)

        thick = self._dots(_RULE)
        return _Band(thick, paint)

    def _text(self, text: str, style: _Style, indent: int = 0) -> _Band:
        return self._placed(self._set(text, style, self._room() - indent), indent)

    def _placed(self, block: Block, indent: int) -> _Band:
        return _Band(block.height, lambda image, top: self._put(block, image, top, indent))

    def _ticked(self, text: _Band, baseline: int) -> _Band:
        """Put a box to tick before an item, as tall as the capitals of its first line."""

        def paint(image: Image.Image, top: int) -> None:
            text.paint(image, top)
            left = self._paper.width - self._edge - side if self._from_right else self._edge
            box = (left, top + drop, left + side - 1, top + drop + side - 1)
            ImageDraw.Draw(image).rectangle(box, None, BLACK, self._dots(_BOX_LINE))

        side = self._dots(_BOX * self._scale)
        drop = max(0, baseline - side)
        return _Band(text.height, paint)

    def _code(self) -> _Band:
        """Frame the code, with what it is for above it: it is what somebody copies by hand."""
        inset = 2 * self._edge
        room = self._room() - 2 * inset
        label = self._set(self._slip.code_label, _NOTE, room)
        code = self._set(slip_code.spaced(self._slip.code), _CODE, room)
        rim = self._dots(_PARAGRAPH_GAP)
        height = rim + label.height + code.height + rim

        def paint(image: Image.Image, top: int) -> None:
            right, bottom = self._paper.width - self._edge - 1, top + height - 1
            frame = (self._edge, top, right, bottom)
            pen = ImageDraw.Draw(image)
            pen.rounded_rectangle(frame, self._dots(2), None, BLACK, self._dots(0.5))
            for block, place in ((label, top + rim), (code, top + rim + label.height)):
                left = (self._paper.width - block.width) // 2
                draw(block, image, (left, place), centred=True)

        return _Band(height, paint)

    # -- text ----------------------------------------------------------------------------------

    def _set(self, text: str, style: _Style, width: int) -> Block:
        """Set `text` as large as its style says, or smaller if a word is wider than the paper."""
        for smaller in _SMALLER:
            size = style.size * self._scale * smaller
            try:
                return self._lettering.fit((text,), (width, 1 << 20), self._hand(size, style))
            except Unprintable:
                continue
        raise Unprintable

    def _hand(self, size: float, style: _Style) -> Hand:
        return Hand(size, size, self._paper.dpi, _LINES, style.bold, _LEADING, self._slip.language)

    def _put(self, block: Block, image: Image.Image, top: int, indent: int) -> None:
        left = self._edge + indent
        if self._from_right:
            left = self._paper.width - self._edge - indent - block.width
        draw(block, image, (left, top))

    # -- measures ------------------------------------------------------------------------------

    def _dots(self, millimetres: float) -> int:
        return max(1, round(millimetres * self._paper.dpi / 25.4))

    def _across(self, dots: int) -> float:
        return dots * 25.4 / self._paper.dpi

    def _room(self) -> int:
        return self._paper.width - 2 * self._edge
