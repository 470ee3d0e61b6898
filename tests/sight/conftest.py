from collections.abc import Callable, Iterator

import pytest

from tests.sight.started import Started

StartSight = Callable[..., Started]


@pytest.fixture
def start_sight() -> Iterator[StartSight]:
    started: list[Started] = []

    def start(*, reading: bool = False) -> Started:
        started.append(Started(reading=reading))
        return started[-1]

    yield start
    for one in started:
        one.close()
