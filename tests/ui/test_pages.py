from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.session.application import Address, AddressKind, Name
from kiosk.session.journey import Journey
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import (
    HOME,
    application,
    card,
    confirmation,
    excepted,
    journey,
    settle,
    sibling,
)
from ui.words import word

# -- the first touches -------------------------------------------------------------------------


def test_a_touch_anywhere_starts(open_page: Open) -> None:
    hand = open_page("attract")
    said = heard(hand.page.submitted)
    hand.touch("start")
    assert said == [(None,)]


@pytest.mark.parametrize("code", ["en", "es", "ar"])
def test_a_language_is_chosen_by_its_tile(open_page: Open, code: str) -> None:
    hand = open_page("language")
    said = heard(hand.page.submitted)
    hand.touch(f"language:{code}")
    assert said == [(code,)]


def test_the_language_in_use_is_marked(open_page: Open) -> None:
    hand = open_page("language", language="es")
    assert [code for code, tile in hand.page.tiles.items() if tile.isChecked()] == ["es"]


def test_the_notice_is_agreed_to(open_page: Open) -> None:
    hand = open_page("notice")
    said = heard(hand.page.submitted)
    hand.touch("next")
    assert said == [(True,)]


@pytest.mark.parametrize(
    "name", ["notice", "name", "latin_name", "birth_date", "gender", "address", "portrait", "check"]
)
def test_every_question_has_a_way_back(open_page: Open, name: str) -> None:
    hand = open_page(name, journey())
    went, said = heard(hand.page.back), heard(hand.page.submitted)
    hand.touch("back")
    assert (len(went), said) == (1, [])


# -- questions ---------------------------------------------------------------------------------


def test_a_name_is_typed_on_the_screen(open_page: Open) -> None:
    hand = open_page("name")
    said = heard(hand.page.submitted)
    for key in ("L", "i"):
        hand.touch(f"key:{key}")
    hand.touch("key:next")
    hand.touch("key:W")
    hand.touch("key:next")
    assert said == [(Name("Li", "W"),)]


def test_a_single_name_will_do(open_page: Open) -> None:
    hand = open_page("name")
    said = heard(hand.page.submitted)
    hand.write("family", "Nguyễn-Wójcik")
    hand.touch("next")
    assert said == [(Name("", "Nguyễn-Wójcik"),)]


def test_no_name_at_all_is_refused_with_words_and_the_focus(open_page: Open) -> None:
    hand = open_page("name")
    said = heard(hand.page.submitted)
    hand.touch("next")
    assert said == []
    assert hand.page.given.error.text() == word("name-empty") != "name-empty"
    assert QApplication.focusWidget() is hand.page.given.edit


def test_a_name_that_no_font_can_print_is_refused_where_it_stands(open_page: Open) -> None:
    hand = open_page("name")
    hand.write("given", "María")
    hand.write("family", "\U00013000")  # a hieroglyph
    hand.touch("next")
    assert hand.page.family.error.text() == word("unprintable").format(sign="U+13000")
    assert not hand.page.given.error.isVisible()
    assert (hand.text("given"), hand.text("family")) == ("María", "\U00013000")


TYPED = {  # what is written there, after something that stays
    "name": ("family", "Ana "),
    "latin_name": ("latin", "ANA "),
    "gender": ("gender", "x "),
    "address": ("line2", "Apt "),
}
UNSEEN = {
    "\U0001f600": "U+1F600",
    "\ue000": "U+E000",
    "\u202e": "U+202E",
    "名\u0301": "名 + U+0301",
}


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize("name", ["name", "gender", "address"])
def test_every_page_names_the_sign_that_cannot_be_printed(
    open_page: Open, name: str, sign: str, language: str
) -> None:
    field, before = TYPED[name]
    hand = open_page(name, language=language)
    said = heard(hand.page.submitted)
    if name == "address":
        hand.write("line1", "418 Alder Street")
    hand.write(field, before + sign)
    hand.touch("next")
    assert said == []
    told = getattr(hand.page, "field" if name == "gender" else field).error.text()
    assert told == word("unprintable").format(sign=UNSEEN[sign])
    assert UNSEEN[sign] in told
    assert "{" not in told
    assert hand.text(field) == before + sign


