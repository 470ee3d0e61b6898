"""What a machine is asked beyond the text of a file."""

import gzip
import os
import resource
from pathlib import Path

import pytest

from kiosk.isolation import kernel, memory
from kiosk.supervisor.preflight import CannotTell, Machine
from tests.supervisor.preflight.machines import FIT, UNIX_HEADER, Laid, lay


def test_an_option_that_the_kernel_was_built_with(tmp_path: Path) -> None:
    machine = Machine(lay(tmp_path, FIT))
    assert machine.kernel_option("CONFIG_SLUB") == "y"
    assert machine.kernel_option("CONFIG_INIT_ON_FREE_DEFAULT_ON") is None
    (tmp_path / "proc/config.gz").write_bytes(gzip.compress(b"CONFIG_OTHER=m\n"))
    assert machine.kernel_option("CONFIG_OTHER") == "m"
    assert machine.kernel_option("CONFIG_SLUB") is None


def test_options_that_lie_nowhere(tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    machine = Machine(lay(tmp_path, {"/boot/config-6.12.9-kiosk": None}))
    with pytest.raises(CannotTell) as untold:
        machine.kernel_option("CONFIG_SLUB")
    assert untold.value.reason == "/boot/config-6.12.9-kiosk is not there"


def test_space_is_that_of_the_nearest_folder_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    space = Machine(tmp_path).space("/var/lib/city-id-kiosk")
    found = os.statvfs(tmp_path)
    assert space.folder == "/var"
    assert abs(space.free_bytes - found.f_bavail * found.f_frsize) < 1 << 30
    assert abs(space.free_files - found.f_favail) < 1 << 16


def test_a_log_folder_that_is_a_link_lies_where_it_leads(tmp_path: Path) -> None:
    machine = Machine(lay(tmp_path, FIT))
    (tmp_path / "srv").mkdir()
    (tmp_path / "var").mkdir()
    (tmp_path / "var/log").symlink_to(tmp_path / "srv")
    over_link, over_path = machine.mount_over("/var/log"), machine.mount_over("/var/log-of-mine")
    assert over_link is not None
    assert over_path is not None
    assert over_link.folder == over_path.folder == "/"


def test_a_mount_over_a_mount_and_a_folder_with_a_space(tmp_path: Path) -> None:
    lay(tmp_path, FIT)
    again = "26 24 0:9 / /var/log rw - ext4 /dev/sda9 rw\n"
    machine = Machine(lay(tmp_path, {"/proc/self/mountinfo": FIT["/proc/self/mountinfo"] + again}))
    upper, spaced = machine.mount_over("/var/log/a"), machine.mount_over("/media/a b/c")
    assert upper is not None
    assert upper.kind == "ext4"
    assert spaced is not None
    assert (spaced.folder, spaced.kind) == ("/media/a b", "vfat")


def test_sockets_of_both_namespaces_are_seen_and_only_those_with_a_name(tmp_path: Path) -> None:
    own = UNIX_HEADER + "000: 00000002 00000000 00010000 0001 01 40 @/tmp/own name\n"
    lay(tmp_path, FIT)
    machine = Machine(lay(tmp_path, {"/proc/self/net/unix": own}))
    assert {(one.name, one.listens) for one in machine.unix_sockets()} == {
        ("/run/dbus/system_bus_socket", True),
        ("@/tmp/own name", True),
    }


def test_ports_of_both_namespaces_are_seen_and_only_those_that_listen(tmp_path: Path) -> None:
    row = "   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0\n"
    lay(tmp_path, FIT)
    machine = Machine(lay(tmp_path, {"/proc/self/net/tcp6": "header\n" + row}))
    assert machine.tcp_ports() == {631, 8080}


def test_a_process_that_ends_while_we_look_is_none(tmp_path: Path) -> None:
    machine = Laid(lay(tmp_path, FIT))
    (tmp_path / "proc/999").mkdir()
    assert [process.pid for process in machine.processes()] == [1, 300, 700]
    assert machine.process_name(999) == "process 999"
    assert machine.process_name(700) == "dbus-daemon (process 700)"


@pytest.mark.parametrize(
    ("most", "capabilities", "answer"),
    [
        (resource.RLIM_INFINITY, 0, (True, "no limit")),
        (8 << 20, memory.MAY_LOCK, (True, "a limit of 8192 KiB, which a capability lifts")),
        (8 << 20, ~memory.MAY_LOCK, (False, "a limit of 8192 KiB")),
    ],
)
def test_memory_that_could_be_locked(
    most: int, capabilities: int, answer: tuple[bool, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1 << 16, most))
    monkeypatch.setattr(kernel, "capabilities", lambda: capabilities)
    assert Machine().may_lock_memory() == answer
