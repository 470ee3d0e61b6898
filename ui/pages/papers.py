"""Papers: how kinds of paper, their groups and what would complete them are put into words.

The words are the pack's; only how they are joined is said here.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import prod
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.assets import ASSETS
from kiosk.policy import Ages, DocumentKind, EvidencePolicy
from kiosk.session.evidence import Evidence
from ui.translate import language

_PICTURES = ASSETS / "icons"
_MOST_NAMES = 4  # papers named in one breath


def name(policy: EvidencePolicy, code: str) -> str:
    """Return what a kind of paper is called."""
    return policy.kinds[code].name[language()]


def note(kind: DocumentKind) -> str:
    return kind.note.get(language(), "")


def groups(policy: EvidencePolicy, codes: Iterable[str]) -> Mapping[str, list[str]]:
    """Return `codes` by group, in the pack's order; what is in no group comes last."""
    found: dict[str, list[str]] = {code: [] for code in (*policy.groups, "")}
    for code in codes:
        found.setdefault(policy.kinds[code].group, []).append(code)
    return {group: members for group, members in found.items() if members}


def group_name(policy: EvidencePolicy, group: str) -> str:
    if group in policy.groups:
        return policy.groups[group].name[language()]
    return QCoreApplication.translate("Papers", "Other papers")


@cache
def picture(policy_icon: str, code: str) -> str:
    """Return the picture of a kind: its own, its group's, or a plain sheet."""
    for wanted in (f"documents/{code}", f"documents/{policy_icon}", policy_icon):
        if (_PICTURES / Path(f"{wanted}.svg")).is_file():
            return wanted
    return "file-text"


def picture_of(policy: EvidencePolicy, code: str) -> str:
    group = policy.groups.get(policy.kinds[code].group)
    return picture(group.icon if group else "file-text", code)


def lacking(evidence: Evidence) -> str:
    """Return a sentence for each requirement that is not met."""
    return "\n".join(unmet.words(language()) for unmet in evidence.unmet)


def completing(policy: EvidencePolicy, lists: Sequence[Sequence[str]]) -> str:
    """Return what would complete the papers, shortly: one of these, and one of those."""
    if not lists:
        return ""
    choices = [list(dict.fromkeys(column)) for column in zip(*lists, strict=True)]
    if prod(map(len, choices)) != len(lists):  # not every one of these goes with every one of those
        choices = [[code] for code in lists[0]]
    names = [[name(policy, code) for code in codes] for codes in choices]
    text = _either(names[0])
    for further in names[1:]:
        both = QCoreApplication.translate("Papers", "%1; and %2")
        text = both.replace("%1", text).replace("%2", _either(further))
    return QCoreApplication.translate("Papers", "This would do: %1").replace("%1", text)


def ages_in_words(ages: Ages) -> str:
    """Return "0 – 13" or "22 +"; numbers need no translation."""
    return f"{ages.least or 0} +" if ages.most is None else f"{ages.least or 0} – {ages.most}"


def _either(names: Sequence[str]) -> str:
    """Return names as a list of which one is enough."""
    comma = QCoreApplication.translate("Papers", "%1, %2")
    last = QCoreApplication.translate("Papers", "%1 or %2")
    *firsts, end = names if len(names) <= _MOST_NAMES else [*names[:_MOST_NAMES], ""]
    if not firsts:
        return end
    text = firsts[0]
    for further in firsts[1:]:
        text = comma.replace("%1", text).replace("%2", further)
    if not end:
        return QCoreApplication.translate("Papers", "%1 or another one").replace("%1", text)
    return last.replace("%1", text).replace("%2", end)
