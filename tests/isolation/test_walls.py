import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.errors import WallMissing
from kiosk.isolation import landlock, memory, seal, seccomp, user, walls
from kiosk.isolation.role import Role
from kiosk.isolation.wall import Wall, by_exit_status
from kiosk.supervisor.children import environment
from tests.isolation.children import ROOT, run


@dataclass(frozen=True)
class Outside:
    """What a session talks to: a printer that answers, and a channel with a descriptor on it."""

    printer: socket.socket
    control: socket.socket


@pytest.fixture
def outside() -> Iterator[Outside]:
    listening = socket.create_server(("127.0.0.1", 0))
    printer = socket.create_connection(listening.getsockname())
    answering, _ = listening.accept()
    ours, control = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    reading, writing = os.pipe()
    os.write(writing, b"camera")
    socket.send_fds(ours, [b"C"], [reading])
    thread = threading.Thread(target=_answer, args=(answering,))
    thread.start()
    yield Outside(printer, control)
    printer.close()
    thread.join()
    for one in (listening, answering, ours, control):
        one.close()
    os.close(reading)
    os.close(writing)


def _answer(end: socket.socket) -> None:
    left = 1 << 20
    while left > 0:
        received = len(end.recv(1 << 16))
        if not received:
            return
        left -= received
    end.send(b"paper")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    assert shutil.which("Xvfb"), "install Xvfb (Debian package xvfb)"
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(writing)
        yield f":{os.read(reading, 16).decode().strip()}"
        os.close(reading)
        server.terminate()


def _session(
    platform: str, outside: Outside, extra: dict[str, str], connection: Sequence[int] = ()
) -> list[str]:
    descriptors = [outside.printer.fileno(), outside.control.fileno()]
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.isolation.sealed_session", platform,
         *map(str, descriptors)],
        pass_fds=[*descriptors, *connection], cwd=ROOT, env={**environment({}), **extra},
        capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


WHOLE = ["typed", "painted", "worked", "printed", "received"]


def test_a_sealed_session_paints_types_draws_works_and_prints(outside: Outside) -> None:
    said = _session("offscreen", outside, {})
    assert said[1:] == WHOLE
    assert set(said[0].removeprefix("missing ").split(",")) <= {"own-user", "memory-lock", ""}


def test_and_so_it_does_on_a_real_display(outside: Outside, display: str) -> None:
    assert _session("xcb", outside, {"DISPLAY": display})[1:] == WHOLE


