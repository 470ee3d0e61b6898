from dataclasses import replace

from kiosk.policy import Group, Sum
from kiosk.session.progress import Board
from kiosk.session.worth import Worth
from tests.session import rules

SIDES = {"identity": 1}
POLICY = rules.policy(
    rules.asks("identity", Sum("identity", 6)),
    **{f"paper_{number}": rules.paper(points=SIDES) for number in range(12)},
)
TWICE = [
    Worth(code, SIDES, (), frozenset(marks))
    for code in POLICY.kinds
    for marks in ((), (rules.PHOTO,))
]


def test_papers_that_lie_twice_on_the_desk_do_not_multiply_the_states() -> None:
    board = Board(POLICY.requirements, POLICY, TWICE)
    assert len(board.reached(TWICE)) == 1


def test_of_one_paper_one_reading_counts() -> None:
    state, chosen = Board(POLICY.requirements, POLICY, TWICE).best(TWICE)
    assert state == (6,)
    assert len(chosen) == 12
    assert len({TWICE[number].kind for number in chosen}) == 12


def test_a_paper_that_could_be_brought_again_takes_the_room_of_the_one_that_is_here() -> None:
    kinds = {"here": rules.paper(points={"identity": 1}), "more": rules.paper(points=SIDES)}
    policy = rules.policy(rules.asks("identity", Sum("identity", 9)), **kinds)
    here, again = (Worth("here", {"identity": points}, (), frozenset()) for points in (1, 2))
    board = Board(policy.requirements, policy, [here], [again])
    (start,) = (state for state in board.reached([here]) if state[0] == 1)
    (step,) = board.steps(again)
    assert board.moved(start, step) is None


def test_the_room_of_a_group_is_forgotten_after_its_last_paper() -> None:
    kinds = {
        f"paper_{number}": rules.paper(points=SIDES, group=f"group-{number % 3}")
        for number in range(12)
    }
    plain = rules.policy(rules.asks("identity", Sum("identity", 9)), **kinds)
    groups = {f"group-{number}": Group({"en": "papers"}, most=2) for number in range(3)}
    policy = replace(plain, groups=groups)
    worths = [Worth(code, SIDES, (), frozenset()) for code in policy.kinds]
    assert list(Board(policy.requirements, policy, worths).reached(worths)) == [(6, 0, 0, 0)]
