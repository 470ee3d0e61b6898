"""Slip words: what stands on a slip around its reasons and papers, in the language shown."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from kiosk.formats.slip import AppealWords, Rules, TakeHomeWords
from ui.translate import day_in_words, language


def take_home_words() -> TakeHomeWords:
    """Return the words of a take-home slip."""
    translate = QCoreApplication.translate
    return TakeHomeWords(
        heading=translate("slip", "What to bring"),
        missing=translate("slip", "Still missing"),
        bring=translate("slip", "This is enough"),
        instead=translate("slip", "Or this"),
        code=translate("slip", "Code for the office"),
        nameless=translate("slip", "Nobody’s name is on this paper."),
    )


def appeal_words(where: Sequence[str]) -> AppealWords:
    """Return the words of an appeal slip; `where` is the pack's text about where to appeal."""
    translate = QCoreApplication.translate
    return AppealWords(
        heading=translate("slip", "No card today"),
        reasons=translate("slip", "Why"),
        where_heading=translate("slip", "If you do not agree"),
        where=where,
        code=translate("slip", "Code for the office"),
        nameless=translate("slip", "Nobody’s name is on this paper."),
    )


def rules(issuer: str, pack: str, version: str, today: date) -> Rules:
    """Return by which rules a slip is made, and when; `issuer` is the city's name as shown."""
    return Rules(language(), issuer, pack, version, day_in_words(today))
