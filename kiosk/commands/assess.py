"""`kiosk assess`: would these papers do, what is missing, and what would complete them.

The answer is that of the counter, by the same rules; docs/packs.md describes the JSON.
"""

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.city import CITIES, City, load, load_folder
from kiosk.commands import Misuse
from kiosk.policy import Copy, DocumentKind, EvidencePolicy, Holder, Mark
from kiosk.session.evidence import (
    Applicant,
    Document,
    Evidence,
    Verdict,
    always_shown,
    completions,
    weigh,
)

_SHOWN = 10  # lists of further papers; the JSON has all of them
_LONGEST_AGO = 36_525  # days
_NUMBER = re.compile(r"[0-9]{1,6}")

_VERDICTS = {
    Verdict.COUNTED: "counts",
    Verdict.ALONE: "counts only beside other papers",
    Verdict.REPEATED: "adds nothing to the others",
    Verdict.EXPIRED: "expired too long ago",
    Verdict.TOO_OLD: "is too old",
    Verdict.COPY: "must be an original, or a better copy",
    Verdict.LACKS_MARK: "does not show what it must show",
    Verdict.NOT_THEIRS: "is in a name that does not count here",
    Verdict.NOT_AT_THIS_AGE: "does not count at this age",
    Verdict.UNKNOWN: "counts for nothing until the city says what it proves",
}


def command(arguments: argparse.Namespace) -> int:
    """Print what the papers prove; 0 if they would do, else 1."""
    today = arguments.today or datetime.now().astimezone().date()
    city = open_pack(arguments.city, today)
    language = spoken(city, arguments.language)
    documents = read_documents(arguments.documents, city, today)
    applicant = Applicant(arguments.age, caretaker=arguments.caretaker)
    found = assess(documents, city.evidence, today, applicant)
    if arguments.json:
        print(json.dumps(as_json(found, language), ensure_ascii=False))
    else:
        print("\n".join(as_lines(found, city, language)))
    return 0 if found.evidence.sufficient else 1


@dataclass(frozen=True, slots=True)
class Found:
    """What the papers prove, and what would complete them."""

    evidence: Evidence
    completing: Sequence[Sequence[str]]


def assess(
    documents: Sequence[Document], policy: EvidencePolicy, today: date, applicant: Applicant
) -> Found:
    """Weigh each person's papers by their own rules, as the clerk does.

    Papers in a caretaker's name prove the caretaker; only if those do, the applicant has one.
    """
    theirs = [document for document in documents if document.holder is Holder.CARETAKER]
    own = [document for document in documents if document.holder is not Holder.CARETAKER]
    caretaker = weigh(theirs, policy.of_caretaker(), today) if theirs else None
    if caretaker is not None and policy.caretaker and caretaker.sufficient:
        applicant = replace(applicant, caretaker=True)
    evidence = replace(weigh(own, policy, today, applicant), caretaker=caretaker)
    return Found(evidence, completions(own, policy, today, applicant))


def open_pack(name: str, today: date | None = None) -> City:
    """Load the pack of that name, or of that path: a folder, or a family's name among others."""
    path = Path(name)
    if path.name != name and path.is_dir():
        return load_folder(path.resolve())
    if path.name != name:
        return load(path.name, path.parent, today)
    return load(name, CITIES, today)


def spoken(city: City, language: str | None) -> str:
    """Return the language, or the pack's first; raises Misuse if the pack does not have it."""
    language = language or city.languages[0]
    if language not in city.languages:
        known = ", ".join(city.languages)
        raise Misuse(f"This pack has no texts in {language!r}, only in {known}.")
    return language


def as_json(found: Found, language: str) -> dict[str, Any]:
    """Return the answer as docs/packs.md describes it."""
    evidence = found.evidence
    answer: dict[str, Any] = {
        "satisfied": evidence.sufficient,
        "unmet": [
            {"code": code, "text": text} for code, text in unmet_sentences(evidence, language)
        ],
        "complete_with": [list(kinds) for kinds in found.completing],
    }
    if evidence.points:
        answer["points"] = dict(evidence.points)
    return answer


