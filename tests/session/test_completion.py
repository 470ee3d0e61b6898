from datetime import date

import pytest

from kiosk.policy import Cover, EvidencePolicy, Holder, Sum
from kiosk.session import completion
from kiosk.session.completion import MOST_LISTS
from kiosk.session.evidence import Applicant, Document, can_be_met, completions
from tests.session.rules import PHOTO, asks, paper, policy

TODAY = date(2026, 11, 24)
MANY = policy(
    asks("sum", Sum("identity", 300)),
    **{f"k{number}": paper(points={"identity": 50}) for number in range(100)},
)
UNEVEN = policy(
    *(asks(side, Sum(side, 45)) for side in "xyz"),
    **{f"k{n}": paper(points={"x": n % 11, "y": n * 7 % 11, "z": n * n % 11}) for n in range(100)},
)


def test_where_very_many_lists_would_do_the_first_of_them_are_named() -> None:
    lists = completions([], MANY, TODAY)
    assert len(set(lists)) == len(lists) == MOST_LISTS
    assert all(len(set(kinds)) == 6 for kinds in lists)
    assert lists[0] == ("k0", "k1", "k2", "k3", "k4", "k5")


def test_a_search_that_was_given_up_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "MOST_MOVES", 50)
    assert completions([], UNEVEN, TODAY) == ()
    assert can_be_met(UNEVEN, TODAY)


@pytest.mark.parametrize("moves", [0, 1, 10, 100, 1000])
def test_what_was_found_before_it_was_given_up_is_among_the_shortest(
    monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    rules = policy(
        asks("sum", Sum("identity", 9)),
        asks("photo", Cover((PHOTO,))),
        **{f"k{n}": paper(*[PHOTO][: n % 2], points={"identity": n % 4}) for n in range(20)},
    )
    everything = set(completions([], rules, TODAY))
    monkeypatch.setattr(completion, "MOST_MOVES", moves)
    assert set(completions([], rules, TODAY)) <= everything


@pytest.mark.parametrize(("least", "possible"), [(8, True), (9, False)])
def test_what_no_eight_papers_do_cannot_be_met(least: int, *, possible: bool) -> None:
    kinds = {f"k{number}": paper(points={"identity": 1}) for number in range(20)}
    rules = policy(asks("sum", Sum("identity", least)), **kinds)
    assert can_be_met(rules, TODAY) is possible
    assert bool(completions([], rules, TODAY)) is possible


def test_rules_that_ask_for_nothing_are_met() -> None:
    assert can_be_met(policy(), TODAY)
    assert can_be_met(MANY, TODAY, Applicant(3), frozenset({"sum"}))


def test_a_caretakers_papers_are_completed_by_papers_in_their_own_name() -> None:
    rules = EvidencePolicy(
        (),
        {
            "guardian-paper": paper(points={"care": 1}, holders=(Holder.CARETAKER,)),
            "report-card": paper(points={"care": 1}),
        },
        caretaker=(asks("care", Sum("care", 1)),),
    ).of_caretaker()
    assert completions([], rules, TODAY) == (("guardian-paper",),)


def test_a_paper_that_must_be_machine_readable_is_named_if_nothing_else_helps() -> None:
    card = paper(points={"identity": 3}, unreadable={"identity": 2})
    rules = policy(asks("sum", Sum("identity", 3)), card=card)
    assert completions([], rules, TODAY) == (("card",),)
    assert completions([Document("card")], rules, TODAY) == (("card",),)
