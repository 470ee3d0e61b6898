from typing import Any

import pytest

from kiosk.formats import slip_code
from kiosk.policy import ANY_AGE, Ages
from kiosk.session.readiness import Readiness
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import declared, empty


@pytest.fixture
def hand(open_page: Open) -> Hand:
    return open_page("readiness", empty())


def leaf_to(hand: Hand, name: str) -> None:
    """Leaf through the shelves until `name` is there."""
    while not hand.shows(name):
        hand.touch("more")


def choose(hand: Hand, *names: str) -> None:
    for name in names:
        leaf_to(hand, name)
        hand.touch(name)


def test_the_result_comes_with_the_touch(hand: Hand) -> None:
    assert hand.page.ask.isVisible()
    choose(hand, "paper:foreign-passport")
    assert hand.page.short.isVisible()
    assert "Lease or rent receipt" in hand.page.would.text()
    choose(hand, "paper:lease")
    assert hand.page.enough.isVisible()
    choose(hand, "paper:lease")
    assert hand.page.short.isVisible()


def test_what_was_touched_is_handed_on_and_nobody_is_held_up(hand: Hand) -> None:
    said = heard(hand.page.submitted)
    choose(hand, "paper:lease", "paper:school-id")
    hand.touch("next")
    assert said == [(Readiness(("school-id", "lease"), ANY_AGE, caretaker=False),)]


def test_age_and_company_change_what_is_wanted(hand: Hand) -> None:
    said = heard(hand.page.submitted)
    choose(hand, "paper:birth-certificate", "paper:school-id", "ages:14")
    assert hand.page.short.isVisible()
    choose(hand, "caretaker")
    assert hand.page.enough.isVisible()
    choose(hand, "ages:22")
    assert not hand.page.caretaker.isEnabled()
    assert hand.page.short.isVisible()
    choose(hand, "ages:14")
    hand.touch("next")
    kinds = ("school-id", "birth-certificate")
    assert said == [(Readiness(kinds, Ages(14, 21), caretaker=True),)]


def test_only_one_age_holds(hand: Hand) -> None:
    choose(hand, "ages:0", "ages:22")
    assert [ages for ages, tile in hand.page.ages.items() if tile.isChecked()] == [Ages(22)]


def test_a_list_can_be_wanted_until_the_papers_do(hand: Hand) -> None:
    made = heard(hand.page.slip.wanted)
    choose(hand, "paper:foreign-passport")
    hand.touch("list")
    (slip,) = made[0]
    missing, would = (section.items[0].text for section in slip.sections)
    assert missing == "A paper that says that you live in Alderport."
    assert would.startswith("Bill or bank letter, Lease or rent receipt, ")
    assert would.endswith(" or another one")
    hand.touch("slip-back")
    choose(hand, "paper:lease")
    assert not hand.shows("list")


def test_a_list_says_by_which_rules_and_names_nobody(hand: Hand) -> None:
    made = heard(hand.page.slip.wanted)
    hand.touch("list")
    (slip,) = made[0]
    assert slip.small_print[:2] == ("alderport 1", "23 November 2026")
    city = hand.page.place.city
    catalogue = ("papers-doubted", *(asked.code for asked in city.evidence.requirements))
    said = slip_code.read(slip.code, catalogue)
    assert said is not None
    assert said.mark == slip_code.mark("alderport", "1")
    assert set(said.reasons) == {"identity", "residence", "photo", "birth-date"}


def test_leaving_the_page_forgets_the_list(hand: Hand) -> None:
    hand.touch("list")
    hand.page.leave()
    made = heard(hand.page.slip.wanted)
    hand.page.retranslate()
    assert made == []


def test_what_was_said_is_there_again(open_page: Open) -> None:
    hand = open_page("readiness", declared())
    assert hand.page.said().kinds == ("foreign-passport", "utility-bill")
    assert hand.page.enough.isVisible()


def test_leafing_comes_round_to_the_first_shelf(hand: Hand) -> None:
    first = hand.page.shelves.title.text()
    titles = []
    for _ in range(20):
        hand.touch("more")
        titles.append(hand.page.shelves.title.text())
    assert first in titles
    hand.touch("previous")
    assert hand.page.shelves.title.text() in {first, *titles}


@pytest.mark.parametrize("language", ["es", "ar"])
def test_every_paper_speaks_the_language_shown(open_page: Open, language: str) -> None:
    hand = open_page("readiness", empty(language), language)
    policy: Any = hand.page.place.city.evidence
    for code, tile in hand.page.tiles.items():
        assert tile.text() == policy.kinds[code].name[language]
