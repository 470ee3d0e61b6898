from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import CardSize, Outcome, Trouble
from kiosk.devices.printer_says import (
    Account,
    Ready,
    Sight,
    final_trouble,
    judge,
    readiness,
    sight,
)
from kiosk.formats import ipp
from kiosk.formats.ipp_answer import Attributes
from kiosk.formats.pwg import SheetBack

DONE = Sight("urn:uuid:1", 9, ("job-completed-successfully",), 2, None, 100)
GOOD = Account(byte_sent=True, document_taken=True, uuid="urn:uuid:1", up_time=90, last=DONE)
READY: Attributes = {
    "printer-state": (3,),
    "printer-state-reasons": ("none",),
    "printer-is-accepting-jobs": (True,),
    "printer-up-time": (90,),
    "queued-job-count": (0,),
    "operations-supported": tuple(ipp.Operation),
    "document-format-supported": ("image/jpeg", "image/pwg-raster"),
    "sides-supported": ("one-sided", "two-sided-long-edge"),
    "media-ready": ("iso_id-1_53.98x85.6mm",),
    "pwg-raster-document-resolution-supported": ((300, 300),),
    "pwg-raster-document-type-supported": ("srgb_8",),
}
WIDE: Attributes = {"x-dimension": (8602,), "y-dimension": (5486,)}

sights = st.none() | st.builds(
    Sight,
    uuid=st.sampled_from([None, "urn:uuid:1", "urn:uuid:2"]),
    state=st.none() | st.integers(2, 10),
    reasons=st.sampled_from(
        [(), ("job-completed-successfully",), ("job-completed-with-errors",), DONE.reasons * 2]
    ),
    sides=st.none() | st.integers(-1, 4),
    complaint=st.none() | st.sampled_from(Trouble),
    up_time=st.none() | st.integers(80, 110),
)
accounts = st.builds(
    Account,
    byte_sent=st.booleans(),
    document_taken=st.booleans(),
    uuid=st.sampled_from([None, "urn:uuid:1"]),
    up_time=st.just(90),
    last=sights,
)


