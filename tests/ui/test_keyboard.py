from collections.abc import Callable
from unicodedata import category

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.keyboard import Keyboard, Tables, load_tables
from ui.keyboard.keys import Key
from ui.keyboard.plane import Page, Plane, Special, after_typing
from ui.keyboard.tables import FOLDER
from ui.theme import Theme
from ui.widgets import Field, vbox

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton
LANGUAGES = ("en", "es", "ar")
EVERY = tuple(
    sorted(path.stem for path in FOLDER.glob("*.toml") if len(path.stem) == 2)  # ISO 639-1
)


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables(EVERY)


class Typist:
    """A page with a field and the keyboard, and somebody who touches keys."""

    def __init__(
        self, tables: Tables, language: str, qtbot: QtBot, *, digits: bool = False
    ) -> None:
        self.field = Field("name", digits=digits)
        self.keyboard = Keyboard(tables, language)
        self.page = QWidget()
        self.page.setLayout(vbox(self.field, 1, self.keyboard, gap=0))
        self.qtbot = qtbot

    def touch(self, name: str) -> None:
        key = self.keyboard.key(name)
        assert key.isVisible()
        self.qtbot.mouseClick(key, LEFT)

    def write(self, text: str) -> None:
        for sign in text:
            keys = self.keyboard.route(sign)
            assert keys is not None, sign
            for key in keys:
                self.touch(key)


@pytest.fixture
def typist(shown: Show, qtbot: QtBot) -> Callable[..., Typist]:
    def make(language: str = "en", *, digits: bool = False) -> Typist:
        typist = Typist(load_tables((language, *LANGUAGES)), language, qtbot, digits=digits)
        shown(typist.page, QSize(1080, 1200))
        typist.keyboard.set_target(typist.field)
        return typist

    return make


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_a_table_is_typed_into_the_target(
    language: str, typist: Callable[..., Typist], tables: Tables
) -> None:
    hand = typist(language)
    table = tables.letters[language]
    for row in (*table.rows, *(table.shift or ())):
        for sign in row:
            hand.field.set_text("")
            hand.write(sign)
            assert hand.field.text() == sign


def test_every_extra_letter_and_number_is_typed(
    typist: Callable[..., Typist], tables: Tables
) -> None:
    hand = typist("en")
    for page in (*tables.extra, tables.numbers):
        for sign in (sign for row in page for sign in row):
            hand.field.set_text("x")
            hand.write(sign)
            assert hand.field.text() == f"x{sign}"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mary-Jane O'Brien Smith"),
        ("en", "418 Alder Street, Apt 3B"),
        ("es", "María Guadalupe Núñez"),
        ("en", "Nguyễn Wójcik".replace("ễ", "ê")),
        ("ar", "ليلى نور الحسن"),
        ("ar", "Layla Alhasan"),
        ("en", "ليلى"),
        ("uk", "Соломія Григоренко-Щербак"),
        ("hi", "प्रिया लक्ष्मी"),
    ],
)
def test_names_and_addresses_can_be_written(
    language: str, text: str, typist: Callable[..., Typist]
) -> None:
    hand = typist(language)
    hand.write(text)
    assert hand.field.text() == text


def test_words_begin_with_capitals_without_a_touch(typist: Callable[..., Typist]) -> None:
    hand = typist("en")
    touched = ["M", "a", "space", "J", "-", "O", "'", "B", "r"]
    for name in touched:
        hand.touch(name)
    assert hand.field.text() == "Ma J-O'Br"


def test_shift_is_undone_by_a_second_touch_and_lasts_for_one_letter(
    typist: Callable[..., Typist],
) -> None:
    hand = typist("en")
    assert "A" in hand.keyboard.visible_signs()
    hand.touch("shift")
    assert "a" in hand.keyboard.visible_signs()
    hand.write("d")
    hand.touch("shift")
    assert hand.keyboard.key("shift").isChecked()
    hand.touch("A")
    assert "b" in hand.keyboard.visible_signs()
    hand.touch("shift")
    hand.touch("shift")
    assert hand.field.text() == "dA"
    assert not hand.keyboard.key("shift").isChecked()


def test_backspace_takes_the_last_letter_and_capitals_come_back(
    typist: Callable[..., Typist],
) -> None:
    hand = typist("en")
    hand.write("Al")
    hand.touch("backspace")
    hand.touch("backspace")
    assert hand.field.text() == ""
    assert "A" in hand.keyboard.visible_signs()


def test_a_field_of_digits_gets_the_pad(typist: Callable[..., Typist]) -> None:
    hand = typist("en", digits=True)
    assert hand.keyboard.visible_signs() == set("0123456789")
    hand.write("1987")
    hand.touch("backspace")
    assert hand.field.text() == "198"
    assert hand.keyboard.route("a") is None


def test_numbers_stay_until_a_space_and_a_foreign_letter_for_one_touch(
    typist: Callable[..., Typist],
) -> None:
    hand = typist("en")
    hand.touch("numbers")
    for digit in "418":
        hand.touch(digit)
    hand.touch("space")
    assert "A" in hand.keyboard.visible_signs()
    hand.touch("extra")
    hand.touch("Á")
    assert "b" in hand.keyboard.visible_signs()
    assert hand.field.text() == "418 Á"


