"""Gallery: every component in every state on one sheet, to be looked at by people.

It also feeds the tests: what is painted here is what they measure contrast and clipping on.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.devices import Frame
from ui.theme import METRICS, theme
from ui.widgets.art import portrait
from ui.widgets.button import Button, Kind
from ui.widgets.choice import CheckRow, ChoiceTile
from ui.widgets.cover import Cover, Hero
from ui.widgets.field import Field
from ui.widgets.frame import Header, Rail
from ui.widgets.icon import Glyph
from ui.widgets.layout import Box, Grid, hbox, vbox
from ui.widgets.paint import painter_on
from ui.widgets.panel import Notice, NoticeKind, Panel, Row, Sheet
from ui.widgets.paragraph import Align
from ui.widgets.picture import CardView, Guide, Picture
from ui.widgets.steps import Ring, Steps
from ui.widgets.text import Text, TextRole

SAMPLE: dict[str, tuple[str, ...]] = {
    "en": (
        "Get your City ID card", "About 8 minutes. Your card is printed here, today.",
        "Continue", "Back", "Erase everything now", "Given names",
        "If you have only one name, leave this empty.",
        "Check the date. Write the year with four digits.",
        "María Guadalupe Nguyễn-Wójcik", "Change", "Passport", "any country",
        "Almost: one more paper with your address",
        "A bill, a lease or a shelter letter would do. Not with you today? We print you a list.",
        "City of Alderport",
    ),
    "ar": (
        "احصل على بطاقة هوية المدينة", "نحو 8 دقائق. تُطبع بطاقتك هنا اليوم.",
        "متابعة", "رجوع", "امسح كل شيء الآن", "الأسماء الأولى",
        "إذا كان لديك اسم واحد فقط فاترك هذه الخانة فارغة.",
        "تحقق من التاريخ. اكتب السنة بأربعة أرقام.",
        "ليلى نور الحسن", "تغيير", "جواز سفر", "أي بلد",
        "بقي القليل: ورقة أخرى فيها عنوانك",
        "تكفي فاتورة أو عقد إيجار أو رسالة من مأوى. ليست معك اليوم؟ نطبع لك قائمة.",
        "مدينة ألدربورت",
    ),
}  # fmt: skip
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff" * 2

_STEPS = {
    "en": ("Papers", "About you", "Photo", "Check", "Card"),
    "ar": ("الأوراق", "عنك", "الصورة", "مراجعة", "البطاقة"),
}
_TILES = (
    "foreign-passport", "consular-card", "drivers-license", "birth-certificate",
    "school-id", "utility-bill", "lease", "shelter-letter",
)  # fmt: skip


def drawn_frame(width: int = 640, height: int = 480) -> Frame:
    """Return a frame with a drawn person, as a camera would give it."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(0xFFB9CDD3)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    person = QRectF(0, 0, height * 0.8, height)
    person.moveCenter(QRectF(image.rect()).center())
    portrait(painter, person)
    painter.end()
    stride = 3 * width
    lines = bytes(image.constBits())
    padded = image.bytesPerLine()
    return Frame(width, height, b"".join(lines[y * padded :][:stride] for y in range(height)))


