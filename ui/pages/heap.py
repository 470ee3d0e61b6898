"""Heap: the papers of one person on the desk, with what each of them shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.policy import EvidencePolicy, Holder
from kiosk.session.evidence import Document, Verdict
from ui.pages import papers
from ui.widgets import CheckRow
from ui.words import word


@dataclass(slots=True)
class Heap:
    """`rows` is what may lie there in this person's name, `there` what does."""

    rows: Mapping[str, CheckRow]
    policy: EvidencePolicy
    there: dict[str, Document] = field(default_factory=dict)

    @property
    def documents(self) -> list[Document]:
        return list(self.there.values())

    def begin(self, documents: Iterable[Document] = ()) -> None:
        """Let only these papers lie there."""
        self.there = {document.kind: document for document in documents}
        for code, row in self.rows.items():
            row.setChecked(code in self.there)

    def tick(self, code: str) -> None:
        """Let a paper lie there, as its kind usually is; one that does is left as it is."""
        self.there.setdefault(code, Document(code, holder=self.policy.holder))
        self.rows[code].setChecked(True)

    def take_away(self, code: str) -> None:
        self.there.pop(code, None)
        self.rows[code].setChecked(False)

    def say(self, verdicts: Mapping[str, Verdict]) -> None:
        """Name every paper, and say of one that lies there why it does not count."""
        for code, row in self.rows.items():
            against = verdicts.get(code, Verdict.COUNTED)
            tag = "" if against is Verdict.COUNTED else word(against)
            row.set_texts(papers.name(self.policy, code), papers.note(self.policy.kinds[code]), tag)


def heap(policy: EvidencePolicy) -> Heap:
    """Return an empty heap of what these rules accept in their holder's name."""
    prefix = "caretaker:" if policy.holder is Holder.CARETAKER else ""
    rows = {
        code: CheckRow(name=f"{prefix}document:{code}")
        for code, kind in policy.kinds.items()
        if policy.holder in kind.holders
    }
    return Heap(rows, policy)
