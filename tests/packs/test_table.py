from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.table import LARGEST, Table
from kiosk.policy import ANY_AGE, Ages


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


READERS: dict[str, Callable[[Table], object]] = {
    "text": lambda table: table.text("key"),
    "number": lambda table: table.number("key", least=2, most=9),
    "decimal": lambda table: table.decimal("key"),
    "decimals": lambda table: table.decimals("key", ("left", "top")),
    "flag": lambda table: table.flag("key"),
    "day": lambda table: table.day("key"),
    "texts": lambda table: table.texts("key"),
    "lists": lambda table: table.lists("key"),
    "member": lambda table: table.member("key", Size, Size.SMALL),
    "members": lambda table: table.members("key", Size),
    "points": lambda table: table.points("key"),
    "words": lambda table: table.words("key", ("en", "ar")),
    "ages": lambda table: table.ages("key"),
    "tables": lambda table: [entry.raw for entry in table.tables("key")],
    "entries": lambda table: [name for name, _ in table.entries("key")],
}
OPTIONAL = {"flag", "member", "members", "points", "ages", "tables", "entries"}

TREES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def reading(how: str, value: object) -> tuple[object, list[str]]:
    """Return what is read from a value, and what is found wrong with it."""
    table = Table({"key": value}, [])
    got = READERS[how](table)
    table.close()
    return got, [fault.reason for fault in table.faults]


@pytest.mark.parametrize(
    ("how", "value", "got"),
    [
        ("text", "a", "a"),
        ("number", 2, 2),
        ("decimal", 2, 2.0),
        ("decimal", -0.5, -0.5),
        ("decimals", [1, 2.5], (1.0, 2.5)),
        ("flag", True, True),
        ("day", date(2026, 11, 24), date(2026, 11, 24)),
        ("texts", ["a", "b"], ("a", "b")),
        ("lists", [["a"], ["b", "c"]], (("a",), ("b", "c"))),
        ("member", "large", Size.LARGE),
        ("members", ["large"], (Size.LARGE,)),
        ("points", {"a": 0}, {"a": 0}),
        ("words", {"en": "a", "ar": "b"}, {"en": "a", "ar": "b"}),
        ("ages", [3], Ages(3)),
        ("ages", [0, 13], Ages(None, 13)),
        ("ages", [14, 14], Ages(14, 14)),
        ("ages", [0], ANY_AGE),
        ("tables", [{"a": 1}], [{"a": 1}]),
        ("entries", {"a": {}}, ["a"]),
    ],
)
def test_a_value_of_the_right_kind_is_read(how: str, value: object, got: object) -> None:
    assert reading(how, value) == (got, [])


@pytest.mark.parametrize(
    ("how", "value", "reason"),
    [
        ("text", 1, "must be a text"),
        ("text", " ", "must not be empty"),
        ("number", 1, "must be 2 or more"),
        ("number", 10, "is above 9"),
        ("number", 2.0, "must be a whole number"),
        ("number", True, "must be a whole number"),
        ("decimal", True, "must be a number"),
        ("decimal", float("nan"), "must be a number"),
        ("decimal", float("inf"), "must be a number"),
        ("decimal", LARGEST + 1, "must be a number"),
        ("decimals", [1], "must be [left, top]"),
        ("decimals", [1, True], "must be [left, top]"),
        ("decimals", 1, "must be [left, top]"),
        ("flag", 1, "must be true or false"),
        ("day", "2026-11-24", "must be a day, as 2026-11-24"),
        ("day", datetime(2026, 11, 24), "must be a day, as 2026-11-24"),  # noqa: DTZ001
        ("texts", "ab", "must be a list of texts"),
        ("texts", ["a", 1], "must be a list of texts"),
        ("texts", [["a"]], "must be a list of texts"),
        ("texts", ["a", " "], "must be a list of texts"),
        ("texts", ["a", "a"], "names something twice"),
        ("texts", [], "must not be empty"),
        ("lists", ["ab"], "must be a list of lists of texts"),
        ("member", "middle", "'middle' is none of small, large"),
        ("member", "", "must not be empty"),
        ("members", ["large", "middle"], "'middle' is none of small, large"),
        ("points", {"a": -1}, "must be 0 or more"),
        ("points", {"a": True}, "must be a whole number"),
        ("points", [1], "must be a table"),
        ("words", {"en": "a"}, "the language 'ar' is missing"),
        ("words", {"en": "a", "ar": "b", "fr": "c"}, "'fr' is not among the pack's languages"),
        ("words", {"en": "a", "ar": ""}, "must not be empty"),
        ("words", {"en": "a", "ar": ["b"]}, "must be a text"),
        ("words", "a", "must be a table"),
        ("ages", [], "must be a list of one or two ages, from 0 to 130"),
        ("ages", [1, 2, 3], "must be a list of one or two ages, from 0 to 130"),
        ("ages", [-1], "must be a list of one or two ages, from 0 to 130"),
        ("ages", [131], "must be a list of one or two ages, from 0 to 130"),
        ("ages", [True], "must be a list of one or two ages, from 0 to 130"),
        ("ages", [9, 8], "the first age is above the second"),
        ("ages", 9, "must be a list of one or two ages, from 0 to 130"),
        ("tables", [1], "must be a table"),
        ("tables", {"a": 1}, "must be a list of tables"),
        ("entries", {"a": 1}, "must be a table"),
    ],
)
def test_a_wrong_value_is_one_mistake(how: str, value: object, reason: str) -> None:
    assert reading(how, value)[1] == [reason]


@pytest.mark.parametrize("how", READERS)
def test_a_missing_key_is_a_mistake_where_it_is_wanted(how: str) -> None:
    table = Table({}, [])
    READERS[how](table)
    assert len(table.faults) == (how not in OPTIONAL)


def test_a_key_that_nobody_read_is_a_mistake() -> None:
    table = Table({"inner": {"known": 1, "unknown": 2}}, [])
    inner = table.table("inner")
    assert inner is not None
    inner.number("known")
    inner.close()
    table.close()
    assert [fault.path for fault in table.faults] == [("inner", "unknown")]


@given(st.sampled_from(list(READERS)), TREES)
def test_nothing_that_can_be_written_breaks_a_reader(how: str, value: Any) -> None:
    kind, faults = reading(how, value)
    assert type(kind) is type(READERS[how](Table({}, [])))
    assert faults == reading(how, value)[1]
