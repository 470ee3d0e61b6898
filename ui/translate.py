"""Translate: the languages of the screen, and switching between them.

All translations are read into memory before the session is sealed, so that switching opens no file.
A language also says in which direction a page is read; digits are 0 to 9 in every language, because
that is what the card prints.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER: Final = Path(__file__).resolve().parent.parent / "assets" / "translations"
_PROPERTY: Final = "kioskLanguage"
_DEFAULT: Final = "en"


@dataclass(frozen=True, slots=True)
class Language:
    """A language as its speakers find it: its own name, a greeting, and where its dates come from.

    `locale` is one that writes 0 to 9.
    """

    name: str
    english: str
    hello: str
    locale: str


LANGUAGES: Final = {
    "en": Language("English", "English", "Hello", "en_US"),
    "es": Language("Español", "Spanish", "Hola", "es_US"),
    "ar": Language("العربية", "Arabic", "مرحبًا", "ar_AE"),
}
"""Every language that can be shown; a pack names those that its city wants."""


class Translator:
    """Holds the translations of `languages` and shows one of them at a time.

    Raises FileNotFoundError if a language was not compiled (`make languages`).
    """

    def __init__(self, languages: Iterable[str], folder: Path = FOLDER) -> None:
        self._bytes = {code: (folder / f"kiosk_{code}.qm").read_bytes() for code in languages}
        self._shown: QTranslator | None = None

    def use(self, code: str) -> None:
        """Show all words in the language `code` and turn the pages its way.

        Raises KeyError for a language that this translator was not made with.
        """
        fresh = QTranslator()
        fresh.load(self._bytes[code])
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise LookupError  # noqa: TRY004 there is no application yet, not a wrong one
        app.setProperty(_PROPERTY, code)
        app.setLayoutDirection(direction(code))
        # The new one comes first, so that no page is ever asked to show the bare source text.
        old, self._shown = self._shown, fresh
        app.installTranslator(fresh)
        if old is not None:
            app.removeTranslator(old)


def language() -> str:
    """Return the code of the language that is shown."""
    app = QCoreApplication.instance()
    code = app.property(_PROPERTY) if app else None
    return code if isinstance(code, str) else _DEFAULT


def direction(code: str) -> Qt.LayoutDirection:
    """Return the direction in which the language `code` is read."""
    return QLocale(LANGUAGES[code].locale).textDirection()


def day_in_words(day: date) -> str:
    """Return `day` with the month as a word, such as "27 March 1987", in the language shown."""
    locale = QLocale(LANGUAGES[language()].locale)
    pattern = "d 'de' MMMM 'de' yyyy" if language() == "es" else "d MMMM yyyy"
    return locale.toString(QDate(day.year, day.month, day.day), pattern)
