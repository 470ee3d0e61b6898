import tomllib

import pytest

from kiosk.packs.lines import line_of
from kiosk.packs.table import Path

TEXT = '''# A comment, and = not a key
plain = 1
"quoted key" = 2
dotted.inner = 3
inline = { a = 1, b = { c = 2 } }
spread = [
  { size = 1 },  # the first [with a bracket
  { words = "[ { not a bracket", size = 2 },

  [ 1, 2 ],
  { size = 3 }, { size = 4 },
]
after = 4

[table]
key = """
plain = 9
[table.no]
"""
last = "x"

[table.deep]
rows = [
  ["a"],
  ["b"]
]
key = 1

[[list]]
key = 1
[[list.inner]]
key = 1
[list.inner.table]
key = 1
[[list.inner]]
[[list]]
  [[list.inner]]
  key = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("plain",), 2),
        (("quoted key",), 3),
        (("dotted", "inner"), 4),
        (("inline", "b", "c"), 5),
        (("spread",), 6),
        (("spread", 0, "size"), 7),
        (("spread", 1, "size"), 8),
        (("spread", 2, 1), 10),
        (("spread", 4, "size"), 11),
        (("after",), 13),
        (("table",), 15),
        (("table", "key"), 16),
        (("table", "last"), 20),
        (("table", "missing"), 15),
        (("table", "deep", "rows", 1), 25),
        (("table", "deep", "key"), 27),
        (("list",), 29),
        (("list", 0, "key"), 30),
        (("list", 0, "inner", 0, "key"), 32),
        (("list", 0, "inner", 0, "table", "key"), 34),
        (("list", 0, "inner", 1), 35),
        (("list", 1), 36),
        (("list", 1, "inner", 0, "key"), 38),
        (("nowhere", "at", "all"), 1),
    ],
)
def test_a_path_is_found_in_its_line(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\x0b"])
def test_lines_end_where_an_editor_ends_them(sign: str) -> None:
    assert line_of(f"# a{sign}b\nkey = 1\n", ("key",)) == 2
    assert line_of("a = 1\r\nkey = 1\r\n", ("key",)) == 2
