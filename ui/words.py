"""Words for codes: refusals, troubles of printers, verdicts and requirements.

`self.tr(variable)` cannot be seen by the tool that collects the texts, so that every code stands
once in CODES, where it can. The sentences are in the .ts files, English ones too.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT: Final = "codes"

CODES: Final = (
    # What a page cannot take, and what to do instead.
    QT_TRANSLATE_NOOP("codes", "name-empty"),
    QT_TRANSLATE_NOOP("codes", "too-long"),
    QT_TRANSLATE_NOOP("codes", "unprintable"),
    QT_TRANSLATE_NOOP("codes", "no-room"),
    QT_TRANSLATE_NOOP("codes", "not-latin"),
    QT_TRANSLATE_NOOP("codes", "date-incomplete"),
    QT_TRANSLATE_NOOP("codes", "year-short"),
    QT_TRANSLATE_NOOP("codes", "date-impossible"),
    QT_TRANSLATE_NOOP("codes", "date-future"),
    QT_TRANSLATE_NOOP("codes", "date-too-old"),
    QT_TRANSLATE_NOOP("codes", "address-empty"),
    QT_TRANSLATE_NOOP("codes", "contact-empty"),
    # What keeps the printer from printing, and what the clerk does about it.
    QT_TRANSLATE_NOOP("codes", "printer-not-there"),
    QT_TRANSLATE_NOOP("codes", "printer-out-of-cards"),
    QT_TRANSLATE_NOOP("codes", "printer-cover-open"),
    QT_TRANSLATE_NOOP("codes", "printer-ribbon"),
    QT_TRANSLATE_NOOP("codes", "printer-jam"),
    QT_TRANSLATE_NOOP("codes", "printer-busy"),
    QT_TRANSLATE_NOOP("codes", "printer-paused"),
    QT_TRANSLATE_NOOP("codes", "printer-unfit"),
    QT_TRANSLATE_NOOP("codes", "printer-not-ours"),
    QT_TRANSLATE_NOOP("codes", "printer-other"),
    # Why a card that was printed is spoiled, where it cannot be seen.
    QT_TRANSLATE_NOOP("codes", "card-unreadable"),
    QT_TRANSLATE_NOOP("codes", "card-unverified"),
    # What keeps a slip from being printed; it is shown instead.
    QT_TRANSLATE_NOOP("codes", "slip-printer-not-there"),
    QT_TRANSLATE_NOOP("codes", "slip-printer-out-of-paper"),
    QT_TRANSLATE_NOOP("codes", "slip-printer-cover-open"),
    QT_TRANSLATE_NOOP("codes", "slip-printer-busy"),
    QT_TRANSLATE_NOOP("codes", "slip-printer-unfit"),
    QT_TRANSLATE_NOOP("codes", "slip-printer-other"),
    # What a document is worth.
    QT_TRANSLATE_NOOP("codes", "counted"),
    QT_TRANSLATE_NOOP("codes", "expired"),
    QT_TRANSLATE_NOOP("codes", "repeated"),
    QT_TRANSLATE_NOOP("codes", "alone"),
    QT_TRANSLATE_NOOP("codes", "too-old"),
    QT_TRANSLATE_NOOP("codes", "copy"),
    QT_TRANSLATE_NOOP("codes", "lacks-mark"),
    QT_TRANSLATE_NOOP("codes", "not-theirs"),
    QT_TRANSLATE_NOOP("codes", "not-at-this-age"),
    QT_TRANSLATE_NOOP("codes", "worth-unknown"),
    # What a paper itself shows.
    QT_TRANSLATE_NOOP("codes", "mark-photo"),
    QT_TRANSLATE_NOOP("codes", "mark-birth_date"),
    QT_TRANSLATE_NOOP("codes", "mark-address"),
    QT_TRANSLATE_NOOP("codes", "copy-original"),
    QT_TRANSLATE_NOOP("codes", "copy-certified"),
    QT_TRANSLATE_NOOP("codes", "copy-any"),
    QT_TRANSLATE_NOOP("codes", "of-applicant"),
    QT_TRANSLATE_NOOP("codes", "of-spouse"),
    # How a paper that was read goes with what was typed.
    QT_TRANSLATE_NOOP("codes", "expiry"),
    QT_TRANSLATE_NOOP("codes", "agrees"),
    QT_TRANSLATE_NOOP("codes", "shortened"),
    QT_TRANSLATE_NOOP("codes", "partly"),
    QT_TRANSLATE_NOOP("codes", "order"),
    QT_TRANSLATE_NOOP("codes", "swapped"),
    QT_TRANSLATE_NOOP("codes", "near"),
    QT_TRANSLATE_NOOP("codes", "differs"),
    QT_TRANSLATE_NOOP("codes", "please-compare"),
    QT_TRANSLATE_NOOP("codes", "in-date"),
    QT_TRANSLATE_NOOP("codes", "paper-expired"),
    # Why there is no card, where no rule about papers says it; and where a pack says nothing.
    QT_TRANSLATE_NOOP("codes", "papers-doubted"),
    QT_TRANSLATE_NOOP("codes", "ask-the-office"),
    # Why two members of staff do without a paper.
    QT_TRANSLATE_NOOP("codes", "exception-lost"),
    QT_TRANSLATE_NOOP("codes", "exception-withheld"),
    QT_TRANSLATE_NOOP("codes", "exception-never"),
    QT_TRANSLATE_NOOP("codes", "exception-danger"),
    # What the card has room for; the names of the answers, as on the "check" page.
    QT_TRANSLATE_NOOP("codes", "name"),
    QT_TRANSLATE_NOOP("codes", "latin_name"),
    QT_TRANSLATE_NOOP("codes", "birth_date"),
    QT_TRANSLATE_NOOP("codes", "gender"),
    QT_TRANSLATE_NOOP("codes", "address"),
    QT_TRANSLATE_NOOP("codes", "veteran"),
    QT_TRANSLATE_NOOP("codes", "emergency_contact"),
    QT_TRANSLATE_NOOP("codes", "portrait"),
    # What would make a better photo, for the person in front of the mirror.
    QT_TRANSLATE_NOOP("codes", "portrait-too-dark"),
    QT_TRANSLATE_NOOP("codes", "portrait-too-bright"),
    QT_TRANSLATE_NOOP("codes", "portrait-more-faces"),
    QT_TRANSLATE_NOOP("codes", "portrait-nearer"),
    QT_TRANSLATE_NOOP("codes", "portrait-back"),
    QT_TRANSLATE_NOOP("codes", "portrait-left"),
    QT_TRANSLATE_NOOP("codes", "portrait-right"),
    QT_TRANSLATE_NOOP("codes", "portrait-up"),
    QT_TRANSLATE_NOOP("codes", "portrait-down"),
    QT_TRANSLATE_NOOP("codes", "portrait-side-light"),
    QT_TRANSLATE_NOOP("codes", "portrait-not-sharp"),
    QT_TRANSLATE_NOOP("codes", "portrait-background"),
    # What can fail while a card is approved.
    QT_TRANSLATE_NOOP("codes", "same-person"),
    QT_TRANSLATE_NOOP("codes", "signer-lost"),
    QT_TRANSLATE_NOOP("codes", "unverified"),
    # What keeps a station closed.
    QT_TRANSLATE_NOOP("codes", "station-closed"),
    QT_TRANSLATE_NOOP("codes", "wall-missing"),
)


def word(code: str) -> str:
    """Return `code` in the language shown, or the code itself if nobody has translated it."""
    return QCoreApplication.translate(CONTEXT, code)
