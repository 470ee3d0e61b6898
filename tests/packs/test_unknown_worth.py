"""A paper that a city accepts, of which nobody has found what it proves."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from kiosk.city import CITIES, load, read
from kiosk.session.evidence import Document, Verdict, completions, weigh

TODAY = date(2026, 11, 24)
FORM = """
[kinds.new-form]
group = "plain"
unknown = true
name = { en = "New form", es = "Formulario nuevo", ar = "نموذج جديد" }
source = "invented"
certainty = "named, and no more"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample city that has not confirmed its pack and names such a form."""
    copied = Path(shutil.copytree(CITIES / "alderport", tmp_path / "alderport"))
    city, papers = copied / "city.toml", copied / "documents.toml"
    text = city.read_text(encoding="utf-8")
    city.write_text(text.replace("confirmed = true", "confirmed = false"), encoding="utf-8")
    papers.write_text(papers.read_text(encoding="utf-8") + FORM, encoding="utf-8")
    return copied


def test_it_counts_for_nothing_and_helps_nobody(folder: Path) -> None:
    policy = load("alderport", folder.parent).evidence
    form = Document("new-form")
    assert weigh([form], policy, TODAY).verdicts == ((form, Verdict.UNKNOWN),)
    assert all("new-form" not in kinds for kinds in completions([form], policy, TODAY))


def test_its_pack_has_no_mistake_until_the_city_confirms_it(folder: Path) -> None:
    assert read(folder)[1] == ()
    city = folder / "city.toml"
    text = city.read_text(encoding="utf-8")
    city.write_text(text.replace("confirmed = false", "confirmed = true"), encoding="utf-8")
    (mistake,) = read(folder)[1]
    assert (mistake.file, mistake.line) == ("city.toml", _line(city, "confirmed"))


def test_it_cannot_be_unknown_and_have_points(folder: Path) -> None:
    papers = folder / "documents.toml"
    text = papers.read_text(encoding="utf-8")
    both = text.replace("unknown = true", "unknown = true\npoints = { identity = 1 }")
    papers.write_text(both, encoding="utf-8")
    (mistake,) = read(folder)[1]
    assert (mistake.file, mistake.line) == ("documents.toml", _line(papers, "unknown"))


def _line(file: Path, start: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))
