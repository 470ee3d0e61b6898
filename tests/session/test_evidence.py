from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import UnknownDocumentKind
from kiosk.policy import (
    Ages,
    CardAddress,
    Choice,
    Copy,
    Cover,
    EvidencePolicy,
    Group,
    Holder,
    Late,
    OldEnough,
    Span,
    Sum,
    Until,
    Waiver,
    Way,
)
from kiosk.session.evidence import (
    NOBODY,
    Applicant,
    Document,
    Verdict,
    completions,
    weigh,
)
from tests.session.rules import (
    ADDRESS,
    BIRTH_DATE,
    PHOTO,
    any_of,
    asks,
    first_combination,
    paper,
    policy,
)

TODAY = date(2026, 11, 23)
POINTS = policy(
    asks("identity", Sum("identity", 3)),
    asks("residence", Sum("residence", 1)),
    asks("photo", Cover((PHOTO,)), waivers=(Waiver(Ages(None, 21), caretaker=True),)),
    passport=paper(PHOTO, points={"identity": 3}, late=(Late(Span(years=1)),)),
    birth_certificate=paper(BIRTH_DATE, points={"identity": 2}),
    school_id=paper(PHOTO, points={"identity": 1}),
    bill=paper(ADDRESS, points={"residence": 1}),
    license=paper(
        PHOTO, sometimes=(ADDRESS,), points={"identity": 3}, with_address={"residence": 1}
    ),
)
KINDS = list(POINTS.kinds)


def unmet(rules: EvidencePolicy, *kinds: str, who: Applicant = NOBODY) -> dict[str, int]:
    found = weigh([Document(kind) for kind in kinds], rules, TODAY, who).unmet
    return {lack.requirement.code: lack.missing for lack in found}


def only(document: Document, rules: EvidencePolicy, who: Applicant = NOBODY) -> Verdict:
    """Return the verdict on the first of several papers."""
    return weigh([document], rules, TODAY, who).verdicts[0][1]


def single(**more: Any) -> EvidencePolicy:
    """Return rules that one paper meets, if it counts."""
    return policy(asks("identity", Sum("identity", 1)), it=paper(points={"identity": 1}, **more))


# -- points --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        ([], {"identity": 3, "residence": 1, "photo": 1}),
        (["passport"], {"residence": 1}),
        (["birth-certificate", "bill"], {"identity": 1, "photo": 1}),
        (["birth-certificate", "school-id", "bill"], {}),
        (["school-id", "school-id", "school-id"], {"identity": 2, "residence": 1}),
        (["license"], {"residence": 1}),
    ],
)
def test_points_are_added_on_each_side(kinds: list[str], missing: dict[str, int]) -> None:
    assert unmet(POINTS, *kinds) == missing


def test_one_paper_pays_on_both_sides_if_it_shows_the_address() -> None:
    evidence = weigh([Document("license", shows=frozenset({PHOTO, ADDRESS}))], POINTS, TODAY)
    assert evidence.sufficient
    assert evidence.points == {"identity": 3, "residence": 1}


def test_the_total_is_the_sum_of_all_sides() -> None:
    rules = policy(
        asks("total", Sum("total", 4)),
        license=paper(points={"identity": 3}),
        bill=paper(points={"residence": 1}),
    )
    assert unmet(rules, "license") == {"total": 1}
    assert unmet(rules, "license", "bill") == {}


def test_a_second_of_a_kind_is_named_as_repeated() -> None:
    verdicts = [v for _, v in weigh([Document("bill"), Document("bill")], POINTS, TODAY).verdicts]
    assert verdicts == [Verdict.COUNTED, Verdict.REPEATED]


def test_of_two_papers_of_a_kind_the_better_one_counts() -> None:
    rules = policy(
        asks("identity", Sum("identity", 3)),
        passport=paper(points={"identity": 3}, late=(Late(Span(years=5), {"identity": 2}),)),
    )
    old, new = Document("passport", expires=TODAY - timedelta(days=9)), Document("passport")
    for papers in ([old, new], [new, old]):
        evidence = weigh(papers, rules, TODAY)
        assert evidence.sufficient
        assert evidence.points == {"identity": 3}


def test_one_piece_of_paper_seen_two_ways_counts_once() -> None:
    rules = policy(
        asks("identity", Sum("identity", 5)),
        readable=paper(points={"identity": 3}, paper="passport"),
        unreadable=paper(points={"identity": 2}, paper="passport"),
    )
    assert unmet(rules, "readable", "unreadable") == {"identity": 2}


