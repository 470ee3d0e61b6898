"""What operators are told of each printer is what its profile says."""

import re
from pathlib import Path

import pytest

from kiosk.devices.profile import Counts, Destruction, Known, codes, load

DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "operators.md"
ROWS = {
    match[1]: [cell.strip() for cell in match[0].strip("|").split("|")]
    for match in re.finditer(
        r"^\| `([a-z-]+)`.*\|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE
    )
}


@pytest.mark.parametrize("code", codes())
def test_the_table_says_what_the_profile_says(code: str) -> None:
    profile = load(code)
    _, _, said, memory, duty = ROWS[code]
    assert said.startswith("yes" if profile.counts is Counts.SIDES else "no")
    assert ("not known" in memory) == (profile.memory.keeps_jobs is Known.UNKNOWN)
    assert ("switch it off" in duty) == profile.memory.power_cycle
    destroyed = profile.ribbon.destruction is not Destruction.NOTHING
    assert ("destroy the used ribbon" in duty) == destroyed