def test_a_latin_letter_that_no_font_has_is_named(open_page: Open) -> None:
    hand = open_page("latin_name")
    hand.write("latin", "A\U0001df00")  # Latin, and too new for the fonts
    hand.touch("next")
    assert "U+1DF00" in hand.page.field.error.text()


def test_a_refusal_names_its_sign_in_another_language_too(open_page: Open) -> None:
    hand = open_page("gender", language="en")
    hand.write("gender", "😀")
    hand.touch("next")
    english = hand.page.field.error.text()
    hand.stage.speak("es")
    settle(hand.page)
    assert hand.page.field.error.text() == word("unprintable").format(sign="U+1F600") != english


@pytest.mark.parametrize("name", TYPED)
def test_an_answer_too_long_for_the_card_is_refused_where_it_stands(
    open_page: Open, name: str
) -> None:
    field, before = TYPED[name]
    hand = open_page(name)
    said = heard(hand.page.submitted)
    if name == "address":
        hand.write("line1", "418 Alder Street")
    hand.write(field, before + "W" * 60)
    hand.touch("next")
    assert said == []
    told = getattr(hand.page, "field" if field in {"gender", "latin"} else field).error.text()
    assert told == word("no-room") != "no-room"
    assert hand.text(field) == before + "W" * 60
    hand.write(field, before + "W" * 6)
    hand.touch("next")
    assert len(said) == 1


def test_a_refusal_goes_when_the_answer_is_good(open_page: Open) -> None:
    hand = open_page("name")
    hand.touch("next")
    hand.write("given", "Layla")
    hand.touch("next")
    assert not hand.page.given.error.isVisible()


def test_the_latin_name_is_suggested_where_a_rule_is_safe(open_page: Open) -> None:
    answers = replace(application("es"), latin_name=None)
    hand = open_page("latin_name", Journey(application=answers))
    assert hand.text("latin") == "NGUYEN-WOJCIK, MARIA GUADALUPE"


def test_no_latin_name_is_suggested_for_arabic_letters(open_page: Open) -> None:
    answers = replace(application("ar"), latin_name=None)
    hand = open_page("latin_name", Journey(application=answers))
    said = heard(hand.page.submitted)
    assert hand.text("latin") == ""
    hand.touch("next")
    assert said == [("",)]


def test_a_latin_name_that_was_emptied_stays_empty(open_page: Open) -> None:
    answers = replace(application("es"), latin_name="")
    hand = open_page("latin_name", Journey(application=answers))
    assert hand.text("latin") == ""


def test_other_letters_are_refused_as_a_latin_name(open_page: Open) -> None:
    hand = open_page("latin_name")
    said = heard(hand.page.submitted)
    hand.write("latin", "ليلى")
    hand.touch("next")
    assert said == []
    assert hand.page.field.error.text() == word("not-latin")
    assert hand.text("latin") == "ليلى"


def test_a_birth_date_is_typed_on_the_pad(open_page: Open) -> None:
    hand = open_page("birth_date")
    said = heard(hand.page.submitted)
    for part in ("27", "3", "1987"):
        for digit in part:
            hand.touch(f"key:{digit}")
        hand.touch("key:next")
    assert said == [(date(1987, 3, 27),)]


def test_a_birth_date_may_be_in_any_digits(open_page: Open) -> None:
    hand = open_page("birth_date", language="ar")
    said = heard(hand.page.submitted)
    for name, text in (("day", "٢٧"), ("month", "٣"), ("year", "١٩٨٧")):
        hand.write(name, text)
    hand.touch("next")
    assert said == [(date(1987, 3, 27),)]


@pytest.mark.parametrize(
    ("parts", "code", "focus"),
    [
        (("27", "3", "87"), "year-short", "year"),
        (("31", "2", "1987"), "date-impossible", "day"),
        (("27", "", "1987"), "date-incomplete", "month"),
        (("1", "1", "2030"), "date-future", "year"),
    ],
)
def test_a_wrong_birth_date_is_refused_at_its_part(
    open_page: Open, parts: tuple[str, str, str], code: str, focus: str
) -> None:
    hand = open_page("birth_date")
    said = heard(hand.page.submitted)
    for name, text in zip(("day", "month", "year"), parts, strict=True):
        hand.write(name, text)
    hand.touch("next")
    assert said == []
    assert hand.page.error.text() == word(code)
    assert QApplication.focusWidget() is hand.control(focus).edit
    assert hand.text("day") == parts[0]


