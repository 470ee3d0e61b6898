"""A whole station whose sessions each have a compositor of their own."""

import os
import signal
from dataclasses import dataclass, field
from pathlib import Path

from kiosk import training
from kiosk.commands import TRAINING_CITY
from kiosk.isolation.channel import Tell
from kiosk.supervisor.display import Screen
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Event, Gone
from kiosk.supervisor.station import Observer
from tests.supervisor.test_display import HEADLESS


@dataclass
class KillsTheCompositor(Observer):
    """Kills the compositor of the first session that is shown with another one ready behind it."""

    run: Path
    killed: int = 0
    shown_now: int = 0
    endings: dict[int, Event] = field(default_factory=dict)
    loop: Loop | None = None

    def shown(self, ordinal: int, message: Tell) -> None:  # noqa: ARG002
        self.shown_now = ordinal

    def standby_ready(self) -> None:
        if not self.killed:
            self.killed = self.shown_now
            os.kill(compositor_of(self.run / str(self.killed)), signal.SIGKILL)

    def ended(self, ordinal: int, ending: Event) -> None:
        self.endings[ordinal] = ending

    def painted(self, ordinal: int, handover_ms: float | None) -> None:  # noqa: ARG002
        if self.killed and ordinal > self.killed and self.loop is not None:
            self.loop.stop()


def compositor_of(folder: Path) -> int:
    """Return the process that was told to use this folder."""
    told = f"XDG_RUNTIME_DIR={folder}\0".encode()
    processes = (path for path in Path("/proc").iterdir() if path.name.isdigit())
    (found,) = (int(path.name) for path in processes if told in surroundings(path))
    return found


def surroundings(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes() + b"\0"
    except OSError:  # it is gone, or another user's
        return b""


def test_a_session_whose_compositor_dies_hands_over_and_leaves_nothing(tmp_path: Path) -> None:
    run = tmp_path / "run"
    shape = training.Shape("wayland", "full")
    screen = Screen(run, command=HEADLESS, console=None)
    observer = KillsTheCompositor(run)
    observer.loop = Loop(training.station(TRAINING_CITY, shape, screen=screen), observer)

    observer.loop.run()

    assert observer.endings[observer.killed] is Gone.DIED
    assert list(run.iterdir()) == []
