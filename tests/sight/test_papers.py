"""What readers find is told as a session understands it; the readers here are stand-ins."""

import sys
from types import ModuleType

import numpy as np
import pytest

from kiosk.formats.look import Reading, ReadingKind
from kiosk.sight import papers

READER = "kiosk.devices.reader"


@pytest.fixture
def shapes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """Put a reader of codes and a reader of zones in place; return the shapes of what they saw."""
    seen: list[tuple[int, ...]] = []
    codes, zones = (ModuleType(name) for name in ("reader", "mrz_reader"))

    def read(grey: np.ndarray, read_zone: object) -> tuple[Reading, ...]:
        seen.append(grey.shape)
        assert callable(read_zone)
        return (Reading(ReadingKind.AAMVA, b"@\n"), Reading(ReadingKind.MRZ, read_zone(grey)))

    vars(codes)["read"] = read
    vars(zones)["read_mrz"] = lambda _grey, signs: signs
    vars(zones)["load"] = lambda: b"P<UTO"
    for name, module in (("", codes), (".mrz_reader", zones)):
        monkeypatch.setitem(sys.modules, READER + name, module)
    return seen


def test_every_kind_of_reading_is_told(shapes: list[tuple[int, ...]]) -> None:
    found = papers.open_reader()(np.zeros((3, 4), np.uint8))
    assert found == (Reading(ReadingKind.AAMVA, b"@\n"), Reading(ReadingKind.MRZ, b"P<UTO"))
    assert shapes[-1] == (3, 4)


def test_readers_are_used_once_before_there_is_a_paper(shapes: list[tuple[int, ...]]) -> None:
    papers.open_reader()
    assert len(shapes) == 1


def test_no_trace_shows_what_was_read() -> None:
    assert "ERIKSSON" not in repr(Reading(ReadingKind.MRZ, b"ERIKSSON"))
