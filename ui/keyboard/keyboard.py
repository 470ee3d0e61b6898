"""Keyboard: our own, in our own process, typing into the field it was told to.

Qt's virtual keyboard keeps a dictionary on disk, and any other keyboard is another process that
sees every letter. Keys send key events to an explicit target, so they work without a focus, and
nothing is learned or suggested.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout

from ui.keyboard.keys import LEAST_KEY, Key, Sheet, shown
from ui.keyboard.plane import (
    Page,
    Plane,
    Special,
    after_typing,
    press,
    route,
    rows,
    specials,
)
from ui.keyboard.tables import Tables
from ui.theme import METRICS, theme
from ui.widgets.field import Field
from ui.widgets.layout import vbox
from ui.widgets.panel import Panel

_ICONS = {Special.BACKSPACE: "delete", Special.SHIFT: "arrow-big-up"}
_RTL = frozenset({"ar", "ur"})
_RIM = (5.0, 4.0)  # mm between the keys and the tray's edge


class Keyboard(Panel):
    """Types into `set_target`'s field. `advanced` is the Next key.

    `language_asked` carries the code of the table after the globe key has changed the script.
    """

    advanced = Signal()
    language_asked = Signal(str)

    def __init__(self, tables: Tables, language: str = "en", *, digits: bool = False) -> None:
        """Show the letters of `language`, or the pad if `digits`; no page is built before that."""
        super().__init__("sunken", edge=None, square=True)
        self._tables = tables
        self._target: Field | None = None
        self._sheets: dict[Plane, Sheet] = {}
        self._focusable = False
        page = Page.DIGITS if digits else Page.LETTERS
        self._plane = Plane(language, tables.scripts(language)[0], page)
        self._stack = QStackedLayout()
        self.setLayout(vbox(self._stack, gap=0, margins=_RIM))
        # The order of keys is the table's; only the rows of right-to-left scripts are turned.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme().changed.connect(self._turn_screen)
        self._turn_screen()
        self._follow_text()

    def set_language(self, code: str) -> None:
        """Show the letters of `code`, or Latin ones if it has no table."""
        self._plane = replace(
            self._plane, language=code, code=self._tables.scripts(code)[0], number=0, shifted=False
        )
        self._follow_text()
        self.updateGeometry()

    def set_target(self, field: Field | None) -> None:
        """Type into `field` from now on; a field of digits gets the pad."""
        self._target = field
        page = Page.DIGITS if field is not None and field.digits else Page.LETTERS
        self._plane = replace(self._plane, page=page, number=0, shifted=False)
        self._follow_text()

    def set_focusable(self, *, on: bool) -> None:
        """Let keys take the focus, for people who type with a five-key pad or two switches."""
        self._focusable = on
        for sheet in self._sheets.values():
            self._apply_focus(sheet)

    def warm(self) -> None:
        """Build the pages of this language now, so that the first touch waits for nothing."""
        here = self._plane
        planes = [replace(here, shifted=True), replace(here, shifted=False)]
        planes += [replace(here, page=page, shifted=False) for page in (Page.NUMBERS, Page.DIGITS)]
        for plane in (*planes, here):
            self._show(plane)

    def visible_signs(self) -> set[str]:
        """Return the signs that one touch types now, without the space."""
        return {sign for row in rows(self._tables, self._plane) for sign in row}

    def route(self, sign: str) -> tuple[str, ...] | None:
        """Return the keys to touch, in order, to type `sign` from here; None if it is nowhere.

        Each is found as the visible widget called "key:" and that name, by `key`.
        """
        return route(self._tables, self._plane, sign, self._before())

    def key(self, name: str) -> Key:
        """Return the visible key that types the sign `name` or is the special key `name`.

        Raises KeyError if it is not on the page shown.
        """
        found = {key.sign: key for key in self._sheets[self._plane].all_keys()}
        return found[name]

    def sizeHint(self) -> QSize:
        """Return the size of the tallest page, so that turning pages moves nothing else."""
        return QSize(theme().mm(250), self._height(METRICS.key))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().mm(210), self._height(LEAST_KEY))

    def retranslate(self) -> None:
        for plane, sheet in self._sheets.items():
            for key in sheet.all_keys():
                if key.sign in set(Special):
                    self._label(key, Special(key.sign), plane)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _height(self, key: float) -> int:
        now = theme()
        letters = self._tables.letters[self._tables.scripts(self._plane.language)[0]].rows
        count = 1 + max(len(page) for page in (letters, self._tables.numbers, *self._tables.extra))
        return count * now.mm(key) + (count - 1) * now.mm(METRICS.gap) + 2 * now.mm(_RIM[1])

    def _turn_screen(self) -> None:
        """Stand at the bottom of a portrait screen; fill the side of a landscape one."""
        wide = theme().landscape
        down = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)

    # -- what is shown --------------------------------------------------------------------------

    def _show(self, plane: Plane) -> None:
        self._plane = plane
        if plane not in self._sheets:
            self._sheets[plane] = sheet = self._build(plane)
            self._stack.addWidget(sheet)
        self._stack.setCurrentWidget(self._sheets[plane])

    def _build(self, plane: Plane) -> Sheet:
        lines = [[(self._sign(sign), 2.0) for sign in row] for row in rows(self._tables, plane)]
        if plane.page is Page.DIGITS:
            zero = lines[-1][0]
            last = [(self._special(Special.BACKSPACE, plane), 2.0), zero]
            lines[-1] = [*last, (self._special(Special.NEXT, plane), 2.0)]
        else:
            if plane.page is Page.LETTERS and plane.code in _RTL:
                lines = [line[::-1] for line in lines]
            self._add_specials(lines, plane)
        sheet = Sheet(lines)
        self._apply_focus(sheet)
        return sheet

    def _add_specials(self, lines: list[list[tuple[Key, float]]], plane: Plane) -> None:
        """Put shift and backspace around the last row of signs, and the others below it."""
        have = specials(self._tables, plane)
        room = 2.0 * max(len(lines[-1]) + 2, *(len(line) for line in lines))
        side = min(4.0, (room - 2.0 * len(lines[-1])) / 2)
        if Special.SHIFT in have:
            lines[-1].insert(0, (self._special(Special.SHIFT, plane), side))
        lines[-1].append((self._special(Special.BACKSPACE, plane), side))
        below = {Special.GLOBE: 0.13, Special.NUMBERS: 0.12, Special.EXTRA: 0.12, Special.NEXT: 0.2}
        widths = {key: share * room for key, share in below.items() if key in have}
        widths[Special.SPACE] = room - sum(widths.values())
        order = (Special.GLOBE, Special.NUMBERS, Special.EXTRA, Special.SPACE, Special.NEXT)
        lines.append([(self._special(key, plane), widths[key]) for key in order if key in widths])

    def _sign(self, sign: str) -> Key:
        key = Key(sign)
        key.clicked.connect(lambda: self._type(sign))
        return key

    def _special(self, special: Special, plane: Plane) -> Key:
        key = Key(special, special=True, icon=self._icon(special, plane))
        if special is Special.SHIFT:
            key.setCheckable(True)
            key.setChecked(plane.shifted)
        if special is Special.BACKSPACE:
            key.setAutoRepeat(True)
            key.setAutoRepeatDelay(500)
            key.setAutoRepeatInterval(90)
        key.clicked.connect(lambda: self._touched(special))
        self._label(key, special, plane)
        return key

    def _icon(self, special: Special, plane: Plane) -> str:
        signs = self._tables.letters[plane.code].shift
        if special is Special.SHIFT and signs and plane.page is Page.LETTERS:
            return ""  # it shows vowel signs, not capitals
        return _ICONS.get(special, "")

    def _label(self, key: Key, special: Special, plane: Plane) -> None:
        shown, spoken = self._words(special, plane)
        key.setText(shown)
        key.setAccessibleName(spoken)

    def _words(self, special: Special, plane: Plane) -> tuple[str, str]:
        """Return what a special key shows and what speech calls it."""
        letters = self._tables.letters
        round_ = self._tables.scripts(plane.language)
        other = letters[round_[(round_.index(plane.code) + 1) % len(round_)]].label
        numbers = "123" if plane.page is not Page.NUMBERS else letters[plane.code].label
        words = {
            Special.SHIFT: (self._shift_label(plane), self.tr("Capital letters")),
            Special.BACKSPACE: ("", self.tr("Delete")),
            Special.GLOBE: (other, self.tr("Other alphabet")),
            Special.NUMBERS: (numbers, self.tr("Numbers and signs")),
            Special.EXTRA: (self._extra_label(plane), self.tr("More letters")),
            Special.SPACE: (self.tr("Space"), self.tr("Space")),
            Special.NEXT: (self.tr("Next"), self.tr("Next")),
        }
        return words[special]

    def _extra_label(self, plane: Plane) -> str:
        if plane.page is not Page.EXTRA:
            return "áñł"
        return "öśž" if plane.number + 1 < len(self._tables.extra) else "abc"

    def _shift_label(self, plane: Plane) -> str:
        table = self._tables.letters[plane.code]
        if plane.page is not Page.LETTERS or table.shift is None:
            return ""
        return shown((table.rows if plane.shifted else table.shift)[0][0])

    def _apply_focus(self, sheet: Sheet) -> None:
        policy = Qt.FocusPolicy.StrongFocus if self._focusable else Qt.FocusPolicy.NoFocus
        for key in sheet.all_keys():
            key.setFocusPolicy(policy)

    # -- typing ---------------------------------------------------------------------------------

    def _touched(self, special: Special) -> None:
        if special is Special.NEXT:
            self.advanced.emit()
        elif special is Special.SPACE:
            self._type(" ")
        elif special is Special.BACKSPACE:
            self._send(Qt.Key.Key_Backspace, "")
            self._follow_text()
        else:
            self._turn(special)

    def _turn(self, special: Special) -> None:
        self._restore_shift()
        self._show(press(self._tables, self._plane, special, self._before()))
        if special is Special.GLOBE:
            self.language_asked.emit(self._plane.code)

    def _restore_shift(self) -> None:
        """Undo the toggle of a touched shift key: its sheet is kept and stands for one plane."""
        for key in self._sheets[self._plane].all_keys():
            if key.sign == Special.SHIFT:
                key.setChecked(self._plane.shifted)

    def _type(self, sign: str) -> None:
        self._send(Qt.Key.Key_unknown, sign)
        self._follow_text()

    def _send(self, key: Qt.Key, text: str) -> None:
        if self._target is None:
            return
        edit = self._target.edit
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(edit, event)

    def _follow_text(self) -> None:
        """Show capitals at the start of a word."""
        self._show(after_typing(self._tables, self._plane, self._before()))

    def _before(self) -> str:
        """Return the text before the cursor."""
        if self._target is None:
            return ""
        edit = self._target.edit
        return edit.text()[: edit.cursorPosition()]
