from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Incomplete, NoWayBack
from kiosk.isolation.approval import MOST_CARDS
from kiosk.policy import DocumentKind, EvidencePolicy, Holder
from kiosk.session.application import Address, AddressKind, Application, Name, Question
from kiosk.session.evidence import Document, Evidence, Verdict
from kiosk.session.family import Shared
from kiosk.session.journey import (
    DONE,
    WALK_UP,
    Journey,
    answered,
    before,
    discarded,
    next_member,
    pictured,
    returned,
    shared,
    shown,
    stage,
)
from kiosk.session.printing import Printed, Seen
from kiosk.session.readiness import Readiness

ANSWERS: dict[str, Any] = {
    "language": "en",
    "name": Name("Ana", "Li"),
    "latin_name": "LI, ANA",
    "birth_date": date(1990, 1, 1),
    "gender": "",
    "address": Address(AddressKind.OMITTED),
    "veteran": False,
    "emergency_contact": (),
}
VALVE = WALK_UP.index("credential")


def after(count: int) -> Journey:
    """Return the journey of someone who has finished `count` stages of the walk-up order."""
    finished = WALK_UP[:count]
    application = Application(**{name: ANSWERS[name] for name in finished if name in ANSWERS})
    others: dict[str, Any] = {name: "done" for name in finished if name not in ANSWERS}
    return replace(Journey(application=application), **others)


@pytest.mark.parametrize("count", range(len(WALK_UP) + 1))
def test_stage_is_the_first_one_unfinished(count: int) -> None:
    assert stage(after(count), WALK_UP) == [*WALK_UP, DONE][count]


@given(
    count=st.integers(0, len(WALK_UP)),
    wish=st.one_of(st.none(), st.sampled_from(WALK_UP), st.text()),
)
def test_no_page_is_reached_without_the_earlier_ones(count: int, wish: str | None) -> None:
    """Whatever is wished for: an earlier stage before the valve, else the one to be done."""
    journey = after(count)
    at = shown(journey, WALK_UP, wish)
    if wish in WALK_UP[:count] and count <= VALVE:
        assert at == wish
    else:
        assert at == stage(journey, WALK_UP)


@pytest.mark.parametrize("count", range(VALVE + 1, len(WALK_UP) + 1))
def test_nobody_returns_behind_the_valve(count: int) -> None:
    journey = after(count)
    with pytest.raises(NoWayBack):
        answered(journey, Question.NAME, Name("Eva", "Li"))
    with pytest.raises(NoWayBack):
        pictured(journey, None)
    with pytest.raises(NoWayBack):
        returned(journey)
    with pytest.raises(NoWayBack):
        before(journey, WALK_UP, "check")


def test_back_leads_to_the_stage_before_and_ends_at_the_first() -> None:
    journey = after(5)
    assert before(journey, WALK_UP, "birth_date") == "latin_name"
    with pytest.raises(NoWayBack):
        before(journey, WALK_UP, "language")


def test_a_changed_answer_empties_what_rests_on_it_and_keeps_the_rest() -> None:
    journey = answered(after(VALVE), Question.GENDER, "non-binary")
    assert (journey.check, journey.review) == (None, None)
    assert journey.evidence is not None
    assert journey.portrait is not None
    assert stage(journey, WALK_UP) == "check"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (Question.ADDRESS, Address(AddressKind.HOME, ("1 Harbor Street",))),
        (Question.BIRTH_DATE, date(1991, 1, 1)),
    ],
)
def test_an_answer_that_papers_prove_has_them_weighed_anew(question: Question, value: Any) -> None:
    assert answered(after(VALVE), question, value).evidence is None


def test_an_answer_given_again_changes_nothing() -> None:
    journey = after(VALVE)
    assert answered(journey, Question.NAME, ANSWERS["name"]) is journey


def test_a_new_portrait_is_confirmed_anew() -> None:
    journey = pictured(after(VALVE), None)
    assert (journey.portrait, journey.check, journey.review) == (None, None, None)
    assert journey.evidence is not None


def test_what_the_clerk_gives_back_is_checked_by_both_anew() -> None:
    journey = returned(after(VALVE))
    assert stage(journey, WALK_UP) == "check"
    assert journey.evidence is None


def test_a_printed_card_leaves_nothing_of_the_resident_in_the_journey() -> None:
    printed = Printed(Seen.BY_CLERK)
    journey = discarded(printed)
    assert journey == Journey(printed=printed)
    assert stage(journey, WALK_UP) == "taken"
    assert stage(replace(journey, taken=True), WALK_UP) == DONE