def test_a_gender_tile_fills_in_the_word_of_the_language(open_page: Open) -> None:
    hand = open_page("gender", language="es")
    said = heard(hand.page.submitted)
    hand.touch("gender:nonbinary")
    assert hand.text("gender") == "No binario"
    hand.touch("next")
    assert said == [("No binario",)]


def test_a_gender_in_own_words_unmarks_the_tiles(open_page: Open) -> None:
    hand = open_page("gender")
    hand.touch("gender:female")
    hand.write("gender", "two-spirit")
    assert not any(tile.isChecked() for tile in hand.page.tiles.values())


def test_the_gender_can_be_left_out_whatever_is_typed(open_page: Open) -> None:
    hand = open_page("gender")
    said = heard(hand.page.submitted)
    hand.write("gender", "Female")
    hand.touch("leave-out")
    assert said == [("",)]


def test_a_gender_that_is_too_long_is_refused(open_page: Open) -> None:
    hand = open_page("gender")
    hand.page.field.edit.setMaxLength(1000)
    hand.write("gender", "x" * 201)
    hand.touch("next")
    assert hand.page.field.error.text() == word("too-long")


def test_an_address_is_asked_for_as_a_home_first(open_page: Open) -> None:
    hand = open_page("address")
    said = heard(hand.page.submitted)
    hand.write("line1", "418 Alder Street")
    hand.write("line2", "Apt 3B")
    hand.write("postcode", "60601")
    hand.touch("next")
    assert said == [(HOME,)]


def test_an_address_can_be_in_care_of_an_organization(open_page: Open) -> None:
    hand = open_page("address")
    said = heard(hand.page.submitted)
    hand.touch("address:care-of")
    hand.write("line1", "Harbor House")
    hand.touch("next")
    assert said == [(Address(AddressKind.CARE_OF, ("Harbor House",)),)]


def test_no_address_leaves_nothing_to_type(open_page: Open) -> None:
    hand = open_page("address")
    said = heard(hand.page.submitted)
    hand.touch("address:omitted")
    assert not hand.page.line1.isVisible()
    assert not hand.page.tray.isVisible()
    hand.touch("next")
    assert said == [(Address(AddressKind.OMITTED),)]


def test_an_empty_address_is_refused_with_words(open_page: Open) -> None:
    hand = open_page("address")
    said = heard(hand.page.submitted)
    hand.touch("next")
    assert said == []
    assert hand.page.line1.error.text() == word("address-empty")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("name", {"given": "María Guadalupe", "family": "Nguyễn-Wójcik"}),
        ("latin_name", {"latin": "NGUYEN-WOJCIK, MARIA GUADALUPE"}),
        ("birth_date", {"day": "27", "month": "3", "year": "1987"}),
        ("gender", {"gender": "No binario"}),
        ("address", {"line1": "418 Alder Street", "line2": "Apt 3B", "postcode": "60601"}),
    ],
)
def test_answers_already_given_are_shown_again(
    open_page: Open, name: str, fields: dict[str, str]
) -> None:
    hand = open_page(name, journey("es"))
    assert {field: hand.text(field) for field in fields} == fields


# -- the check ---------------------------------------------------------------------------------


def preview(hand: Hand, unfit: tuple[str, ...] = ()) -> None:
    drawn = card("en")
    hand.page.show_preview(confirmation("en"), drawn.front.frame, drawn.back.frame, unfit)


def farthest(one: QImage, other: QImage) -> int:
    """Return the largest difference of a pixel's grey; Qt scales an edge not always alike."""
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other)]
    sides = [bytes(image.constBits()) for image in grey]
    return max(abs(here - there) for here, there in zip(sides[0], sides[1], strict=True))


def test_nothing_can_be_confirmed_before_it_was_seen(open_page: Open) -> None:
    hand = open_page("check", journey())
    assert not hand.control("next").isEnabled()


def test_what_was_seen_is_confirmed(open_page: Open) -> None:
    hand = open_page("check", journey())
    said = heard(hand.page.submitted)
    preview(hand)
    hand.touch("next")
    assert said == [(confirmation("en"),)]