class Gallery(QWidget):
    """Two columns of components. `language` is a key of SAMPLE; the layout direction is Qt's."""

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self._words = SAMPLE[language]
        self._steps = _STEPS[language]
        left = vbox(*self._texts(), *self._buttons(), *self._fields(), 1, gap=5)
        right = vbox(*self._panels(), *self._choices(), *self._pictures(), 1, gap=5)
        columns = hbox(left, right, gap=14, margins=(METRICS.page, 4))
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        header, rail, hero = Header(), Rail(), Hero()
        header.set_city(self._words[14])
        header.set_steps(self._steps, 2)
        rail.set_checked("contrast", checked=True)
        hero.set_texts(self._words[0], self._words[1])
        whole = vbox(header, hero, gap=5)
        whole.addLayout(columns, 1)
        whole.addWidget(rail)
        self.setLayout(whole)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(self.rect(), theme().color("paper"))

    def _texts(self) -> list[QWidget]:
        roles: tuple[TextRole, ...] = (
            "title", "heading", "lead", "body", "strong", "caption", "danger", "success",
        )  # fmt: skip
        texts: list[QWidget] = [Text(role, f"{role}: {self._words[1]}") for role in roles]
        return [*texts, Text("lead", LONG_NAME, bold=True)]

    def _buttons(self) -> list[Box]:
        kinds: tuple[Kind, ...] = ("secondary", "primary")
        pair = [Button(kind, self._words[3 - i]) for i, kind in enumerate(kinds)]
        pair[0].set_icon("arrow-left")
        forward = Button("primary", self._words[2], icon="arrow-right", icon_at_end=True)
        off = Button("primary", self._words[2])
        off.setEnabled(False)
        pressed = Button("secondary", self._words[3])
        pressed.setDown(True)
        lone = Button("danger", self._words[4], icon="eraser")
        ghost = Button("ghost", self._words[9], icon="pencil")
        long = Button("primary", f"{self._words[6]} {self._words[13]}", icon="printer")
        rows = [hbox(pair[0], forward), hbox(pressed, off, ghost), hbox(lone), hbox(long)]
        return [*rows, self._languages()]

    def _languages(self) -> Box:
        tiles = [
            Button("tile", "English", name="language:en"),
            Button("tile", "Español", sub="Spanish"),
            Button("tile", "العربية", sub="Arabic"),
            Button("tile", "Kreyòl ayisyen", sub="Haitian Creole"),
        ]
        tiles[0].setCheckable(True)
        tiles[0].setChecked(True)
        grid = Grid()
        grid.fill([*tiles], 2)
        return vbox(grid)

    def _fields(self) -> list[QWidget | Box]:
        plain, wrong, pin = Field("sample"), Field("wrong"), Field("pin", digits=True, masked=True)
        plain.set_texts(self._words[5], self._words[6])
        plain.set_text(self._words[8])
        wrong.set_texts(self._words[5])
        wrong.set_error(self._words[7])
        pin.set_texts("PIN")
        pin.set_text("123456")
        day, year = Field("day", digits=True, chars=2), Field("year", digits=True, chars=4)
        day.set_texts("27", "27 3 1987")
        day.set_text("27")
        year.set_texts("1987")
        year.set_text("1987")
        return [plain, wrong, hbox(day, year, pin)]

    def _panels(self) -> list[QWidget]:
        kinds: tuple[NoticeKind, ...] = ("info", "success", "warning", "danger")
        notices: list[QWidget] = [Notice(k, self._words[12], self._words[13]) for k in kinds]
        rows = [Row(), Row(), Row()]
        values = (self._words[8], LONG_NAME, "NGUYEN-WOJCIK, MARIA GUADALUPE")
        for row, value in zip(rows, values, strict=True):
            row.set_texts(self._words[5], value, self._words[9])
        checks = [CheckRow(self._words[10], self._words[13], "identity 3") for _ in range(2)]
        checks[0].setChecked(True)
        return [*notices[1:], notices[0], Sheet(*rows), Sheet(*checks), self._middle_steps()]

    def _middle_steps(self) -> QWidget:
        steps = Steps()
        steps.set_steps(self._steps, 3)
        return steps

    def _choices(self) -> list[Box]:
        tiles: list[QWidget] = []
        for index, kind in enumerate(_TILES):
            note = self._words[11] if index % 3 == 0 else ""
            tile = ChoiceTile(self._words[10], note, picture=f"documents/{kind}")
            tile.setChecked(index == 0)
            tiles.append(tile)
        plain = [ChoiceTile(word) for word in self._words[2:4]]
        plain[0].setChecked(True)
        grid = Grid()
        grid.fill(tiles, 4)
        return [vbox(grid), hbox(*plain)]

    def _pictures(self) -> list[QWidget | Box]:
        still = Picture(fill=True, mirrored=True, guide=Guide.GOOD, shape=(35, 45))
        waiting = Picture(fill=True, guide=Guide.WAITING, shape=(35, 45))
        for picture in (still, waiting):
            picture.set_frame(drawn_frame())
        ring = Ring(50)
        ring.set_left(27, 45)
        glyphs = [Glyph("shield-check"), Glyph("eraser", disc="success_tint", ink="success")]
        card = CardView(widest=140)
        return [hbox(still, waiting, vbox(ring, *glyphs)), card]


def still_there(language: str = "en") -> Cover:
    """Return a cover with a panel on it, as the idle page has."""
    words = SAMPLE[language]
    ring = Ring()
    ring.set_left(27, 45)
    panel = Panel()
    centre = Align.CENTRE
    title, body = Text("title", words[0], align=centre), Text("lead", words[1], align=centre)
    more, erase = Button("primary", words[2], icon="check"), Button("danger", words[4])
    inner = vbox(hbox(1, ring, 1), title, body, more, erase, gap=6, margins=(14, 12))
    panel.setLayout(inner)
    return Cover(panel)
