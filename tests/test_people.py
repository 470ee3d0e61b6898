import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.assets import ASSETS
from kiosk.city import load
from kiosk.people import BadPeopleFile, Ending, read

CITY = load("alderport")
ANA: dict[str, Any] = {"given_names": "Ana", "birth_date": "1990-01-01"}


def raw(*people: object) -> bytes:
    return json.dumps(people).encode()


def test_what_is_left_out_has_its_meaning() -> None:
    people = read(raw(ANA), CITY, Path("/folder"))
    (person,) = people.people
    assert (person.language, person.gender, person.address) == ("en", "", ())
    assert (person.latin_name, person.documents, person.portrait) == (None, (), None)
    assert (person.veteran, person.emergency_contact) == (False, ())
    assert person.ending is Ending.ISSUED
    assert person.birth_date == date(1990, 1, 1)
    assert people.warnings == ()


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        (["Eva", "555"], ("Eva", "555")),
        (["555"], ("", "555")),
        (["Eva", "555", "desk 4"], ("Eva", "555, desk 4")),
        ([], ("", "")),
        (None, ("", "")),
    ],
)
def test_whom_to_call_is_who_and_how(lines: list[str] | None, contact: tuple[str, str]) -> None:
    (person,) = read(raw({**ANA, "emergency_contact": lines, "veteran": None}), CITY, Path()).people
    assert person.contact == contact


def test_a_portrait_is_looked_for_beside_the_people_file() -> None:
    (person,) = read(raw({**ANA, "portrait": "face.png"}), CITY, Path("/folder")).people
    assert person.portrait == Path("/folder/face.png")


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([], "It holds no person."),
        (["Ana"], "It must be a JSON list of objects, one a person."),
        ([{**ANA, "phone": "555"}], "Person 1 has an unknown key: 'phone'."),
        ([ANA, {"birth_date": "1990-01-01"}], "Person 2 has no name."),
        ([{"given_names": "Ana"}], "Person 1: birth_date must be a day like 1987-03-27."),
        (
            [{**ANA, "birth_date": "27.3.1987"}],
            "Person 1: birth_date must be a day like 1987-03-27.",
        ),
        ([{**ANA, "gender": 3}], "Person 1: gender must be a text or null."),
        ([{**ANA, "address": "1 Harbor"}], "Person 1: address must be a list of texts."),
        ([{**ANA, "veteran": "yes"}], "Person 1: veteran must be true, false or null."),
        ([{**ANA, "veteran": 1}], "Person 1: veteran must be true, false or null."),
        (
            [{**ANA, "emergency_contact": "Eva"}],
            "Person 1: emergency_contact must be a list of texts.",
        ),
        ([{**ANA, "documents": ["x"]}], "Person 1 has a document that this city does not know."),
        (
            [{**ANA, "ending": "happy"}],
            "Person 1: ending must be one of issued, erased, idle, panic, crash, hang, misprint.",
        ),
    ],
)
def test_a_bad_file_is_refused_by_number_and_key(people: list[object], sentence: str) -> None:
    with pytest.raises(BadPeopleFile) as refused:
        read(raw(*people), CITY, Path())
    assert refused.value.sentence == sentence


@given(st.binary(max_size=60))
def test_whatever_is_in_the_file_it_is_read_or_refused(content: bytes) -> None:
    with pytest.raises(BadPeopleFile):
        read(content, CITY, Path())


def test_a_key_that_the_city_does_not_ask_for_is_ignored_with_a_warning() -> None:
    forgetful = replace(CITY, questions=("language", "name", "birth_date"))
    people = read(raw({**ANA, "gender": "female"}), forgetful, Path())
    assert people.people[0].gender == ""
    assert people.warnings == ("Person 1: gender is ignored; this city does not ask for it.",)


def test_a_language_that_is_not_offered_is_replaced_with_a_warning() -> None:
    people = read(raw({**ANA, "language": "pl"}), CITY, Path())
    assert people.people[0].language == "en"
    assert people.warnings == ("Person 1: the language is not offered here (en, es, ar).",)


def test_the_sample_people_are_good() -> None:
    samples = read((ASSETS / "training" / "people.json").read_bytes(), CITY, Path())
    assert len(samples.people) == 3
    assert samples.warnings == ()