def test_of_a_full_group_the_papers_that_help_most_count() -> None:
    rules = replace(
        policy(
            asks("identity", Sum("identity", 2)),
            asks("photo", Cover((PHOTO,))),
            first=paper(points={"identity": 1}, group="few"),
            second=paper(points={"identity": 2}, group="few"),
            third=paper(PHOTO, points={}, group="few"),
            other=paper(PHOTO, points={}),
        ),
        groups={"few": Group({"en": "few"}, most=1)},
    )
    evidence = weigh(
        [Document(kind) for kind in ("first", "third", "second", "other")], rules, TODAY
    )
    assert evidence.sufficient
    assert [v for _, v in evidence.verdicts].count(Verdict.COUNTED) == 2
    assert unmet(rules, "second", "third") == {"photo": 1}


def test_a_paper_that_counts_only_beside_others_does_not_count_alone() -> None:
    rules = policy(
        asks("identity", Sum("identity", 3)),
        interim=paper(points={"identity": 2}, beside={"identity": 2}),
        school=paper(points={"identity": 1}),
        certificate=paper(points={"identity": 2}),
    )
    assert unmet(rules, "interim", "school") == {"identity": 2}
    assert only(Document("interim"), rules) is Verdict.ALONE
    assert unmet(rules, "interim", "certificate") == {}


def test_a_paper_is_worth_less_until_it_is_known_to_be_machine_readable() -> None:
    rules = policy(
        asks("identity", Sum("identity", 3)),
        card=paper(points={"identity": 3}, unreadable={"identity": 2}),
    )
    assert unmet(rules, "card") == {"identity": 1}
    assert weigh([Document("card", machine_readable=True)], rules, TODAY).sufficient


# -- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expires", "verdict", "points"),
    [
        (date(2026, 11, 24), Verdict.COUNTED, 3),
        (TODAY, Verdict.COUNTED, 3),
        (date(2026, 11, 22), Verdict.COUNTED, 3),
        (date(2025, 11, 23), Verdict.COUNTED, 3),
        (date(2025, 11, 22), Verdict.COUNTED, 2),
        (date(2023, 11, 23), Verdict.COUNTED, 2),
        (date(2023, 11, 22), Verdict.EXPIRED, 0),
    ],
)
def test_an_expired_paper_counts_in_full_then_less_then_not(
    expires: date, verdict: Verdict, points: int
) -> None:
    late = (Late(Span(years=1)), Late(Span(years=3), {"identity": 2}))
    rules = policy(
        asks("identity", Sum("identity", 3)), passport=paper(points={"identity": 3}, late=late)
    )
    evidence = weigh([Document("passport", expires=expires)], rules, TODAY)
    assert evidence.verdicts[0][1] is verdict
    assert evidence.points == {"identity": points}


@pytest.mark.parametrize(
    ("dated", "rule", "verdict"),
    [
        (TODAY - timedelta(days=60), Span(days=60), Verdict.COUNTED),
        (TODAY - timedelta(days=61), Span(days=60), Verdict.TOO_OLD),
        (date(2025, 1, 31), Until(4, 15, 1), Verdict.TOO_OLD),
        (date(2026, 1, 31), Until(4, 15, 1), Verdict.COUNTED),
        (date(2026, 8, 23), Span(months=3), Verdict.COUNTED),
        (date(2026, 8, 22), Span(months=3), Verdict.TOO_OLD),
    ],
)
def test_a_paper_may_be_so_old_and_no_older(
    dated: date, rule: Span | Until, verdict: Verdict
) -> None:
    assert only(Document("it", dated=dated), single(dated=rule)) is verdict


@pytest.mark.parametrize(
    ("start", "span", "last"),
    [
        (date(2024, 2, 29), Span(years=3), date(2027, 2, 28)),
        (date(2024, 2, 29), Span(years=4), date(2028, 2, 29)),
        (date(2026, 1, 31), Span(months=1), date(2026, 2, 28)),
        (date(2026, 12, 31), Span(days=1), date(2027, 1, 1)),
        (date(2025, 12, 31), Span(years=1, months=2, days=1), date(2027, 3, 1)),
    ],
)
def test_lengths_of_time_are_by_the_calendar(start: date, span: Span, last: date) -> None:
    assert span.last_day(start) == last


def test_a_tax_form_counts_until_the_day_in_the_next_year() -> None:
    until = Until(4, 15, 1)
    assert until.last_day(date(2025, 12, 31)) == date(2026, 4, 15)


