"""Printer notice: what is amiss with the card printer, drawn and said, before anybody needs it.

It is calm and keeps nobody from going on: a clerk can see to it meanwhile.
"""

from PySide6.QtCore import QSize

from kiosk.devices import Condition
from ui.pages.printer_picture import PrinterPicture
from ui.theme import theme
from ui.widgets import Panel, Text, hbox, vbox
from ui.words import word

_PICTURE = 34.0  # mm
_LOW = "printer-out-of-cards"  # the scene that shows what to do before it is too late


class PrinterNotice(Panel):
    """Shows a Condition; hidden while nothing is amiss."""

    def __init__(self) -> None:
        super().__init__("warning_tint", edge="warning_edge")
        self._condition: Condition | None = None
        self.picture = _Small()
        self.head, self.body = Text("strong", ink="warning"), Text("body", ink="warning")
        words = vbox(1, self.head, self.body, 1, gap=1)
        line = hbox(self.picture, words, gap=5, margins=(5, 4))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.show_condition(None)

    def show_condition(self, condition: Condition | None) -> None:
        """Show what is amiss; None: nothing is."""
        self._condition = condition
        self.setVisible(condition is not None)
        trouble = None if condition is None else condition.trouble
        self.picture.set_scene(_LOW if trouble is None else trouble.value)
        self.retranslate()

    def retranslate(self) -> None:
        if self._condition is None:
            return
        if self._condition.trouble is not None:
            self.head.setText(self.tr("Please call a clerk before you go on."))
            self.body.setText(word(self._condition.trouble.value))
        else:
            self.head.setText(self.tr("Clerk: please look at the card printer soon."))
            self.body.setText(self._left(self._condition))

    def _left(self, condition: Condition) -> str:
        """Say what is left, as far as the printer knows."""
        counts = []
        if condition.cards is not None:
            counts.append(self.tr("Blank cards left: {cards}.").format(cards=condition.cards))
        if condition.ribbon is not None:
            last = self.tr("Cards that the ribbon lasts for: {cards}.")
            counts.append(last.format(cards=condition.ribbon))
        return " ".join(counts) or self.tr("Cards or ribbon will soon be used up.")


class _Small(PrinterPicture):
    def sizeHint(self) -> QSize:
        return QSize(theme().mm(_PICTURE), theme().mm(_PICTURE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
