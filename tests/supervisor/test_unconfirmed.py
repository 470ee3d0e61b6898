from dataclasses import replace

import pytest

from kiosk import training
from kiosk.city import cities, load
from kiosk.errors import PackNotConfirmed
from kiosk.supervisor.loop import Loop
from kiosk.training import Shape

STATION = training.station("alderport", Shape("offscreen", "540x960"))
UNCONFIRMED = [code for code in cities() if not load(code).confirmed]


@pytest.mark.parametrize("code", UNCONFIRMED)
def test_no_real_station_opens_on_rules_that_the_city_has_not_confirmed(code: str) -> None:
    loop = Loop(replace(STATION, city=code, training=False))
    with pytest.raises(PackNotConfirmed):
        loop.run()
    assert loop.pids()["session"] is None


def test_there_are_such_packs_and_one_that_is_confirmed() -> None:
    assert "chicago-2017" in UNCONFIRMED
    assert load("alderport").confirmed