def test_what_does_not_fit_is_named_and_cannot_be_confirmed(open_page: Open) -> None:
    hand = open_page("check", journey())
    preview(hand, ("address",))
    assert word("address") in hand.page.unfit.head.text()
    assert not hand.control("next").isEnabled()


@pytest.mark.parametrize(
    "stage", ["name", "latin_name", "birth_date", "gender", "address", "portrait"]
)
def test_every_answer_can_be_changed(open_page: Open, stage: str) -> None:
    hand = open_page("check", journey())
    said = heard(hand.page.change)
    hand.touch(f"change:{stage}")
    assert said == [(stage,)]


def test_the_card_can_be_turned_over(open_page: Open) -> None:
    hand = open_page("check", journey())
    preview(hand)
    front = hand.page.card.grab().toImage()
    hand.touch("turn")
    assert farthest(hand.page.card.grab().toImage(), front) > 50
    hand.touch("turn")
    assert farthest(hand.page.card.grab().toImage(), front) <= 5


def test_a_new_check_forgets_the_last_preview(open_page: Open) -> None:
    hand = open_page("check", journey())
    preview(hand)
    hand.page.enter(journey())
    assert not hand.control("next").isEnabled()


# -- the clerk ---------------------------------------------------------------------------------


def test_the_clerk_can_be_called_and_comes(open_page: Open) -> None:
    hand = open_page("evidence", journey())
    hand.touch("clerk-here")
    assert hand.page.clerk.isVisible()


def test_the_clerk_approves_with_number_and_pin(open_page: Open) -> None:
    hand = open_page("review", journey())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    for digit in "12":
        hand.touch(f"key:{digit}")
    hand.touch("key:next")
    for digit in "246810":
        hand.touch(f"key:{digit}")
    hand.touch("approve")
    assert said == [((12, "246810"), None)]


def test_no_pin_is_taken_before_the_papers_are_handed_back(open_page: Open) -> None:
    hand = open_page("review", journey())
    assert not hand.shows("pin")
    assert not hand.shows("approve")
    hand.touch("handed-back")
    assert hand.shows("pin")
    hand.page.enter(journey())
    assert not hand.shows("pin")


def test_an_exception_takes_two_different_people(open_page: Open) -> None:
    hand = open_page("review", excepted())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    for name, text in (("number", "12"), ("pin", "246810")):
        hand.write(name, text)
        hand.write(f"second-{name}", text)
    hand.touch("approve")
    assert said == []
    assert hand.page.second.error.text() == word("same-person")
    hand.write("second-number", "21")
    hand.write("second-pin", "135790")
    hand.touch("approve")
    assert said == [((12, "246810"), (21, "135790"))]


@pytest.mark.parametrize(("number", "pin"), [("", "246810"), ("12", ""), ("x", "246810")])
def test_an_incomplete_approval_says_so(open_page: Open, number: str, pin: str) -> None:
    hand = open_page("review", journey())
    said = heard(hand.page.approved)
    hand.touch("handed-back")
    hand.write("number", number)
    hand.write("pin", pin)
    hand.touch("approve")
    assert said == []
    assert hand.page.who.error.isVisible()