# -- a family ----------------------------------------------------------------------------------

TODAY = date(2026, 11, 23)
CHILD, GROWN = date(2015, 5, 6), date(1990, 1, 1)
PRINTED = Printed(Seen.BY_CLERK)
BOTH = (Holder.APPLICANT, Holder.CARETAKER)
POLICY = EvidencePolicy(
    (),
    {
        "passport": DocumentKind({}, holders=BOTH),
        "birth-certificate": DocumentKind({}, holders=BOTH, lists=("relation",)),
        "guardian-paper": DocumentKind({}, holders=(Holder.CARETAKER,)),
    },
)


def papers(*kinds: str, verdict: Verdict = Verdict.COUNTED) -> Evidence:
    """Return what a caretaker's own papers prove."""
    shown = (Document(kind, holder=Holder.CARETAKER) for kind in kinds)
    return Evidence(tuple((document, verdict) for document in shown), (), {})


def with_card(born: date, caretaker: Evidence | None = None, *, named: bool = False) -> Journey:
    """Return the journey of somebody whose card lies in the tray."""
    return replace(
        after(WALK_UP.index("printed")),
        application=Application(**{**ANSWERS, "birth_date": born}),
        readiness=Readiness(("passport",), caretaker=named),
        evidence=Evidence((), (), {}, caretaker=caretaker),
    )


def left_by(journey: Journey) -> Shared:
    left = shared(journey, POLICY, TODAY)
    assert left is not None
    return left


def test_the_next_child_answers_everything_but_what_the_family_shares() -> None:
    left = left_by(with_card(CHILD, papers("passport"), named=True))
    journey = next_member(discarded(PRINTED, left))
    address = ANSWERS["address"]
    assert journey == Journey(
        notice=True, application=Application("en", address=address), shared=left
    )
    assert left == Shared("en", address, True, (Document("passport", holder=Holder.CARETAKER),), 1)
    assert stage(journey, WALK_UP) == "readiness"


def test_a_child_may_change_what_is_shared() -> None:
    journey = next_member(discarded(PRINTED, left_by(with_card(CHILD))))
    other = Address(AddressKind.HOME, ("1 Harbor Street",))
    assert answered(journey, Question.ADDRESS, other).application.address == other


def test_a_language_chosen_beside_the_printed_card_is_kept() -> None:
    last = answered(discarded(PRINTED, left_by(with_card(CHILD))), Question.LANGUAGE, "ar")
    assert next_member(last).application.language == "ar"


@pytest.mark.parametrize("kind", ["birth-certificate", "guardian-paper"])
def test_a_paper_about_one_child_proves_nothing_of_another(kind: str) -> None:
    left = left_by(with_card(CHILD, papers("passport", kind)))
    assert [document.kind for document in left.papers] == ["passport"]


def test_a_paper_that_did_not_count_is_not_carried() -> None:
    expired = papers("passport", verdict=Verdict.EXPIRED)
    assert left_by(with_card(CHILD, expired)).papers == ()


@pytest.mark.parametrize(
    ("born", "caretaker", "named", "leaves"),
    [
        (GROWN, None, False, False),
        (GROWN, None, True, True),
        (GROWN, papers("passport"), False, True),
        (CHILD, None, False, True),
        (date(2008, 11, 24), None, False, True),  # eighteen tomorrow
        (date(2008, 11, 23), None, False, False),
    ],
)
def test_only_who_has_somebody_with_them_leaves_anything(
    *, born: date, caretaker: Evidence | None, named: bool, leaves: bool
) -> None:
    left = shared(with_card(born, caretaker, named=named), POLICY, TODAY)
    assert (left is not None) == leaves


def test_a_family_gets_four_cards_and_no_more() -> None:
    journey = with_card(CHILD)
    for cards in range(1, MOST_CARDS):
        left = left_by(journey)
        assert left.cards == cards
        journey = replace(with_card(CHILD), shared=next_member(discarded(PRINTED, left)).shared)
    assert shared(journey, POLICY, TODAY) is None


def test_there_is_no_next_child_before_the_last_card_is_printed_or_after_the_last_one() -> None:
    left = left_by(with_card(CHILD))
    for journey in (discarded(PRINTED), replace(with_card(CHILD), shared=left)):
        with pytest.raises(Incomplete):
            next_member(journey)


def test_a_printed_card_leaves_only_what_is_shared_in_the_journey() -> None:
    left = left_by(with_card(CHILD))
    assert discarded(PRINTED, left) == Journey(printed=PRINTED, shared=left)
