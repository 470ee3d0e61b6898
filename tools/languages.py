"""Collect the texts of `ui` into assets/translations and compile them (`make languages`).

Both the .ts files, which people edit, and the .qm files, which the program reads, are kept in the
repository, so that a station needs no tool. English is its own translation; only its plurals and
the sentences for codes are written by hand. Exit code 1: something is not translated.
"""

import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
LOCALES = {"en": "en_US", "es": "es_US", "ar": "ar_AE"}
CODES = "codes"


@dataclass(frozen=True, slots=True)
class State:
    """How far a language is."""

    strings: int
    unfinished: int
    reviewed: bool


def main() -> int:
    """Update and compile every language, and print how far each is."""
    reviews = tomllib.loads((FOLDER / "status.toml").read_text(encoding="utf-8"))
    states = {code: _make(code, reviewed=reviews[code]["reviewed"]) for code in LOCALES}
    print("language  strings  unfinished  reviewed")
    for code, state in states.items():
        reviewed = "yes" if state.reviewed else "no"
        print(f"{code:<8}  {state.strings:>7}  {state.unfinished:>10}  {reviewed}")
    return int(any(state.unfinished for state in states.values()))


def _make(code: str, *, reviewed: bool) -> State:
    source = FOLDER / f"kiosk_{code}.ts"
    _collect(source, LOCALES[code])
    tree = ET.parse(source)  # noqa: S314 our own file, from our own repository
    if code == "en":
        _finish_english(tree, source)
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(source.with_suffix(".qm")))
    messages = list(tree.iter("message"))
    return State(len(messages), sum(map(_unfinished, messages)), reviewed)


def _collect(source: Path, locale: str) -> None:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    options = ("-no-obsolete", "-locations", "none", "-silent")
    languages = ("-source-language", "en_US", "-target-language", locale)
    _run("pyside6-lupdate", *files, *options, *languages, "-ts", str(source))


def _finish_english(tree: "ET.ElementTree[ET.Element]", source: Path) -> None:
    """Take the English source texts as they are; codes and plurals are written by hand."""
    for context in tree.iter("context"):
        for message in context.iter("message"):
            by_hand = context.findtext("name") == CODES or message.get("numerus") == "yes"
            translation = message.find("translation")
            if _unfinished(message) and not by_hand and translation is not None:
                translation.text = message.findtext("source")
                translation.attrib.pop("type")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    body = ET.tostring(tree.getroot(), encoding="unicode")
    source.write_text(f"{head}{body}\n", encoding="utf-8")


def _unfinished(message: ET.Element) -> bool:
    translation = message.find("translation")
    return translation is None or translation.get("type") == "unfinished"


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).parent / tool, *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