def test_a_wrong_pin_is_forgotten_and_the_tries_are_told(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.write("number", "12")
    hand.write("pin", "111111")
    hand.page.refused(2)
    assert (hand.text("number"), hand.text("pin")) == ("12", "")
    assert "2" in hand.page.who.error.text()


def test_after_the_last_try_nothing_can_be_approved_but_it_can_be_given_back(
    open_page: Open,
) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.page.refused(0)
    assert not hand.control("approve").isEnabled()
    assert hand.control("give-back").isEnabled()
    assert hand.page.who.error.isVisible()


def test_while_a_card_is_signed_nothing_can_be_touched(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.page.busy(True)
    assert not hand.control("approve").isEnabled()
    assert not hand.control("give-back").isEnabled()
    hand.page.busy(False)
    hand.page.trouble("signer-lost")
    assert hand.page.who.error.text() == word("signer-lost")
    assert hand.control("approve").isEnabled()


def test_the_clerk_sees_whom_the_card_is_for(open_page: Open) -> None:
    hand = open_page("review", journey("es"))
    hand.touch("handed-back")
    shown = [value.text() for value in hand.page.values.values()]
    assert shown == [
        "María Guadalupe Nguyễn-Wójcik", "NGUYEN-WOJCIK, MARIA GUADALUPE", "27 March 1987",
    ]  # fmt: skip


def test_leaving_the_review_forgets_the_pin(open_page: Open) -> None:
    hand = open_page("review", journey())
    hand.touch("handed-back")
    hand.write("pin", "246810")
    hand.page.leave()
    assert hand.text("pin") == ""


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("name", ["review", "look"])
def test_the_training_pin_is_told_in_training_only(
    open_page: Open, name: str, *, training: bool
) -> None:
    hand = open_page(name, journey(), training=training)
    if name == "review":
        hand.touch("handed-back")
    assert hand.page.hint.isVisible() is training


# -- the printer -------------------------------------------------------------------------------


def test_coming_up_asks_for_the_card_to_be_printed(open_page: Open) -> None:
    hand = open_page("printing")
    said = heard(hand.page.started)
    hand.page.start()
    assert len(said) == 1


def test_a_trouble_is_told_and_taken_back(open_page: Open) -> None:
    hand = open_page("printing")
    hand.page.trouble("printer-jam")
    hand.page.trouble("printer-jam")
    assert hand.page.notice.head.text() == word("printer-jam")
    hand.page.trouble(None)
    assert not hand.page.notice.isVisible()


@pytest.mark.parametrize("look", ["good", "bad", "none"])
def test_the_clerk_says_what_lies_in_the_tray(open_page: Open, look: str) -> None:
    hand = open_page("printing")
    said = heard(hand.page.looked)
    hand.page.ask_look(True)
    hand.touch(f"look:{look}")
    assert said == [(look,)]


@pytest.mark.parametrize(("button", "signal"), [("try-again", "try_again"), ("stop", "stop")])
def test_what_was_not_printed_can_be_tried_again_or_stopped(
    open_page: Open, button: str, signal: str
) -> None:
    hand = open_page("printing")
    said = heard(getattr(hand.page, signal))
    hand.page.not_started("printer-out-of-cards")
    hand.touch(button)
    assert len(said) == 1
    hand.page.spoiled()
    hand.touch(button)
    assert len(said) == 2


def test_while_the_printer_works_there_is_nothing_to_touch_but_hiding(open_page: Open) -> None:
    hand = open_page("printing")
    names = {
        button.objectName()
        for button in hand.window.findChildren(QAbstractButton)
        if button.isVisible()
    }
    assert names == {"rail:hide"}


def test_the_card_is_taken(open_page: Open) -> None:
    hand = open_page("taken")
    said = heard(hand.page.submitted)
    hand.touch("have-card")
    assert said == [(True,)]


@pytest.mark.parametrize(("left", "look"), [(False, "good"), (False, "none"), (True, "empty")])
def test_a_clerk_settles_what_the_last_session_left(
    open_page: Open, *, left: bool, look: str
) -> None:
    hand = open_page("look")
    said = heard(hand.page.answered)
    hand.page.mode(left)
    hand.touch(f"look:{look}")
    assert said == []
    hand.write("number", "12")
    hand.write("pin", "246810")
    hand.touch(f"look:{look}")
    assert said == [(12, "246810", look)]


def test_after_the_last_try_nothing_can_be_settled(open_page: Open) -> None:
    hand = open_page("look")
    hand.page.refused(0)
    assert not hand.control("look:good").isEnabled()


def test_another_child_is_offered_only_where_something_was_left_for_one(open_page: Open) -> None:
    assert not open_page("taken", journey()).shows("another-child")
    hand = open_page("taken", sibling())
    went, said = heard(hand.page.another), heard(hand.page.submitted)
    hand.touch("another-child")
    assert (len(went), said) == (1, [])


def test_what_stays_known_for_another_child_is_said(open_page: Open) -> None:
    assert "answers are already erased" in open_page("taken", journey()).page.erased.head.text()
    assert "Address" in open_page("taken", sibling()).page.erased.body.text()


def test_a_caretaker_who_was_named_before_is_named_for_the_next_child(open_page: Open) -> None:
    before = Journey(application=application("en"), shared=sibling().shared)
    assert open_page("readiness", before).page.caretaker.isChecked()
    assert not open_page("readiness", Journey()).page.caretaker.isChecked()
