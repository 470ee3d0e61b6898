from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.devices import Frame
from ui.palette import HIGH_CONTRAST
from ui.theme import Theme
from ui.widgets import (
    Button,
    CardView,
    CheckRow,
    ChoiceTile,
    Field,
    Header,
    Picture,
    Rail,
    Ring,
    Row,
    Steps,
    Text,
    vbox,
)
from ui.widgets.frame import RAIL_ICONS
from ui.widgets.gallery import Gallery, still_there
from ui.widgets.icon import FOLDER, known, warm
from ui.widgets.picture import to_image

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def field(shown: Show) -> Field:
    field = Field("surname")
    field.set_texts("Family name", "If you have only one name, leave this empty.")
    shown(field, QSize(600, 300))
    field.setFocus()
    return field


def make_touchable() -> list[QAbstractButton]:
    return [Button("primary", "Go on"), ChoiceTile("Passport"), CheckRow("Passport")]


@pytest.mark.parametrize("index", range(3))
def test_a_touch_counts_only_if_it_begins_and_ends_inside(
    index: int, shown: Show, qtbot: QtBot
) -> None:
    control = make_touchable()[index]
    shown(control, QSize(500, 200))
    outside, inside = QPoint(-30, -30), QPoint(50, 50)
    with qtbot.assertNotEmitted(control.clicked):
        QTest.mousePress(control, LEFT, pos=inside)
        QTest.mouseRelease(control, LEFT, pos=outside)
    with qtbot.assertNotEmitted(control.clicked):
        QTest.mousePress(control, LEFT, pos=outside)
        QTest.mouseRelease(control, LEFT, pos=inside)
    with qtbot.waitSignal(control.clicked):
        QTest.mouseClick(control, LEFT, pos=inside)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_keys_too(key: Qt.Key, shown: Show, qtbot: QtBot) -> None:
    button = shown(Button("primary", "Go on"))
    assert isinstance(button, Button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_the_focus_ring_is_shown_only_while_keys_drive(shown: Show, qtbot: QtBot) -> None:
    first, second = Button("primary", "One"), Button("primary", "Two")
    page = QWidget()
    page.setLayout(vbox(first, second))
    shown(page, QSize(600, 400))
    qtbot.mouseClick(first, LEFT)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    rings = [first.ring]
    calm = first.grab().toImage()

    second.setFocus(Qt.FocusReason.TabFocusReason)
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    rings.append(first.ring)
    assert rings == [False, True]
    assert first.grab().toImage() != calm


def test_the_rail_says_what_was_touched_and_shows_what_it_is_told(
    shown: Show, qtbot: QtBot
) -> None:
    rail = Rail()
    shown(rail, QSize(1080, 160))
    for key, button in rail.buttons.items():
        with qtbot.waitSignal(rail.pressed) as pressed:
            qtbot.mouseClick(button, LEFT)
        assert pressed.args == [key]
        assert not button.isChecked()
    rail.set_checked("contrast", checked=True)
    assert rail.buttons["contrast"].isChecked()


def test_rail_buttons_are_found_by_name() -> None:
    rail = Rail()
    for key in RAIL_ICONS:
        assert rail.findChild(Button, f"rail:{key}") is rail.buttons[key]


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)])
def test_targets_are_at_least_20_mm(size: QSize, look: Theme, shown: Show) -> None:
    look.fit(size)
    gallery = shown(Gallery(), QSize(size.width(), 6000))
    least = look.mm(20) - 1  # half a pixel each way from rounding
    for control in gallery.findChildren(QAbstractButton):
        assert min(control.width(), control.height()) >= least, control.text()
    for field in gallery.findChildren(Field):
        assert min(field.box.width(), field.box.height()) >= least


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080)])
def test_header_and_rail_fit_their_screen(size: QSize, look: Theme, shown: Show) -> None:
    look.fit(size)
    header, rail = Header(), Rail()
    header.set_city("City of Alderport")
    header.set_steps(("Papers", "About you", "Photo", "Check", "Card"), 1)
    page = QWidget()
    page.setLayout(vbox(header, 1, rail, gap=0))
    shown(page, size)

    assert header.width() == rail.width() == size.width()
    for left, right in pairwise(rail.buttons.values()):
        assert left.geometry().right() < right.geometry().left()
    assert header.steps.isVisible()
    beside = header.steps.geometry().top() < header.city.geometry().bottom()
    assert beside is look.landscape


