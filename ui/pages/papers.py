"""Papers: how kinds of paper, their groups and what would complete them are put into words.

The words are the pack's; only how they are joined is said here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import prod

from PySide6.QtCore import QCoreApplication

from kiosk.city import City
from kiosk.formats import slip, slip_code
from kiosk.formats.slip import Slip
from kiosk.policy import Ages, DocumentKind, EvidencePolicy
from kiosk.session.evidence import Evidence, completions, weigh
from kiosk.session.readiness import Readiness
from ui import slip_words
from ui.translate import language
from ui.widgets import icon
from ui.words import word

PAPERS_DOUBTED = "papers-doubted"  # a reason that no rule about papers gives
_MOST_NAMES = 4  # papers named in one breath
_MOST_LISTS = 3


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


def picture(policy: EvidencePolicy, code: str) -> str:
    """Return the picture of a kind: its own, its group's, or a plain sheet."""
    group = policy.groups.get(policy.kinds[code].group)
    wanted = (f"documents/{code}", *((f"documents/{group.icon}", group.icon) if group else ()))
    return next(filter(icon.known, wanted), "file-text")


def lacking(evidence: Evidence) -> str:
    """Return a sentence for each requirement that is not met."""
    return "\n".join(unmet.words(language()) for unmet in evidence.unmet)


def completing(policy: EvidencePolicy, lists: Sequence[Sequence[str]]) -> str:
    """Return what would complete the papers, shortly: one of these, and one of those."""
    if not lists:
        return ""
    first, *others = alternatives(policy, lists)[0]
    text = first
    for further in others:
        both = QCoreApplication.translate("Papers", "%1; and %2")
        text = both.replace("%1", text).replace("%2", further)
    return QCoreApplication.translate("Papers", "This would do: %1").replace("%1", text)


def alternatives(policy: EvidencePolicy, lists: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a few lists, each enough, of papers or of "this one or that one"."""
    choices = [list(dict.fromkeys(column)) for column in zip(*lists, strict=True)]
    if lists and prod(map(len, choices)) == len(lists):  # each of these goes with each of those
        return [[_either([name(policy, code) for code in codes]) for codes in choices]]
    return [[name(policy, code) for code in codes] for codes in lists[:_MOST_LISTS]]


def take_home(city: City, said: Readiness, today: date) -> Slip:
    """Return the list to take home: what is missing by the rules of today, and what would do."""
    rules = (said.documents, city.evidence, today, said.applicant)
    evidence = weigh(*rules)
    missing = [unmet.words(language()) for unmet in evidence.unmet]
    lists = alternatives(city.evidence, completions(*rules))
    code = _code(slip_code.Kind.TAKE_HOME, city, _codes(evidence))
    return slip.take_home(missing, lists, code, _rules(city, today), slip_words.take_home_words())


def appeal(city: City, evidence: Evidence, today: date) -> Slip:
    """Return the slip that says why there is no card, and where to ask for a second look."""
    reasons = [(unmet.requirement.code, unmet.words(language())) for unmet in evidence.unmet]
    reasons = reasons or [(PAPERS_DOUBTED, word(PAPERS_DOUBTED))]
    code = _code(slip_code.Kind.APPEAL, city, {reason for reason, _ in reasons})
    where = city.appeal.get(language()) or word("ask-the-office")
    words = slip_words.appeal_words([where])
    return slip.appeal(reasons, code, _rules(city, today), words)


def _codes(evidence: Evidence) -> set[str]:
    return {unmet.requirement.code for unmet in evidence.unmet}


def _code(kind: slip_code.Kind, city: City, reasons: set[str]) -> str:
    catalogue = (PAPERS_DOUBTED, *(asked.code for asked in city.evidence.requirements))
    return slip_code.write(kind, slip_code.mark(city.code, city.version), reasons, catalogue)


def _rules(city: City, today: date) -> slip.Rules:
    return slip_words.rules(city.name[language()], city.code, city.version, today)


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
