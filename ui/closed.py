"""Closed: what a station shows when its machine lacks a wall that a real station must have.

Nobody can have chosen a language here, so the page says in every language of the city where to go,
and in one line for the staff which wall is missing and what names the cure. It knows nobody and
asks for nothing, like the curtain in whose place it stands.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from kiosk import city as cities
from kiosk.assets import FONTS
from kiosk.isolation.channel import SessionEnd
from ui.cloth import serve
from ui.pages.parts import Bench
from ui.screen import window_size
from ui.theme import Theme, install, load_all_fonts, load_first_fonts, theme
from ui.translate import FOLDER
from ui.widgets import Align, Cover, Glyph, Panel, Rule, Text, icon, vbox
from ui.words import CONTEXT

CLOSED, MISSING = "station-closed", "wall-missing"

Translate = Callable[[str, str], str]


def show(control: SessionEnd, size: str, city: str, wall: str) -> None:
    """Say that the notice is ready, and serve the supervisor until it kills this process."""
    application = QApplication(["city-id"])
    load_first_fonts(FONTS)
    load_all_fonts(FONTS)
    install(application, Theme())
    icon.warm()
    languages = cities.load(city).languages
    notice = Notice(languages, wall, Tongues(languages).say)
    wanted = window_size(notice, size)
    theme().fit(wanted)
    notice.resize(wanted)
    serve(control, notice)


class Tongues:
    """Says a code in any of several languages, at the same time."""

    def __init__(self, languages: Iterable[str]) -> None:
        # A QTranslator reads from the very bytes that it was given, so that they must stay.
        self._bytes = {code: (FOLDER / f"kiosk_{code}.qm").read_bytes() for code in languages}
        self._translators = {code: QTranslator() for code in self._bytes}
        for code, translator in self._translators.items():
            translator.load(self._bytes[code])

    def say(self, language: str, code: str) -> str:
        """Return the sentence for `code`. Raises KeyError for a language that is not there."""
        return self._translators[language].translate(CONTEXT, code) or code


class Notice(Cover):
    """The page: a sentence a language, and one for the staff in the city's first."""

    def __init__(self, languages: Sequence[str], wall: str, say: Translate) -> None:
        self.sentences = [
            Text("heading", say(language, CLOSED), align=Align.CENTRE, flow="auto")
            for language in languages
        ]
        told = say(languages[0], MISSING).format(wall=wall)
        self.staff = Text("caption", told, align=Align.CENTRE, flow="auto")
        sign = Bench(1, Glyph("power", 26, ink="danger", disc="danger_tint"), 1)
        panel = Panel()
        panel.setLayout(vbox(sign, *self.sentences, Rule(), self.staff, gap=7, margins=(16, 12)))
        super().__init__(panel)
        self.setWindowTitle("City ID")
