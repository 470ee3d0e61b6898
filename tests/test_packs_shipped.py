"""Worked cases of the cities whose packs are shipped, by the rules as they were found.

A line of the table is a visit: the papers, the age (`+`: with a caretaker, `?`: unknown), what is
unmet, the points of identity and residence where the city has points, and papers that would do.
A paper is named by any part of its code that no other code has.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from kiosk.city import CITIES, City, cities, load, read, require_confirmed
from kiosk.commands.assess import read_documents
from kiosk.errors import PackNotConfirmed
from kiosk.policy import CardAddress, Copy, Mark, OldEnough
from kiosk.session.evidence import (
    Applicant,
    Document,
    Verdict,
    completions,
    weigh,
)
from tests.session.rules import first_combination
from ui.widgets.icon import known

TODAY = date(2026, 11, 24)
REAL = tuple(code for code in cities() if code != "alderport")
NEW_YORK = load("new-york-2018")

_SHORT = {
    "school": "educational-institution-id-card-middle-secondary--without-dob",
    "school-dob": "educational-institution-id-card-middle-secondary-post-second",
    "transcript-dob": "us-school-transcript-from-high-school-or-post-secondary-scho",
    "passport": "foreign-passport-machine-readable",
    "non-mr": "foreign-passport-not-machine-readable",
    "ss": "social-security-card",
    "nys": "new-york-state-nys-department-of-motor-vehicles-drivers-lice",
    "dv": "letter-from-city-agency-nonprofit-organization-o--dv-survivors",
    "homeless": "letter-from-city-agency-nonprofit-organization-or-religious",
    "fnid": "foreign-national-identification-card-machine-readable",
    "visa-photo": "visa-issued-by-us-state-department-with-photo",
    "us-birth": "us-birth-certificate",
    "omh": "nys-office-of-mental-health-omh-facility-photo-id-card",
    "us-passport": "us-passport-or-us-passport-card",
    "ebt": "nys-electronic-benefit-ebt-card-common-benefit-identificatio",
}

ALL = "total identity residence photo birth-date"
CASES = f"""
new-york-2018 | | 30 | {ALL} | 0/0 | nys
new-york-2018 | | ? | {ALL} | 0/0 | handgun
new-york-2018 | | 16+ | total identity residence birth-date | 0/0 | nys
new-york-2018 | passport | 30 | total residence | 3/0 | cable
new-york-2018 | passport, cable | 30 | | 3/1 |
new-york-2018 | passport, cable | ? | | 3/1 |
new-york-2018 | cable | 30 | total identity photo birth-date | 0/1 | passport
new-york-2018 | non-mr, cable | 30 | total identity | 2/1 | us-birth
new-york-2018 | non-mr, ss, cable | 30 | | 4/1 |
new-york-2018 | nys | 30 | | 3/1 |
new-york-2018 | handgun | 30 | | 3/1 |
new-york-2018 | non-driver-id-card-with-a-new | 30 | | 3/1 |
new-york-2018 | expired-nys-dmv-drivers | 30 | | 3/1 |
new-york-2018 | expired-nys-dmv-drivers:expired=1 | 30 | {ALL} | 0/0 |
new-york-2018 | us-state-drivers, cable | 30 | | 3/1 |
new-york-2018 | us-state-drivers, nys | 30 | | 3/1 |
new-york-2018 | consular, cable | 30 | total identity | 2/1 | foreign-birth
new-york-2018 | consular, foreign-birth, cable | 30 | | 3/1 |
new-york-2018 | consular, cable, banking | 30 | identity | 2/2 | ss
new-york-2018 | your-childs, consular, cable | 30 | | 3/1 |
new-york-2018 | assignment, consular, cable | 30 | | 4/1 |
new-york-2018 | visa-photo, ss, cable | 30 | | 4/1 |
new-york-2018 | fnid, foreign-birth, cable | 30 | | 3/1 |
new-york-2018 | us-birth, foreign-birth, cable | 30 | photo | 3/1 | passport
new-york-2018 | us-birth, foreign-birth, cable | 21 | photo | 3/1 |
new-york-2018 | us-birth, foreign-birth, cable | 21+ | | 3/1 |
new-york-2018 | us-birth, foreign-birth, cable | 22+ | photo | 3/1 |
new-york-2018 | us-birth, foreign-birth, cable | 14+ | | 3/1 |
new-york-2018 | us-birth, foreign-birth, cable | 13+ | age | 3/1 |
new-york-2018 | passport, cable | 13 | age | 3/1 |
new-york-2018 | passport, cable | 14 | | 3/1 |
new-york-2018 | ebt, cable | 30 | birth-date | 3/1 | us-birth
new-york-2018 | ebt:birth_date, cable | 30 | | 3/1 |
new-york-2018 | ebt:birth_date, nys-benefits, cable | 30 | | 3/1 |
new-york-2018 | school:photo, transcript-dob, cable | 30 | total identity | 2/1 | ss
new-york-2018 | school:photo, transcript-dob, ss, cable | 30 | | 4/1 |
new-york-2018 | school, transcript-dob, ss, cable | 30 | photo | 4/1 | consular
new-york-2018 | school:photo, school-dob:photo | 30 | total identity residence | 1/0 |
new-york-2018 | passport, expired-foreign | 30 | total residence | 3/0 | cable
new-york-2018 | non-mr, expired-foreign | 30 | total identity residence | 2/0 |
new-york-2018 | passport, non-mr, passport | 30 | total residence | 3/0 |
new-york-2018 | passport:expired=0, cable | 30 | | 3/1 |
new-york-2018 | passport:expired=1, cable | 30 | total identity | 2/1 | ss
new-york-2018 | passport:expired=1, ss, cable | 30 | | 4/1 |
new-york-2018 | passport:expired=1095, ss, cable | 30 | | 4/1 |
new-york-2018 | passport:expired=1096, ss, cable | 30 | | 4/1 |
new-york-2018 | passport:expired=1097, ss, cable | 30 | total identity photo birth-date | 2/1 |
new-york-2018 | us-passport:expired=1096 | 30 | total identity residence | 2/0 |
new-york-2018 | expired-us:expired=1097 | 30 | {ALL} | 0/0 |
new-york-2018 | non-mr:expired=1, cable | 30 | total identity photo birth-date | 0/1 |
new-york-2018 | consular:expired=1, cable | 30 | total identity photo birth-date | 0/1 |
new-york-2018 | idnyc:expired=60, cable | 30 | | 3/1 |
new-york-2018 | idnyc:expired=61, cable | 30 | total identity photo birth-date | 0/1 |
new-york-2018 | corrections:birth_date:age=365, cable | 30 | | 3/1 |
new-york-2018 | corrections:birth_date:age=366, cable | 30 | total identity photo birth-date | 0/1 |
new-york-2018 | passport, cable:age=60 | 30 | | 3/1 |
new-york-2018 | passport, cable:age=61 | 30 | total residence | 3/0 | banking
new-york-2018 | passport, pay-stub:age=61 | 30 | total residence | 3/0 |
new-york-2018 | passport, property-tax:age=365 | 30 | | 3/1 |
new-york-2018 | passport, property-tax:age=366 | 30 | total residence | 3/0 |
new-york-2018 | passport, health-institution:age=900 | 30 | | 3/1 |
new-york-2018 | passport, care-of:age=14 | 30 | | 3/1 |
new-york-2018 | passport, care-of:age=15 | 30 | total residence | 3/0 |
new-york-2018 | passport, homeless:age=30 | 30 | | 3/1 |
new-york-2018 | passport, homeless:age=31 | 30 | total residence | 3/0 |
new-york-2018 | passport, dv:age=30 | 30 | | 3/1 |
new-york-2018 | passport, dv:age=31 | 30 | total residence | 3/0 |
new-york-2018 | passport, hospital-or-health:age=31 | 30 | total residence | 3/0 |
new-york-2018 | nys-dmv-interim | 30 | {ALL} | 0/0 | consular
new-york-2018 | nys-dmv-interim, consular | 30 | | 4/1 |
new-york-2018 | nys-dmv-interim, ss | 30 | photo birth-date | 4/1 |
new-york-2018 | nys-dmv-interim, foreign-birth | 30 | total identity residence photo | 1/0 |
new-york-2018 | inpatie, consular | 30 | | 3/1 |
new-york-2018 | inpatie, us-birth, foreign-birth | 30 | photo | 4/1 |
new-york-2018 | inpatie, omh:birth_date | 30 | total identity residence | 1/0 |
new-york-2018 | passport:plain, cable | 30 | total identity photo birth-date | 0/1 |
new-york-2018 | passport:certified, cable | 30 | | 3/1 |
new-york-2018 | passport, cable:spouse, marriage | 30 | residence | 4/0 | cable
new-york-2018 | passport, doe-student | 30 | total residence | 3/0 | cable
san-francisco | | 30 | identity photo birth-date residence | | passport + utility
san-francisco | passport, utility | 30 | | |
san-francisco | passport | 30 | residence | | bank
san-francisco | passport:expired=0, utility | 30 | | |
san-francisco | passport:expired=1, utility | 30 | identity photo birth-date | | consular
san-francisco | passport:certified, utility | 30 | identity photo birth-date | |
san-francisco | consular, utility:age=30 | 30 | | |
san-francisco | consular, utility:age=31 | 30 | residence | |
san-francisco | consular, shelter:age=31 | 30 | residence | |
san-francisco | consular, minor-enrolled:age=200 | 30 | | |
san-francisco | birth, utility | 30 | identity photo | | foreign-driver
san-francisco | birth:certified, military, utility | 30 | | |
san-francisco | birth, birth, utility | 5 | identity | | itin
san-francisco | birth, itin, bank | 30 | photo | |
san-francisco | birth, itin, bank | 14 | photo | |
san-francisco | birth, itin, bank | 13 | | |
san-francisco | birth, itin, bank | ? | photo | |
san-francisco | itin, military, bank | 30 | birth-date | | birth
san-francisco | birth, california:photo, bank | 30 | | |
san-francisco | national-id, foreign-photo, bank | 30 | | |
san-francisco | foreign-driver, itin, pay-stub | 30 | | |
oakland | passport, proof | 30 | | |
oakland | passport | 30 | residence | | proof
oakland | passport:expired=1, proof | 30 | identity photo-and-birth-date | |
oakland | birth, proof | 13 | | |
oakland | birth, proof | 14 | identity photo-and-birth-date | | national-id
oakland | birth, proof | ? | identity photo-and-birth-date | |
oakland | foreign-driver, social, proof | 30 | | |
oakland | foreign-driver, social, proof | 9 | | |
oakland | social, itin, proof | 9 | birth-date | | birth
oakland | birth, military, proof | 30 | photo-and-birth-date | | consular
oakland | visa:photo:birth_date, itin, proof | 30 | | |
hartford | passport | 30 | identity | | social-security
hartford | passport, social-security | 30 | | |
hartford | passport, consular | 30 | identity | | itin
hartford | social-security, itin | 30 | identity photo-and-birth-date | | consular
hartford | consular:expired=1826, itin:expired=1826 | 30 | | |
hartford | consular:expired=1827, itin | 30 | identity photo-and-birth-date | |
hartford | consular, itin:expired=1827 | 30 | identity | |
hartford | us-employee, social-security | 30 | photo-and-birth-date | | consular
hartford | us-employee:photo:birth_date, social-security | 30 | | |
hartford | us-tribal:photo, voter:birth_date, itin | 30 | photo-and-birth-date | |
hartford | hmis:birth_date, itin | 17 | | |
chicago-2017 | | 30 | photo birth-date residence | | consular + shelter
chicago-2017 | consular, shelter | 30 | | |
chicago-2017 | state-id | 30 | residence | | shelter
chicago-2017 | birth, shelter | 30 | photo | | consular
chicago-2017 | birth, shelter | 14 | photo | |
chicago-2017 | birth, shelter | 13 | | |
chicago-2017 | foreign-passport:expired=1, shelter | 30 | photo birth-date | |
chicago-2017 | state-id | 16 | residence | |
chicago-2017 | state-id | 14+ | | |
chicago-2017 | state-id | 21+ | | |
chicago-2017 | state-id | 22+ | residence | |
chicago-2017 | birth | 13+ | residence | |
"""


@dataclass(frozen=True)
class Case:
    """A line of the table."""

    city: City
    documents: list[Document]
    applicant: Applicant
    unmet: list[str]
    points: dict[str, int]
    would_do: tuple[str, ...]


def _case(line: str) -> Case:
    code, papers, age, unmet, points, more = (cell.strip() for cell in line.split("|"))
    city = load(code)
    entries = [entry.strip().partition(":") for entry in papers.split(",") if entry.strip()]
    text = ",".join(_kind(city, kind) + colon + words for kind, colon, words in entries)
    return Case(
        city,
        read_documents(text, city, TODAY),
        Applicant(None if age == "?" else int(age.rstrip("+")), caretaker=age.endswith("+")),
        unmet.split(),
        dict(zip(("identity", "residence"), map(int, points.split("/")), strict=True))
        if points
        else {},
        tuple(_kind(city, kind) for kind in more.split(" + ")) if more else (),
    )


def _kind(city: City, part: str) -> str:
    kinds = city.evidence.kinds
    if _SHORT.get(part) in kinds:
        return _SHORT[part]
    found = [part] if part in kinds else [code for code in kinds if part in code]
    assert len(found) == 1, f"{part} names {found}"
    return found[0]


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_what_a_visit_comes_to(line: str) -> None:
    case = _case(line)
    policy = case.city.evidence
    evidence = weigh(case.documents, policy, TODAY, case.applicant)
    assert [lack.requirement.code for lack in evidence.unmet] == case.unmet
    assert dict(evidence.points) == case.points
    assert evidence.sufficient == (not case.unmet)
    lists = completions(case.documents, policy, TODAY, case.applicant)
    assert bool(lists) == bool(case.unmet and "age" not in case.unmet)  # nothing makes one older
    if case.would_do:
        assert case.would_do in lists


@pytest.mark.parametrize(
    ("kind", "day", "last"),
    [
        ("us-passport", date(2016, 2, 29), date(2019, 2, 28)),
        ("us-passport", date(2013, 2, 28), date(2016, 2, 28)),
        ("us-passport", date(2023, 11, 24), date(2026, 11, 24)),
        ("expired-foreign", date(2023, 12, 31), date(2026, 12, 31)),
        ("idnyc", date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_an_expired_paper_counts_through_its_last_day(kind: str, day: date, last: date) -> None:
    paper = Document(_kind(NEW_YORK, kind), expires=day)
    assert _verdict(paper, last) is Verdict.COUNTED
    assert _verdict(paper, last + timedelta(days=1)) is Verdict.EXPIRED


@pytest.mark.parametrize(
    ("kind", "day", "last"),
    [
        ("irs-forms", date(2017, 12, 31), date(2018, 4, 15)),
        ("irs-forms", date(2017, 1, 1), date(2018, 4, 15)),
        ("cable", date(2028, 1, 1), date(2028, 3, 1)),
        ("cable", date(2027, 1, 1), date(2027, 3, 2)),
        ("tax-return", date(2028, 2, 29), date(2029, 2, 28)),
        ("care-of", date(2026, 12, 25), date(2027, 1, 8)),
    ],
)
def test_a_dated_paper_counts_through_its_last_day(kind: str, day: date, last: date) -> None:
    paper = Document(_kind(NEW_YORK, kind), dated=day)
    assert _verdict(paper, last) is Verdict.COUNTED
    assert _verdict(paper, last + timedelta(days=1)) is Verdict.TOO_OLD


def test_a_paper_without_the_address_that_it_must_show_does_not_count() -> None:
    for kind in (_kind(NEW_YORK, "nys"), _kind(NEW_YORK, "cable")):
        without = Document(kind, shows=frozenset({Mark.PHOTO, Mark.BIRTH_DATE}))
        assert _verdict(without, TODAY) is Verdict.LACKS_MARK


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("cable", CardAddress.HOME),
        ("nys", CardAddress.HOME),
        ("care-of", CardAddress.CARE_OF),
        ("homeless", CardAddress.OMITTED),
        ("dv", CardAddress.OMITTED),
        ("hospital-or-health", None),
    ],
)
def test_how_somebody_proves_residence_decides_the_address_line(
    kind: str, address: CardAddress | None
) -> None:
    papers = [Document(_SHORT["passport"]), Document(_kind(NEW_YORK, kind))]
    assert weigh(papers, NEW_YORK.evidence, TODAY).address is address


def _verdict(document: Document, today: date) -> Verdict:
    return weigh([document], NEW_YORK.evidence, today).verdicts[0][1]


# -- the packs themselves ------------------------------------------------------------------------


@pytest.mark.parametrize("code", cities())
def test_a_shipped_pack_has_no_mistake(code: str) -> None:
    pack, mistakes = read(CITIES / code)
    assert pack is not None
    assert mistakes == ()


@pytest.mark.parametrize("code", REAL)
def test_a_real_city_has_not_confirmed_its_pack_and_it_says_what_is_missing(code: str) -> None:
    city = load(code)
    with pytest.raises(PackNotConfirmed):
        require_confirmed(city)
    assert set(city.unfinished) == set(city.languages) == {"en", "es"}


@pytest.mark.parametrize("code", REAL)
def test_every_row_says_where_it_is_from_and_how_sure_it_is(code: str) -> None:
    for kind in load(code).evidence.kinds.values():
        assert kind.source
        assert kind.certainty


@pytest.mark.parametrize("code", cities())
def test_every_group_has_a_picture_that_is_there(code: str) -> None:
    for group in load(code).evidence.groups.values():
        assert known(f"documents/{group.icon}") or known(group.icon)


@pytest.mark.parametrize("code", REAL)
@pytest.mark.parametrize("age", [None, 3, 13, 14, 17, 21, 22, 65, 99])
def test_somebody_of_any_age_can_meet_what_is_asked(code: str, age: int | None) -> None:
    policy = load(code).evidence
    limits = [asked.asks for asked in policy.requirements if isinstance(asked.asks, OldEnough)]
    too_young = age is not None and any(age < limit.least for limit in limits)
    assert bool(first_combination(policy, TODAY, Applicant(age))) is not too_young


def test_new_york_has_all_rows_of_its_list_and_invents_no_points() -> None:
    kinds = NEW_YORK.evidence.kinds
    assert len(kinds) == 95
    unknown = [code for code, kind in kinds.items() if kind.unknown]
    assert unknown == [
        "doe-student-verification-form-issued-by-doe-schools-this-doc",
        "summer-youth-employment-program-verification-form",
    ]
    assert _verdict(Document(unknown[0]), TODAY) is Verdict.UNKNOWN
    assert all(kind.points for kind in kinds.values() if not kind.unknown)


def test_the_newest_version_in_force_is_the_citys() -> None:
    assert load("new-york").code == "new-york-2018"
    assert load("chicago").code == "chicago-2017"


def test_san_francisco_takes_originals_and_never_asks_for_a_gender() -> None:
    city = load("san-francisco")
    assert "gender" not in city.questions
    assert city.forbidden == ("gender",)
    copies = {
        code for code, kind in city.evidence.kinds.items() if kind.copies is not Copy.ORIGINAL
    }
    assert copies == {"birth-certificate-us-or-foreign-certified"}


def test_chicago_has_no_points_and_knows_its_terms() -> None:
    city = load("chicago-2017")
    assert not any(kind.points for kind in city.evidence.kinds.values())
    assert [(term.ages.least, term.years, term.fee) for term in city.terms] == [
        (None, 2, 500),
        (14, 5, 500),
        (18, 5, 1000),
        (65, None, 0),
    ]
    assert "Clerk" in city.unfinished["en"]
