import re
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication

from kiosk.city import cities, load
from kiosk.devices import SlipTrouble, Trouble
from kiosk.errors import SignerLost, Unverified
from kiosk.session.advice import Advice
from kiosk.session.application import Question, Refusal
from kiosk.session.evidence import Verdict
from ui.translate import FOLDER, LANGUAGES, Translator, day_in_words, language
from ui.words import CODES, CONTEXT, word

ENGLISH_WORDS = {"identity", "photo", "expired"}
FORMS = {"en": 2, "es": 2, "ar": 6}


@lru_cache
def messages(code: str) -> list[tuple[str, str, list[str], bool]]:
    """Return context, source, translations (one, or a form a number) and whether unfinished."""
    found = []
    tree = ET.parse(FOLDER / f"kiosk_{code}.ts")  # noqa: S314 our own file
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = forms if message.get("numerus") else [translation.text or ""]
            unfinished = translation.get("type") is not None
            name, source = context.findtext("name", ""), message.findtext("source", "")
            found.append((name, source, texts, unfinished))
    return found


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}|%n", text))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_unfinished_or_empty(code: str) -> None:
    bad = [
        source
        for _, source, texts, unfinished in messages(code)
        if unfinished or not texts or not all(text.strip() for text in texts)
    ]
    assert bad == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_are_the_same_in_every_form(code: str) -> None:
    differing = [
        source
        for context, source, texts, _ in messages(code)
        if context != CONTEXT and any(placeholders(text) != placeholders(source) for text in texts)
    ]
    assert differing == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_plural_has_all_forms_of_its_language(code: str) -> None:
    plurals = [texts for _, source, texts, _ in messages(code) if "%n" in source]
    assert plurals
    assert {len(texts) for texts in plurals} == {FORMS[code]}


def test_every_language_has_the_same_texts() -> None:
    texts = [{(context, source) for context, source, _, _ in messages(code)} for code in LANGUAGES]
    assert all(other == texts[0] for other in texts)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_was_compiled_is_what_was_written(code: str) -> None:
    compiled = QTranslator()
    assert compiled.load((FOLDER / f"kiosk_{code}.qm").read_bytes())
    for context, source, texts, _ in messages(code):
        if "%n" not in source:
            assert compiled.translate(context, source) == texts[0], source


def every_code() -> set[str]:
    answers = {question.value for question in Question} - {"language"} | {"portrait"}
    errors = {SignerLost.code, Unverified.code}
    return {*Advice, *Refusal, *Trouble, *SlipTrouble, *Verdict, *answers, *errors}


def test_every_code_that_can_be_shown_is_collected() -> None:
    assert every_code() <= set(CODES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_has_words_in_every_language(code: str) -> None:
    written = {source for context, source, _, _ in messages(code) if context == CONTEXT}
    assert every_code() <= written
    translator = Translator([code])
    translator.use(code)
    # Some English words are spelled like their codes.
    assert {name for name in every_code() if word(name) == name} <= ENGLISH_WORDS
    assert code == "en" or not any(word(name) == name for name in every_code())


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert word("no-such-code") == "no-such-code"


def test_the_state_of_review_is_told_for_every_language() -> None:
    status = tomllib.loads((FOLDER / "status.toml").read_text(encoding="utf-8"))
    assert set(status) == set(LANGUAGES)
    assert all(isinstance(entry["reviewed"], bool) and entry["note"] for entry in status.values())


def test_every_city_speaks_only_languages_that_there_are() -> None:
    assert all(set(load(city).languages) <= set(LANGUAGES) for city in cities())


def test_arabic_is_read_from_the_right(qapp: QApplication) -> None:
    translator = Translator(LANGUAGES)
    translator.use("ar")
    assert (language(), qapp.layoutDirection()) == ("ar", Qt.LayoutDirection.RightToLeft)
    translator.use("en")
    assert (language(), qapp.layoutDirection()) == ("en", Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "27 March 1987"), ("es", "27 de marzo de 1987"), ("ar", "27 مارس 1987")],
)
def test_a_day_is_written_with_the_digits_of_the_card(code: str, words: str) -> None:
    translator = Translator([code])
    translator.use(code)
    assert day_in_words(date(1987, 3, 27)) == words


def test_switching_reads_no_file(tmp_path: Path) -> None:
    for code in LANGUAGES:
        (tmp_path / f"kiosk_{code}.qm").write_bytes((FOLDER / f"kiosk_{code}.qm").read_bytes())
    translator = Translator(LANGUAGES, tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    translator.use("es")
    assert word("name") == "Nombre"


def test_a_language_that_was_not_compiled_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Translator(["es"], tmp_path)
