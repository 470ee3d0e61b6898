"""Writing: what a page does with an answer that was typed on it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance

from kiosk.session.application import Answer, Refusal
from ui.pages.parts import Complaint
from ui.pages.tray import Tray
from ui.widgets import Field


class WrittenPage(Protocol):
    """A page with fields and a keyboard; `submitted` carries the answer."""

    complaint: Complaint
    tray: Tray

    @property
    def submitted(self) -> SignalInstance: ...


def hand_in(
    page: WrittenPage, read: Answer | Refusal, at_fault: Callable[[Refusal], Field]
) -> None:
    """Hand on an answer, or say at the field at fault why it cannot be taken."""
    if isinstance(read, Refusal):
        field = at_fault(read)
        page.complaint.about(field, read)
        page.tray.start(field)
    else:
        page.complaint.clear()
        page.submitted.emit(read)
