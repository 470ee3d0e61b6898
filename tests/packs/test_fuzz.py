"""Spoiled packs: whatever a file holds, it is read, refused in words, or safe to weigh by."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.city import City, load, read
from kiosk.errors import BadPack, UnknownCity
from kiosk.session.evidence import Applicant, Document, completions, weigh
from kiosk.session.term import term
from tests.packs.planted import ALDERPORT, CITY, copy
from tests.packs.test_table import TREES

FILES = ["city.toml", "documents.toml", "card.toml"]
TEXTS = {file: (ALDERPORT / file).read_text(encoding="utf-8") for file in FILES}
WHOLE = {file: tomllib.loads(text) for file, text in TEXTS.items()}
OTHER_VALUES = TREES | st.sampled_from([0, -1, 3, 10**9, "", "photo", [], {}, [{}], [[]], True])
LIMIT = settings(max_examples=200, deadline=None)

Read = Callable[[str, bytes], None]


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return a function that reads a pack with one file changed, and checks what comes of it."""
    folder = copy(tmp_path_factory.mktemp("packs") / CITY)

    def look(file: str, raw: bytes) -> None:
        (folder / file).write_bytes(raw)
        try:
            check(folder, file, raw)
        finally:
            (folder / file).write_text(TEXTS[file], encoding="utf-8")

    return look


def check(folder: Path, file: str, raw: bytes) -> None:
    pack, mistakes = read(folder)
    for mistake in mistakes:
        assert mistake.file in FILES
        raw_there = raw if mistake.file == file else TEXTS[mistake.file].encode()
        assert 1 <= mistake.line <= raw_there.count(b"\n") + 1
        assert mistake.reason
        assert mistake.reason.isprintable()
    if all(mistake.file == "card.toml" for mistake in mistakes):
        assert load(CITY, folder.parent) == pack
        serve(load(CITY, folder.parent))
    else:
        with pytest.raises((BadPack, UnknownCity)):
            load(CITY, folder.parent)


def serve(pack: City) -> None:
    """Do all that a station does by the rules, on the first days and on the last."""
    for today in (date(1, 1, 1), date(2028, 2, 29), date.max):
        for age in (None, 0, 130):
            who = Applicant(age, caretaker=True)
            papers = [Document(kind, date.min, today) for kind in list(pack.evidence.kinds)[:3]]
            weigh(papers, pack.evidence, today, who)
            completions(papers[:1], pack.evidence, today, who)
            completions([], pack.evidence.of_caretaker(), today, who)
    term(date(2028, 2, 29), date(2028, 2, 29), pack.terms)


def as_toml(value: Any) -> str:
    """Return a value as TOML, in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return str(value) if not isinstance(value, str | bool) else json.dumps(value)


def changed(tree: Any, data: st.DataObject) -> Any:
    """Return a tree with one value in it replaced or left out."""
    keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
    copied = dict(tree) if isinstance(tree, dict) else list(tree)
    key = data.draw(st.sampled_from(keys))
    if isinstance(tree[key], dict | list) and tree[key] and data.draw(st.integers(0, 4)):
        copied[key] = changed(tree[key], data)
    elif data.draw(st.booleans()):
        copied[key] = data.draw(OTHER_VALUES)
    else:
        del copied[key]
    return copied


@given(file=st.sampled_from(FILES), data=st.data())
@LIMIT
def test_any_value_anywhere_is_read_or_refused(
    file: str, data: st.DataObject, looked_at: Read
) -> None:
    tree = changed(WHOLE[file], data)
    text = "\n".join(f"{json.dumps(key)} = {as_toml(value)}" for key, value in tree.items())
    looked_at(file, text.encode("utf-8", "surrogatepass"))


@given(file=st.sampled_from(FILES), data=st.data())
@LIMIT
def test_lines_lost_doubled_moved_and_cut_are_read_or_refused(
    file: str, data: st.DataObject, looked_at: Read
) -> None:
    lines = TEXTS[file].split("\n")
    places = st.integers(0, len(lines) - 1)
    for _ in range(data.draw(st.integers(1, 3))):
        place = min(data.draw(places), len(lines) - 1)
        line = lines[place]
        at = data.draw(st.integers(0, len(line)))
        other = [[], [line, line], [line[:at]], [line[at:]], [line[:at], line[at:]]]
        lines[place : place + 1] = data.draw(st.sampled_from(other))
    looked_at(file, "\n".join(lines).encode())


@given(file=st.sampled_from(FILES), data=st.data())
@LIMIT
def test_any_bytes_in_a_file_are_read_or_refused(
    file: str, data: st.DataObject, looked_at: Read
) -> None:
    raw = TEXTS[file].encode()
    at = data.draw(st.integers(0, len(raw)))
    cut = data.draw(st.integers(0, 40))
    looked_at(file, raw[:at] + data.draw(st.binary(max_size=8)) + raw[at + cut :])


@given(file=st.sampled_from(FILES), raw=st.binary(max_size=200))
@LIMIT
def test_a_file_of_any_bytes_is_read_or_refused(file: str, raw: bytes, looked_at: Read) -> None:
    looked_at(file, raw)