# -- whose paper, and what lies there ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "there", "verdict"),
    [
        (Copy.CERTIFIED, Copy.ORIGINAL, Verdict.COUNTED),
        (Copy.CERTIFIED, Copy.CERTIFIED, Verdict.COUNTED),
        (Copy.CERTIFIED, Copy.ANY, Verdict.COPY),
        (Copy.ORIGINAL, Copy.CERTIFIED, Verdict.COPY),
        (Copy.ANY, Copy.ANY, Verdict.COUNTED),
    ],
)
def test_a_copy_counts_where_the_city_says_so(asked: Copy, there: Copy, verdict: Verdict) -> None:
    assert only(Document("it", copy=there), single(copies=asked)) is verdict


def test_a_spouses_paper_counts_only_beside_the_marriage_certificate() -> None:
    rules = policy(
        asks("residence", Sum("residence", 1)),
        bill=paper(
            points={"residence": 1},
            holders=(Holder.APPLICANT, Holder.SPOUSE),
            spouse_with="marriage",
        ),
        marriage=paper(points={"residence": 0}),
    )
    bill = Document("bill", holder=Holder.SPOUSE)
    assert only(bill, rules) is Verdict.NOT_THEIRS
    assert weigh([bill, Document("marriage")], rules, TODAY).sufficient


def test_a_paper_in_somebody_elses_name_does_not_count() -> None:
    assert only(Document("it", holder=Holder.CARETAKER), single()) is Verdict.NOT_THEIRS


def test_a_paper_without_the_mark_it_needs_does_not_count() -> None:
    rules = single(needs=(ADDRESS,))
    assert only(Document("it"), rules) is Verdict.LACKS_MARK
    assert only(Document("it", shows=frozenset({ADDRESS})), rules) is Verdict.COUNTED


@pytest.mark.parametrize(
    ("age", "verdict"),
    [(13, Verdict.COUNTED), (14, Verdict.NOT_AT_THIS_AGE), (None, Verdict.NOT_AT_THIS_AGE)],
)
def test_a_paper_for_an_age_counts_at_that_age(age: int | None, verdict: Verdict) -> None:
    assert only(Document("it"), single(ages=Ages(None, 13)), Applicant(age)) is verdict


@pytest.mark.parametrize(
    ("who", "spared"),
    [
        (Applicant(21, caretaker=True), True),
        (Applicant(22, caretaker=True), False),
        (Applicant(21), False),
        (Applicant(None, caretaker=True), False),
    ],
)
def test_a_requirement_is_waived_for_whom_it_says(who: Applicant, *, spared: bool) -> None:
    assert ("photo" not in unmet(POINTS, who=who)) is spared


def test_a_requirement_from_an_age_on_is_asked_from_that_day_and_of_the_unknown() -> None:
    rules = policy(asks("photo", Cover((PHOTO,)), ages=Ages(14)), it=paper(PHOTO))
    assert unmet(rules, who=Applicant(13)) == {}
    assert unmet(rules, who=Applicant(14)) == {"photo": 1}
    assert unmet(rules) == {"photo": 1}


def test_nobody_younger_gets_a_card_and_no_paper_makes_up_for_it() -> None:
    rules = policy(asks("age", OldEnough(14)), asks("photo", Cover((PHOTO,))), it=paper(PHOTO))
    assert unmet(rules, "it", who=Applicant(13)) == {"age": 1}
    assert unmet(rules, "it", who=Applicant(14)) == {}
    assert unmet(rules, "it") == {}
    assert completions([], rules, TODAY, Applicant(13)) == ()
    assert completions([], rules, TODAY, Applicant(14)) == (("it",),)


def test_an_exception_takes_a_requirement_away() -> None:
    evidence = weigh([], POINTS, TODAY, excepted=frozenset({"identity", "residence", "photo"}))
    assert evidence.sufficient


def test_a_kind_that_the_policy_does_not_name_is_a_wiring_fault() -> None:
    with pytest.raises(UnknownDocumentKind):
        weigh([Document("library-card")], POINTS, TODAY)


@pytest.mark.parametrize(
    ("kinds", "line"),
    [
        ([], None),
        (["plain"], None),
        (["care-of"], CardAddress.CARE_OF),
        (["care-of", "danger"], CardAddress.OMITTED),
        (["care-of", "danger", "home"], CardAddress.HOME),
    ],
)
def test_the_papers_say_what_the_address_line_must_be(
    kinds: list[str], line: CardAddress | None
) -> None:
    rules = policy(
        asks("residence", Sum("residence", 4)),
        plain=paper(points={"residence": 1}),
        care_of=paper(points={"residence": 1}, address=CardAddress.CARE_OF),
        danger=paper(points={"residence": 1}, address=CardAddress.OMITTED),
        home=paper(points={"residence": 1}, address=CardAddress.HOME),
    )
    assert weigh([Document(kind) for kind in kinds], rules, TODAY).address is line


# -- lists and coverage --------------------------------------------------------------------------

