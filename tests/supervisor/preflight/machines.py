"""A machine that is fit, laid out as files, to be spoilt in one place at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.supervisor.preflight import Machine
from kiosk.supervisor.preflight.clock import RELEASED
from kiosk.supervisor.preflight.machine import Space

UNIX_HEADER = "Num       RefCount Protocol Flags    Type St Inode Path\n"
TCP_HEADER = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n"

FIT = {
    "/proc/cmdline": "BOOT_IMAGE=/vmlinuz root=/dev/sda2 ro init_on_free=1\n",
    "/proc/sys/kernel/osrelease": "6.12.9-kiosk\n",
    "/proc/sys/kernel/seccomp/actions_avail": "kill_process kill_thread trap errno log allow\n",
    "/proc/sys/kernel/core_pattern": "/dev/null\n",
    "/proc/sys/kernel/core_uses_pid": "0\n",
    "/proc/sys/fs/suid_dumpable": "0\n",
    "/proc/sys/debug/exception-trace": "0\n",
    "/proc/self/mountinfo": (
        "22 1 8:2 / / rw,noatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro\n"
        "23 22 0:5 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw,hidepid=invisible\n"
        "24 22 0:6 / /var/log rw,noatime - tmpfs tmpfs rw\n"
        "25 22 0:7 / /media/a\\040b rw,relatime - vfat /dev/sdb1 rw\n"
    ),
    "/proc/swaps": "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n",
    "/proc/1/comm": "systemd\n",
    "/proc/1/cmdline": "/sbin/init\0",
    "/proc/1/net/unix": UNIX_HEADER
    + "000: 00000002 00000000 00010000 0001 01 17 /run/dbus/system_bus_socket\n"
    + "000: 00000002 00000000 00000000 0002 01 18\n",
    "/proc/1/net/tcp": TCP_HEADER
    + "   0: 0100007F:0277 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0\n"
    + "   1: 0100007F:1770 0100007F:0277 01 00000000:00000000 00:00000000 00000000     0\n",
    "/proc/300/comm": "systemd-journal\n",
    "/proc/300/cmdline": "/usr/lib/systemd/systemd-journald\0",
    "/proc/700/comm": "dbus-daemon\n",
    "/proc/700/cmdline": "/usr/bin/dbus-daemon\0--system\0--nofork\0",
    "/proc/kcore": "",
    "/sys/kernel/security/lockdown": "none integrity [confidentiality]\n",
    "/sys/kernel/kexec_crash_loaded": "0\n",
    "/sys/block/sda/size": "1\n",
    "/sys/module/ext4/refcnt": "1\n",
    "/sys/power/state": "freeze mem\n",
    "/dev/null": "",
    "/boot/config-6.12.9-kiosk": "CONFIG_SLUB=y\n# CONFIG_INIT_ON_FREE_DEFAULT_ON is not set\n",
    "/etc/systemd/journald.conf.d/zz-kiosk.conf": (
        "[Journal]\nForwardToSyslog=no\nForwardToKMsg=no\nForwardToConsole=no\nReadKMsg=no\n"
    ),
    "/etc/city-id-kiosk/keys/in-use.pem": "",
    "/etc/city-id-kiosk/keys/in-use.pub": "",
}


@dataclass(frozen=True)
class Laid(Machine):
    """A machine laid out below `root`; the fields are what no file could tell."""

    environment: Mapping[str, str] = field(default_factory=lambda: {"DISPLAY": ":7"})
    abi: int = 7
    lock: tuple[bool, str] = (True, "no limit")
    wipes: bool = True
    clients: tuple[int | None, ...] = ()
    synchronized: bool = True
    age: timedelta = timedelta(days=30)
    free: tuple[int, int] = (1 << 30, 10_000)

    def landlock_abi(self) -> int:
        return self.abi

    def may_lock_memory(self) -> tuple[bool, str]:
        return self.lock

    def overwrites_memory(self) -> bool:
        return self.wipes

    def x_clients(self, display: str) -> tuple[int | None, ...]:
        assert display == self.environment["DISPLAY"]
        return self.clients

    def clock_synchronized(self) -> bool:
        return self.synchronized

    def now(self) -> datetime:
        return RELEASED + self.age

    def space(self, folder: str) -> Space:
        return Space(folder, *self.free)


def lay(root: Path, files: Mapping[str, str | None]) -> Path:
    """Write files below a root, and take away those that are None; return the root."""
    for path, text in files.items():
        place = root / path.lstrip("/")
        if text is None:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    keys = root / "etc/city-id-kiosk/keys"
    for place in (keys, *keys.iterdir()):
        place.chmod(0o700)
    return root