def test_the_globe_goes_round_the_scripts(typist: Callable[..., Typist], qtbot: QtBot) -> None:
    hand = typist("ar")
    with qtbot.waitSignal(hand.keyboard.language_asked) as asked:
        hand.touch("globe")
    assert asked.args == ["en"]
    assert "A" in hand.keyboard.visible_signs()
    hand.touch("globe")
    assert "ض" in hand.keyboard.visible_signs()


def test_next_only_says_so(typist: Callable[..., Typist], qtbot: QtBot) -> None:
    hand = typist("en")
    with (
        qtbot.waitSignal(hand.keyboard.advanced),
        qtbot.assertNotEmitted(hand.field.returned),
    ):
        hand.touch("next")
    assert hand.field.text() == ""


def test_it_types_into_its_target_and_not_into_what_has_the_focus(
    typist: Callable[..., Typist],
) -> None:
    hand = typist("en")
    other = Field("other")
    layout = hand.page.layout()
    assert layout is not None
    layout.addWidget(other)
    other.setFocus()
    hand.touch("M")
    assert (hand.field.text(), other.text()) == ("M", "")
    hand.keyboard.set_target(None)
    hand.touch("a" if "a" in hand.keyboard.visible_signs() else "A")
    assert (hand.field.text(), other.text()) == ("M", "")


def test_keys_take_the_focus_only_when_asked(typist: Callable[..., Typist]) -> None:
    hand = typist("en")
    hand.field.setFocus()
    hand.touch("M")
    assert hand.field.edit.hasFocus()
    hand.keyboard.set_focusable(on=True)
    assert hand.keyboard.key("a").focusPolicy() is Qt.FocusPolicy.StrongFocus
    hand.touch("shift")
    assert hand.keyboard.key("A").focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_language_without_a_table_writes_latin(typist: Callable[..., Typist]) -> None:
    hand = typist("en")
    hand.keyboard.set_language("xx")
    hand.write("Ana")
    assert hand.field.text() == "Ana"


@pytest.mark.parametrize("language", EVERY)
@pytest.mark.parametrize(
    "size",
    [QSize(1080, 1920), QSize(1920, 1080), QSize(594, 1056), QSize(1056, 594)],
    ids=["portrait-4", "landscape-4", "portrait-2.2", "landscape-2.2"],
)
def test_keys_are_large_enough_for_a_finger(
    language: str, size: QSize, look: Theme, shown: Show, tables: Tables
) -> None:
    look.fit(size)
    keyboard = Keyboard(tables, language)
    width = size.width() * 9 // 16 if look.landscape else size.width()
    shown(keyboard, QSize(width, keyboard.sizeHint().height()))
    for special in (None, Special.NUMBERS, Special.EXTRA):
        keyboard.warm()
        if special in {key.sign for key in visible(keyboard)}:
            keyboard.key(str(special)).click()
        for key in visible(keyboard):
            assert min(key.width(), key.height()) >= look.mm(18) - 1, key.sign


def visible(keyboard: Keyboard) -> list[Key]:
    return [key for key in keyboard.findChildren(Key) if key.isVisible()]


@pytest.mark.parametrize("language", EVERY)
def test_keys_do_not_overlap_and_have_names(language: str, shown: Show, tables: Tables) -> None:
    keyboard = Keyboard(tables, language)
    shown(keyboard, QSize(1080, keyboard.sizeHint().height()))
    keys = visible(keyboard)
    for index, key in enumerate(keys):
        assert key.accessibleName()
        assert key.objectName() == f"key:{key.sign}"
        assert not any(key.geometry().intersects(other.geometry()) for other in keys[index + 1 :])


def test_the_keyboard_keeps_its_height_from_page_to_page(typist: Callable[..., Typist]) -> None:
    hand = typist("en")
    height = hand.keyboard.height()
    for name in ("numbers", "numbers", "extra", "extra"):
        hand.touch(name)
        assert hand.keyboard.height() == height


def test_a_page_is_built_once(typist: Callable[..., Typist]) -> None:
    hand = typist("en")
    key = hand.keyboard.key("A")
    hand.touch("shift")
    hand.touch("shift")
    assert hand.keyboard.key("A") is key


def test_special_keys_are_named_again_in_another_language(
    typist: Callable[..., Typist],
) -> None:
    hand = typist("en")
    hand.keyboard.key("space").setText("")
    QApplication.sendEvent(hand.keyboard, QEvent(QEvent.Type.LanguageChange))
    assert hand.keyboard.key("space").text() == "Space"


@pytest.mark.parametrize("language", EVERY)
def test_no_table_holds_presentation_forms_or_repeats_a_sign(language: str, tables: Tables) -> None:
    """Presentation forms (U+FB50…) are what a bad Arabic layout types; they are no letters."""
    table = tables.letters[language]
    for plane in (table.rows, table.shift or ()):
        signs = [sign for row in plane for sign in row]
        assert len(signs) == len(set(signs))
        assert all(not "\ufb50" <= sign <= "\ufdff" for sign in signs)
        assert all(not "\ufe70" <= sign <= "\ufeff" for sign in signs)
        assert all(category(letter) != "Cn" for sign in signs for letter in sign)


def test_capitals_come_only_where_the_script_has_them(tables: Tables) -> None:
    assert after_typing(tables, Plane("en", "en"), "").shifted
    assert not after_typing(tables, Plane("en", "en"), "a").shifted
    assert not after_typing(tables, Plane("ar", "ar"), "").shifted
    assert after_typing(tables, Plane("hi", "hi"), "").shifted
    digits = Plane("en", "en", Page.DIGITS)
    assert after_typing(tables, digits, "") == digits
