"""Journey: what one applicant has finished so far. The only state machine in the kiosk.

The stage is never stored: it is the first field still empty in the station's order, so it cannot
disagree with the values. That each value rests on the ones before it is the business of the
signatures: `approve` takes a Confirmation, `issue` takes a Review.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.errors import Incomplete, NoWayBack
from kiosk.isolation.approval import MOST_CARDS
from kiosk.policy import EvidencePolicy
from kiosk.session.application import Answer, Application, Question, answer
from kiosk.session.card import Card
from kiosk.session.credential import Credential
from kiosk.session.evidence import Evidence
from kiosk.session.family import Shared, comes_along, lasting
from kiosk.session.portrait import Portrait
from kiosk.session.printing import Printed
from kiosk.session.readiness import Readiness
from kiosk.session.review import Confirmation, Review

Order = tuple[str, ...]

WALK_UP: Order = (
    "language",
    "readiness",
    "notice",
    "name",
    "latin_name",
    "birth_date",
    "gender",
    "address",
    "veteran",
    "emergency_contact",
    "portrait",
    "check",
    "evidence",
    "review",
    # ---- the valve: from here on a serial is spent and the only ways are forward and out ----
    "credential",
    "card",
    "printed",
    "taken",
)
DONE = "done"

_QUESTIONS = frozenset(question.value for question in Question)
_RESTS_ON_PAPERS = frozenset({Question.ADDRESS, Question.BIRTH_DATE})


@dataclass(frozen=True, slots=True)
class Journey:
    """One field per stage; a question is a field of `application`. None: not done yet.

    `shared` is no stage: what the family's last journey left for this one, or, once the card is
    printed, what this one leaves for the next.
    """

    readiness: Readiness | None = None
    notice: bool | None = None
    application: Application = field(default_factory=Application)
    portrait: Portrait | None = None
    check: Confirmation | None = None
    evidence: Evidence | None = None
    review: Review | None = None
    credential: Credential | None = None
    card: Card | None = None
    printed: Printed | None = None
    taken: bool | None = None
    shared: Shared | None = None


def order(questions: Sequence[str], whole: Order = WALK_UP) -> Order:
    """Return `whole` without the questions that a city does not ask."""
    return tuple(name for name in whole if name not in _QUESTIONS or name in questions)


def stage(journey: Journey, order: Order) -> str:
    """Return the name of the first stage in `order` that is not done, or DONE.

    A printed card rests on all stages before it, whose values are discarded by then.
    """
    left = order if journey.printed is None else order[order.index("printed") :]
    return next((name for name in left if _value(journey, name) is None), DONE)


def shown(journey: Journey, order: Order, wish: str | None) -> str:
    """Return the stage to show: the finished one that was wished for, or the one to be done.

    Nobody returns behind the valve, and nobody skips ahead, whatever is wished for.
    """
    now = stage(journey, order)
    if wish is None or wish not in order or now == DONE or journey.credential is not None:
        return now
    return wish if order.index(wish) < order.index(now) else now


def before(journey: Journey, order: Order, at: str) -> str:
    """Return the stage before `at`.

    Raises NoWayBack at the first one, or once the credential has been signed.
    """
    place = order.index(at)
    if place == 0 or journey.credential is not None:
        raise NoWayBack
    return order[place - 1]


def answered(journey: Journey, question: Question, value: Answer) -> Journey:
    """Return `journey` with the answer; a changed one empties what rests on it.

    Raises NoWayBack if the credential has been signed.
    """
    if journey.credential is not None:
        raise NoWayBack
    application = answer(journey.application, question, value)
    if application == journey.application:
        return journey
    keep = question not in _RESTS_ON_PAPERS
    return replace(
        journey,
        application=application,
        check=None,
        evidence=journey.evidence if keep else None,
        review=None,
    )


def pictured(journey: Journey, portrait: Portrait | None) -> Journey:
    """Return `journey` with a new portrait, or none; the confirmation rested on the old one.

    Raises NoWayBack if the credential has been signed.
    """
    if journey.credential is not None:
        raise NoWayBack
    return replace(journey, portrait=portrait, check=None, review=None)


def returned(journey: Journey) -> Journey:
    """Return `journey` as the clerk gives it back to the resident, to be checked anew.

    Raises NoWayBack if the credential has been signed.
    """
    if journey.credential is not None:
        raise NoWayBack
    return replace(journey, check=None, evidence=None, review=None)


def shared(journey: Journey, policy: EvidencePolicy, today: date) -> Shared | None:
    """Return what `journey` leaves for another child; None: nobody is with the holder, or no more.

    To be asked before the journey is discarded.
    """
    cards = 1 if journey.shared is None else journey.shared.cards + 1
    said, evidence = journey.readiness, journey.evidence
    named = said is not None and said.caretaker
    seen = None if evidence is None else evidence.caretaker
    born = journey.application.birth_date
    if cards >= MOST_CARDS or not comes_along(born, today, caretaker=named or seen is not None):
        return None
    return Shared(
        language=journey.application.language,
        address=journey.application.address,
        caretaker=named or seen is not None,
        papers=lasting(seen, policy),
        cards=cards,
    )


def discarded(printed: Printed, shared: Shared | None = None) -> Journey:
    """Return the journey of a resident whose card was seen: nothing of theirs alone is in it."""
    return Journey(printed=printed, shared=shared)


def next_member(last: Journey) -> Journey:
    """Return the journey of the next child, who has their own papers, answers, photo and approval.

    What is shared is answered already, and can be changed like any answer; a language that was
    chosen beside the printed card counts. Raises Incomplete if the last card is not printed, or
    if nothing was left for another child.
    """
    left = last.shared
    if last.printed is None or left is None:
        raise Incomplete
    language = last.application.language or left.language
    return Journey(
        notice=True, application=Application(language, address=left.address), shared=left
    )


def _value(journey: Journey, name: str) -> object:
    owner = journey.application if name in _QUESTIONS else journey
    return getattr(owner, name)
