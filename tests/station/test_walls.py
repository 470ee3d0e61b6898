"""A real station that lacks a wall serves nobody, and says so on its own screen."""

import os
import pwd
from pathlib import Path

from kiosk import training
from kiosk.isolation.user import Role
from kiosk.isolation.wall import Wall
from kiosk.supervisor.loop import Loop, Observer, Station
from kiosk.supervisor.plan import Kind
from kiosk.supervisor.signer_link import SignerFiles


class Watcher(Observer):
    """Remembers what a station does, and closes it when it has shown why it is closed."""

    def remember(self, loop: Loop) -> None:
        self.loop = loop
        self.walls: list[Wall] = []
        self.painted_kinds: list[Kind] = []

    def barred(self, wall: Wall) -> None:
        self.walls.append(wall)

    def painted(self, ordinal: int, handover_ms: float | None) -> None:  # noqa: ARG002
        shown = self.loop.plan.shown
        assert shown is not None
        self.painted_kinds.append(shown.kind)
        if self.walls:
            self.loop.stop()


def test_without_users_of_their_own_a_station_of_root_serves_nobody_and_says_so() -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's rights that are given up"
    assert Role.SESSION not in {entry.pw_name for entry in pwd.getpwall()}
    files = training.FILES
    station = Station(
        files=SignerFiles(files.key, files.staff, files.passphrase, training=False),
        session_arguments=("--size", "540x960"),
        platform="offscreen",
        size="540x960",
        city="alderport",
        training=False,
    )
    watcher = Watcher()
    loop = Loop(station, watcher)
    watcher.remember(loop)
    loop.run()
    assert watcher.walls == [Wall.OWN_USER]
    assert watcher.painted_kinds[-1] is Kind.NOTICE
    assert Kind.SESSION not in watcher.painted_kinds
    assert not list(Path("/proc").glob(f"{loop.pids()['session']}/task"))
