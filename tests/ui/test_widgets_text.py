from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.palette import HIGH_CONTRAST, contrast
from ui.theme import TEXT_SCALES, Theme
from ui.widgets import Align, Button, CheckRow, ChoiceTile, Cover, Hero, Row, Text
from ui.widgets.gallery import Gallery
from ui.widgets.layout import squeezed
from ui.widgets.paragraph import Flow

Show = Callable[..., QWidget]

LONG = "Wolfeschlegelsteinhausenbergerdorff" * 6
NAMES = [LONG, "Đặng Thị Ngọc Ánh Ấ̉y ỗ", "عبد الرحمن بن عبد العزيز آل سعود", "y", "प्रिया लक्ष्मी"]


def ink(image: QImage, ground: QColor) -> QRect:
    """The rectangle of all pixels that are not the ground."""
    rows = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) != ground
    ]
    xs, ys = [x for x, _ in rows], [y for _, y in rows]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def painted(text: Text, width: int, rim: int = 0) -> QImage:
    """The text as it is painted at its own height, with a rim around it that shows overflow."""
    text.resize(width, text.heightForWidth(width))
    image = QImage(text.size() + QSize(2 * rim, 2 * rim), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    flags = QWidget.RenderFlag.DrawChildren
    text.render(image, QRect(rim, rim, 1, 1).topLeft(), renderFlags=flags)
    return image


@pytest.mark.parametrize("rtl", [False, True], ids=["ltr", "rtl"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_painted_inside_its_box_at_any_width(
    name: str, qapp: QApplication, *, rtl: bool
) -> None:
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    text = Text("lead", name, bold=True, flow="auto")
    box = ink(painted(text, 300), QColor("white"))

    assert box.left() > 0
    assert box.right() < 299
    assert box.top() > 0
    assert box.bottom() < text.height() - 1


def test_no_letter_of_a_long_name_is_lost() -> None:
    narrow, wide = Text("lead", LONG), Text("lead", LONG)
    dark_narrow = _dark(painted(narrow, 300))
    dark_wide = _dark(painted(wide, 8000))

    assert narrow.height() > 8 * wide.height()
    assert dark_narrow == pytest.approx(dark_wide, rel=0.02)


def _dark(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for y in range(image.height())
        for x in range(image.width())
    )


@pytest.mark.parametrize(
    ("rtl", "flow", "align", "side"),
    [
        (False, "page", Align.START, "left"),
        (True, "page", Align.START, "right"),
        (True, "latin", Align.START, "right"),
        (True, "auto", Align.START, "right"),
        (False, "page", Align.END, "right"),
        (True, "page", Align.END, "left"),
        (True, "page", Align.CENTRE, "middle"),
    ],
)
def test_text_starts_at_the_pages_own_edge(
    flow: Flow, align: Align, side: str, qapp: QApplication, *, rtl: bool
) -> None:
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    text = Text("lead", "ALHASAN, LAYLA", flow=flow, align=align)
    box = ink(painted(text, 900), QColor("white"))

    spare = {"left": box.left(), "right": 899 - box.right()}
    if side == "middle":
        assert abs(spare["left"] - spare["right"]) <= 4
    else:
        assert spare[side] < 12
        assert spare["left" if side == "right" else "right"] > 400


def test_a_line_feed_starts_a_line() -> None:
    assert (
        Text("body", "one\ntwo").sizeHint().height() > Text("body", "one two").sizeHint().height()
    )


def test_text_is_its_own_accessible_name() -> None:
    text = Text("body", "Your photo")
    text.setText("Your card")
    assert text.accessibleName() == "Your card"


@pytest.mark.parametrize("scale", TEXT_SCALES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_in_the_gallery_lacks_room(
    language: str, scale: float, look: Theme, qapp: QApplication, shown: Show
) -> None:
    if language == "ar":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.set_text_scale(scale)
    gallery = Gallery(language)
    layout = gallery.layout()
    assert layout is not None
    shown(gallery, QSize(1920, layout.totalHeightForWidth(1920)))

    assert squeezed(gallery) == []


def test_squeezed_tells_what_lacks_room(shown: Show) -> None:
    gallery = shown(Gallery(), QSize(1920, 1500))
    assert squeezed(gallery)


@pytest.mark.parametrize("contrast_mode", [False, True], ids=["day", "contrast"])
def test_every_text_in_the_gallery_stands_on_a_ground_it_can_be_read_on(
    look: Theme, shown: Show, *, contrast_mode: bool
) -> None:
    if contrast_mode:
        look.set_palette(HIGH_CONTRAST)
    gallery = Gallery()
    shown(gallery, QSize(1920, 4400))
    image = gallery.grab().toImage()
    for text in gallery.findChildren(Text):
        if not text.isVisible() or not text.text():
            continue
        corner = text.mapTo(gallery, text.rect().bottomLeft())
        ground = image.pixelColor(corner).name()
        wanted = 12 if contrast_mode else 10
        assert contrast(look.palette.hex(text.ink), ground) >= wanted, text.text()


@pytest.mark.parametrize("landscape", [False, True])
def test_ornament_does_not_lower_the_contrast_of_words_on_it(
    look: Theme, shown: Show, *, landscape: bool
) -> None:
    look.fit(QSize(1920, 1080) if landscape else QSize(1080, 1920))
    hero, text = Hero(), Text("lead", LONG, ink="hero")
    hero.set_texts(LONG[:40], LONG)
    for words in (hero.title, hero.lead):
        words.set_ink("hero")  # as dark as the ground, so that only the ornament shows
    shown(hero, QSize(640, 900) if landscape else QSize(1080, 440))
    cover = Cover(text)
    shown(cover, QSize(1080, 1920))

    for page, words in ((hero, hero.title), (hero, hero.lead), (cover, text)):
        assert _worst(page, words) >= 10


def _worst(page: QWidget, words: Text) -> float:
    """The lowest contrast of white with any pixel of the words' place."""
    place = QRect(words.mapTo(page, words.rect().topLeft()), words.size())
    image = page.grab(place).toImage()
    pixels = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    return min(contrast("#FFFFFF", pixel) for pixel in pixels)


@pytest.mark.parametrize("width", [160, 320])
def test_long_labels_make_buttons_taller_instead_of_losing_letters(width: int) -> None:
    words = "Erase everything that I have written here and leave"
    for control in (Button("danger", words, icon="eraser"), ChoiceTile(words), CheckRow(words)):
        assert control.heightForWidth(width) > control.heightForWidth(2000)


def test_a_row_gives_a_long_value_all_the_lines_it_needs(shown: Show) -> None:
    row = Row("change:name")
    row.set_texts("Name", LONG, "Change")
    shown(row, QSize(700, row.heightForWidth(700)))

    assert squeezed(row) == []
    assert row.value.height() >= row.value.heightForWidth(row.value.width())
