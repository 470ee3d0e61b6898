"""What a station and its children may not do, and a real station that lacks a wall."""

import os
import pwd
import subprocess
from pathlib import Path

from kiosk import training
from kiosk.isolation.role import Role
from kiosk.isolation.wall import Wall
from kiosk.supervisor import ledger
from kiosk.supervisor.loop import Loop
from kiosk.supervisor.plan import Kind
from kiosk.supervisor.signer_link import SignerFiles
from kiosk.supervisor.station import Observer, Station
from tests.station.runs import KIOSK, x_server

CAP_SYS_PTRACE = 19  # linux/capability.h


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


def test_without_users_of_their_own_a_station_of_root_serves_nobody_and_says_so(
    tmp_path: Path,
) -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's rights that are given up"
    assert Role.SESSION not in {entry.pw_name for entry in pwd.getpwall()}
    files = training.FILES
    ledger.begin(tmp_path / "ledger.sqlite")
    station = Station(
        files=SignerFiles(files.key, files.staff, files.passphrase, training=False),
        session_arguments=("--size", "540x960"),
        platform="offscreen",
        size="540x960",
        city="alderport",
        training=False,
        ledger=tmp_path / "ledger.sqlite",
    )
    watcher = Watcher()
    loop = Loop(station, watcher)
    watcher.remember(loop)
    loop.run()
    assert watcher.walls == [Wall.OWN_USER]
    assert watcher.painted_kinds[-1] is Kind.NOTICE
    assert Kind.SESSION not in watcher.painted_kinds
    assert not list(Path("/proc").glob(f"{loop.pids()['session']}/task"))


def test_a_running_station_may_look_into_no_process_and_its_children_belong_to_others() -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's right that is given up"
    with (
        x_server() as display,
        subprocess.Popen(
            [*KIOSK, "run"], env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL
        ) as station,
    ):
        children = Path(f"/proc/{station.pid}/task/{station.pid}/children")
        users: set[str] = set()
        own = (Role.SESSION.user(training=True), Role.SIGNER.user(training=True))
        sealed = {str(each).partition(":")[0] for each in own}
        while not sealed <= users:  # a test that waits for ever is ended by its time limit
            users = {
                about(int(pid)).get("Uid", "").split("\t")[0]
                for pid in children.read_text().split()
            }
        supervisor = about(station.pid)
        station.terminate()
    for kind in ("CapEff", "CapPrm", "CapBnd"):
        assert not int(supervisor[kind], 16) >> CAP_SYS_PTRACE & 1, kind


def about(pid: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return {}
    return dict(line.split(":\t", 1) for line in lines)
