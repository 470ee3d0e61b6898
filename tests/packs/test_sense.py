"""What is well written and cannot be meant, in rules too small for a whole pack."""

from dataclasses import replace

from kiosk.packs.sense import policy_faults, term_faults
from kiosk.policy import Ages, Choice, EvidencePolicy, Group, Sum, Term, Way
from tests.session.rules import ADDRESS, any_of, asks, paper, policy


def reasons(rules: EvidencePolicy) -> list[str]:
    return [fault.reason for fault in policy_faults(rules)]


def test_rules_that_ask_for_nothing_are_a_mistake() -> None:
    assert reasons(policy()) == [
        "nothing is required: anybody would get a card for nothing",
    ]


def test_a_sum_counts_all_that_papers_can_pay() -> None:
    rules = policy(
        asks("sum", Sum("identity", 5)),
        one=paper(ADDRESS, points={"identity": 1}, with_address={"identity": 1}),
        two=paper(points={"identity": 1}, unreadable={"identity": 3}),
    )
    assert reasons(rules) == []
    more = replace(rules, requirements=(asks("sum", Sum("identity", 6)),))
    assert reasons(more) == ["all papers together have fewer than 6"]


def test_the_total_may_be_asked_for_and_every_side_pays_on_it() -> None:
    rules = policy(asks("sum", Sum("total", 2)), one=paper(points={"x": 1, "y": 1}))
    assert reasons(rules) == []


def test_a_way_for_other_ages_is_no_needless_way() -> None:
    ways = Choice((Way({"a": 1}, Ages(None, 13)), Way({"a": 2}), Way({"a": 3}, Ages(5, 9))))
    kinds = {name: paper(lists=("a",)) for name in ("one", "two", "three")}
    assert [fault.path for fault in policy_faults(policy(asks("a", ways), **kinds))] == [
        ("require", 0, "any", 2)
    ]


def test_of_two_ways_that_ask_for_the_same_the_later_is_needless() -> None:
    rules = policy(asks("a", any_of({"a": 1}, {"a": 1})), one=paper(lists=("a",)))
    assert [fault.path for fault in policy_faults(rules)] == [("require", 0, "any", 1)]


def test_two_kinds_of_one_paper_are_one_paper_on_a_list() -> None:
    rules = policy(
        asks("a", any_of({"a": 2})),
        one=paper(lists=("a",), paper="sheet"),
        two=paper(lists=("a",), paper="sheet"),
    )
    assert reasons(rules) == ["fewer than 2 papers are on this list"]


def test_a_group_without_papers_is_a_mistake() -> None:
    rules = policy(asks("sum", Sum("x", 1)), one=paper(points={"x": 1}, group="full"))
    rules = replace(rules, groups={"full": Group({"en": "a"}), "empty": Group({"en": "b"})})
    assert reasons(rules) == ["no document is in this group"]


def test_every_age_has_exactly_one_term() -> None:
    young, old = Term(Ages(None, 13), years=2), Term(Ages(14), years=5)
    assert list(term_faults([young, old])) == []
    assert [fault.reason for fault in term_faults([young])] == ["no term is for the age of 14"]
    assert [fault.reason for fault in term_faults([])] == ["no term is for the age of 0"]
    assert [fault.reason for fault in term_faults([young, old, old])] == [
        "more than one term is for the age of 14"
    ]


def test_a_card_may_not_end_before_it_begins() -> None:
    terms = [Term(Ages(), years=2, ends_at_age=14)]
    assert [fault.reason for fault in term_faults(terms)] == [
        "a card of somebody aged 130 would end before it begins"
    ]
