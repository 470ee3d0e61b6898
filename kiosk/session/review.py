"""Review: the applicant confirmed the card, and a clerk decided on the papers.

The serial and the day of issue are settled here, before anybody approves, so that the card shown
for confirmation is the card that is printed, pixel by pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.errors import Incomplete
from kiosk.policy import CardAddress, EvidencePolicy
from kiosk.session.application import Address, AddressKind, Application, Question
from kiosk.session.evidence import Applicant, Document, Evidence, completions, weigh
from kiosk.session.portrait import Portrait
from kiosk.session.term import CardTerm

ALL_ASKED = tuple(question.value for question in Question)
_DERIVED = {Question.LATIN_NAME.value}  # a name may have none


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the applicant saw and confirmed. `serial` is random and says nothing about them."""

    application: Application
    portrait: Portrait
    serial: str
    term: CardTerm


@dataclass(frozen=True, slots=True)
class Review:
    """The clerk with this staff number found the papers sufficient for this confirmation.

    `second` is the staff number of who decided on an exception together with them.
    """

    confirmation: Confirmation
    evidence: Evidence
    clerk: int
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The signer did not accept the clerk's PIN. With no tries left approval is over."""

    tries_left: int


def confirm(
    application: Application | None,
    portrait: Portrait | None,
    serial: str,
    term: CardTerm,
    asked: Sequence[str] = ALL_ASKED,
) -> Confirmation:
    """Put together what the applicant confirms; `asked` are the questions that the city asks.

    Raises Incomplete if an answer or the portrait is missing.
    """
    if application is None or portrait is None:
        raise Incomplete
    wanted = {*asked} - _DERIVED
    if any(getattr(application, question) is None for question in wanted):
        raise Incomplete
    return Confirmation(application, portrait, serial, term)


def address_fits(evidence: Evidence, address: Address) -> bool:
    """Return whether the card may show this address, by the papers that prove where one lives."""
    match evidence.address:
        case None | CardAddress.HOME:
            return True
        case CardAddress.CARE_OF | CardAddress.ALTERNATIVE:
            return address.kind is not AddressKind.HOME
        case CardAddress.OMITTED:
            return address.kind is AddressKind.OMITTED


def first_fitting(
    policy: EvidencePolicy, today: date, applicant: Applicant, address: Address
) -> tuple[str, ...]:
    """Return the first of the shortest lists of kinds that suffices for a card with `address`.

    Empty if none does. For specimens and rehearsals, whose people bring what will do.
    """
    for kinds in completions([], policy, today, applicant):
        evidence = weigh([Document(kind) for kind in kinds], policy, today, applicant)
        if address_fits(evidence, address):
            return kinds
    return ()


def approve(
    confirmation: Confirmation, evidence: Evidence, clerk: int, second: int | None = None
) -> Review:
    """Return the clerk's review, or, where a requirement was excepted, that of two people.

    Raises Incomplete if the papers do not suffice or forbid the address that was confirmed, if an
    exception has no second person, or if the second person is the clerk.
    """
    address = confirmation.application.address
    if not evidence.sufficient or (address is not None and not address_fits(evidence, address)):
        raise Incomplete
    if second == clerk or (evidence.excepted and second is None):
        raise Incomplete
    return Review(confirmation, evidence, clerk, second)