COMBINED = policy(
    asks(
        "identity",
        any_of({"primary": 1}, {"secondary": 2}, {"tertiary": 3}, {"secondary": 1, "tertiary": 2}),
    ),
    p=paper(lists=("primary",)),
    s=paper(lists=("secondary",)),
    st=paper(lists=("secondary", "tertiary")),
    t=paper(lists=("tertiary",)),
    u=paper(lists=("tertiary",)),
)


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        ("p", 0),
        ("s", 1),
        ("s st", 0),
        ("st t", 1),
        ("st t u", 0),
        ("t u", 1),
        ("s t", 1),
        ("", 1),
    ],
)
def test_lists_are_combined_and_a_paper_stands_on_one_of_them(kinds: str, missing: int) -> None:
    assert unmet(COMBINED, *kinds.split()) == ({"identity": missing} if missing else {})


def test_a_way_may_be_open_to_an_age_only() -> None:
    ways = Choice((Way({"a": 1}), Way({"b": 1}, Ages(None, 13))))
    rules = policy(asks("identity", ways), one=paper(lists=("a",)), two=paper(lists=("b",)))
    assert unmet(rules, "two", who=Applicant(13)) == {}
    assert unmet(rules, "two", who=Applicant(14)) == {"identity": 1}
    assert unmet(rules, "two") == {"identity": 1}


def test_marks_can_be_wanted_on_one_paper_and_among_some_lists() -> None:
    rules = policy(
        asks("both", Cover((PHOTO, BIRTH_DATE), among=("b",))),
        photo=paper(PHOTO, lists=("b",)),
        born=paper(BIRTH_DATE, lists=("b",)),
        elsewhere=paper(PHOTO, BIRTH_DATE),
        full=paper(PHOTO, BIRTH_DATE, lists=("b",)),
    )
    assert unmet(rules, "photo", "born", "elsewhere") == {"both": 1}
    assert unmet(rules, "full") == {}


# -- what would complete them --------------------------------------------------------------------


def test_the_shortest_lists_of_further_papers_are_all_named_in_the_packs_order() -> None:
    assert completions([Document("passport")], POINTS, TODAY) == (("bill",),)
    assert completions([Document("birth-certificate"), Document("bill")], POINTS, TODAY) == (
        ("passport",),
        ("school-id",),
        ("license",),
    )
    assert completions([], POINTS, TODAY) == (("passport", "bill"), ("bill", "license"))


def test_nothing_completes_what_is_complete_or_cannot_be() -> None:
    assert completions([Document("passport"), Document("bill")], POINTS, TODAY) == ()
    hopeless = policy(asks("residence", Sum("residence", 2)), bill=paper(points={"residence": 1}))
    assert completions([], hopeless, TODAY) == ()
    assert first_combination(hopeless, TODAY) == ()


def test_a_paper_at_its_best_is_named_only_if_no_usual_one_helps() -> None:
    rules = policy(
        asks("photo", Cover((PHOTO,))), school=paper(sometimes=(PHOTO,)), passport=paper(PHOTO)
    )
    assert completions([], rules, TODAY) == (("passport",),)
    only_school = policy(asks("photo", Cover((PHOTO,))), school=paper(sometimes=(PHOTO,)))
    assert completions([], only_school, TODAY) == (("school",),)


def test_a_newer_one_of_a_paper_that_expired_can_complete() -> None:
    rules = policy(
        asks("identity", Sum("identity", 3)),
        passport=paper(points={"identity": 3}, late=(Late(Span(years=5), {"identity": 2}),)),
    )
    half = Document("passport", expires=TODAY - timedelta(days=30))
    gone = Document("passport", expires=TODAY - timedelta(days=3000))
    for document in (half, gone):
        assert completions([document], rules, TODAY) == (("passport",),)


def test_two_kinds_of_one_paper_are_not_asked_for_together() -> None:
    rules = policy(
        asks("identity", Sum("identity", 4)),
        readable=paper(points={"identity": 3}, paper="passport"),
        unreadable=paper(points={"identity": 2}, paper="passport"),
        school=paper(points={"identity": 1}),
    )
    assert completions([], rules, TODAY) == (("readable", "school"),)


def test_the_first_combination_is_the_first_of_the_shortest() -> None:
    assert first_combination(POINTS, TODAY) == ("passport", "bill")


# -- more papers ---------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(KINDS)), st.sampled_from(KINDS))
def test_more_papers_never_make_it_worse(papers: list[str], extra: str) -> None:
    before, after = unmet(POINTS, *papers), unmet(POINTS, *papers, extra)
    assert all(after.get(code, 0) <= missing for code, missing in before.items())
    assert after.keys() <= before.keys()
