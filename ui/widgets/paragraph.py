"""Paragraph: one text broken into lines. All text on the screen is measured and painted by it.

A QLabel cuts a name that is longer than its line without any sign. A paragraph breaks between words
and, where a word alone is too long, inside it: it never clips and never elides.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

SMALLEST = 0.6  # of the wanted size, the least that words are made to fit a width
ENDLESS = 1_000_000.0  # pixels: the width of a line that never breaks

Flow = Literal["page", "latin", "auto"]
"""Reading direction of a text: the page's, always left to right, or found from its letters."""


class Align(Enum):
    START = "start"  # right on a page that reads from the right
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set. `pitch` scales the distance of lines, not their height."""

    rtl: bool = False
    flow: Flow = "page"
    align: Align = Align.START
    pitch: float = 1.0

    def option(self) -> QTextOption:
        option = QTextOption(self._side() | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._direction())
        return option

    def _side(self) -> Qt.AlignmentFlag:
        if self.align is Align.CENTRE:
            return Qt.AlignmentFlag.AlignHCenter
        to_right = (self.align is Align.END) != self.rtl
        return Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft

    def _direction(self) -> Qt.LayoutDirection:
        if self.flow == "auto":
            return Qt.LayoutDirection.LayoutDirectionAuto
        rtl = self.rtl and self.flow == "page"
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


class Paragraph:
    """`text` in lines of at most `width` pixels; `natural` is what the longest line needs."""

    def __init__(self, text: str, font: QFont, width: float, setting: Setting) -> None:
        self.width = max(1.0, width)
        self.natural = 0.0
        self.height = 0.0
        # A new line within a paragraph is U+2028; QTextLayout draws "\n" as a missing letter.
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._layout.setTextOption(setting.option())
        self._break(setting.pitch)

    def _break(self, pitch: float) -> None:
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, top))
            self.natural = max(self.natural, line.naturalTextWidth())
            self.height = top + line.height()
            top += line.height() * pitch
        self._layout.endLayout()

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint with the painter's pen."""
        self._layout.draw(painter, QPointF(left, top))


def natural_width(text: str, font: QFont) -> float:
    """Return the width of `text` on one line."""
    return Paragraph(text, font, ENDLESS, Setting()).natural


def longest_word(text: str, font: QFont) -> float:
    """Return the width of the longest word of `text`."""
    return max((natural_width(word, font) for word in text.split()), default=0)


def fit_words(text: str, font: QFont, width: float, smallest: float = SMALLEST) -> QFont:
    """Return `font`, made smaller until the longest word fits into `width`, never below `smallest`.

    A word that still does not fit is broken by the paragraph.
    """
    longest = longest_word(text, font)
    if longest <= max(width, 0):
        return font
    scale = max(smallest, width / longest * 0.985)
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(font.pixelSize() * scale)))
    return smaller
