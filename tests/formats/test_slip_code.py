from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats.slip_code import Kind, Said, mark, read, spaced, write

CATALOGUE = tuple(f"reason-{number}" for number in range(40))
SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"

kinds = st.sampled_from(Kind)
reasons = st.frozensets(st.sampled_from(CATALOGUE))
packs = st.text(max_size=5)


@given(kind=kinds, pack=packs, said=reasons)
def test_what_was_written_is_read(kind: Kind, pack: str, said: frozenset[str]) -> None:
    code = write(kind, mark(pack, "1"), said, CATALOGUE)
    in_order = tuple(reason for reason in CATALOGUE if reason in said)
    assert read(code, CATALOGUE) == Said(kind, mark(pack, "1"), in_order)
    assert set(code) <= set(SIGNS)
    assert 5 <= len(code) <= 13


@given(kind=kinds, said=reasons)
def test_a_catalogue_that_has_grown_reads_old_codes(kind: Kind, said: frozenset[str]) -> None:
    code = write(kind, mark("pack", "1"), said, CATALOGUE)
    assert read(code, (*CATALOGUE, "new")) == read(code, CATALOGUE)


@given(said=reasons, place=st.integers(0, 12), sign=st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed(said: frozenset[str], place: int, sign: str) -> None:
    code = write(Kind.APPEAL, mark("pack", "1"), said, CATALOGUE)
    place %= len(code)
    wrong = code[:place] + sign + code[place + 1 :]
    assert (read(wrong, CATALOGUE) is None) is (wrong != code)


@given(said=reasons)
def test_any_two_signs_that_changed_places_are_noticed(said: frozenset[str]) -> None:
    code = write(Kind.TAKE_HOME, mark("pack", "2"), said, CATALOGUE)
    for first, second in combinations(range(len(code)), 2):
        signs = list(code)
        signs[first], signs[second] = signs[second], signs[first]
        wrong = "".join(signs)
        assert (read(wrong, CATALOGUE) is None) is (wrong != code)


def test_a_code_is_read_as_people_write_it() -> None:
    code = write(Kind.APPEAL, "11", {"reason-0", "reason-9"}, CATALOGUE)
    expected = read(code, CATALOGUE)
    assert expected is not None
    for written in (code.lower(), spaced(code), "-".join(code), code.replace("1", "l"),
                    code.replace("1", "I")):  # fmt: skip
        assert read(written, CATALOGUE) == expected


@pytest.mark.parametrize("raw", ["", "T", "A0000", "XXXXX", "é1111", "A" * 30, "1" * 20])
def test_what_is_no_code_is_not_read(raw: str) -> None:
    assert read(raw, CATALOGUE) is None


def test_a_reason_that_nobody_knows_is_not_read() -> None:
    code = write(Kind.APPEAL, "11", {"reason-9"}, CATALOGUE)
    assert read(code, CATALOGUE[:9]) is None
    assert read(code, CATALOGUE[:10]) is not None


def test_a_reason_outside_the_catalogue_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="not in"):
        write(Kind.APPEAL, "11", {"whim"}, CATALOGUE)


def test_two_versions_of_a_pack_have_marks_of_their_own() -> None:
    marks = {mark("alderport", f"2026-{month}") for month in range(12)}
    assert len(marks) == 12
    assert {len(name) for name in marks} == {2}


@pytest.mark.parametrize(
    ("code", "groups"),
    [("12345", "12345"), ("123456", "123 456"), ("1234567", "1234 567"), ("9" * 9, "999 999 999")],
)
def test_a_code_is_spoken_in_groups_of_three_or_four(code: str, groups: str) -> None:
    assert spaced(code) == groups
