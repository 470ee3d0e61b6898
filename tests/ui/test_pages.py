from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kiosk.session.application import Address, AddressKind, Name
from kiosk.session.journey import Journey
from tests.ui.hand import Hand, Open, heard
from tests.ui.scenes import (
    HOME,
    application,
    card,
    confirmation,
    journey,
    settle,
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
