from collections.abc import Callable, Iterator

import pytest

from tests.sight.started import Started

StartSight = Callable[..., Started]


@pytest.fixture
def start_sight() -> Iterator[StartSight]:
    started: list[Started] = []

    def start(**manner: bool) -> Started:
        started.append(Started(**manner))
        return started[-1]

    yield start
    for one in started:
        one.close()
