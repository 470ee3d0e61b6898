"""Replaced: sessions of a station that are another module than `ui`, with the same arguments."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.supervisor import starts
from kiosk.supervisor.children import Child, spawn


@contextmanager
def sessions(module: str) -> Iterator[None]:
    """Have every loop of this process start sessions of that module."""
    assert vars(starts)["spawn"] is spawn, "sessions are started elsewhere now"

    def start(name: str, *rest: Any, **named: Any) -> Child:
        return spawn(module if name == "ui" else name, *rest, **named)

    vars(starts)["spawn"] = start
    try:
        yield
    finally:
        vars(starts)["spawn"] = spawn
