"""Text: words on a page. It wraps anywhere it must and tells its true height for a width."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.palette import Token
from ui.theme import METRICS, Role, theme
from ui.widgets.paint import follow_theme, is_rtl, painter_on
from ui.widgets.paragraph import Align, Flow, Paragraph, Setting, natural_width

TextRole = Literal[
    "display", "title", "heading", "lead", "body", "strong", "caption", "danger", "success"
]


@dataclass(frozen=True, slots=True)
class Voice:
    """How a role sounds: size, weight, colour, and the distance of its lines."""

    size: Role
    bold: bool = False
    ink: Token = "ink"
    pitch: float = 0.93


VOICES: Final[dict[TextRole, Voice]] = {
    "display": Voice("display", bold=True, pitch=0.82),
    "title": Voice("title", bold=True, pitch=0.86),
    "heading": Voice("heading", bold=True, pitch=0.9),
    "lead": Voice("lead"),
    "body": Voice("body", ink="ink2"),
    "strong": Voice("body", bold=True),
    "caption": Voice("caption", ink="ink2"),
    "danger": Voice("body", bold=True, ink="danger"),
    "success": Voice("body", bold=True, ink="success"),
}

_COMFORTABLE: Final = 150.0  # mm: a longer line is only used where a layout gives it


class Text(QWidget):
    """A paragraph in a `role`. `ink` and `bold` override the role's; `flow` as in `paragraph`.

    In a row it takes what the other items leave; given more height than it needs it stands in the
    middle, so that a column of words wants a stretch: vbox(head, body, 1).
    """

    def __init__(
        self,
        role: TextRole = "body",
        text: str = "",
        *,
        ink: Token | None = None,
        bold: bool | None = None,
        align: Align = Align.START,
        flow: Flow = "page",
    ) -> None:
        super().__init__()
        self._voice = VOICES[role]
        self._ink: Token = ink or self._voice.ink
        self._bold = self._voice.bold if bold is None else bold
        self._align = align
        self._flow: Flow = flow
        self._most_lines = 0
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        """Show `text`; a line feed starts a new line."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def shrink_to(self, most_lines: int) -> None:
        """Let the text shrink by up to a third so as to need no more lines; 0 takes it back."""
        self._most_lines = most_lines
        self.updateGeometry()

    @property
    def ink(self) -> Token:
        return self._ink

    def set_ink(self, ink: Token) -> None:
        self._ink = ink
        self.update()

    def text_font(self) -> QFont:
        return theme().font(METRICS.role(self._voice.size), bold=self._bold)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width).height + 0.499) + self._bearing()

    def sizeHint(self) -> QSize:
        natural = natural_width(self._text, self.text_font()) + 2 * self._bearing() + 1
        width = min(round(natural + 0.5), theme().mm(_COMFORTABLE * theme().text_scale))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        line = self._laid(theme().mm(1000)).height
        least = min(hint.width(), 4 * self.text_font().pixelSize())
        return QSize(least, round(line) + self._bearing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setPen(theme().color(self._ink))
        laid = self._laid(self.width())
        spare = max(0.0, self.height() - self._bearing() - laid.height)
        laid.paint(painter, self._bearing(), self._bearing() + spare / 2)

    def _laid(self, width: int) -> Paragraph:
        setting = Setting(is_rtl(self), self._flow, self._align, self._voice.pitch)
        room = width - 2 * self._bearing()
        font = self.text_font()
        least = font.pixelSize() * 0.66
        laid = Paragraph(self._text, font, room, setting)
        while 0 < self._most_lines < laid.lines and font.pixelSize() * 0.95 >= least:
            font.setPixelSize(int(font.pixelSize() * 0.95))
            laid = Paragraph(self._text, font, room, setting)
        return laid

    def _bearing(self) -> int:
        """Room for ink beyond the line: j before its start, ـج after its end, ी above it."""
        return 1 + self.text_font().pixelSize() // 18
