from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import city, design
from kiosk.design import CardDesign, Column
from kiosk.devices import CardSize
from kiosk.formats.claim169 import Claims, Gender
from kiosk.session.application import Address, AddressKind, Application, Name
from kiosk.session.card import Press, prepare, unfit
from kiosk.session.credential import Credential, issue
from kiosk.session.evidence import Evidence
from kiosk.session.review import Review
from kiosk.session.term import CardTerm
from kiosk.session.wording import answers, day, settled
from kiosk.trust import verify
from tests.session.cards import (
    ANA,
    DESIGN,
    LETTERING,
    NAMES,
    PRESS,
    TERM,
    applications,
    card,
    confirmation,
)
from tests.session.test_credential import ISSUER, SIGN

CHILD = replace(ANA, birth_date=date(2018, 5, 1))
CONTACT = ("Rosa Díaz", "555 0142")


def without(names: set[str], whole: CardDesign = DESIGN) -> Press:
    """Return what draws the sample's card as if it had no place for these answers."""

    def left(column: Column) -> Column:
        rows = (tuple(field for field in row if field.name not in names) for row in column.rows)
        return replace(column, rows=tuple(row for row in rows if row))

    front = replace(whole.front, column=left(whole.front.column))
    back = replace(whole.back, column=left(whole.back.column))
    return prepare(replace(whole, front=front, back=back), CardSize(), LETTERING)


def test_veteran_is_marked_only_where_they_said_so() -> None:
    plain = card(ANA)
    assert card(replace(ANA, veteran=False)) == plain
    assert card(replace(ANA, veteran=True)).back == plain.back
    assert card(replace(ANA, veteran=True)).front != plain.front


def test_veteran_is_not_marked_where_the_city_has_no_place_for_it() -> None:
    press = without({"veteran"})
    assert card(replace(ANA, veteran=True), press) == card(ANA, press)


def test_whom_to_call_is_on_the_back_of_a_childs_card_only() -> None:
    called = card(replace(CHILD, emergency_contact=CONTACT))
    assert called.front == card(CHILD).front
    assert called.back != card(CHILD).back
    assert card(replace(ANA, emergency_contact=CONTACT)) == card(ANA)


def test_child_turns_an_adult_on_the_day_that_the_design_says() -> None:
    issued = TERM.issued
    for years, shown in ((17, True), (18, False)):
        child = replace(CHILD, birth_date=issued.replace(year=issued.year - years))
        said = answers(replace(child, emergency_contact=CONTACT), DESIGN, issued)
        assert ("emergency_contact" in said) is shown


def test_whom_to_call_is_told_when_it_does_not_fit() -> None:
    long = ("Maximiliana Alexandra Konstantina Wolfeschlegelsteinhausenbergerdorff",) * 4
    assert unfit(replace(CHILD, emergency_contact=long), PRESS) == ("emergency_contact",)


_LEFT_OUT = {
    "latin_name": "",
    "gender": "",
    "address": Address(AddressKind.OMITTED),
    "veteran": False,
    "emergency_contact": (),
}


@settings(max_examples=12, deadline=None)
@given(applications, st.sets(st.sampled_from(sorted(_LEFT_OUT)), min_size=1))
def test_what_was_left_out_has_neither_label_nor_gap(
    application: Application, left_out: set[str]
) -> None:
    silent = replace(application, **{name: _LEFT_OUT[name] for name in left_out})  # type: ignore[arg-type]  # each of its own type
    assert (card(silent) == card(silent, without(left_out))) is True


# -- the code says no more than the card ---------------------------------------------------------

names = st.sampled_from(NAMES) | st.builds(Name, st.text("abc é", min_size=1), st.text("xyz ñ"))
OF_THE_CARD = {"issuer", "issued", "language"}  # not of its holder: a verifier needs them


def claimed(application: Application, term: CardTerm) -> Claims:
    review = Review(replace(confirmation(application), term=term), Evidence((), (), {}), clerk=1)
    credential = issue(review, ISSUER, SIGN)
    assert isinstance(credential, Credential)
    claims = verify.read_back(credential.text, ISSUER)
    assert claims is not None
    return claims


def read_from(claims: Claims) -> dict[str, str]:
    """Return what a verifier reads from the code, as the card would write it."""
    read = {
        "serial": claims.serial,
        "expires": day(claims.expires) if claims.expires else "",
        "given_names": claims.given_names,
        "family_names": claims.family_names,
        "latin_name": claims.latin_name,
        "birth_date": day(claims.birth_date) if claims.birth_date else "",
        "gender": {None: "", Gender.MALE: "mal", Gender.FEMALE: "muj"}[claims.gender],
    }
    assert set(read) | OF_THE_CARD == {field.name for field in fields(claims)}
    return read


@settings(max_examples=60, deadline=None)
@given(
    applications,
    names,
    st.sampled_from(["", "Mujer", "male", "Non-binary"]),
    st.sampled_from([TERM, replace(TERM, expires=None)]),
)
def test_code_says_nothing_of_its_holder_that_the_card_does_not(
    application: Application, name: Name, gender: str, term: CardTerm
) -> None:
    application = replace(application, name=name, gender=gender)
    said = answers(application, DESIGN, term.issued) | settled("B84064ZDN39MER3Y", term, DESIGN)
    on_the_card = " ".join(" ".join(lines) for lines in said.values()).casefold()
    on_the_card += " " + on_the_card.replace(" ", "")  # a serial is written in groups
    for claim in read_from(claimed(application, term)).values():
        assert claim.casefold() in on_the_card


@pytest.mark.parametrize("code", city.cities())
def test_every_pack_has_a_place_for_all_that_its_code_can_say(code: str) -> None:
    pack = city.load(code)
    places = {field.name for field in design.load(pack.folder).fields()}
    coded = {"name", "latin_name", "birth_date", "gender"} & set(pack.questions)
    assert coded | {"valid_until", "serial"} <= places
