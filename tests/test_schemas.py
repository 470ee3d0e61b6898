"""The schemas for editors: they accept every shipped pack, and name what a pack's reader would."""

import copy
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import jsonschema
import pytest

from kiosk.assets import ASSETS
from kiosk.city import CITIES, cities
from kiosk.design import DESIGNS, designs

FILES = ("city", "documents", "card")


def _schema(name: str) -> dict[str, Any]:
    text = (ASSETS / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def _pack(city: str, name: str) -> dict[str, Any]:
    """Return a file as an editor sees it: JSON has no dates."""
    values = tomllib.loads((CITIES / city / f"{name}.toml").read_text(encoding="utf-8"))
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in values.items()
    }


def _accepts(name: str, pack: dict[str, Any]) -> bool:
    return jsonschema.Draft202012Validator(_schema(name)).is_valid(pack)


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every table inside a value, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from _tables(inner)


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(_schema(name))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("city", cities())
def test_every_shipped_pack_is_as_the_schema_says(city: str, name: str) -> None:
    jsonschema.Draft202012Validator(_schema(name)).validate(_pack(city, name))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("city", cities())
def test_every_shipped_pack_names_the_schema_in_its_first_line(city: str, name: str) -> None:
    first = (CITIES / city / f"{name}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ../../schemas/{name}.schema.json"


@pytest.mark.parametrize("name", designs())
def test_every_shared_design_is_as_the_schema_says(name: str) -> None:
    text = (DESIGNS / name / "card.toml").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(_schema("card")).validate(tomllib.loads(text))


def test_a_pack_that_takes_a_shared_design_may_leave_out_the_rest_of_it() -> None:
    assert _accepts("card", {"design": "plain", "words": {"city": "Harbor Town"}})
    assert not _accepts("card", {"words": {"city": "Harbor Town"}})


@pytest.mark.parametrize("name", FILES)
def test_a_misspelt_key_is_refused_at_the_top(name: str) -> None:
    assert not _accepts(name, _pack("alderport", name) | {"colour_of_the_sea": "grey"})


@pytest.mark.parametrize(
    ("name", "place", "misspelt"),
    [
        ("city", ("terms", 0), "year"),
        ("city", ("fee_waivers", 0), "names"),
        ("documents", ("require", 0), "poins"),
        ("documents", ("require", 0, "points"), "most"),
        ("documents", ("kinds", "utility-bill"), "date"),
        ("documents", ("kinds", "utility-bill", "shows"), "signature"),
        ("documents", ("kinds", "utility-bill", "dated"), "weeks"),
        ("documents", ("kinds", "foreign-passport", "late", 0), "point"),
        ("documents", ("groups", "bill"), "icons"),
        ("documents", ("usual",), "dated"),
        ("card", ("front",), "foto"),
        ("card", ("front", "texts", 0), "color"),
        ("card", ("fields", "name"), "length"),
        ("card", ("guilloche", "rosettes", 0), "leaves"),
    ],
)
def test_a_misspelt_key_is_refused(name: str, place: tuple[str | int, ...], misspelt: str) -> None:
    pack = _pack("alderport", name)
    table: Any = pack
    for step in place:
        table = table[step]
    table[misspelt] = 1
    assert not _accepts(name, pack)


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("city", ("questions",), ["language", "name"]),
        ("city", ("questions",), ["language", "name", "birth_date", "blood_group"]),
        ("city", ("terms", 2, "years"), 5),  # beside without_end
        ("city", ("terms", 0, "fee"), -1),
        ("documents", ("require", 0, "shows"), {"marks": ["photo"]}),  # beside points
        ("documents", ("require", 2, "shows", "marks"), ["hologram"]),
        ("documents", ("kinds", "lease", "copies"), "photocopy"),
        ("documents", ("kinds", "lease", "name"), {}),
        ("documents", ("kinds", "lease", "ages"), [1, 2, 3]),
        ("documents", ("kinds", "tax-form", "dated", "month"), 13),
        ("card", ("colours", "band"), "blue"),
        ("card", ("front", "photo"), [1, 2, 3]),
        ("card", ("front", "column", "rows"), [["document_number"]]),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(
    name: str, place: tuple[str | int, ...], value: object
) -> None:
    pack = _pack("alderport", name)
    table: Any = pack
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = value
    assert not _accepts(name, pack)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("city", ("issuer", "version", "since", "languages", "questions", "terms", "name")),
        ("documents", ("require", "kinds")),
        ("card", ("width", "seal", "colours", "fields", "front", "back")),
    ],
)
def test_a_missing_key_is_refused(name: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        pack = copy.deepcopy(_pack("alderport", name))
        del pack[key]
        assert not _accepts(name, pack), key


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_described(name: str) -> None:
    schema = _schema(name)
    for table in _tables(schema):
        for key, value in table.get("properties", {}).items():
            target = value.get("$ref", "").rpartition("/")[2]
            described = value.get("description") or schema["$defs"][target].get("description")
            assert described, key


def test_the_schemas_know_the_keys_of_the_manual() -> None:
    manual = (ASSETS.parent / "docs" / "packs.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?) \|", manual, re.MULTILINE)
    in_manual = {re.split(r"\W", key)[0] for row in rows for key in re.findall(r"`\[*(\w+)", row)}
    in_schemas = {
        key
        for name in ("city", "documents")
        for table in _tables(_schema(name))
        for key in table.get("properties", {})
    }
    assert in_manual
    assert in_manual <= in_schemas
