from typing import Any

import pytest

from kiosk.devices import SlipTrouble
from kiosk.devices.slip_says import SlipReady, readiness
from kiosk.formats import ipp
from kiosk.formats.ipp_answer import Attributes
from kiosk.formats.paper import Paper
from kiosk.formats.pwg import Color


def said(**changes: Any) -> Attributes:
    """Return what a printer with A4 says, with underscores for hyphens in what is changed."""
    usual: Attributes = {
        "printer-state": (3,),
        "printer-state-reasons": ("none",),
        "printer-is-accepting-jobs": (1,),
        "operations-supported": tuple(ipp.Operation),
        "document-format-supported": (ipp.PWG_RASTER,),
        "media-ready": ("iso_a4_210x297mm",),
        "pwg-raster-document-resolution-supported": ((300, 300),),
        "pwg-raster-document-type-supported": ("sgray_8", "srgb_8"),
    }
    return {**usual, **{name.replace("_", "-"): value for name, value in changes.items()}}


def ready(**changes: Any) -> SlipReady:
    found = readiness(said(**changes))
    assert isinstance(found, SlipReady)
    return found


def test_on_a_sheet_a_slip_is_as_wide_as_on_a_receipt() -> None:
    assert ready().paper == Paper(850, 300)  # 72 mm
    assert ready().page == (2480, 3508)


def test_on_a_narrow_roll_it_is_as_wide_as_the_roll_without_its_edges() -> None:
    assert ready(media_ready=("om_roll_58x200mm",)).paper == Paper(591, 300)  # 50 mm


@pytest.mark.parametrize(
    ("offered", "dpi"),
    [
        (((600, 600), (300, 300)), 300),
        (((203, 203), (300, 300)), 203),
        (((150, 150), (600, 600)), 600),
        (((150, 150), (180, 180)), 180),
        (((600, 1200), (300, 300)), 300),
    ],
)
def test_the_dots_are_as_fine_as_a_receipt_s_and_no_finer_than_needed(
    offered: tuple[tuple[int, int], ...], dpi: int
) -> None:
    assert ready(pwg_raster_document_resolution_supported=offered).dpi == dpi


def test_grey_is_chosen_before_colour() -> None:
    assert ready().color is Color.GREY
    assert ready(pwg_raster_document_type_supported=("srgb_8",)).color is Color.RGB


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        ("media-empty-error", SlipTrouble.OUT_OF_PAPER),
        ("cover-open", SlipTrouble.COVER_OPEN),
        ("paused", SlipTrouble.BUSY),
        ("media-jam", SlipTrouble.OTHER),
    ],
)
def test_a_complaint_is_put_in_words_of_paper(reasons: str, trouble: SlipTrouble) -> None:
    assert readiness(said(printer_state_reasons=(reasons,))) is trouble


def test_low_toner_is_no_reason_not_to_print() -> None:
    assert ready(printer_state_reasons=("toner-low-warning",)) == ready()