def saying(**changes: Any) -> Attributes:
    """Return what a ready printer says, changed; None: it does not say it."""
    said = {**READY, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return {name: value for name, value in said.items() if value is not None}


def test_two_completed_sides_of_this_job_are_claimed() -> None:
    assert judge(GOOD) is Outcome.CLAIMED


@given(account=accounts)
def test_a_card_is_not_started_exactly_if_no_byte_was_sent(account: Account) -> None:
    assert (judge(account) is Outcome.NOT_STARTED) is not account.byte_sent


@given(account=accounts | st.builds(replace, st.just(GOOD), last=sights))
def test_only_what_nothing_contradicts_is_claimed(account: Account) -> None:
    last = account.last
    holds = (
        account.byte_sent
        and account.document_taken
        and last is not None
        and (account.uuid, last.uuid) == ("urn:uuid:1",) * 2
        and (last.state, last.sides, last.complaint) == (9, 2, None)
        and last.reasons == ("job-completed-successfully",)
        and last.up_time in range(90, 111)
    )
    assert (judge(account) is Outcome.CLAIMED) is holds


@pytest.mark.parametrize("field", [field.name for field in fields(Sight)])
def test_without_any_one_of_its_grounds_a_card_is_asked_about(field: str) -> None:
    change: dict[str, Any] = {field: None} | {"complaint": Trouble.JAM, "reasons": ()}
    last = replace(DONE, **{field: change[field]})
    assert judge(replace(GOOD, last=last)) is Outcome.ASK


def test_a_card_completed_with_errors_is_asked_about() -> None:
    last = replace(DONE, reasons=("job-completed-with-errors",))
    assert judge(replace(GOOD, last=last)) is Outcome.ASK


def test_a_printer_whose_clock_went_back_was_off() -> None:
    assert judge(replace(GOOD, last=replace(DONE, up_time=89))) is Outcome.ASK
    assert judge(replace(GOOD, last=replace(DONE, up_time=90))) is Outcome.CLAIMED


@pytest.mark.parametrize(
    ("last", "trouble"),
    [
        (None, Trouble.NOT_THERE),
        (DONE, None),
        (replace(DONE, state=8), Trouble.OTHER),
        (replace(DONE, state=8, complaint=Trouble.JAM), Trouble.JAM),
        (replace(DONE, state=7), None),
    ],
)
def test_the_trouble_shown_at_the_end(last: Sight | None, trouble: Trouble | None) -> None:
    assert final_trouble(last) is trouble


@pytest.mark.parametrize(("state", "over"), [(3, False), (5, False), (7, True), (8, True)])
def test_a_job_is_over_when_the_printer_is_done_with_it(state: int, over: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert replace(DONE, state=state).over is over


def test_a_job_that_the_printer_does_not_know_is_over() -> None:
    assert sight({}, READY).over


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        (["none"], None),
        (["media-low-warning", "marker-supply-low-report"], None),
        (["media-empty-warning"], Trouble.OUT_OF_CARDS),
        (["media-empty-report"], Trouble.OUT_OF_CARDS),
        (["marker-supply-empty"], Trouble.RIBBON),
        (["media-empty-error", "cover-open-error"], Trouble.COVER_OPEN),
        (["paused", "media-jam"], Trouble.JAM),
        (["moving-to-paused-warning"], Trouble.PAUSED),
        (["com.example-ribbon-broken-error"], Trouble.OTHER),
    ],
)
def test_a_complaint_is_named_whatever_its_severity(
    reasons: list[str], trouble: Trouble | None
) -> None:
    said = saying(printer_state_reasons=tuple(reasons))
    assert sight({}, said).complaint is trouble
    assert trouble is None or readiness(said) is trouble


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"printer_state": (5,)}, Trouble.OTHER),
        ({"queued_job_count": (1,)}, Trouble.BUSY),
        ({"queued_job_count": None}, Trouble.BUSY),
        ({"printer_is_accepting_jobs": (False,)}, Trouble.BUSY),
        ({"marker_levels": (80, 0)}, Trouble.RIBBON),
        (
            {"printer_supply": (b"type=x;level=1;class=supplyThatIsConsumed;unit=items;",)},
            Trouble.RIBBON,
        ),
        ({"cups_version": ("2.4.2",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"printer_type": (4,)}, Trouble.NOT_A_CARD_PRINTER),
        ({"device_uri": ("usb://x",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"operations_supported": (2, 11)}, Trouble.NOT_A_CARD_PRINTER),
        ({"document_format_supported": ("image/jpeg",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"sides_supported": ("one-sided",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"media_ready": ("iso_a4_210x297mm",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"media_ready": ("card",)}, Trouble.NOT_A_CARD_PRINTER),
        (
            {"media_ready": None, "media_col_ready": ({"media-size": ({},)},)},
            Trouble.NOT_A_CARD_PRINTER,
        ),
        (
            {"pwg_raster_document_resolution_supported": ((300, 600),)},
            Trouble.NOT_A_CARD_PRINTER,
        ),
        ({"pwg_raster_document_type_supported": ("black_1",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"pwg_raster_document_sheet_back": ("folded",)}, Trouble.NOT_A_CARD_PRINTER),
        ({"printer_up_time": None}, Trouble.NOT_A_CARD_PRINTER),
    ],
)
def test_a_printer_that_may_not_be_given_a_card(changes: dict[str, Any], trouble: Trouble) -> None:
    assert readiness(saying(**changes)) is trouble


@pytest.mark.parametrize(
    "changes",
    [
        {"marker_levels": (-1, 5)},
        {"cups_version": ()},  # named as unsupported
        {"printer_supply": (b"level=2;class=supplyThatIsConsumed;unit=items;",)},
        {"printer_supply": (b"level=0;class=receptacleThatIsFilled;unit=items;",)},
        {"printer_supply": (b"xlevel=0;class=supplyThatIsConsumed;unit=items;",)},
    ],
)
def test_what_is_unknown_or_enough_keeps_no_card_back(changes: dict[str, Any]) -> None:
    assert isinstance(readiness(saying(**changes)), Ready)


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({}, CardSize(1011, 638, 300)),
        ({"media_ready": None}, CardSize()),
        ({"pwg_raster_document_resolution_supported": None}, CardSize()),
        ({"pwg_raster_document_resolution_supported": ((600, 600),)}, CardSize(2022, 1275, 600)),
        ({"pwg_raster_document_resolution_supported": ((600, 600), (300, 300))}, CardSize()),
        ({"media_ready": ("na_letter_8.5x11in", "custom_x_86.02x54.86mm")}, CardSize(1016, 648)),
        (
            {
                "media_col_ready": (
                    {"media-size": ({"x-dimension": (8602,), "y-dimension": (5486,)},)},
                )
            },
            CardSize(1016, 648),
        ),
    ],
)
def test_a_side_measures_what_the_loaded_card_measures(
    changes: dict[str, Any], size: CardSize
) -> None:
    ready = readiness(saying(**changes))
    assert isinstance(ready, Ready)
    assert ready.size == size


def test_the_medium_is_ordered_as_the_printer_names_it() -> None:
    ready = readiness(saying(pwg_raster_document_sheet_back=("rotated",)))
    assert ready == Ready(CardSize(), (5398, 8560), SheetBack.ROTATED, 90)
