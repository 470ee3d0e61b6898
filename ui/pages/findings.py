"""Findings: what the papers on the desk prove together, in words, beside the list of them.

What is missing and which papers would complete it is said while the clerk ticks, because nobody
should be sent away without knowing what to bring.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.policy import EvidencePolicy
from kiosk.session.application import Application
from kiosk.session.evidence import Applicant, Evidence, completions
from kiosk.session.review import address_fits
from kiosk.session.term import term
from ui.pages import Place, papers
from ui.translate import language
from ui.widgets import Notice, Text


@dataclass(frozen=True, slots=True)
class Found:
    """The applicant's `evidence`; `shown` is that of the heap on the screen, by its `policy`."""

    evidence: Evidence
    shown: Evidence
    policy: EvidencePolicy
    applicant: Applicant
    application: Application

    @property
    def fits(self) -> bool:
        """Whether the card may show the address that was given."""
        address = self.application.address
        return address is None or address_fits(self.evidence, address)

    @property
    def enough(self) -> bool:
        return self.evidence.sufficient and self.fits

    @property
    def may_be_excepted(self) -> bool:
        """Whether two members of staff could do without what is unmet."""
        unmet = self.evidence.unmet
        return bool(unmet) and all(one.requirement.exception for one in unmet)


class Findings:
    """Parts of a column: `missing`, `enough` and `would`, of which what holds is shown."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.missing, self.enough = Notice("warning"), Notice("success", icon="badge-check")
        self.would = Text("body")

    def say(self, found: Found) -> None:
        """Say what was found."""
        self.missing.setVisible(not found.enough)
        self.enough.setVisible(found.enough)
        self.missing.set_texts(*_missing(found))
        self.enough.set_texts(_enough(found), self._fee(found.application))
        self.would.setText("" if found.evidence.sufficient else self._completing(found))

    def _completing(self, found: Found) -> str:
        documents = [document for document, _ in found.shown.verdicts]
        lists = completions(documents, found.policy, self._place.today, found.applicant)
        return papers.completing(found.policy, lists)

    def _fee(self, application: Application) -> str:
        born, city = application.birth_date, self._place.city
        fee = term(born, self._place.today, city.terms).fee if born else 0
        if not fee:
            return ""
        translate = QCoreApplication.translate
        text = translate("Findings", "Fee: %1").replace("%1", f"${fee / 100:.2f}")
        spared = ", ".join(waiver[language()] for waiver in city.fee_waivers)
        more = translate("Findings", "Nothing to pay: %1").replace("%1", spared)
        return f"{text}. {more}" if spared else text


def _missing(found: Found) -> tuple[str, str]:
    if not found.shown.sufficient or found.fits:
        return "", papers.lacking(found.shown)
    translate = QCoreApplication.translate
    return (
        translate("Findings", "The card must show another address, or none."),
        translate(
            "Findings",
            "With this paper the home address is not printed. Go back to change it.",
        ),
    )


def _enough(found: Found) -> str:
    translate = QCoreApplication.translate
    if found.evidence.excepted:
        return translate("Findings", "With an exception by two members of staff.")
    return translate("Findings", "These papers do. Hand them back now.")