def test_rows_and_steps_mirror_on_a_page_that_reads_from_the_right(
    qapp: QApplication, shown: Show
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = Row()
    row.set_texts("الاسم", "ليلى", "تغيير")
    shown(row, QSize(900, 140))
    assert row.change.geometry().right() < row.value.geometry().left()

    steps = Steps()
    steps.set_steps(("a", "b", "c"), 0)
    steps.resize(600, 100)
    assert steps._middle(0).x() > steps._middle(2).x()


# -- the edit that gives nothing away ---------------------------------------------------------


def test_nothing_typed_reaches_the_clipboard_or_a_selection(field: Field, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    selections: list[str] = []
    qtbot.keyClicks(field.edit, "Alhasan")
    field.edit.selectionChanged.connect(lambda: selections.append(field.edit.selectedText()))
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key in "ACXVZY":
        qtbot.keyClick(field.edit, getattr(Qt.Key, f"Key_{key}"), control)
        assert not field.edit.hasSelectedText()
    for move in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        qtbot.keyClick(field.edit, move, shift)
        assert not field.edit.hasSelectedText()

    assert clipboard.text() == "before"
    assert not any(selections)
    assert field.text() == "Alhasan"


def test_the_mouse_selects_drags_and_pastes_nothing(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "Alhasan")
    middle, end = QPoint(5, 20), QPoint(120, 20)
    qtbot.mouseDClick(field.edit, LEFT, pos=middle)
    assert not field.edit.hasSelectedText()
    qtbot.mousePress(field.edit, LEFT, pos=middle)
    qtbot.mouseMove(field.edit, end)
    qtbot.mouseRelease(field.edit, LEFT, pos=end)
    assert not field.edit.hasSelectedText()
    QGuiApplication.clipboard().setText("pasted")
    qtbot.mouseClick(field.edit, Qt.MouseButton.MiddleButton)
    assert field.text() == "Alhasan"
    assert not field.edit.acceptDrops()
    assert field.edit.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_programs_that_select_all_select_nothing(field: Field) -> None:
    field.set_text("Alhasan")
    field.edit.selectAll()
    assert not field.edit.hasSelectedText()


@pytest.mark.parametrize("text", ["é", "ض", "क्षि", "𐐷", "O'Brien", "نام\u200cخانوادگی"])
def test_letters_of_every_script_are_taken(text: str, field: Field) -> None:
    for letter in text:
        key, plain = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field.edit, QKeyEvent(QEvent.Type.KeyPress, key, plain, letter))
    assert field.text() == text


def test_a_field_tells_what_happens_to_it(qtbot: QtBot, shown: Show) -> None:
    field, other = Field("given_names"), Field("other")
    page = QWidget()
    page.setLayout(vbox(field, other))
    shown(page, QSize(600, 600))
    other.setFocus()
    with qtbot.waitSignal(field.entered) as entered:
        qtbot.mouseClick(field.box, LEFT)
    assert entered.args == [field]
    with qtbot.waitSignal(field.changed) as changed:
        qtbot.keyClicks(field.edit, "a")
    assert changed.args == ["a"]
    with qtbot.waitSignal(field.returned):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_an_error_stands_above_the_box_and_is_spoken(field: Field, qtbot: QtBot) -> None:
    plain = field.box.grab().toImage()
    assert field.edit.accessibleDescription() == field.hint.text()
    field.set_error("Enter your name.")
    qtbot.waitUntil(lambda: field.error.isVisible() and field.error.height() > 1)

    assert field.error.geometry().bottom() < field.box.geometry().top()
    assert field.edit.accessibleName() == "Family name"
    assert field.edit.accessibleDescription() == "Enter your name."
    field.edit.clearFocus()
    assert field.box.grab().toImage() != plain
    field.set_error("")
    assert not field.error.isVisible()


def test_a_masked_field_shows_no_digit() -> None:
    pin = Field("pin", digits=True, masked=True)
    pin.set_text("123456")
    assert pin.edit.echoMode() is QLineEdit.EchoMode.Password
    assert "1" not in pin.edit.displayText()


# -- pictures ---------------------------------------------------------------------------------

RED, BLUE = b"\xff\x00\x00", b"\x00\x00\xff"


def test_a_frame_is_shown_as_it_is_even_with_odd_rows() -> None:
    image = to_image(Frame(3, 2, RED * 3 + BLUE * 3))
    assert [image.pixelColor(x, 0).name() for x in range(3)] == ["#ff0000"] * 3
    assert [image.pixelColor(x, 1).name() for x in range(3)] == ["#0000ff"] * 3


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_mirrored_picture_turns_left_and_right(shown: Show, *, mirrored: bool) -> None:
    picture = Picture(mirrored=mirrored)
    picture.set_frame(Frame(2, 1, RED + BLUE))
    shown(picture, QSize(400, 200))
    left = picture.grab().toImage().pixelColor(60, 100).name()
    assert left == ("#0000ff" if mirrored else "#ff0000")


def test_a_picture_keeps_its_proportion_unless_it_fills(shown: Show) -> None:
    frame = Frame(2, 2, RED * 4)
    kept, filled = Picture(), Picture(fill=True)
    for picture in (kept, filled):
        picture.set_frame(frame)
        shown(picture, QSize(400, 200))
    assert kept.grab().toImage().pixelColor(40, 100).name() != "#ff0000"
    assert filled.grab().toImage().pixelColor(40, 100).name() == "#ff0000"


def test_a_picture_forgets(shown: Show) -> None:
    for view in (Picture(), CardView()):
        view.set_frame(Frame(1, 1, RED))
        shown(view, QSize(400, 300))
        view.set_frame(None)
        assert view._image is None
        assert view.grab().toImage().pixelColor(200, 150).name() != "#ff0000"


def test_a_card_has_the_proportion_of_a_card() -> None:
    card = CardView()
    card.resize(700, card.heightForWidth(700))
    assert card._card().width() / card._card().height() == pytest.approx(85.6 / 53.98, rel=0.01)


# -- the whole --------------------------------------------------------------------------------


def test_every_control_has_a_name_for_speech(shown: Show) -> None:
    gallery = shown(Gallery())
    for control in gallery.findChildren(QAbstractButton):
        assert control.accessibleName() or control.text()
    for edit in gallery.findChildren(QLineEdit):
        assert edit.accessibleName()


def test_a_cover_hides_everything_under_it(shown: Show) -> None:
    cover = still_there()
    shown(cover, QSize(540, 960))
    image = cover.grab().toImage()
    assert image.pixelColor(0, 0).alpha() == 255
    assert cover.findChildren(Ring)


def test_words_follow_the_language(shown: Show, qapp: QApplication) -> None:
    class Other(QTranslator):
        def translate(
            self, _context: str, source: str, _note: str | None = None, _n: int = -1
        ) -> str:
            return f"[{source}]"

        def isEmpty(self) -> bool:  # noqa: N802 Qt's name
            return False

    header, rail = Header(), Rail()
    shown(header)
    shown(rail)
    translator = Other()
    qapp.installTranslator(translator)
    for widget in (header, rail):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    try:
        assert header.badge.text() == "[Nothing is kept]"
        assert rail.buttons["erase"].text() == "[Erase and leave]"
    finally:
        qapp.removeTranslator(translator)


def test_the_palette_changes_what_is_shown_at_once(look: Theme, shown: Show) -> None:
    text = shown(Text("title", "Your photo"), QSize(400, 100))
    before = text.grab().toImage()
    look.set_palette(HIGH_CONTRAST)
    assert text.grab().toImage() != before


def test_a_widget_that_is_gone_does_not_answer_to_the_theme(look: Theme, qtbot: QtBot) -> None:
    text = Text("title", "Your photo")
    with qtbot.waitSignal(text.destroyed):
        text.deleteLater()
    look.set_palette(HIGH_CONTRAST)


def test_every_icon_can_be_drawn() -> None:
    names = [p.relative_to(FOLDER).with_suffix("").as_posix() for p in FOLDER.rglob("*.svg")]
    assert len(names) > 60
    assert all(known(name) for name in names)
    assert not known("no-such-icon")


def test_what_icons_there_are_is_known_without_opening_a_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sealed session can open none: asking would end it."""
    warm()

    def sealed(*_: object, **__: object) -> None:
        raise PermissionError

    for opens in ("open", "read_text", "stat", "rglob", "is_file"):
        monkeypatch.setattr(Path, opens, sealed)
    assert known("check")
    assert not known("no-such-icon")
