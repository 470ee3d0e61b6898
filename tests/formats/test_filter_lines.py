from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.formats import filter_lines
from kiosk.formats.filter_lines import Heard, hear


def after(*lines: bytes) -> Heard:
    return reduce(hear, lines, Heard())


@pytest.mark.parametrize(
    ("lines", "reasons"),
    [
        ((b"STATE: +media-empty-error",), {"media-empty-error"}),
        ((b"STATE: +media-jam,cover-open",), {"media-jam", "cover-open"}),
        ((b"STATE: +media-jam", b"STATE: +cover-open", b"STATE: -media-jam"), {"cover-open"}),
        ((b"STATE: media-jam", b"STATE: cover-open"), {"cover-open"}),
        ((b"STATE: +media-jam", b"STATE: none"), set()),
        ((b"STATE: -media-jam",), set()),
        ((b"STATE: +Ana Lopez, \xff\x00",), set()),
        ((b"INFO: +media-jam", b"DEBUG: STATE: media-jam", b"STATE"), set()),
    ],
)
def test_reasons_come_and_go(lines: tuple[bytes, ...], reasons: set[str]) -> None:
    assert after(*lines).reasons == reasons


@pytest.mark.parametrize("line", [b"ERROR: no ribbon", b"CRIT: x", b"ALERT:", b"EMERG: x\r"])
def test_an_error_is_a_failure_and_stays_one(line: bytes) -> None:
    assert after(line, b"INFO: all is well").failed


def test_what_is_told_by_the_way_is_no_failure() -> None:
    assert after(b"INFO: printing", b"PAGE: 1 1", b"WARNING: slow", b"", b"ERR") == Heard()


def test_levels_of_a_ribbon_are_kept() -> None:
    heard = after(b"ATTR: marker-colors=#000000 marker-levels=40,-1", b"ATTR: marker-names=x")
    assert heard.levels == (40, -1)
    assert after(b'ATTR: marker-levels="7"').levels == (7,)


def test_ready_is_a_line_of_its_own() -> None:
    assert after(b"READY").ready
    assert not after(b"INFO: READY").ready


def test_a_line_that_never_ends_takes_no_more_room() -> None:
    lines, rest = filter_lines.cut(b"one\ntwo\n" + b"x" * 100_000)
    assert lines == [b"one", b"two"]
    assert len(rest) == 4096


@given(st.lists(st.binary(max_size=60)))
def test_no_line_is_a_fault(lines: list[bytes]) -> None:
    assert len(after(*lines).reasons) <= 64