def as_lines(found: Found, city: City, language: str) -> Sequence[str]:
    """Return the answer for a person to read."""
    kinds, evidence = city.evidence.kinds, found.evidence
    looked_at = (*evidence.verdicts, *(evidence.caretaker.verdicts if evidence.caretaker else ()))
    lines = [
        f"{kinds[document.kind].name[language]}: {_VERDICTS[verdict]}."
        for document, verdict in looked_at
    ]
    if evidence.sufficient:
        return [*lines, "These papers would do."]
    lines.append("These papers would not do. Still missing:")
    lines += [f"  - {text}" for _, text in unmet_sentences(evidence, language)]
    for number, papers in enumerate(found.completing[:_SHOWN]):
        begin = "It would do with: " if number == 0 else "              or: "
        lines.append(begin + ", and ".join(kinds[code].name[language] for code in papers))
    more = len(found.completing) - _SHOWN
    return [*lines, f"              or {more} more lists (see --json)"] if more > 0 else lines


def unmet_sentences(evidence: Evidence, language: str) -> Sequence[tuple[str, str]]:
    """Return the code and the sentence of each requirement that is not met."""
    theirs = evidence.caretaker.unmet if evidence.caretaker and not evidence.sufficient else ()
    return [(unmet.requirement.code, unmet.words(language)) for unmet in (*evidence.unmet, *theirs)]


# -- what was asked ------------------------------------------------------------------------------

_DAYS = {"expired": "expires", "age": "dated"}
_WORDS: Mapping[str, Mapping[str, object]] = {
    "plain": {"copy": Copy.ANY},
    "certified": {"copy": Copy.CERTIFIED},
    "caretaker": {"holder": Holder.CARETAKER},
    "spouse": {"holder": Holder.SPOUSE},
    "machine_readable": {"machine_readable": True},
}


def read_documents(text: str, city: City, today: date) -> list[Document]:
    """Read `CODE[:WORD[=DAYS]]…` between commas.

    Raises Misuse, which names what is wrong.
    """
    entries = [entry.strip() for entry in text.split(",") if entry.strip()]
    return [_document(entry, city, today) for entry in entries]


def _document(entry: str, city: City, today: date) -> Document:
    name, *words = (part.strip() for part in entry.split(":"))
    kinds = city.evidence.kinds
    code = name if name in kinds else name.replace("_", "-").lower()
    if code not in kinds:
        raise Misuse(f"This pack has no paper {name!r}. Its papers are: {', '.join(kinds)}.")
    document = Document(code)
    for word in words:
        document = _particular(document, word, kinds[code], today)
    return document


def _particular(document: Document, word: str, kind: DocumentKind, today: date) -> Document:
    """Return the document with one more thing said about it."""
    name, _, value = word.replace("-", "_").partition("=")
    if name in _DAYS:
        day = _days_ago(value, today)
        return replace(document, **{_DAYS[name]: day})  # type: ignore[arg-type]  # fields of it
    if name in tuple(Mark) and not value:
        shown = document.shows if document.shows is not None else always_shown(kind)
        return replace(document, shows=shown | {Mark(name)})
    if name in _WORDS and not value:
        return replace(document, **_WORDS[name])  # type: ignore[arg-type]  # fields of it
    known = ", ".join([*(f"{day}=DAYS" for day in _DAYS), *Mark, *_WORDS])
    raise Misuse(f"{word!r} says nothing about a paper. Known are: {known}.")


def _days_ago(text: str, today: date) -> date:
    days = int(text) if _NUMBER.fullmatch(text) else _LONGEST_AGO + 1
    if not 0 <= days <= min(_LONGEST_AGO, (today - date.min).days):
        raise Misuse(f"DAYS must be a whole number from 0 to {_LONGEST_AGO}, and not {text!r}.")
    return today - timedelta(days=days)
