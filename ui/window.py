"""Window: header, page and rail, and the covers that hide them.

A cover takes the place of everything instead of lying over it, so that behind it nothing is
painted, nothing has the focus and no key is heard. The title is the same for everybody.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QStackedWidget, QWidget

from kiosk.city import City
from ui.keys import Keys
from ui.pages import Page
from ui.pages.covers import Dark, EraseCover, HiddenCover, IdleCover
from ui.palette import DAY, HIGH_CONTRAST
from ui.theme import METRICS, TEXT_SCALES, theme
from ui.translate import language
from ui.widgets import Align, Header, Panel, Rail, Text, vbox
from ui.widgets.paint import painter_on

TITLE: Final = "City ID"
SCALES: Final = tuple(scale for scale in TEXT_SCALES if scale <= 1.3)  # noqa: PLR2004 see below
"""Text sizes at which every page holds; at 1.6 some pages of a small panel do not."""


class Window(QWidget):
    """The screen of one session.

    `rail_pressed` carries every key of the rail; larger text, contrast, hiding and the question
    before erasing are done here. `erase_confirmed`, `more_time`, `panic`: what a person wants.
    """

    rail_pressed = Signal(str)
    erase_confirmed = Signal()
    more_time = Signal()
    panic = Signal()

    def __init__(self, city: City, missing: Sequence[str] | None = None) -> None:
        """Show nothing yet. `missing`: the walls a training station lacks; None: no training."""
        super().__init__()
        self.setWindowTitle(TITLE)
        self._city = city
        self.header, self.rail = Header(), Rail()
        self.banner = Banner(missing)
        self.pages = QStackedWidget()
        self.idle_cover, self.hidden_cover = IdleCover(), HiddenCover()
        self.erase_cover, self._dark = EraseCover(), Dark()
        self._body = QWidget()
        self._faces = QStackedLayout(self)
        self._focused: QWidget | None = None
        self._hidden = False  # whether the person wants the screen hidden, whatever else covers it
        self._lay_out()
        self._connect()
        self.retranslate()
        self._keys = Keys(_application(), self)
        self._keys.panic.connect(self.panic)

    @property
    def page(self) -> Page | None:
        """The page that is shown, or that a cover hides."""
        page = self.pages.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def covered(self) -> bool:
        """Whether a cover hides everything."""
        return self._faces.currentWidget() is not self._body

    def show_page(self, page: Page) -> None:
        """Show `page`; the window keeps it until it is taken away by `remove_page`."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._say_step()
        self._thin_out_rail()

    def remove_page(self, page: Page) -> None:
        """Let go of `page`, which the caller destroys."""
        self.pages.removeWidget(page)

    def warn_idle(self) -> None:
        """Ask whether somebody is still there."""
        self._cover(self.idle_cover)
        self.idle_cover.more.setFocus()

    def count_down(self, left: int, total: int) -> None:
        """Show on the idle cover that `left` of `total` seconds remain."""
        self.idle_cover.count_down(left, total)

    def hide_answers(self) -> None:
        """Cover the screen until the person shows it again."""
        self._hidden = True
        self._cover(self.hidden_cover)
        self.hidden_cover.show_button.setFocus()

    def ask_erase(self) -> None:
        """Ask whether everything is to be erased."""
        self._cover(self.erase_cover)
        self.erase_cover.no.setFocus()

    def show_again(self) -> None:
        """Take back `hide_answers`, and whatever else covers the page."""
        self._hidden = False
        self.uncover()

    def uncover(self) -> None:
        """Show the page again, with the focus where it was; a hidden screen stays hidden."""
        if self._faces.currentWidget() is self._dark:
            return
        if self._hidden:
            self.hide_answers()
            return
        self._faces.setCurrentWidget(self._body)
        if self._focused is not None:
            self._focused.setFocus()
        self._focused = None

    def go_dark(self) -> None:
        """Show nothing any more, whatever comes."""
        self._cover(self._dark)
        self.repaint()

    def retranslate(self) -> None:
        self.header.set_city(self._city.name[language()])
        self._say_step()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        theme().fit(event.size())
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(self.rect(), theme().color("paper"))

    # -- how it is put together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        # Pages are as large as what is left for them; a page never pushes the window out of shape.
        self.pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.pages.setMinimumSize(1, 1)
        column = vbox(self.header, self.banner, gap=0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.rail)
        self._body.setLayout(column)
        self._faces.setSizeConstraint(QStackedLayout.SizeConstraint.SetNoConstraint)
        covers = (self.idle_cover, self.hidden_cover, self.erase_cover, self._dark)
        for face in (self._body, *covers):
            self._faces.addWidget(face)
        for key, button in self.rail.buttons.items():
            place = button.sizePolicy()
            place.setRetainSizeWhenHidden(key != "listen")
            # A touch on the rail leaves the focus in the field that is being written.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(place)

    def _connect(self) -> None:
        self.rail.pressed.connect(self._pressed)
        self.idle_cover.more_time.connect(self.uncover)
        self.idle_cover.more_time.connect(self.more_time)
        self.idle_cover.erase.connect(self.erase_confirmed)
        self.erase_cover.stay.connect(self.uncover)
        self.erase_cover.erase.connect(self.erase_confirmed)
        self.hidden_cover.show_again.connect(self.show_again)

    def _pressed(self, key: str) -> None:
        if key == "text":
            self._enlarge()
        elif key == "contrast":
            theme().set_palette(DAY if theme().palette is HIGH_CONTRAST else HIGH_CONTRAST)
            self.rail.set_checked(key, checked=theme().palette is HIGH_CONTRAST)
        elif key == "hide":
            self.hide_answers()
        elif key == "erase":
            self.ask_erase()
        self.rail_pressed.emit(key)

    def _enlarge(self) -> None:
        """Go to the next larger text, and from the largest to the smallest."""
        place = (SCALES.index(theme().text_scale) + 1) % len(SCALES)
        theme().set_text_scale(SCALES[place])
        self.rail.set_checked("text", checked=theme().text_scale > 1)

    def _cover(self, cover: QWidget) -> None:
        if self._faces.currentWidget() is self._dark:
            return
        if not self.covered:
            self._focused = self.focusWidget()
        self._faces.setCurrentWidget(cover)

    def _thin_out_rail(self) -> None:
        """Leave only what the page allows. There is no speech yet, so that nothing offers it."""
        keeps = self.page is None or self.page.keeps_rail
        for key, button in self.rail.buttons.items():
            button.setVisible(key != "listen" and (keeps or key == "hide"))

    def _say_step(self) -> None:
        names = (
            self.tr("Papers"),
            self.tr("About you"),
            self.tr("Photo"),
            self.tr("Check"),
            self.tr("Card"),
        )
        step = self.page.step if self.page is not None else None
        if step is None:
            self.header.set_steps((), 0)
            return
        sentence = self.tr("Step {number} of {total}: {name}")
        said = sentence.format(number=step + 1, total=len(names), name=names[step])
        self.header.set_steps(names, step, said)


class Banner(Panel):
    """One line on a training station: nothing here is valid, and which walls are missing."""

    def __init__(self, missing: Sequence[str] | None) -> None:
        super().__init__("warning_tint", edge=None, square=True)
        self._missing = missing or ()
        self._words = _Small("caption", ink="warning", bold=True, align=Align.CENTRE)
        self.setLayout(vbox(self._words, margins=(METRICS.page, 1.5)))
        self.setVisible(missing is not None)
        self.retranslate()

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def retranslate(self) -> None:
        training = self.tr("TRAINING · SPECIMEN")
        walls = self.tr("missing here: {walls}").format(walls=", ".join(self._missing))
        self._words.setText(f"{training} · {walls}" if self._missing else training)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Small(Text):
    """Words for the staff: they leave the room to the page when its text is larger."""

    def text_font(self) -> QFont:
        return theme().font(METRICS.caption, bold=True, scaled=False)


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    if app is None:
        raise LookupError
    return app
