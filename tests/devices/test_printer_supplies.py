from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices import Condition, Trouble
from kiosk.devices.printer_supplies import supplies
from tests.devices.test_printer_says import saying

RIBBON = b"type=ribbonWax;level=%d;class=supplyThatIsConsumed;unit=items;"
TRAY = b"type=sheetFeedAutoRemovableTray;level=%d;status=0;name=hopper;"


@pytest.mark.parametrize(
    ("changes", "condition"),
    [
        ({}, Condition()),
        ({"printer_input_tray": (TRAY % 87,)}, Condition(cards=87)),
        ({"printer_input_tray": (TRAY % 40, TRAY % 50)}, Condition(cards=90)),
        ({"printer_input_tray": (TRAY % 40, TRAY % -2)}, Condition(cards=40)),
        ({"printer_input_tray": (TRAY % -2,)}, Condition()),
        ({"printer_input_tray": (TRAY % -3,)}, Condition()),
        ({"printer_input_tray": (b"xlevel=9;", b"", b"level=;")}, Condition()),
        ({"printer_input_tray": (TRAY % 5,)}, Condition(cards=5, low=True)),
        ({"printer_input_tray": (TRAY % 6,)}, Condition(cards=6)),
        (
            {"printer_input_tray": (TRAY % 0,)},
            Condition(Trouble.OUT_OF_CARDS, cards=0, low=True),
        ),
        ({"printer_supply": (RIBBON % 160,)}, Condition(ribbon=160)),
        ({"printer_supply": (RIBBON % 160, RIBBON % 4)}, Condition(ribbon=4, low=True)),
        ({"printer_supply": (RIBBON % -2,)}, Condition()),
        ({"printer_supply": (b"level=3;class=supplyThatIsConsumed;unit=percent;",)}, Condition()),
        ({"printer_supply": (b"level=3;class=receptacleThatIsFilled;unit=items;",)}, Condition()),
        ({"marker_levels": (80, 9), "marker_low_levels": (10, 10)}, Condition(low=True)),
        ({"marker_levels": (80, -1), "marker_low_levels": (10, 10)}, Condition()),
        ({"marker_levels": (9,)}, Condition()),
        ({"printer_state_reasons": ("media-low-warning",)}, Condition(low=True)),
        ({"printer_state_reasons": ("marker-supply-low-report",)}, Condition(low=True)),
        ({"printer_state_reasons": ("media-empty-warning",)}, Condition()),
    ],
)
def test_what_a_printer_says_it_holds(changes: dict[str, Any], condition: Condition) -> None:
    assert supplies(saying(**changes), None) == condition


@given(trouble=st.sampled_from(Trouble), cards=st.integers(-3, 9))
def test_a_trouble_that_is_known_stays_the_trouble(trouble: Trouble, cards: int) -> None:
    said = saying(printer_input_tray=(TRAY % cards,))
    assert supplies(said, trouble).trouble is trouble
