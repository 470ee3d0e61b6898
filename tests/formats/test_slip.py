import inspect
from dataclasses import fields
from typing import get_type_hints

import pytest

from kiosk.formats import slip
from kiosk.formats.slip import AppealWords, Item, Rules, Section, Slip, TakeHomeWords, take_home
from kiosk.session.application import Application, Question
from tests.formats.slips import APPEAL, TAKE_HOME

PERSONAL = {question.value for question in Question} - {"language"} | {
    *(field.name for field in fields(Application) if field.name != "language"),
    "person", "applicant", "holder", "number", "document_number", "portrait", "serial", "clerk",
}  # fmt: skip


def test_a_take_home_slip_says_what_is_missing_and_then_each_list_of_papers() -> None:
    made = TAKE_HOME["en"]
    assert made.heading == "What to bring"
    assert made.sections == (
        Section("Still missing", (Item("A paper that shows where you live."),)),
        Section(
            "Bring all of these",
            (Item("School or work card"), Item("Bill or bank letter")),
            boxes=True,
        ),
        Section("Or all of these", (Item("Driver’s license"),), boxes=True),
    )


def test_without_a_list_it_says_only_what_is_missing() -> None:
    words = TakeHomeWords("h", "m", "b", "i", "c", "n")
    made = take_home(["A card."], [], "T", Rules("en", "City", "pack", "1", "today"), words)
    assert [section.heading for section in made.sections] == ["m"]


def test_an_appeal_slip_says_why_with_the_code_of_each_reason_and_where_to_go() -> None:
    why, where = APPEAL["en"].sections
    assert why.items == (
        Item("No paper shows where you live.", "residence"),
        Item("A paper is too old.", "expired"),
    )
    assert where.heading == "If you do not agree"
    assert where.items[0] == Item("Office of Municipal ID, 1 Harbor Square")


@pytest.mark.parametrize("made", [TAKE_HOME["en"], APPEAL["en"]], ids=["take-home", "appeal"])
def test_every_slip_names_its_rules_and_the_day_and_nobody(made: Slip) -> None:
    assert made.small_print == (
        "alderport 2026-11",
        "24 November 2026",
        "Nobody’s name is on this paper.",
    )


def test_no_part_of_a_slip_is_about_a_person() -> None:
    kinds = (Slip, Section, Item, Rules, TakeHomeWords, AppealWords)
    names = {field.name for kind in kinds for field in fields(kind)}
    makers = (slip.take_home, slip.appeal)
    names |= {name for maker in makers for name in inspect.signature(maker).parameters}
    assert names & PERSONAL == set()
    assert "kiosk.session" not in inspect.getsource(slip)


def test_a_slip_is_made_of_texts_alone() -> None:
    allowed = {str, bool, tuple[str, ...], tuple[Item, ...], tuple[Section, ...]}
    hints = {hint for kind in (Slip, Section, Item) for hint in get_type_hints(kind).values()}
    assert hints <= allowed
