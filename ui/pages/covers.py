"""Covers: what stands in the place of everything. Behind a cover nothing is painted or listens."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.pages.parts import Bench
from ui.theme import theme
from ui.widgets import Align, Button, Cover, Glyph, Panel, Ring, Text, vbox
from ui.widgets.paint import painter_on


class IdleCover(Cover):
    """Asks whether somebody is still there. `more_time` and `erase` are the two answers."""

    more_time = Signal()
    erase = Signal()

    def __init__(self) -> None:
        self.ring = Ring()
        self.title = Text("title", align=Align.CENTRE)
        self.lead = Text("lead", align=Align.CENTRE)
        self.more = Button("primary", icon="check", name="more-time")
        self.end = Button("danger", icon="eraser", name="erase-now")
        self._left = 0
        super().__init__(_panel(self.ring, self.title, self.lead, self.more, self.end))
        self.more.clicked.connect(self.more_time)
        self.end.clicked.connect(self.erase)
        self.retranslate()

    def count_down(self, left: int, total: int) -> None:
        """Show that `left` of `total` seconds remain."""
        self._left = left
        self.ring.set_left(left, total)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Are you still there?"))
        self.lead.setText(
            self.tr(
                "To protect you, this screen erases everything in %n second(s).", "", self._left
            )
        )
        self.more.setText(self.tr("I need more time"))
        self.end.setText(self.tr("Erase everything now"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class EraseCover(Cover):
    """Asks once before everything is erased, because a hand can slip."""

    stay = Signal()
    erase = Signal()

    def __init__(self) -> None:
        self.glyph = Glyph("eraser", 26, ink="danger", disc="danger_tint")
        self.title = Text("title", align=Align.CENTRE)
        self.lead = Text("lead", align=Align.CENTRE)
        self.yes = Button("primary", icon="eraser", name="erase-yes")
        self.no = Button("secondary", icon="arrow-left", name="erase-no")
        super().__init__(_panel(self.glyph, self.title, self.lead, self.yes, self.no))
        self.no.clicked.connect(self.stay)
        self.yes.clicked.connect(self.erase)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Erase everything and leave?"))
        self.lead.setText(self.tr("Your answers and your photo are erased. You can start anew."))
        self.yes.setText(self.tr("Yes, erase and leave"))
        self.no.setText(self.tr("No, go on"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class HiddenCover(Cover):
    """Hides the screen from others until the person shows it again."""

    show_again = Signal()

    def __init__(self) -> None:
        self.glyph = Glyph("eye-off", 44, ink="hero_ink", disc=None)
        self.title = Text("title", ink="hero_ink", align=Align.CENTRE)
        self.lead = Text("lead", ink="hero_ink", align=Align.CENTRE)
        self.show_button = Button("secondary", icon="eye", name="show-answers")
        super().__init__(*_centred(self.glyph), self.title, self.lead, self.show_button)
        self.show_button.clicked.connect(self.show_again)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(self.tr("The screen is hidden"))
        self.lead.setText(self.tr("Your answers are still here."))
        self.show_button.setText(self.tr("Show my answers"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Dark(QWidget):
    """Nothing at all: this session is over."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(self.rect(), theme().color("ink"))


def _panel(picture: QWidget, *parts: QWidget) -> Panel:
    panel = Panel()
    panel.setLayout(vbox(*_centred(picture), *parts, gap=5, margins=(16, 9)))
    return panel


def _centred(picture: QWidget) -> tuple[QWidget]:
    return (Bench(1, picture, 1),)