def test_and_so_it_does_with_a_compositor_of_its_own(outside: Outside, tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    command = ["weston", "--backend=headless-backend.so", "--use-pixman", "--no-config"]
    command += ["--shell=kiosk-shell.so", "--width=720", "--height=1280"]
    tmp_path.chmod(0o700)
    compositor = subprocess.Popen(
        command,
        pass_fds=[theirs.fileno()],
        env={"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_SERVER_SOCKET": str(theirs.fileno())},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    theirs.close()

    said = _session("wayland", outside, {"WAYLAND_SOCKET": str(ours.fileno())}, [ours.fileno()])
    ours.close()

    assert said[1:] == WHOLE
    assert compositor.wait(timeout=30) == 0  # it goes with its one client


SIGNER = """
import os, socket, sys
from pathlib import Path
from kiosk.isolation import walls
from kiosk.training import FILES
missing = walls.signer_one(training=True, files=(FILES.key, FILES.staff))
from kiosk.signer import backends, staff
key = backends.open_file(FILES.key, FILES.passphrase)
people = staff.load(FILES.staff)
missing += walls.signer_two(training=True)
wrong = staff.check(people, 1, b"000000")
signature = key.sign(bytes(32))
try:
    open(FILES.key)
except OSError as refused:
    os.write(1, f"{wrong} {len(signature)} {refused.strerror}".encode())
os._exit(0)
"""


def test_a_sealed_signer_checks_a_pin_and_signs_and_opens_no_file() -> None:
    assert run(SIGNER) == "False 64 Operation not permitted"


def test_root_is_told_apart_and_keeps_no_power_but_what_a_start_needs() -> None:
    code = """
from kiosk.isolation import kernel, memory, user
memory.limited = lambda: True
for may_read in (True, False):
    try:
        user.give_up_power(may_read=may_read)
    except OSError as refused:
        print(refused.strerror, hex(kernel.capabilities()))
    else:
        print(hex(kernel.capabilities()))
"""
    as_root = "runs as root 0x4004\nruns as root 0x4000\n"
    assert run(code) == (as_root if os.geteuid() == 0 else "0x0\n0x0\n")


BECOME = """
import os, sys
from kiosk.isolation import kernel, memory, user
from kiosk.isolation.role import Role
memory.limited = lambda: False
os.setgroups([1, 2])
training = sys.argv[1] == "training"
user.become(Role.SESSION.user(training=True), training=training)
print(os.geteuid() != 0, os.getgroups(), hex(kernel.capabilities()))
user.give_up_power()
print(hex(kernel.capabilities()))
try:
    os.setuid(0)
except OSError:
    print("for good")
"""


@pytest.mark.parametrize(("station", "kept"), [("training", "0x4004"), ("real", "0x0")])
def test_root_becomes_another_user_for_good(station: str, kept: str) -> None:
    assert os.geteuid() == 0, "run this test as root: only root can become another user"
    assert run(BECOME, station) == f"True [] {kept}\n0x0\nfor good\n"


def test_in_training_a_child_finds_what_lies_in_a_folder_closed_to_others(tmp_path: Path) -> None:
    """Qt asks access(2) whether there is a plugin; a checkout may lie in root's own home."""
    assert os.geteuid() == 0, "run this test as root: only root can become another user"
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    file = closed / "plugin"
    file.write_bytes(b"x")
    code = BECOME.partition("print(")[0] + "print(os.access(sys.argv[2], os.R_OK))"
    assert run(code, "training", str(file)) == "True\n"
    assert run(code, "real", str(file)) == "False\n"


def test_each_role_has_a_user_of_its_own_and_a_real_station_has_them_by_name() -> None:
    assert os.geteuid() == 0, "run this test as root: only root can become another user"
    users = {role.user(training=True) for role in Role}
    assert len(users) == len(Role)
    assert not users & {"0:0", None}
    for role in Role:
        named = {each.pw_name: f"{each.pw_uid}:{each.pw_gid}" for each in pwd.getpwall()}
        assert role.user(training=False) == named.get(role)


def test_a_supervisor_that_looks_into_nobody_cannot_even_as_root() -> None:
    assert os.geteuid() == 0, "run this test as root: it is root's right that is given up"
    code = """
import ctypes, os, subprocess, sys
from kiosk.isolation import user
child = [sys.executable, "-c", "import os; os.setuid(65201); print(flush=True); input()"]
look = [sys.executable, "-c", "import sys; open('/proc/' + sys.argv[1] + '/mem', 'rb')"]
with subprocess.Popen(child, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
    other.stdout.readline()
    print(subprocess.run([*look, str(other.pid)], stderr=subprocess.DEVNULL).returncode)
    user.look_into_nobody()
    print(subprocess.run([*look, str(other.pid)], stderr=subprocess.DEVNULL).returncode)
    other.kill()
"""
    assert run(code) == "0\n1\n"


WITHOUT_SECCOMP = """
import os, sys
from pathlib import Path
from kiosk.isolation import seccomp, walls
seccomp.install = lambda _: None
def attempt(act):
    try:
        act()
    except OSError as refused:
        return refused.strerror
    return "done"
def read_folder():
    return attempt(lambda: os.listdir(sys.argv[1]))
folder = Path(sys.argv[1])
def signal_parent():
    return attempt(lambda: os.kill(os.getppid(), 0))
"""


def test_stage_two_takes_away_what_only_the_start_needed(tmp_path: Path) -> None:
    code = """
walls.stage_one(training=True, also_read=(folder,))
print(read_folder(), signal_parent())
walls.stage_two(training=True, wayland=False)
print(read_folder(), signal_parent())
"""
    assert run(WITHOUT_SECCOMP + code, str(tmp_path)).splitlines() == [
        "done done",
        "Permission denied Operation not permitted",
    ]


def test_a_warm_session_reads_nothing_at_all() -> None:
    code = """
import kiosk.assets
asset = kiosk.assets.ASSETS / "training" / "people.json"
walls.stage_one(training=True)
walls.stage_two(training=True, wayland=False)
print(attempt(asset.read_bytes))
walls.stage_two(training=True, wayland=False, warm=True)
print(attempt(asset.read_bytes))
"""
    without = WITHOUT_SECCOMP.replace("folder = Path(sys.argv[1])", "")
    assert run(without + code) == "done\nPermission denied\n"


def test_a_rehearsal_keeps_its_folder_and_production_has_none(tmp_path: Path) -> None:
    code = """
walls.stage_one(training=True, also_read=(folder,))
walls.stage_two(training=True, wayland=False, also_read=(folder,))
print(read_folder())
walls.put_up = lambda wall, build, training: (build(), ())[1] if wall == "landlock" else ()
walls.stage_two(training=False, wayland=False, also_read=(folder,))
print(read_folder())
"""
    assert run(WITHOUT_SECCOMP + code, str(tmp_path)) == "done\nPermission denied\n"


def test_production_reads_nothing_more_at_stage_one_either(tmp_path: Path) -> None:
    code = """
walls.put_up = lambda wall, build, training: (build(), ())[1] if wall == "landlock" else ()
walls.stage_one(training=False, also_read=(folder,))
print(read_folder())
"""
    assert run(WITHOUT_SECCOMP + code, str(tmp_path)) == "Permission denied\n"


@pytest.fixture
def frail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine where nothing can be put up, so that the test's own process stays as it is."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(landlock, "restrict", refuse)
    monkeypatch.setattr(landlock, "abi", lambda: 2)
    monkeypatch.setattr(seccomp, "install", refuse)
    monkeypatch.setattr(memory, "lock", refuse)
    monkeypatch.setattr(memory, "no_huge_pages", refuse)
    monkeypatch.setattr(memory, "quiet_faults", lambda: None)
    monkeypatch.setattr(memory, "raise_lock_limit", lambda: None)
    monkeypatch.setattr(seal, "no_dumps", refuse)
    monkeypatch.setattr(seal, "private_umask", lambda: None)
    monkeypatch.setattr(user, "give_up_power", refuse)


@pytest.mark.usefixtures("frail")
def test_training_lists_what_is_missing_and_starts() -> None:
    one = walls.stage_one(training=True)
    two = walls.stage_two(training=True, wayland=False)
    assert {missing.wall for missing in (*one, *two)} == set(Wall) - {Wall.MEMORY_WIPE}
    assert walls.Missing(Wall.LANDLOCK_SCOPES, "Landlock ABI 2, not 6") in two


@pytest.mark.usefixtures("frail")
def test_production_does_not_start() -> None:
    with pytest.raises(WallMissing):
        walls.stage_one(training=False)
    with pytest.raises(WallMissing):
        walls.stage_two(training=False, wayland=False)
    with pytest.raises(WallMissing):
        walls.signer_one(training=False, files=())
    with pytest.raises(WallMissing):
        walls.signer_two(training=False)
    with pytest.raises(WallMissing):
        walls.sight_one(training=False)
    with pytest.raises(WallMissing):
        walls.sight_two(training=False)
    with pytest.raises(WallMissing):
        walls.wiper(training=False)


MACHINE_WITHOUT = """
import sys
from kiosk.errors import WallMissing
from kiosk.isolation import landlock, seccomp, memory, seal, user, walls
def refuse(*_, **__): raise OSError(1, "no")
found = landlock.abi()
user.give_up_power = lambda **_: None
memory.lock = lambda: None
{lack}
try:
    walls.stage_one(training=False)
    walls.stage_two(training=False, wayland=False)
except WallMissing as missing:
    print(missing.wall)
"""


@pytest.mark.parametrize(
    ("lack", "wall"),
    [
        ("user.give_up_power = refuse", Wall.OWN_USER),
        ("seal.no_dumps = refuse", Wall.NO_DUMPS),
        ("memory.no_huge_pages = refuse", Wall.NO_HUGE_PAGES),
        ("memory.lock = refuse", Wall.MEMORY_LOCK),
        ("landlock.restrict = refuse", Wall.LANDLOCK),
        ("landlock.abi = lambda: 2", Wall.LANDLOCK_TRUNCATE),
        ("landlock.abi = lambda: 3", Wall.LANDLOCK_TCP),
        ("landlock.abi = lambda: 4", Wall.LANDLOCK_DEVICES),
        ("landlock.abi = lambda: 5", Wall.LANDLOCK_SCOPES),
        ("seccomp.install = refuse", Wall.SECCOMP),
    ],
)
def test_production_names_the_one_wall_that_is_missing(lack: str, wall: Wall) -> None:
    assert landlock.abi() >= landlock.SCOPES_ABI, "run on Linux 6.12 or later: Landlock ABI 6"
    assert run(MACHINE_WITHOUT.replace("{lack}", lack)) == f"{wall}\n"


def test_a_missing_wall_is_told_by_the_exit_status() -> None:
    assert {by_exit_status(wall.exit_status) for wall in Wall} == set(Wall)
    assert by_exit_status(70) is None
    assert max(wall.exit_status for wall in Wall) < 128


def test_an_error_about_a_wall_carries_its_name_and_nothing_else() -> None:
    error = WallMissing(Wall.SECCOMP)
    assert (str(error), error.wall, json.dumps(error.code)) == ("", "seccomp", '"wall-missing"')
