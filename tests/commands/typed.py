"""A command as it is typed, run in this process."""

import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kiosk import cli


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


Kiosk = Callable[..., Said]


@pytest.fixture
def kiosk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    """Return a function that runs `kiosk` with these arguments."""

    def run(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["kiosk", *arguments])
        before = signal.getsignal(signal.SIGTERM)
        try:
            with pytest.raises(SystemExit) as end:
                cli.main()
        finally:
            signal.signal(signal.SIGTERM, before)
        assert isinstance(end.value.code, int)
        return Said(end.value.code, *capsys.readouterr())

    return run
