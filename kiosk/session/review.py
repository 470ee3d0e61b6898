"""Review: the applicant confirmed the card, and a clerk decided on the papers.

The serial and the day of issue are settled here, before anybody approves, so that the card shown
for confirmation is the card that is printed, pixel by pixel.
"""

from dataclasses import dataclass

from kiosk.errors import Incomplete
from kiosk.session.application import Application
from kiosk.session.evidence import Evidence
from kiosk.session.portrait import Portrait
from kiosk.session.term import CardTerm


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the applicant saw and confirmed. `serial` is random and says nothing about them."""

    application: Application
    portrait: Portrait
    serial: str
    term: CardTerm


@dataclass(frozen=True, slots=True)
class Review:
    """The clerk with this staff number found the papers sufficient for this confirmation."""

    confirmation: Confirmation
    evidence: Evidence
    clerk: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The signer did not accept the clerk's PIN. With no tries left approval is over."""

    tries_left: int


def confirm(
    application: Application | None, portrait: Portrait | None, serial: str, term: CardTerm
) -> Confirmation:
    """Put together what the applicant confirms.

    Raises Incomplete if an answer or the portrait is missing.
    """
    if application is None or portrait is None:
        raise Incomplete
    answers = (application.name, application.birth_date, application.gender, application.address)
    if application.language is None or any(answer is None for answer in answers):
        raise Incomplete
    return Confirmation(application, portrait, serial, term)


def approve(confirmation: Confirmation, evidence: Evidence, clerk: int) -> Review:
    """Return the clerk's review.

    Raises Incomplete if the papers do not suffice.
    """
    if not evidence.sufficient:
        raise Incomplete
    return Review(confirmation, evidence, clerk)
